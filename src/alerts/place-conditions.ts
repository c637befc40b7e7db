import { distanceKm, earthKm, type LatLon } from '../territories/distance.js';
import type { CommuneFacts } from '../territories/facts.js';
import type { Gazetteer } from '../territories/gazetteer.js';
import type { Place } from '../territories/place.js';
import type { JudgedOffer } from './judged-offer.js';
import type { Requirement } from './requirements.js';

type Lies = (site: CommuneFacts) => boolean;
export type Places = Pick<Gazetteer, 'commune' | 'communesOfTerritory'>;

/** Where a search is filed: an offer that answers it has a site under one of these names. */
export const everywhere = '*';

const perDegree = 2;
const row = (degrees: number): number => Math.floor(degrees * perDegree);

/** Squares of half a degree: a circle of 50 km touches about ten, and few circles touch one that they do not need. */
const squareOf = ({ latitude, longitude }: LatLon): string => `@${row(latitude)}_${row(longitude)}`;

/** The names under which places of offers are looked up. */
export const placeKeysOf = ({ sites }: JudgedOffer): string[] => [
  ...new Set(
    sites.flatMap((site) => [
      squareOf(site),
      `commune ${site.code}`,
      `department ${site.departmentCode}`,
      `region ${site.regionCode}`,
      ...(site.epciSiren ? [`epci ${site.epciSiren}`] : []),
    ]),
  ),
];

/** The names a search for these places is filed under; for places that were checked. */
export const placeKeys = (places: readonly Place[], gazetteer: Places): string[] => {
  const keys = new Set(places.flatMap((place) => keysOf(place, gazetteer)));
  return keys.has(everywhere) ? [everywhere] : [...keys];
};

function keysOf(place: Place, gazetteer: Places): string[] {
  const circle = circleOf(place, gazetteer);
  if (circle) return squaresTouched(circle.centre, circle.km) ?? [everywhere];
  if (place.commune) return [`commune ${gazetteer.commune(place.commune.code)!.code}`];
  if (place.departmentCode) return [`department ${place.departmentCode}`];
  if (place.regionCode) return [`region ${place.regionCode}`];
  if (place.epciSiren) return [`epci ${place.epciSiren}`];
  return [...new Set(gazetteer.communesOfTerritory(place.territoryId!).map(squareOf))];
}

/** A site in any of the places, exactly as the set of their communes holds it. */
export function inPlaces(places: readonly Place[], gazetteer: Places): Requirement {
  const any = places.map((place) => lies(place, gazetteer));
  return {
    name: `places ${JSON.stringify(places)}`,
    holds: ({ sites }) => sites.some((site) => any.some((liesIn) => liesIn(site))),
  };
}

function lies(place: Place, gazetteer: Places): Lies {
  const circle = circleOf(place, gazetteer);
  if (circle) {
    const { centre, km } = circle;
    const north = degrees(km / earthKm);
    return (site) => Math.abs(site.latitude - centre.latitude) <= north && distanceKm(centre, site) <= km;
  }
  if (place.commune) {
    const { code } = gazetteer.commune(place.commune.code)!;
    return (site) => site.code === code;
  }
  if (place.departmentCode) return ({ departmentCode }) => departmentCode === place.departmentCode;
  if (place.regionCode) return ({ regionCode }) => regionCode === place.regionCode;
  if (place.epciSiren) return ({ epciSiren }) => epciSiren === place.epciSiren;
  const communes = new Set(gazetteer.communesOfTerritory(place.territoryId!).map(({ code }) => code));
  return ({ code }) => communes.has(code);
}

function circleOf({ commune, point }: Place, gazetteer: Places): { centre: LatLon; km: number } | null {
  const km = point?.radiusKm ?? commune?.radiusKm;
  return km ? { centre: point ?? gazetteer.commune(commune!.code)!, km } : null;
}

/** Null where meridians are too near each other, or the date line is crossed, to be counted in squares. */
function squaresTouched({ latitude, longitude }: LatLon, km: number): string[] | null {
  const angle = km / earthKm;
  const narrowing = Math.sin(angle) / Math.cos((latitude * Math.PI) / 180);
  if (Math.abs(narrowing) >= 1) return null;
  const [north, east] = [degrees(angle), degrees(Math.asin(narrowing))];
  if (Math.abs(longitude) + east > 180) return null;
  const squares: string[] = [];
  for (let one = row(latitude - north); one <= row(latitude + north); one += 1) {
    for (let other = row(longitude - east); other <= row(longitude + east); other += 1)
      squares.push(`@${one}_${other}`);
  }
  return squares;
}

const margin = 1e-6;
const degrees = (angle: number): number => (angle * 180) / Math.PI + margin;
