import type { Text } from '../common/text.js';
import type { TerritoryChange } from './territory-crosswalk.js';

/** What became of a territory, as people read it. */
export const changeWords: Record<TerritoryChange, Text> = {
  CONTINUED: { fr: 'Reconduit', en: 'Continued' },
  EXTENDED: { fr: 'Reconduit et agrandi', en: 'Continued and extended' },
  REDUCED: { fr: 'Reconduit en partie', en: 'Continued in part' },
  MERGED: { fr: 'Réuni avec d’autres', en: 'Merged with others' },
  SPLIT: { fr: 'Partagé', en: 'Split' },
  RESHAPED: { fr: 'Redessiné', en: 'Reshaped' },
  MARGINAL: { fr: 'Quelques communes en commun', en: 'A few communes in common' },
  NEW: { fr: 'Nouveau en 2023', en: 'New in 2023' },
  ENDED: { fr: 'Non reconduit en 2023', en: 'Not continued in 2023' },
};
