import { LRUCache } from 'lru-cache';
import type { Gazetteer } from './gazetteer.js';
import type { Place } from './place.js';
import type { PlaceSet } from './place-set.js';

/** How many communes the sets kept may hold in all: some 35 of the widest circles, or hundreds of everyday ones. */
const mostCommunes = 350_000;

/** By the edition of the gazetteer, so that a refill leaves nothing of the earlier one behind. */
const byEdition = new WeakMap<object, LRUCache<string, PlaceSet>>();

/** The set for these places, made anew only when it was not asked for lately; for places that were checked. */
export function keptPlaces(gazetteer: Gazetteer, places: readonly Place[], make: () => PlaceSet): PlaceSet {
  const { edition } = gazetteer;
  let kept = byEdition.get(edition);
  if (!kept) {
    kept = new LRUCache({ maxSize: mostCommunes, sizeCalculation: ({ members }) => members.length + 1 });
    byEdition.set(edition, kept);
  }
  const key = canonical(gazetteer, places);
  const known = kept.get(key);
  if (known) return known;
  const made = make();
  kept.set(key, made);
  return made;
}

/** Equal for places that differ in their order, in repetition or in a former code of the same commune only. */
export function canonical(gazetteer: Gazetteer, places: readonly Place[]): string {
  const names = places.map(({ commune, point, departmentCode, regionCode, epciSiren, territoryId }) => {
    if (commune) return `commune ${gazetteer.commune(commune.code)!.code} ${commune.radiusKm ?? ''}`;
    if (point) return `point ${point.latitude} ${point.longitude} ${point.radiusKm}`;
    if (departmentCode) return `department ${departmentCode}`;
    if (regionCode) return `region ${regionCode}`;
    return epciSiren ? `epci ${epciSiren}` : `territory ${territoryId}`;
  });
  return [...new Set(names)].sort().join('\n');
}
