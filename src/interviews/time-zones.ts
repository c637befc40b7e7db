import type { Text } from '../common/text.js';

/** The clocks by which people of a place live. */
export interface Zone {
  /** As IANA names it. */
  id: string;
  /** As it is said after a time. */
  name: Text;
}

export const paris: Zone = { id: 'Europe/Paris', name: { fr: 'heure de Paris', en: 'Paris time' } };

/** By the first three digits of a commune: the overseas departments, where a VTE can be. */
const overseas: Record<string, Zone> = {
  971: { id: 'America/Guadeloupe', name: { fr: 'heure de Guadeloupe', en: 'Guadeloupe time' } },
  972: { id: 'America/Martinique', name: { fr: 'heure de Martinique', en: 'Martinique time' } },
  973: { id: 'America/Cayenne', name: { fr: 'heure de Guyane', en: 'French Guiana time' } },
  974: { id: 'Indian/Reunion', name: { fr: 'heure de La Réunion', en: 'Réunion time' } },
  976: { id: 'Indian/Mayotte', name: { fr: 'heure de Mayotte', en: 'Mayotte time' } },
};

/** The clocks of a workplace. */
export const zoneOf = (communeCode: string | null): Zone => overseas[communeCode?.slice(0, 3) ?? ''] ?? paris;

/**
 * As it is said at the workplace, whatever the clocks of the machine: "lundi 29 mars 2027 à 10:00"; overseas with the name
 * of the clocks and the time in Paris, since who applies from there reads it by those.
 */
export function moment(at: Date, zone: Zone = paris): Text {
  const local = { fr: said('fr', at, zone.id), en: said('en', at, zone.id) };
  if (zone === paris) return { fr: local.fr, en: `${local.en} (${paris.name.en})` };
  return {
    fr: `${local.fr}, ${zone.name.fr} (à Paris : ${said('fr', at, paris.id)})`,
    en: `${local.en}, ${zone.name.en} (in Paris: ${said('en', at, paris.id)})`,
  };
}

/** Day and hour by these clocks: "2027-03-29", 9. */
export function dayAndHour(at: Date, zone: Zone): { day: string; hour: number } {
  const said = new Intl.DateTimeFormat('sv-SE', { timeZone: zone.id, dateStyle: 'short', timeStyle: 'short' }).format(
    at,
  );
  return { day: said.slice(0, 10), hour: Number(said.slice(11, 13)) };
}

const locales = { fr: 'fr-FR', en: 'en-GB' };

function said(language: keyof typeof locales, at: Date, timeZone: string): string {
  const words = new Intl.DateTimeFormat(locales[language], { timeZone, dateStyle: 'full', timeStyle: 'short' });
  return language === 'fr' ? words.format(at).replace(/ 1 /, ' 1er ') : words.format(at);
}
