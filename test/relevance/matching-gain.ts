import type { Trade } from './matching-world.js';

/** 3 for the same occupation, 1 for one that people move to or from, 0 for others. */
export const gainOf = (offer: Trade, candidate: Trade): number =>
  offer.code === candidate.code ? 3 : offer.nextTo.has(candidate.code) ? 1 : 0;

/** How good the first ten of a list are against the best list there could be, 0 to 1; the gain counts less further down. */
export function ndcgAt10(gains: readonly number[], all: readonly number[]): number {
  const best = discounted([...all].sort((one, other) => other - one));
  return best === 0 ? 0 : discounted(gains) / best;
}

const discounted = (gains: readonly number[]): number =>
  gains.slice(0, 10).reduce((sum, gain, place) => sum + (2 ** gain - 1) / Math.log2(place + 2), 0);

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The places of the best ten of a list, the best first; equals in the order of the list. */
export const bestTen = (worths: readonly number[]): number[] =>
  worths
    .map((_, place) => place)
    .sort((one, other) => worths[other]! - worths[one]! || one - other)
    .slice(0, 10);
