import type { MapSite } from './map-sites.js';

/** How many times the usual square of a neighbourhood a site is given for each commune that merged into it. */
const forMerged = 0.08;
const mostMerged = 12;

/** And for each factor of ten by which it has more inhabitants than its neighbours: populous communes tend to be large. */
const forPopulation = 0.2;

/** The greatest part of the squared distance to a neighbour by which weights may differ, so that each keeps its own site. */
const mostOfDistance = 0.7;

/**
 * What sites are to have more or less than half the way to their neighbours, as squares: the weights of a power diagram.
 * With all of them 0, large communes come out too small, for the line is drawn halfway.
 */
export function cellWeights(
  sites: readonly MapSite[],
  x: Float64Array,
  y: Float64Array,
  neighbours: readonly (readonly number[])[],
): Float64Array {
  const squared = (one: number, other: number): number => (x[one]! - x[other]!) ** 2 + (y[one]! - y[other]!) ** 2;
  const inhabitants = sites.map(({ population }) => Math.log10(1 + population));
  const weights = Float64Array.from(sites, ({ merged }, at) => {
    const around = neighbours[at]!;
    if (around.length === 0) return 0;
    const nearest = around
      .map((other) => squared(at, other))
      .sort((one, other) => one - other)
      .slice(0, 5);
    const usual = mean(nearest);
    const more = inhabitants[at]! - mean(around.map((other) => inhabitants[other]!));
    return usual * (forMerged * Math.min(merged, mostMerged) + forPopulation * more);
  });
  for (let pass = 0; pass < 8; pass += 1) {
    for (let one = 0; one < sites.length; one += 1) {
      for (const other of neighbours[one]!) {
        const difference = weights[one]! - weights[other]!;
        const excess = Math.abs(difference) - mostOfDistance * squared(one, other);
        if (other < one || excess <= 0) continue;
        const step = (excess / 2) * Math.sign(difference);
        weights[one]! -= step;
        weights[other]! += step;
      }
    }
  }
  return weights;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
