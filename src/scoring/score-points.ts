import type { Fit, Part } from './score-facts.js';
import { full, rounded } from './weights.js';

/** Points in tenths, of a whole score of a thousand. */
const wholeScore = 1_000;

/**
 * The weighted mean of the fits, in tenths of a point, rounded once: so a better fit never lowers it. `sum` is that of
 * weight × fit and `weight` that of the weights, over the criteria that count.
 */
export const scoreOf = (sum: number, weight: number): number => rounded(sum * wholeScore, weight * full);

/**
 * The score, and the tenths of it handed to the parts in whole numbers: points add up to the score and the points possible
 * to 100, to the last tenth; no part has more points than are possible, and a perfect one has all of them.
 */
export function sharePoints(fits: readonly Fit[], weightOf: (fit: Fit) => number): { score: number; parts: Part[] } {
  const weight = fits.reduce((sum, fit) => sum + weightOf(fit), 0);
  if (weight === 0) return { score: 0, parts: [] };
  const score = scoreOf(
    fits.reduce((sum, fit) => sum + weightOf(fit) * fit.fit, 0),
    weight,
  );
  const shares = fits.map((fit) => shareOf(fit.fit, weightOf(fit), weight));
  handOut(shares, score);
  const parts = fits.map((fit, at) => ({
    ...fit,
    points: shares[at]!.won / 10,
    pointsPossible: shares[at]!.possible / 10,
  }));
  return { score: score / 10, parts };
}

interface Share {
  fit: number;
  won: number;
  possible: number;
  /** What whole tenths leave of the exact numbers, between 0 and 1; a perfect part wins what is possible. */
  wonLeft: number;
  possibleLeft: number;
}

function shareOf(fit: number, weight: number, whole: number): Share {
  const [possible, won] = [(wholeScore * weight) / whole, (wholeScore * weight * fit) / (whole * full)];
  return {
    fit,
    won: Math.floor(won),
    possible: Math.floor(possible),
    wonLeft: won - Math.floor(won),
    possibleLeft: possible - Math.floor(possible),
  };
}

/** Gives the tenths that are left by largest remainder: first to perfect parts, which win as much as becomes possible. */
function handOut(shares: readonly Share[], score: number): void {
  const perfect = shares.filter(({ fit }) => fit === full);
  const partial = shares.filter(({ fit }) => fit > 0 && fit < full);
  const others = shares.filter(({ fit }) => fit < full);
  let spare = wholeScore - sum(shares, 'possible');
  let toWin = score - sum(shares, 'won');
  const forPerfect = Math.min(Math.round(perfect.reduce((left, share) => left + share.possibleLeft, 0)), spare, toWin);
  for (const share of byRemainder(perfect, 'possibleLeft').slice(0, forPerfect)) {
    share.won += 1;
    share.possible += 1;
    toWin -= 1;
    spare -= 1;
  }
  for (const share of byRemainder(partial, 'wonLeft')) {
    if (toWin === 0) break;
    if (share.won === share.possible && spare > 0) {
      share.possible += 1;
      spare -= 1;
    }
    if (share.won === share.possible) continue;
    share.won += 1;
    toWin -= 1;
  }
  for (const share of [...byRemainder(others, 'possibleLeft'), ...perfect]) {
    if (spare === 0) break;
    share.possible += 1;
    spare -= 1;
  }
  for (let at = 0; toWin > 0; at = (at + 1) % shares.length) {
    const share = shares[at]!;
    if (share.fit === 0 || share.won >= share.possible) continue;
    share.won += 1;
    toWin -= 1;
  }
}

/** The largest remainder first; equal ones stay in the order of weight. */
const byRemainder = (shares: readonly Share[], left: 'wonLeft' | 'possibleLeft'): Share[] =>
  [...shares].sort((one, other) => other[left] - one[left]);

const sum = (shares: readonly Share[], what: 'won' | 'possible'): number =>
  shares.reduce((total, share) => total + share[what], 0);
