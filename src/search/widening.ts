import { OfferFilter } from '../offers/offer-filter.input.js';
import { widestRadiusKm } from '../territories/place-check.js';
import type { PlaceInput } from '../territories/place.input.js';

/** Kilometres that an empty search is widened to, one after the other. */
export const steps = [5, 10, 20, 30, 50, 75, 100];
export const widestStep = 100;

/** The widest circle asked for; null unless every place is one: a department or a territory has no radius to widen. */
export function widestCircle(places: readonly PlaceInput[] | null | undefined): number | null {
  if (!places || places.length === 0) return null;
  const radii = places.map(({ commune, point }) => (commune ? (commune.radiusKm ?? 0) : point?.radiusKm));
  if (radii.some((radius) => radius === undefined)) return null;
  const widest = Math.max(...radii.map((radius) => radius ?? 0));
  return widest === 0 ? null : widest;
}

/** The radii to try when nothing was found, in kilometres: those beyond the widest circle asked for. */
export function wideningSteps(places: readonly PlaceInput[] | null | undefined): number[] {
  const widest = widestCircle(places);
  return widest === null ? [] : steps.filter((km) => km > widest);
}

/**
 * The circles in which it is decided how the words are read, so that it does not depend on the radius and a wider one
 * never finds fewer: all circles as wide as a search is ever widened; for those that were asked for wider still, when
 * nothing is found in that, the widest there are. Null is the filter as it is, without circles.
 */
export function horizons(places: readonly PlaceInput[] | null | undefined): (number | null)[] {
  const widest = widestCircle(places);
  if (widest === null) return [null];
  return widest > widestStep ? [widestStep, widestRadiusKm] : [widestStep];
}

/** The same filter with every circle of so many kilometres; unless `exactly`, of more where more was asked for. */
export const withCircles = (
  filter: OfferFilter | null | undefined,
  km: number,
  { exactly = false } = {},
): OfferFilter =>
  Object.assign(new OfferFilter(), filter, {
    places: (filter?.places ?? []).map((place) => circled(place, (radius) => (exactly ? km : Math.max(km, radius)))),
  });

function circled({ commune, point, ...other }: PlaceInput, km: (radius: number) => number): PlaceInput {
  if (commune) return { commune: { code: commune.code, radiusKm: km(commune.radiusKm ?? 0) } };
  if (!point) return other;
  const { latitude, longitude, radiusKm } = point;
  return { point: { latitude, longitude, radiusKm: km(radiusKm) } };
}
