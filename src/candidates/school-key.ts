import { fold } from '../common/fold.js';
import { saintInFull } from '../territories/folded-places.js';

/** Characters in the name of a school. */
export const longestSchool = 120;

const grammar = new Set('a au aux d de des du en et l la le les'.split(' '));

/** The form in which schools are counted: “INSA de Lyon” and “Insa Lyon” are one. Null for none. */
export function schoolKey(school: string | null): string | null {
  const folded = saintInFull(fold(school ?? ''));
  const telling = folded.split(' ').filter((word) => !grammar.has(word));
  return telling.join(' ') || folded || null;
}
