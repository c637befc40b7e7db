import { OfferFilter } from '../offers/offer-filter.input.js';
import type { PlaceInput } from '../territories/place.input.js';

const steps = [10, 20, 30, 50, 75, 100];

/**
 * The radii to try when nothing was found, in kilometres: those beyond the widest one asked for, and none unless every
 * place is a circle, since a department or a territory has no radius to widen.
 */
export function wideningSteps(places: readonly PlaceInput[] | null | undefined): number[] {
  if (!places || places.length === 0) return [];
  const radii = places.map(({ commune, point }) => (commune ? (commune.radiusKm ?? 0) : point?.radiusKm));
  if (radii.some((radius) => radius === undefined)) return [];
  const widest = Math.max(...radii.map((radius) => radius ?? 0));
  return widest === 0 ? [] : steps.filter((km) => km > widest);
}

/** The same filter with every circle at least so wide. */
export const widenedTo = (filter: OfferFilter | null | undefined, km: number): OfferFilter =>
  Object.assign(new OfferFilter(), filter, { places: (filter?.places ?? []).map((place) => wider(place, km)) });

function wider({ commune, point, ...other }: PlaceInput, km: number): PlaceInput {
  if (commune) return { commune: { code: commune.code, radiusKm: Math.max(km, commune.radiusKm ?? 0) } };
  if (!point) return other;
  return { point: { latitude: point.latitude, longitude: point.longitude, radiusKm: Math.max(km, point.radiusKm) } };
}
