import type { CommuneFacts } from './facts.js';

/** "St-Étienne" is Saint-Étienne, in folded words. */
export const saintInFull = (folded: string): string => folded.replace(/\bst\b/g, 'saint').replace(/\bste\b/g, 'sainte');

const leadingArticle = /^(?:le|la|les|l) /;

/** "mans" of "le mans"; a name without an article stays as it is. */
export const withoutArticle = (folded: string): string => folded.replace(leadingArticle, '');

/** The most populated first; a fixed order among equals. */
export const byPopulation = (one: CommuneFacts, other: CommuneFacts): number =>
  other.population - one.population || (one.code < other.code ? -1 : 1);
