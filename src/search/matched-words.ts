import type { SearchParams } from 'meilisearch';
import { textWords } from '../words/normal-form.js';

/** Signs that stand in no text of an offer, around the words that matched. */
const marks = { open: '\uE000', close: '\uE001' };

const searched = ['title', 'titleOtherwise', 'occupation', 'skills', 'company', 'places', 'terms', 'description'];

/** Asks the engine to mark the words that matched; nothing to mark without words. */
export const marksFor = (words: string): SearchParams =>
  words === '' ? {} : { attributesToHighlight: searched, highlightPreTag: marks.open, highlightPostTag: marks.close };

/** A word of which only the beginning was typed is marked only there. */
const marked = /\uE000([^\uE001]+)\uE001([\p{L}\p{N}]*)/gu;

/** The words that the engine marked in a document, in their normal form; typing errors and beginnings are its business. */
export function markedWords(formatted: unknown): Set<string> {
  if (typeof formatted !== 'object' || formatted === null) return new Set();
  const texts = Object.values(formatted as Record<string, unknown>).flat();
  return new Set(
    texts.flatMap((text) =>
      typeof text === 'string' ? Array.from(text.matchAll(marked), ([, word, rest]) => `${word!}${rest!}`) : [],
    ),
  );
}

const mostWords = 20;

/** Those of the normal words that stand in the texts, as they are written there, in lower case, each once. */
export function writtenWords(normal: ReadonlySet<string>, texts: Iterable<string>): string[] {
  const wanted = new Set(normal);
  const written = new Set<string>();
  for (const text of texts) {
    if (wanted.size === 0 || written.size >= mostWords) break;
    for (const word of textWords(text)) {
      if (!word.normal.some((one) => wanted.has(one))) continue;
      written.add(word.written.toLocaleLowerCase('fr'));
      for (const one of word.normal) wanted.delete(one);
    }
  }
  return [...written].slice(0, mostWords);
}

/** A text as HTML: everything of it escaped, the matching words in `mark`. Safe to show as it is. */
export function markedText(text: string, normal: ReadonlySet<string>): string {
  let html = '';
  let at = 0;
  for (const { start, end } of matchesIn(text, normal)) {
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
export function snippet(text: string, normal: ReadonlySet<string>): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= longestSnippet) return markedText(plain, normal);
  const from = wordStart(plain, bestStart(plain, matchesIn(plain, normal)));
  const until = wordEnd(plain, Math.min(from + longestSnippet, plain.length));
  const part = markedText(plain.slice(from, until).trim(), normal);
  return `${from > 0 ? '… ' : ''}${part}${until < plain.length ? ' …' : ''}`;
}

interface Match {
  start: number;
  end: number;
  words: readonly string[];
}

const matchesIn = (text: string, normal: ReadonlySet<string>): Match[] =>
  textWords(text)
    .filter((word) => word.normal.some((one) => normal.has(one)))
    .map(({ start, end, normal: words }) => ({ start, end, words }));

/** A little before the first match of the stretch that holds most different words. */
function bestStart(text: string, matches: Match[]): number {
  let best = { start: 0, words: 0 };
  for (const { start } of matches) {
    const within = matches.filter((match) => match.start >= start && match.end <= start + longestSnippet - 40);
    const words = new Set(within.flatMap((match) => match.words)).size;
    if (words > best.words) best = { start, words };
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
