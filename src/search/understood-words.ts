import { fold } from '../common/fold.js';

/** A word of a search: folded, and as it was written and where. */
export interface SaidWord {
  word: string;
  written: string;
  start: number;
  end: number;
}

/** Neighbouring words, by their places in the list: the first, and the one after the last. */
export interface Span {
  from: number;
  until: number;
}

/** The folded words of a search, those that fold() gives; "L'Ain" is two. */
export function saidWords(said: string): SaidWord[] {
  return [...said.matchAll(/[\p{L}\p{N}\p{M}+#]+/gu)].flatMap(({ 0: written, index }) =>
    fold(written)
      .split(' ')
      .filter(Boolean)
      .map((word) => ({ word, written, start: index, end: index + written.length })),
  );
}

export const wordsIn = (words: readonly SaidWord[], { from, until }: Span): string =>
  words
    .slice(from, until)
    .map(({ word }) => word)
    .join(' ');

export const overlap = (one: Span, other: Span): boolean => one.from < other.until && other.from < one.until;

export const lengthOf = ({ from, until }: Span): number => until - from;

/** The longest of the phrases that ends right before a word; '' when none does. */
export function phraseBefore(
  words: readonly SaidWord[],
  from: number,
  phrases: { has(phrase: string): boolean },
): string {
  let [phrase, longest] = ['', ''];
  for (let at = from - 1; at >= 0 && at >= from - 5; at -= 1) {
    phrase = phrase === '' ? words[at]!.word : `${words[at]!.word} ${phrase}`;
    if (phrases.has(phrase)) longest = phrase;
  }
  return longest;
}

/** The longest of the phrases that begins at a word; '' when none does. */
export function phraseAt(words: readonly SaidWord[], from: number, phrases: { has(phrase: string): boolean }): string {
  let [phrase, longest] = ['', ''];
  for (let at = from; at < words.length && at < from + 5; at += 1) {
    phrase = phrase === '' ? words[at]!.word : `${phrase} ${words[at]!.word}`;
    if (phrases.has(phrase)) longest = phrase;
  }
  return longest;
}

export const countWords = (phrase: string): number => (phrase === '' ? 0 : phrase.split(' ').length);
