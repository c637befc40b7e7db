import { inclusiveForms } from './normal-form.js';

/** What someone typed, without what is said of no offer. */
export interface PlainSaid {
  text: string;
  /** Kilometres that were asked for around a place: "à 30 km de Nantes". */
  km: number | null;
}

const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu;
const markup = /<[^<>]{0,40}>/gu;
const initials = /(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}\.?(?![\p{L}\p{N}])/gu;
const distance =
  /(?:(?:dans un )?rayon (?:de )?|(?:à )?moins de |(?:a )?moins de |[àa] )?(?<![\p{L}\p{N}])(\d{1,3})\s?(?:kms?|kilom[èe]tres?)(?:\s(?:maximum|max|environ|autour|alentour))?(?:\s(?:de|du|d['’]))?(?![\p{L}\p{N}])/iu;
const around =
  /(?<!\p{L})(?:pr[èe]s|proche|autour|alentours?|environs?|proximit[ée]|pas loin)\s(?:de\s|du\s|des\s|d['’])/iu;
const duration = /(?<![\p{L}\p{N}])\d{1,3}\s?(?:mois|ans?|semaines?|jours?|heures?|h)(?![\p{L}\p{N}])/giu;
const street =
  /(?<![\p{L}\p{N}])\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|boulevard|bd|place|impasse|chemin|route|all[ée]e|quai)\s(?:(?:des?|du|la|le|les)\s|[dl]['’])*\p{L}+/giu;

/** What is meant by near a place, in kilometres. */
const nearKm = 30;

/** A query as its words are read: inclusive writing in the masculine, initials as one word, no lengths of time or streets. */
export function plainSaid(said: string): PlainSaid {
  const text = said
    .replace(invisible, '')
    .replace(markup, ' ')
    .replace(inclusiveForms, '$1')
    .replace(initials, (letters) => letters.replaceAll('.', ''))
    .replace(street, ' ')
    .replace(duration, ' ');
  const found = distance.exec(text);
  if (!found) return { text, km: around.test(text) ? nearKm : null };
  return { text: text.replace(found[0], ' '), km: Number(found[1]) };
}
