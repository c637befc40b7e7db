import { distanceKm } from '../territories/distance.js';
import type { CommuneFacts } from '../territories/facts.js';
import type { Gazetteer } from '../territories/gazetteer.js';
import type { PlaceInput } from '../territories/place.input.js';
import { checkPlaces } from '../territories/place-check.js';
import { resolvePlaces } from '../territories/place-set.js';
import { nearness } from './score-criteria.js';
import type { Place } from './score-facts.js';
import type { Weights } from './weights.js';

/** What a commune is worth to someone who would work in it: a fit, and kilometres where the wish has a point. */
export interface CommuneWorth {
  fit: number;
  km: number | null;
}

const isBetter = (one: CommuneWorth, other: CommuneWorth): boolean =>
  one.fit === other.fit ? (one.km ?? Infinity) < (other.km ?? Infinity) : one.fit > other.fit;

const tenths = (km: number): number => Math.round(km * 10) / 10;

/** The places a candidate would work in, and how an offer's sites lie to them. */
export class Wishes {
  /** Wishes that no longer mean anything, such as a department that is no more, are passed over. */
  private readonly places: readonly PlaceInput[];

  constructor(
    private readonly gazetteer: Gazetteer,
    places: readonly PlaceInput[],
    private readonly weights: Weights,
  ) {
    this.places = places.filter((place) => checkPlaces(gazetteer, [place], []).length === 0);
  }

  get everywhere(): boolean {
    return this.places.length === 0;
  }

  /** Codes of every commune wished for; meaningless when the candidate would work everywhere. */
  communeCodes(): string[] {
    const resolved = resolvePlaces(this.gazetteer, this.places, []);
    return Array.isArray(resolved) ? [] : [...resolved.communes.keys()];
  }

  /** The site and wish that suit each other best; several wishes are a choice, never a sum. */
  best(communeCodes: readonly string[]): Place {
    const sites = communeCodes.flatMap((code) => this.gazetteer.commune(code) ?? []);
    const pairs = sites.flatMap((site) => this.places.map((place) => this.lies(site, place)));
    const first = { km: null, radiusKm: null, inside: this.everywhere, communeCode: sites[0]?.code ?? null };
    return pairs.reduce<Place>((best, pair) => (this.better(pair, best) ? pair : best), pairs[0] ?? first);
  }

  /** What each commune wished for is worth, by its code: the best of the wishes it lies in. */
  communeWorths(): Map<string, CommuneWorth> {
    const worths = new Map<string, CommuneWorth>();
    for (const place of this.places) {
      const resolved = resolvePlaces(this.gazetteer, [place], []);
      if (Array.isArray(resolved)) continue;
      const radiusKm = place.commune?.radiusKm ?? place.point?.radiusKm ?? null;
      for (const { commune, km: exactly } of resolved.members) {
        const km = exactly === null ? null : tenths(exactly);
        const fit = nearness({ km, radiusKm, inside: true, communeCode: commune.code }, this.weights.distance);
        const known = worths.get(commune.code);
        if (!known || isBetter({ fit, km }, known)) worths.set(commune.code, { fit, km });
      }
    }
    return worths;
  }

  /**
   * A wish that a site lies in comes before one it does not, whatever the distances. Equal ones stand in the order of their
   * codes, so that the order in which they were written changes nothing.
   */
  private better(one: Place, other: Place): boolean {
    if (one.inside !== other.inside) return one.inside;
    const worth = (place: Place): CommuneWorth => ({ fit: nearness(place, this.weights.distance), km: place.km });
    const [mine, theirs] = [worth(one), worth(other)];
    if (mine.fit !== theirs.fit || mine.km !== theirs.km) return isBetter(mine, theirs);
    const name = ({ communeCode, fromCommuneCode, radiusKm }: Place): string =>
      [communeCode, fromCommuneCode, radiusKm].join(' ');
    return name(one) < name(other);
  }

  private lies(site: CommuneFacts, place: PlaceInput): Place {
    const from = place.commune ? this.gazetteer.commune(place.commune.code) : undefined;
    const point = from ?? place.point;
    const radiusKm = place.commune?.radiusKm ?? place.point?.radiusKm ?? null;
    const km = point ? distanceKm(site, point) : null;
    const inside = km !== null && radiusKm !== null ? km <= radiusKm : this.holds(place, site);
    return {
      km: km === null ? null : tenths(km),
      radiusKm,
      inside,
      communeCode: site.code,
      fromCommuneCode: from?.code ?? null,
    };
  }

  private holds(place: PlaceInput, site: CommuneFacts): boolean {
    if (place.commune) return this.gazetteer.commune(place.commune.code)?.code === site.code;
    if (place.departmentCode) return place.departmentCode === site.departmentCode;
    if (place.regionCode) return place.regionCode === site.regionCode;
    if (place.epciSiren) return place.epciSiren === site.epciSiren;
    if (place.territoryId) return this.gazetteer.communesOfTerritory(place.territoryId).includes(site);
    return false;
  }
}
