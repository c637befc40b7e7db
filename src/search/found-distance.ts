import type { ReadFilter } from '../offers/offer-filter.js';

/** Whether the filter names a place that distances can be counted from. */
export const hasPoint = ({ said }: ReadFilter): boolean =>
  Boolean(said.places?.some(({ commune, point }) => commune ?? point));

/** Kilometres, to a tenth, from the nearest of the sites that lie in the places asked for. */
export function distanceOf(communes: readonly string[], { places }: ReadFilter): number | null {
  const all = communes.flatMap((code) => places?.km(code) ?? []);
  return all.length > 0 ? Math.round(Math.min(...all) * 10) / 10 : null;
}
