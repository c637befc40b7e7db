import { fold } from '../common/fold.js';

/** A skill as closeness sees it; occupations by their place in the list of all. */
export interface CalledFor {
  code: string;
  /** The words of its label that count, in any order. */
  words: readonly string[];
  /** The field of work it belongs to (quality, maintenance…), where the reference data say one. */
  domain: string | null;
  /** Something one knows, a tool or a standard, or something one does. */
  kind: string;
  occupations: readonly number[];
}

/** What closeness is made of. */
export interface ClosenessFacts {
  occupationCount: number;
  skills: readonly CalledFor[];
  /** Pairs of occupations between which people move, in whatever direction; each once or more. */
  moves: readonly (readonly [number, number])[];
}

/** From `fewestCommon` and this share of all occupations on, a skill says nothing of what it stands beside: a project, Excel. */
const commonShare = 0.12;
const fewestCommon = 2;

export const isCommon = (occupations: number, of: number): boolean =>
  occupations > Math.max(fewestCommon, of * commonShare);

const licenceCategories = new Set(['certifications', 'habilitations']);
const licenceWords = /^(habilitation|caces|permis|sauveteur secouriste)\b/;

/**
 * Whether it is a diploma, a licence or a permit: one has it or not, and nothing else stands for it. The ROME files them
 * apart; what only the seed brought is told by its first word.
 */
export function isLicence(category: string | null, label: string): boolean {
  return category === null ? licenceWords.test(fold(label)) : licenceCategories.has(fold(category));
}

/** From 50, called for everywhere, to 150, called for by one occupation alone. */
export const rarityOf = (occupations: number, of: number): number =>
  of <= 1 ? 100 : Math.round(50 + (100 * Math.log(of / occupations)) / Math.log(of));
