import type { SearchParams } from 'meilisearch';

/** Signs that stand in no text of an offer, around the words that matched. */
const marks = { open: '\uE000', close: '\uE001' };

/** Asks the engine to mark the words that matched; nothing to mark without words. */
export const marksFor = (words: string): SearchParams =>
  words === ''
    ? {}
    : {
        attributesToHighlight: ['title', 'occupation', 'skills', 'company', 'places', 'terms', 'description'],
        attributesToCrop: ['description'],
        cropLength: 30,
        highlightPreTag: marks.open,
        highlightPostTag: marks.close,
      };

/** Words that stand in the index for names made of signs, back as people write them. */
const written: Record<string, string> = { cpp: 'c++', csharp: 'c#', rd: 'r&d' };

const marked = /\uE000([^\uE001]+)\uE001/g;

/** The distinct words that the engine marked in a document's fields, in lower case, at most twenty. */
export function markedWords(formatted: unknown): string[] {
  if (typeof formatted !== 'object' || formatted === null) return [];
  const texts = Object.values(formatted as Record<string, unknown>).flat();
  const words = texts.flatMap((text) =>
    typeof text === 'string' ? Array.from(text.matchAll(marked), ([, word]) => word!.toLocaleLowerCase('fr')) : [],
  );
  return [...new Set(words.map((word) => written[word] ?? word))].slice(0, 20);
}
