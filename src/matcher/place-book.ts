import { nearness } from '../scoring/score-criteria.js';
import type { Weights } from '../scoring/weights.js';
import { distanceKm, type LatLon } from '../territories/distance.js';
import type { CommuneFacts } from '../territories/facts.js';
import type { Gazetteer } from '../territories/gazetteer.js';
import type { PlaceInput } from '../territories/place.input.js';
import { checkPlaces } from '../territories/place-check.js';
import { Codes } from './codes.js';
import { farAway } from './wished-communes.js';

/** Shorter than any degree of latitude, so that nothing within a radius is passed over unmeasured. */
const kmInADegree = 110;

interface Wish {
  /** An area, by the name it has among the areas of a commune; null for a circle. */
  area: string | null;
  /** From where kilometres are counted. */
  from: LatLon | null;
  radiusKm: number | null;
}

/** What each wished place is worth for the sites of one offer, by the number of the place. */
export interface PlaceWorths {
  /** Below 0 where no site lies in the place. */
  fits: Int16Array;
  hectometres: Int32Array;
}

/** Every place that some candidate would work in, once: many name the same, and each is measured once for an offer. */
export class PlaceBook {
  private readonly codes = new Codes();
  private readonly wishes: Wish[] = [];

  constructor(private readonly gazetteer: Gazetteer) {}

  /** Undefined for a wish that no longer means anything. */
  numberOf(place: PlaceInput): number | undefined {
    const key = JSON.stringify(place);
    const known = this.codes.known(key);
    if (known !== undefined) return known;
    if (checkPlaces(this.gazetteer, [place], []).length > 0) return undefined;
    this.wishes.push(this.wishOf(place));
    return this.codes.of(key);
  }

  worths(communeCodes: readonly string[], { distance }: Weights): PlaceWorths {
    const sites = communeCodes.flatMap((code) => this.gazetteer.commune(code) ?? []);
    const areas = sites.map((site) => this.areasOf(site));
    const worths = {
      fits: new Int16Array(this.wishes.length).fill(-1),
      hectometres: new Int32Array(this.wishes.length).fill(farAway),
    };
    for (const [number, { area, from, radiusKm }] of this.wishes.entries()) {
      for (const [at, site] of sites.entries()) {
        if (area === null ? outOfReach(site, from!, radiusKm!) : !areas[at]!.has(area)) continue;
        const exactly = from === null ? null : distanceKm(site, from);
        if (area === null && exactly! > radiusKm!) continue;
        const km = exactly === null ? null : Math.round(exactly * 10) / 10;
        const fit = nearness({ km, radiusKm, inside: true, communeCode: site.code }, distance);
        const hectometres = km === null ? farAway : Math.round(km * 10);
        const [known, knownKm] = [worths.fits[number]!, worths.hectometres[number]!];
        if (fit < known || (fit === known && hectometres >= knownKm)) continue;
        worths.fits[number] = fit;
        worths.hectometres[number] = hectometres;
      }
    }
    return worths;
  }

  private wishOf({ commune, point, departmentCode, regionCode, epciSiren, territoryId }: PlaceInput): Wish {
    if (commune) {
      const from = this.gazetteer.commune(commune.code)!;
      const radiusKm = commune.radiusKm ?? null;
      return { area: radiusKm === null ? `commune ${from.code}` : null, from, radiusKm };
    }
    if (point) return { area: null, from: point, radiusKm: point.radiusKm };
    const area = departmentCode
      ? `department ${departmentCode}`
      : regionCode
        ? `region ${regionCode}`
        : epciSiren
          ? `epci ${epciSiren}`
          : `territory ${territoryId!}`;
    return { area, from: null, radiusKm: null };
  }

  private areasOf({ code, departmentCode, regionCode, epciSiren }: CommuneFacts): ReadonlySet<string> {
    return new Set([
      `commune ${code}`,
      `department ${departmentCode}`,
      `region ${regionCode}`,
      ...(epciSiren === null ? [] : [`epci ${epciSiren}`]),
      ...this.gazetteer.everyTerritoryOf(code).map(({ id }) => `territory ${id}`),
    ]);
  }
}

const outOfReach = (site: LatLon, from: LatLon, radiusKm: number): boolean =>
  Math.abs(site.latitude - from.latitude) * kmInADegree > radiusKm;
