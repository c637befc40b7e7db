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
  handOut(shares, score, weight);
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
  /** What whole tenths leave of the exact numbers, as remainders of a division by `whole * full`; a perfect part wins what is possible. */
  wonLeft: number;
  possibleLeft: number;
}

function shareOf(fit: number, weight: number, whole: number): Share {
  const [possible, won] = [wholeScore * weight, wholeScore * weight * fit];
  return {
    fit,
    won: Math.floor(won / (whole * full)),
    possible: Math.floor(possible / whole),
    wonLeft: won % (whole * full),
    possibleLeft: (possible % whole) * full,
  };
}

/**
 * Gives the tenths that are left by largest remainder: first to perfect parts, which win as much as becomes possible. What
 * they do not take is at most one tenth for each part that is neither perfect nor nothing.
 */
function handOut(shares: readonly Share[], score: number, whole: number): void {
  const perfect = shares.filter(({ fit }) => fit === full);
  const partial = byRemainder(
    shares.filter(({ fit }) => fit > 0 && fit < full),
    'wonLeft',
  );
  let spare = wholeScore - sum(shares, 'possible');
  let toWin = score - sum(shares, 'won');
  const forPerfect = rounded(sum(perfect, 'possibleLeft'), whole * full);
  for (const share of byRemainder(perfect, 'possibleLeft').slice(0, forPerfect)) {
    share.won += 1;
    share.possible += 1;
    toWin -= 1;
    spare -= 1;
  }
  for (const share of partial.slice(0, toWin)) {
    if (share.won === share.possible && spare > 0) {
      share.possible += 1;
      spare -= 1;
    }
    if (share.won === share.possible) continue;
    share.won += 1;
    toWin -= 1;
  }
  for (const share of byRemainder(
    shares.filter(({ fit }) => fit < full),
    'possibleLeft',
  ).slice(0, spare)) {
    share.possible += 1;
  }
  for (const share of partial) {
    const more = Math.min(toWin, share.possible - share.won);
    share.won += more;
    toWin -= more;
  }
}

/** The largest remainder first; equal ones stay in the order of weight. */
const byRemainder = (shares: readonly Share[], left: 'wonLeft' | 'possibleLeft'): Share[] =>
  [...shares].sort((one, other) => other[left] - one[left]);

const sum = (shares: readonly Share[], what: 'won' | 'possible' | 'possibleLeft'): number =>
  shares.reduce((total, share) => total + share[what], 0);
