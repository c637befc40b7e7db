import { fold } from '../common/fold.js';

const emptyWords = new Set(
  'a au aux avec d dans de des du en et l la le les ou par pour sur un une and for in of on the to with'.split(' '),
);

export interface CountingWord {
  word: string;
  /** Where it stands among the words of the text, and where the next one does. */
  place: number;
  next: number;
}

/** The words of a folded text that count, in the singular; "r d" and "r et d" are one word, "iso9001" is two. */
export function countingWords(folded: string): CountingWord[] {
  const said = folded.split(' ');
  return said
    .map((word, place) => {
      if (word === 'r' && said[place + 1] === 'd') return { word: 'rd', place, next: place + 2 };
      if (word === 'r' && said[place + 1] === 'et' && said[place + 2] === 'd')
        return { word: 'rd', place, next: place + 3 };
      return { word: singular(apart(word)), place, next: place + 1 };
    })
    .filter(({ word }) => word !== '' && !emptyWords.has(word));
}

/** "iso9001" as "iso 9001"; short names such as "s7" or "h2" are left alone. */
export const apart = (folded: string): string => folded.replace(/\b(\p{L}{3,})(\d{2,})\b/gu, '$1 $2');

const singular = (word: string): string => (word.length > 4 ? word.replace(/[sx]$/, '') : word);

/** The words of a folded text to look for as one types; all of them when none counts, as in "le" on the way to "lean". */
export function wordsToFind(folded: string): string[] {
  const words = apart(folded).split(' ');
  const telling = words.filter((word) => !emptyWords.has(word)).map(singular);
  return (telling.length > 0 ? telling : words).slice(0, 8);
}

/** The words that count, in order: two texts with one key say the same thing. A remark in brackets says nothing more. */
export function wordKey(text: string): string {
  const bare = text.replace(/\([^)]*\)/g, ' ').replace(/\s-[^-]+-(?=\s|$)/g, ' ');
  return keyOf(fold(bare)) || keyOf(fold(text));
}

const keyOf = (folded: string): string =>
  countingWords(folded)
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
