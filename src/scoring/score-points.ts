import type { Fit, Part } from './score-facts.js';

/**
 * The score is the weighted mean of the fits, out of 100, rounded to a tenth once; so a better fit never lowers it. The
 * tenths are then handed to the parts by largest remainder, in whole numbers: points add up to the score and the points
 * possible to 100, to the last tenth, and no part has more points than are possible.
 */
export function sharePoints(fits: readonly Fit[], weightOf: (fit: Fit) => number): { score: number; parts: Part[] } {
  const whole = fits.reduce((sum, fit) => sum + weightOf(fit), 0);
  if (whole === 0) return { score: 0, parts: [] };
  const possible = fits.map((fit) => (1000 * weightOf(fit)) / whole);
  const won = fits.map((fit, at) => possible[at]! * fit.fit);
  const score = roundTenths(won.reduce((sum, tenths) => sum + tenths, 0));
  const shares = handOut(won, possible, score);
  const parts = fits.map((fit, at) => ({
    ...fit,
    points: shares.won[at]! / 10,
    pointsPossible: shares.possible[at]! / 10,
  }));
  return { score: score / 10, parts };
}

/** A hair is added so that a mean that is a whole tenth but for the last bits of a float counts as that tenth. */
const hair = 1e-7;
const roundTenths = (value: number): number => Math.min(1000, Math.round(value + hair));
const floorTenths = (value: number): number => Math.floor(value + hair);

function handOut(wonExactly: number[], possibleExactly: number[], score: number) {
  const won = wonExactly.map(floorTenths);
  const possible = possibleExactly.map(floorTenths);
  let spare = 1000 - sum(possible);
  for (const at of byRemainder(wonExactly, won)) {
    if (sum(won) === score) break;
    if (won[at] === possible[at]) {
      if (spare === 0) continue;
      possible[at]! += 1;
      spare -= 1;
    }
    won[at]! += 1;
  }
  for (let at = 0; sum(won) < score; at = (at + 1) % won.length) {
    if (won[at]! < possible[at]! && wonExactly[at]! > 0) won[at]! += 1;
  }
  for (const at of byRemainder(possibleExactly, possible)) {
    if (spare === 0) break;
    possible[at]! += 1;
    spare -= 1;
  }
  return { won, possible };
}

/** Positions, the largest remainder first; equal ones (to the hair) stay in the order of weight. */
function byRemainder(exactly: number[], floors: number[]): number[] {
  const remainder = exactly.map((value, at) => Math.round((value - floors[at]!) / hair));
  return exactly.map((_, at) => at).sort((one, other) => remainder[other]! - remainder[one]! || one - other);
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
