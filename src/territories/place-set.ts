import { LRUCache } from 'lru-cache';
import type { InputProblem } from '../common/refusal.js';
import { distanceKm, type LatLon } from './distance.js';
import type { CommuneFacts } from './facts.js';
import type { Gazetteer } from './gazetteer.js';
import type { Place } from './place.js';
import { checkPlaces } from './place-check.js';
import { keptPlaces } from './place-memory.js';

/** A commune of a set; km to the nearest place asked for that has a point, null when none has one. */
export interface Placed {
  readonly commune: CommuneFacts;
  readonly km: number | null;
}

/** The communes that lie in any of several places, with the distance to the nearest place that has a point. Never changes. */
export class PlaceSet {
  private kmByCode: ReadonlyMap<string, number | null> | undefined;
  private nearestFirst: readonly Placed[] | undefined;
  private readonly prefixes = new LRUCache<number, PlaceSet>({ max: 16 });

  /** Each commune once. */
  constructor(readonly members: readonly Placed[]) {}

  /** Km by code of today. */
  get communes(): ReadonlyMap<string, number | null> {
    return (this.kmByCode ??= new Map(this.members.map(({ commune, km }) => [commune.code, km])));
  }

  has(communeCode: string): boolean {
    return this.communes.has(communeCode);
  }

  /** Null for a commune outside the set too. */
  km(communeCode: string): number | null {
    return this.communes.get(communeCode) ?? null;
  }

  /** Nearest first; those without a distance last. Communes equally far stand in the order of their codes. */
  byDistance(): readonly Placed[] {
    return (this.nearestFirst ??= [...this.members].sort(
      (one, other) => kmOf(one) - kmOf(other) || (one.commune.code < other.commune.code ? -1 : 1),
    ));
  }

  /** So many of the nearest communes; the same set each time it is asked for. */
  nearest(count: number): PlaceSet {
    if (count >= this.members.length) return this;
    let set = this.prefixes.get(count);
    if (!set) this.prefixes.set(count, (set = new PlaceSet(this.byDistance().slice(0, count))));
    return set;
  }
}

/** Without a distance is farther than any; a number that can be subtracted from itself. */
const kmOf = ({ km }: Placed): number => km ?? Number.MAX_VALUE;

/**
 * The union of the places, or every problem found in them; `path` is the way to the list in the caller's input. A wider
 * radius never gives fewer communes. The same places in any order give the same set while the gazetteer stays the same.
 */
export function resolvePlaces(
  gazetteer: Gazetteer,
  places: readonly Place[],
  path: readonly (string | number)[],
): PlaceSet | InputProblem[] {
  const problems = checkPlaces(gazetteer, places, path);
  if (problems.length > 0) return problems;
  return keptPlaces(gazetteer, places, () => union(gazetteer, places));
}

function union(gazetteer: Gazetteer, places: readonly Place[]): PlaceSet {
  const [only] = places;
  const circle = places.length === 1 && only ? circleOf(gazetteer, only) : undefined;
  if (circle) return new PlaceSet(gazetteer.communesWithin(circle.centre, circle.km));
  const communes = new Set<CommuneFacts>();
  for (const place of places) {
    for (const commune of communesOf(gazetteer, place)) communes.add(commune);
  }
  const points = places.flatMap((place) => pointOf(gazetteer, place) ?? []);
  return new PlaceSet(Array.from(communes, (commune) => ({ commune, km: nearest(commune, points) })));
}

function nearest(commune: CommuneFacts, points: readonly LatLon[]): number | null {
  let km: number | null = null;
  for (const point of points) {
    const distance = distanceKm(commune, point);
    if (km === null || distance < km) km = distance;
  }
  return km;
}

function pointOf(gazetteer: Gazetteer, { commune, point }: Place): LatLon | undefined {
  return commune ? gazetteer.commune(commune.code) : point;
}

function circleOf(gazetteer: Gazetteer, place: Place): { centre: LatLon; km: number } | undefined {
  const km = place.point?.radiusKm ?? place.commune?.radiusKm;
  return km ? { centre: pointOf(gazetteer, place)!, km } : undefined;
}

function communesOf(gazetteer: Gazetteer, place: Place): readonly CommuneFacts[] {
  if (place.departmentCode) return gazetteer.communesOfDepartment(place.departmentCode);
  if (place.regionCode) return gazetteer.communesOfRegion(place.regionCode);
  if (place.epciSiren) return gazetteer.communesOfEpci(place.epciSiren);
  if (place.territoryId) return gazetteer.communesOfTerritory(place.territoryId);
  const circle = circleOf(gazetteer, place);
  if (circle) return gazetteer.communesWithin(circle.centre, circle.km).map(({ commune }) => commune);
  return [gazetteer.commune(place.commune!.code)!];
}
