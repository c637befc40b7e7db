import type { Text } from '../common/text.js';
import { countingWords } from './word-key.js';

/** A skill or an occupation that bears a name. */
export interface Named {
  kind: 'SKILL' | 'OCCUPATION';
  code: string;
  label: Text;
}

/** Words of a query or a text that name a skill or an occupation. */
export interface Recognised extends Named {
  /** The words it was recognised in, folded. */
  words: string;
  /** Where they stand among the words of the text: the first of them, and the one after the last. */
  from: number;
  until: number;
}

/** The best skill and the best occupation of a name, by the words of it that count (see word-key.ts). */
export type NamesOf = (key: string) => readonly Named[];

/** In words that count. */
export const longestName = 6;

/**
 * The skills and occupations named in folded words, in the order they come, the longest names first: in
 * "ingenieur qualite" the occupation, not the quality. One name may be both a skill and an occupation.
 */
export function recognise(foldedWords: string, namesOf: NamesOf): Recognised[] {
  const words = countingWords(foldedWords);
  const said = foldedWords.split(' ');
  const found: Recognised[] = [];
  for (let at = 0; at < words.length;) {
    let [key, length, names]: [string, number, readonly Named[]] = ['', 0, []];
    for (let more = 1; more <= longestName && at + more <= words.length; more += 1) {
      key = more === 1 ? words[at]!.word : `${key} ${words[at + more - 1]!.word}`;
      const named = namesOf(key);
      if (named.length > 0) [length, names] = [more, named];
    }
    if (length > 0) {
      const [from, until] = [words[at]!.place, words[at + length - 1]!.next];
      const spoken = said.slice(from, until).join(' ');
      found.push(...names.map(({ kind, code, label }) => ({ kind, code, label, words: spoken, from, until })));
    }
    at += Math.max(1, length);
  }
  return found;
}
