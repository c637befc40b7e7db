/** A telling word of a query. */
export interface CountedWord {
  /** How many offers have it. */
  hits: number;
  /** Whether it names the trade, the skills or the place looked for: others may be missing, these may not. */
  core: boolean;
}

/**
 * Which words to do without when no offer has them all, one attempt after the other; each attempt is the places of the
 * words left out. Words that no offer has go first, and then what most offers have, for it tells least. The core is never
 * given up, and without one nothing is: what is left of a query without its trade finds strangers, and an honest zero is
 * better than those.
 */
export function wordsToLeaveOut(words: readonly CountedWord[]): number[][] {
  const places = words.map((_, place) => place);
  const core = words.filter((word) => word.core);
  if (core.length === 0 || core.some(({ hits }) => hits === 0)) return [];
  const missing = places.filter((place) => words[place]!.hits === 0);
  const others = places
    .filter((place) => !words[place]!.core && words[place]!.hits > 0)
    .sort((one, other) => words[other]!.hits - words[one]!.hits || other - one);
  const fewest = missing.length > 0 ? 0 : 1;
  return Array.from({ length: Math.max(others.length - fewest + 1, 0) }, (_, more) => [
    ...missing,
    ...others.slice(0, fewest + more),
  ]);
}
