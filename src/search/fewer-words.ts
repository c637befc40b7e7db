/** A telling word of a query, with how many offers have it and whether it belongs to the words of skills and occupations. */
export interface CountedWord {
  hits: number;
  known: boolean;
}

/** How many words may be missing: none of one or two, one of three or four, a quarter of more. */
const bearable = (count: number): number => (count < 3 ? 0 : count < 5 ? 1 : Math.floor(count / 4));

/**
 * Which words to do without when no offer has them all, one attempt after the other; each attempt is the places of the
 * words left out. Words that no offer has go first, and then what most offers have, for it tells least. A word of a trade
 * is never given up because no offer has it: that trade is not on offer, and an honest zero is better than others. Talk
 * around the trade may go altogether, as long as two of its words stay.
 */
export function wordsToLeaveOut(words: readonly CountedWord[]): number[][] {
  const places = words.map((_, place) => place);
  const missing = places.filter((place) => words[place]!.hits === 0);
  if (missing.some((place) => words[place]!.known)) return [];
  const others = places
    .filter((place) => !missing.includes(place))
    .sort((one, other) => words[other]!.hits - words[one]!.hits || other - one);
  const talk = others.filter((place) => !words[place]!.known);
  const fewest = Math.max(missing.length, 1);
  const few = bearable(words.length);
  const all = words.length - missing.length - talk.length >= 2 ? missing.length + talk.length : 0;
  const attempts = (from: number, until: number, left: number[]): number[][] =>
    Array.from({ length: Math.max(until - from + 1, 0) }, (_, more) => [
      ...missing,
      ...left.slice(0, from + more - missing.length),
    ]);
  return [...attempts(fewest, few, others), ...attempts(Math.max(fewest, few + 1), all, talk)];
}
