import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { OfferFilters } from '../offers/offer-filter.js';
import type { PlaceSet } from '../territories/place-set.js';
import type { Search } from '../search/search.js';
import { distanceKm, type LatLon } from '../territories/distance.js';
import type { CommuneFacts } from '../territories/facts.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { Place } from '../territories/place.js';
import { centreOf, type TerritoryFacts } from '../territories/territory-facts.js';

export interface NearTerritory {
  territory: TerritoryFacts;
  places: PlaceSet;
  /** Whether a place asked for lies in it. */
  own: boolean;
}

export interface Surroundings {
  commune: CommuneFacts;
  km: number;
  places: PlaceSet;
}

const mostTerritories = 3;
const farthestKm = 80;

const mostCommunes = 2;
const circles = [30, 60, 100];

/** Where else to look when the places of a search hold little. */
@Injectable()
export class NearbyPlaces {
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly filters: OfferFilters,
    private readonly clock: Clock,
  ) {}

  /** The nearest territories of today by their centre, less those that were searched whole. */
  territories({ filter }: Search): NearTerritory[] {
    const { places } = filter;
    const centres = (filter.said.places ?? []).flatMap((place) => this.centre(place) ?? []);
    if (!places || centres.length === 0) return [];
    return this.gazetteer
      .territoriesInForce(this.clock.today())
      .map((territory) => ({
        territory,
        km: Math.min(...centres.map((centre) => distanceKm(centre, territory.centre))),
      }))
      .filter(({ km }) => km <= farthestKm)
      .sort((one, other) => one.km - other.km || (one.territory.id < other.territory.id ? -1 : 1))
      .map(({ territory }) => ({ territory, communes: this.gazetteer.communesOfTerritory(territory.id) }))
      .filter(({ communes }) => !communes.every(({ code }) => places.has(code)))
      .slice(0, mostTerritories)
      .map(({ territory, communes }) => ({
        territory,
        places: this.set({ territoryId: territory.id }),
        own: communes.some(({ code }) => asked(filter.said.places).includes(code)),
      }));
  }

  /** The next wider circle around each commune asked for. */
  surroundings({ filter }: Search): Surroundings[] {
    const communes = (filter.said.places ?? []).flatMap(({ commune }) => commune ?? []);
    return communes.slice(0, mostCommunes).flatMap(({ code, radiusKm }) => {
      const commune = this.gazetteer.commune(code);
      const km = circles.find((wider) => wider > (radiusKm ?? 0));
      if (!commune || km === undefined) return [];
      return [{ commune, km, places: this.set({ commune: { code: commune.code, radiusKm: km } }) }];
    });
  }

  private set(place: Place): PlaceSet {
    return this.filters.read({ places: [place] }).places!;
  }

  private centre(place: Place): LatLon | undefined {
    if (place.point) return place.point;
    if (place.commune) return this.gazetteer.commune(place.commune.code);
    if (place.territoryId) return this.gazetteer.territory(place.territoryId)?.centre;
    const communes = place.departmentCode
      ? this.gazetteer.communesOfDepartment(place.departmentCode)
      : place.regionCode
        ? this.gazetteer.communesOfRegion(place.regionCode)
        : this.gazetteer.communesOfEpci(place.epciSiren ?? '');
    return communes.length > 0 ? centreOf(communes) : undefined;
  }
}

const asked = (places: readonly Place[] | null | undefined): string[] =>
  (places ?? []).flatMap(({ commune }) => commune?.code ?? []);
