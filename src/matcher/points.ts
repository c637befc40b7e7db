import { rounded, type Weights } from '../scoring/weights.js';

/**
 * The score in tenths of a point, as `sharePoints` and `score` make it: `sum` is that of weight × fit and `weight` that of
 * the weights, over the criteria between the two; `answering` is how the company answers, negative where nothing is known.
 */
export function tenthsOf(sum: number, weight: number, answering: number, { responsiveness: percent }: Weights): number {
  if (weight === 0) return 0;
  if (answering < 0 || percent === 0) return rounded(sum, 10 * weight);
  return rounded((100 - percent) * sum + percent * weight * answering, 1_000 * weight);
}

/** The least sum of weight × fit that gives so many tenths; a little less at most. */
export function sumFor(
  tenths: number,
  weight: number,
  answering: number,
  { responsiveness: percent }: Weights,
): number {
  const half = tenths - 0.5;
  if (answering < 0 || percent === 0) return 10 * weight * half;
  return (1_000 * weight * half - percent * weight * answering) / (100 - percent);
}
