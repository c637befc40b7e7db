import { fold } from '../common/fold.js';

const emptyWords = new Set(
  'a au aux avec d dans de des du en et l la le les ou par pour sur un une and for in of on the to with'.split(' '),
);

/** The words of a folded text that count, singular, each with its place in the text. */
export function tellingWords(folded: string): { word: string; place: number }[] {
  return folded
    .replace(/\br( et)? d\b/g, (letters) => `rd${' _'.repeat(letters.split(' ').length - 1)}`)
    .split(' ')
    .map((word, place) => ({ word: singular(word), place }))
    .filter(({ word }) => word !== '' && word !== '_' && !emptyWords.has(word));
}

const singular = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/, '') : word);

/** The words of a folded text to look for as one types; all of them when none counts, as in "le" on the way to "lean". */
export function wordsToFind(folded: string): string[] {
  const words = folded.split(' ');
  const telling = words.filter((word) => !emptyWords.has(word)).map(singular);
  return (telling.length > 0 ? telling : words).slice(0, 8);
}

/** The words that count, in order: two texts with one key say the same thing. A remark in brackets says nothing more. */
export function wordKey(text: string): string {
  const bare = text.replace(/\([^)]*\)/g, ' ').replace(/\s-[^-]+-(?=\s|$)/g, ' ');
  return keyOf(fold(bare)) || keyOf(fold(text));
}

const keyOf = (folded: string): string =>
  tellingWords(folded)
    .map(({ word }) => word)
    .join(' ');

/** The keys of the masculine and the feminine form of a title such as "Chef / Cheffe de projet" or of one that has one form. */
export const titleKeys = (title: string): string[] => [...new Set(titleForms(title).map(wordKey))].filter(Boolean);

/** "Technicien / Technicienne de maintenance" is "Technicien de maintenance" and "Technicienne de maintenance". */
export function titleForms(title: string): string[] {
  const sides = title.split(' / ').map((side) => side.trim().split(/\s+/));
  const [left, right] = sides;
  if (sides.length !== 2 || !left || !right) return [title];
  const start = fold(right[0] ?? '').slice(0, 4);
  const at = Math.max(
    left.findIndex((word) => fold(word).startsWith(start)),
    0,
  );
  return [
    [...left, ...right.slice(left.length - at)],
    [...left.slice(0, at), ...right],
  ].map((words) => words.join(' '));
}
