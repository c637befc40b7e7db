import type { Found } from './proposal.js';

/** As much of a text as is read. */
export const longestText = 60_000;

const unseen = /[\u00AD\u200B-\u200F\u2060\uFEFF]/;
const mark = /\p{M}/u;

/**
 * A text without what hides its words: accents apart from their letters, soft hyphens, words broken at the end of a line,
 * headings with spaces between their letters. Knows where each of its characters stands in the text as it was given.
 */
export class SourceText {
  readonly plain: string;
  readonly cut: boolean;
  private readonly places: Uint32Array;

  constructor(
    private readonly given: string,
    isWord: (word: string) => boolean,
  ) {
    this.cut = given.length > longestText;
    const characters: string[] = [];
    const places: number[] = [];
    const text = this.cut ? given.slice(0, longestText) : given;
    const skip = skipped(text, isWord);
    for (let at = 0; at < text.length; at += 1) {
      const one = text[at]!;
      if (skip.has(at) || unseen.test(one)) continue;
      if (characters.length > 0 && mark.test(one)) {
        const composed = `${characters.at(-1)!}${one}`.normalize('NFC');
        if (composed.length === 1) characters[characters.length - 1] = composed;
        continue;
      }
      characters.push(/[\u00A0\u202F\u2007\u2009]/.test(one) ? ' ' : one === '\r' || one === '\f' ? '\n' : one);
      places.push(at);
    }
    this.plain = characters.join('');
    this.places = Uint32Array.from([...places, text.length]);
  }

  /** The words of the given text that a part of the plain one stands for. */
  found(start: number, end: number): Found {
    const from = this.places[start]!;
    const last = this.places[end - 1] ?? from;
    let until = last + 1;
    while (until < this.given.length && mark.test(this.given[until]!)) until += 1;
    return { words: this.given.slice(from, until), start: from, end: until };
  }
}

/** Which characters go: the spaces within a heading, the hyphen and the break within a word. */
function skipped(text: string, isWord: (word: string) => boolean): Set<number> {
  const skip = new Set<number>();
  const drop = (from: number, until: number): void => {
    for (let at = from; at < until; at += 1) skip.add(at);
  };
  for (const { 0: all, 1: before, 2: space, 3: after, index } of text.matchAll(
    /(?<!\p{L})(\p{L}{1,40})[-\u2010]([ \t]{0,40}\n\s{0,40})(\p{Ll}{1,40})/gu,
  )) {
    const hyphen = index + before!.length;
    const joined = isWord(before! + after!) || !isWord(after!);
    drop(joined ? hyphen : hyphen + 1, hyphen + 1 + space!.length);
    if (all.length === 0) break;
  }
  for (const { 0: line, index } of text.matchAll(
    /^[ \t]*\p{Lu}(?: \p{Lu}){3,}(?: {2,}\p{Lu}(?: \p{Lu})*)*[ \t]*$/gmu,
  )) {
    for (const { index: gap } of line.matchAll(/(?<=\p{Lu}) (?=\p{Lu})/gu)) skip.add(index + gap);
  }
  return skip;
}
