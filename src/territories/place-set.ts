import { InputProblem } from '../common/refusal.js';
import { distanceKm, type LatLon } from './distance.js';
import type { CommuneFacts } from './facts.js';
import type { Gazetteer } from './gazetteer.js';
import type { Place } from './place.js';
import { checkPlaces } from './place-check.js';

/** The communes that lie in any of several places, with the distance to the nearest place that has a point. */
export class PlaceSet {
  /** By code of today; km to the nearest place asked for that has a point, null when none has one. */
  readonly communes: ReadonlyMap<string, number | null>;

  constructor(communes: Iterable<CommuneFacts>, points: readonly LatLon[]) {
    this.communes = new Map([...communes].map((commune) => [commune.code, nearest(commune, points)]));
  }

  has(communeCode: string): boolean {
    return this.communes.has(communeCode);
  }

  /** Null for a commune outside the set too. */
  km(communeCode: string): number | null {
    return this.communes.get(communeCode) ?? null;
  }
}

const nearest = (commune: CommuneFacts, points: readonly LatLon[]): number | null =>
  points.length === 0 ? null : Math.min(...points.map((point) => distanceKm(commune, point)));

/**
 * The union of the places, or every problem found in them; `path` is the way to the list in the caller's input. A wider
 * radius never gives fewer communes.
 */
export function resolvePlaces(
  gazetteer: Gazetteer,
  places: readonly Place[],
  path: readonly (string | number)[],
): PlaceSet | InputProblem[] {
  const problems = checkPlaces(gazetteer, places, path);
  if (problems.length > 0) return problems;
  const points = places.flatMap((place) => pointOf(gazetteer, place) ?? []);
  return new PlaceSet(new Set(places.flatMap((place) => communesOf(gazetteer, place))), points);
}

function pointOf(gazetteer: Gazetteer, { commune, point }: Place): LatLon | undefined {
  return commune ? gazetteer.commune(commune.code) : point;
}

function communesOf(gazetteer: Gazetteer, place: Place): readonly CommuneFacts[] {
  if (place.departmentCode) return gazetteer.communesOfDepartment(place.departmentCode);
  if (place.regionCode) return gazetteer.communesOfRegion(place.regionCode);
  if (place.epciSiren) return gazetteer.communesOfEpci(place.epciSiren);
  if (place.territoryId) return gazetteer.communesOfTerritory(place.territoryId);
  const centre = pointOf(gazetteer, place)!;
  const radius = place.point?.radiusKm ?? place.commune?.radiusKm;
  if (radius) return gazetteer.communesWithin(centre, radius).map(({ commune }) => commune);
  return [gazetteer.commune(place.commune!.code)!];
}
