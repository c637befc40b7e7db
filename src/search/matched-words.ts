/** Signs that stand in no text of an offer, around the words that matched. */
export const marks = { open: '\uE000', close: '\uE001' };

const marked = /\uE000([^\uE001]+)\uE001/g;

/** The distinct words that the engine marked in a document's fields, in lower case, at most twenty. */
export function markedWords(formatted: unknown): string[] {
  if (typeof formatted !== 'object' || formatted === null) return [];
  const texts = Object.values(formatted as Record<string, unknown>).flat();
  const words = texts.flatMap((text) =>
    typeof text === 'string' ? Array.from(text.matchAll(marked), ([, word]) => word!.toLocaleLowerCase('fr')) : [],
  );
  return [...new Set(words)].slice(0, 20);
}
