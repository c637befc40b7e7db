import { nearness } from '../scoring/score-criteria.js';
import type { Weights } from '../scoring/weights.js';
import { distanceKm, type LatLon } from '../territories/distance.js';
import type { CommuneFacts } from '../territories/facts.js';
import type { Gazetteer } from '../territories/gazetteer.js';
import type { PlaceInput } from '../territories/place.input.js';
import { checkPlaces } from '../territories/place-check.js';
import { type Columns, columnsOf } from './columns.js';
import { farAway } from './wished-communes.js';

/** A little shorter than a degree of latitude, so that nothing within a radius is passed over unmeasured. */
const kmInADegree = 110;

const kinds = {
  /** The number of an area, or below 0 for a circle. */
  area: Int32Array,
  latitude: Float64Array,
  longitude: Float64Array,
  /** Of a circle; below 0 for none. */
  radiusKm: Float64Array,
  /** How many candidates name it; 0 for a number that is free. */
  uses: Uint32Array,
} as const;

/** What each wished place is worth for the sites of one offer, by the number of the place. */
export interface PlaceWorths {
  /** Below 0 where no site lies in the place. */
  fits: Int16Array;
  hectometres: Int32Array;
}

/**
 * Every place that some candidate would work in, once: many name the same, and each is measured once for an offer. What
 * nobody names any more is forgotten.
 */
export class PlaceBook {
  private readonly numbers = new Map<string, number>();
  private readonly keys: string[] = [];
  private readonly free: number[] = [];
  private readonly areas = new Map<string, number>();
  private columns: Columns<typeof kinds> = columnsOf(kinds, 256);

  constructor(private readonly gazetteer: Gazetteer) {}

  get size(): number {
    return this.numbers.size;
  }

  /** Undefined for a wish that no longer means anything. To be given back by `release`. */
  take(place: PlaceInput): number | undefined {
    const key = JSON.stringify(place);
    const known = this.numbers.get(key);
    if (known === undefined && checkPlaces(this.gazetteer, [place], []).length > 0) return undefined;
    const number = known ?? this.add(key, place);
    this.columns.uses[number]! += 1;
    return number;
  }

  release(number: number): void {
    this.columns.uses[number]! -= 1;
    if (this.columns.uses[number]! > 0) return;
    this.numbers.delete(this.keys[number]!);
    this.keys[number] = '';
    this.free.push(number);
  }

  worths(communeCodes: readonly string[], { distance }: Weights): PlaceWorths {
    const sites = communeCodes.flatMap((code) => this.gazetteer.commune(code) ?? []);
    const worths = {
      fits: new Int16Array(this.keys.length).fill(-1),
      hectometres: new Int32Array(this.keys.length).fill(farAway),
    };
    for (const site of sites) this.measure(site, worths, distance);
    return worths;
  }

  private measure(site: CommuneFacts, { fits, hectometres }: PlaceWorths, how: Weights['distance']): void {
    const { area, latitude, longitude, radiusKm, uses } = this.columns;
    const [north, east, narrow] = [site.latitude, site.longitude, Math.cos((site.latitude * Math.PI) / 180) * 0.9];
    const inside = this.areasOf(site);
    for (let number = 0; number < fits.length; number += 1) {
      if (uses[number] === 0) continue;
      let km: number | null = null;
      const radius = radiusKm[number]!;
      if (area[number]! >= 0) {
        if (inside[area[number]!] !== 1) continue;
        // The commune alone is no kilometre away from itself; an area has no point.
        if (radius === 0) km = 0;
      } else {
        if (Math.abs(latitude[number]! - north) * kmInADegree > radius) continue;
        if (Math.abs(longitude[number]! - east) * kmInADegree * narrow > radius + narrowing(radius)) continue;
        const exactly = distanceKm(site, this.centre(number));
        if (exactly > radius) continue;
        km = Math.round(exactly * 10) / 10;
      }
      const fit = nearness({ km, radiusKm: radius > 0 ? radius : null, inside: true, communeCode: site.code }, how);
      const far = km === null ? farAway : Math.round(km * 10);
      if (fit < fits[number]! || (fit === fits[number]! && far >= hectometres[number]!)) continue;
      fits[number] = fit;
      hectometres[number] = far;
    }
  }

  private centre(number: number): LatLon {
    return { latitude: this.columns.latitude[number]!, longitude: this.columns.longitude[number]! };
  }

  private add(key: string, place: PlaceInput): number {
    const number = this.free.pop() ?? this.keys.length;
    this.keys[number] = key;
    this.numbers.set(key, number);
    if (number >= this.columns.uses.length) this.columns = columnsOf(kinds, number * 2, this.columns);
    const { columns } = this;
    columns.uses[number] = 0;
    const from = place.commune ? this.gazetteer.commune(place.commune.code)! : place.point;
    const radiusKm = place.commune?.radiusKm ?? place.point?.radiusKm ?? null;
    columns.area[number] = radiusKm === null ? this.areaNumber(nameOfArea(place, this.gazetteer)) : -1;
    columns.latitude[number] = from?.latitude ?? 0;
    columns.longitude[number] = from?.longitude ?? 0;
    columns.radiusKm[number] = radiusKm ?? (place.commune ? 0 : -1);
    return number;
  }

  /** One for each area that the commune lies in, by the number of the area. */
  private areasOf({ code, departmentCode, regionCode, epciSiren }: CommuneFacts): Uint8Array {
    const inside = new Uint8Array(this.areas.size);
    const names = [
      `commune ${code}`,
      `department ${departmentCode}`,
      `region ${regionCode}`,
      `epci ${epciSiren ?? ''}`,
      ...this.gazetteer.everyTerritoryOf(code).map(({ id }) => `territory ${id}`),
    ];
    for (const name of names) {
      const number = this.areas.get(name);
      if (number !== undefined) inside[number] = 1;
    }
    return inside;
  }

  private areaNumber(name: string): number {
    const known = this.areas.get(name);
    if (known !== undefined) return known;
    this.areas.set(name, this.areas.size);
    return this.areas.size - 1;
  }
}

/** Further north, degrees of longitude are shorter than where the site lies: by less than this over the widest radius. */
const narrowing = (radiusKm: number): number => radiusKm * 0.1;

function nameOfArea(place: PlaceInput, gazetteer: Gazetteer): string {
  if (place.commune) return `commune ${gazetteer.commune(place.commune.code)!.code}`;
  if (place.departmentCode) return `department ${place.departmentCode}`;
  if (place.regionCode) return `region ${place.regionCode}`;
  return place.epciSiren ? `epci ${place.epciSiren}` : `territory ${place.territoryId!}`;
}
