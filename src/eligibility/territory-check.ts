import { englishDate, frenchDate } from '../common/date-words.js';
import type { Said } from './eligibility-check.js';

/** A workplace as the list of the day sees it. */
export interface SiteFacts {
  communeCode: string;
  communeName: string;
  /** The Territoires d’industrie it is in; null where no list is known for the day. */
  territories: readonly string[] | null;
  /** The years of the list; null where there is none. */
  list: string | null;
}

export function territory(sites: readonly SiteFacts[], on: string): Said {
  const rule = {
    fr: 'Pour l’aide VTE en Territoire d’industrie seulement, le lieu de travail doit être dans un tel territoire',
    en: 'For the aid of the Territoires d’industrie only, the workplace must be in such a territory',
  };
  const field = 'sites';
  const inside = sites.find(({ territories }) => territories?.length);
  if (inside) {
    const [name] = inside.territories!;
    return {
      met: true,
      fr: `${rule.fr} : ${inside.communeName} est dans « ${name} » (liste ${inside.list}).`,
      en: `${rule.en}: ${inside.communeName} is in “${name}” (list of ${inside.list}).`,
      field,
    };
  }
  if (sites.length === 0) {
    const toDo = { fr: 'Indiquez la commune du lieu de travail.', en: 'Give the commune of the workplace.' };
    return { met: null, fr: `${rule.fr} ; il n’est pas précisé.`, en: `${rule.en}; it is not said.`, toDo, field };
  }
  if (sites.some(({ territories }) => territories === null)) {
    return {
      met: null,
      fr: `${rule.fr} ; la liste n’est pas connue au ${frenchDate(on)}.`,
      en: `${rule.en}; the list is not known on ${englishDate(on)}.`,
      field,
    };
  }
  return {
    met: false,
    fr: `${rule.fr} ; aucun lieu de l’offre ne l’est au ${frenchDate(on)}. Le label VTE est possible partout en France.`,
    en: `${rule.en}; no site of the offer is on ${englishDate(on)}. The VTE label is possible everywhere in France.`,
    field,
  };
}
