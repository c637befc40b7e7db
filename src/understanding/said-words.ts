import { fold } from '../common/fold.js';

/** A word of a search: folded, and as it was written and where. */
export interface SaidWord {
  word: string;
  written: string;
  start: number;
  end: number;
  /** A lone "d" or "l" that no apostrophe follows, as in "R&D": no word of grammar. */
  letter: boolean;
}

/** Neighbouring words, by their places in the list: the first, and the one after the last. */
export interface Span {
  from: number;
  until: number;
}

/** The folded words of a search, those that fold() gives; "L'Ain" is two. */
export function saidWords(said: string): SaidWord[] {
  const words: SaidWord[] = [];
  for (const { 0: written, index: start } of said.matchAll(/[\p{L}\p{N}\p{M}+#]+/gu)) {
    const end = start + written.length;
    const letter = /^[dl]$/i.test(written) && !/^['’ʼ´`]/.test(said.charAt(end));
    const folded = fold(written);
    // Letters such as "½" fold to several words.
    for (const word of folded.includes(' ') ? folded.split(' ') : [folded]) {
      if (word !== '') words.push({ word, written, start, end, letter });
    }
  }
  return words;
}

export const wordsIn = (words: readonly SaidWord[], { from, until }: Span): string =>
  words
    .slice(from, until)
    .map(({ word }) => word)
    .join(' ');

export const overlap = (one: Span, other: Span): boolean => one.from < other.until && other.from < one.until;

export const lengthOf = ({ from, until }: Span): number => until - from;

/** Phrases to look for among words, found by their first and their last word. */
export class Phrases<Meaning = true> {
  private readonly firsts = new Set<string>();
  private readonly lasts = new Set<string>();
  private readonly longest: number;

  constructor(private readonly meanings: ReadonlyMap<string, Meaning>) {
    for (const phrase of meanings.keys()) {
      const words = phrase.split(' ');
      this.firsts.add(words[0]!);
      this.lasts.add(words.at(-1)!);
    }
    this.longest = Math.max(0, ...[...meanings.keys()].map(countWords));
  }

  static of(phrases: Iterable<string>): Phrases {
    return new Phrases(new Map([...phrases].map((phrase) => [phrase, true])));
  }

  get(phrase: string): Meaning | undefined {
    return this.meanings.get(phrase);
  }

  has(phrase: string): boolean {
    return this.meanings.has(phrase);
  }

  /** The longest that ends right before a word; '' when none does. */
  before(words: readonly SaidWord[], from: number): string {
    if (from === 0 || !this.lasts.has(words[from - 1]!.word)) return '';
    let [phrase, longest] = ['', ''];
    for (let at = from - 1; at >= 0 && at >= from - this.longest && !words[at]!.letter; at -= 1) {
      phrase = phrase === '' ? words[at]!.word : `${words[at]!.word} ${phrase}`;
      if (this.meanings.has(phrase)) longest = phrase;
    }
    return longest;
  }

  /** The longest that begins at a word; '' when none does. */
  at(words: readonly SaidWord[], from: number): string {
    if (from >= words.length || !this.firsts.has(words[from]!.word)) return '';
    let [phrase, longest] = ['', ''];
    for (let at = from; at < words.length && at < from + this.longest; at += 1) {
      phrase = phrase === '' ? words[at]!.word : `${phrase} ${words[at]!.word}`;
      if (this.meanings.has(phrase)) longest = phrase;
    }
    return longest;
  }
}

export const countWords = (phrase: string): number => (phrase === '' ? 0 : phrase.split(' ').length);
