import { offerIndexSettings } from '../indexing/offer-index-settings.js';
import type { EngineQueryParams } from '../indexing/search-engine.js';
import { type TextWord, textWords } from '../words/normal-form.js';
import { isAcronym, saidOtherwise } from '../words/said-otherwise.js';

/** Signs that stand in no text of an offer, around the words that matched. */
const marks = { open: '\uE000', close: '\uE001' };

/** Asks the engine to mark the words that matched; nothing to mark without words. */
export const marksFor = (words: string): EngineQueryParams =>
  words === ''
    ? {}
    : {
        attributesToRetrieve: ['id', 'companyName'],
        attributesToHighlight: offerIndexSettings.searchableAttributes,
        // Of the description the part where most words stand: which words matched is all that is read of it.
        attributesToCrop: ['description'],
        cropLength: 20,
        cropMarker: '',
        highlightPreTag: marks.open,
        highlightPostTag: marks.close,
      };

/** A word of which only the beginning was typed is marked only there. */
const markedWord = /\uE000([^\uE001]+)\uE001([\p{L}\p{N}]*)/gu;

/** The words that the engine marked in a document, in their normal form; typing errors and beginnings are its business. */
export function markedWords(formatted: unknown): Set<string> {
  if (typeof formatted !== 'object' || formatted === null) return new Set();
  const texts = Object.values(formatted as Record<string, unknown>).flat();
  return new Set(
    texts.flatMap((text) =>
      typeof text === 'string' ? Array.from(text.matchAll(markedWord), ([, word, rest]) => `${word!}${rest!}`) : [],
    ),
  );
}

/** What to look for in the texts that people read: the words that matched, and acronyms and what they stand for. */
export class Matched {
  private readonly words: ReadonlySet<string>;

  constructor(readonly normal: ReadonlySet<string>) {
    this.words = new Set([...normal, ...[...normal].filter(isAcronym).flatMap((word) => saidOtherwise([word]))]);
  }

  get none(): boolean {
    return this.normal.size === 0;
  }

  has({ normal }: TextWord): boolean {
    return normal.some(
      (word) =>
        this.words.has(word) || (isAcronym(word) && saidOtherwise([word]).some((other) => this.normal.has(other))),
    );
  }
}

const mostWords = 20;

/** Those words of the texts that matched, as they are written where they stand first, in lower case. */
export function writtenWords(matched: Matched, texts: Iterable<string>): string[] {
  const written = new Map<string, string>();
  const missing = new Set(matched.normal);
  for (const text of texts) {
    if (missing.size === 0 || written.size >= mostWords) break;
    for (const word of textWords(text)) {
      if (!matched.has(word)) continue;
      const key = word.normal.join(' ');
      if (!written.has(key)) written.set(key, word.written.toLocaleLowerCase('fr'));
      for (const one of word.normal) missing.delete(one);
    }
  }
  return [...written.values()].slice(0, mostWords);
}

/** A text as HTML: everything of it escaped, the matching words in `mark`. Safe to show as it is. */
export const markedText = (text: string, matched: Matched): string => marked(text, matchesIn(text, matched));

function marked(text: string, matches: readonly TextWord[]): string {
  let html = '';
  let at = 0;
  for (const { start, end } of matches) {
    html += `${escaped(text.slice(at, start))}<mark>${escaped(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escaped(text.slice(at));
}

const longestSnippet = 220;

/**
 * The part of a text in which most of the words matched, as HTML; its beginning when none did. It begins and ends
 * between two words, with an ellipsis where something was left out.
 */
export function snippet(text: string, matched: Matched): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const matches = matchesIn(plain, matched);
  if (plain.length <= longestSnippet) return marked(plain, matches);
  const from = wordStart(plain, bestStart(plain, matches));
  const until = wordEnd(plain, Math.min(from + longestSnippet, plain.length));
  const part = markedText(plain.slice(from, until).trim(), matched);
  return `${from > 0 ? '… ' : ''}${part}${until < plain.length ? ' …' : ''}`;
}

const matchesIn = (text: string, matched: Matched): TextWord[] =>
  matched.none ? [] : textWords(text).filter((word) => matched.has(word));

/** A little before the first match of the stretch that holds most different words. */
function bestStart(text: string, matches: TextWord[]): number {
  const within = new Map<string, number>();
  let [last, best] = [0, { start: 0, words: 0 }];
  for (const { start, normal } of matches) {
    for (; last < matches.length && matches[last]!.end <= start + longestSnippet - 40; last += 1) {
      const key = matches[last]!.normal.join(' ');
      within.set(key, (within.get(key) ?? 0) + 1);
    }
    if (within.size > best.words) best = { start, words: within.size };
    const key = normal.join(' ');
    const count = within.get(key) ?? 0;
    if (count > 1) within.set(key, count - 1);
    else within.delete(key);
  }
  return best.start < 60 ? 0 : Math.min(best.start - 40, text.length - longestSnippet);
}

const wordStart = (text: string, at: number): number => (at <= 0 ? 0 : text.indexOf(' ', at) + 1);

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space > 0 ? space : at;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign]!);
