import { Injectable } from '@nestjs/common';
import type { OfferDocument } from '../indexing/offer-document.js';
import { type EngineQueryParams, type Hit, SearchEngine } from '../indexing/search-engine.js';
import type { Placed, PlaceSet } from '../territories/place-set.js';
import { EngineFilter } from './engine-filter.js';

/** As many offers as are read and put in order here at once. */
const band = 1_000;
const probes = 8;

/** How many offers have a site in the so many nearest communes. */
interface Mark {
  communes: number;
  offers: number;
}

interface Found {
  hits: Hit[];
  total: number;
}

/** A search with its places apart: what is asked of the engine besides them. */
export interface PlacedSearch {
  query: EngineQueryParams;
  conditions: string[];
  places: PlaceSet;
}

const facts: (keyof OfferDocument)[] = ['id', 'communes'];

/**
 * True distance order without coordinates in the index. Offers are as far as their nearest commune, so the communes put
 * in order of distance put the offers in order: few offers are read whole and sorted here, of many only the band of
 * communes that the page lies in. Within one commune the engine's own order holds.
 */
@Injectable()
export class NearestFirst {
  constructor(
    private readonly engine: SearchEngine,
    private readonly engineFilter: EngineFilter,
  ) {}

  async window(search: PlacedSearch, from: number, count: number): Promise<Found> {
    const ordered = search.places.byDistance();
    const [all] = await this.engine.search([{ ...this.within(search, 0, ordered.length), limit: band }]);
    const total = all!.estimatedTotalHits ?? 0;
    if (total <= band) return { hits: inOrder(all!.hits, ordered).slice(from, from + count), total };
    const hits: Hit[] = [];
    const until = Math.min(from + count, total);
    for (let at = from; at < until;) {
      const part = await this.part(search, ordered, at, total);
      hits.push(...part.hits.slice(0, until - at));
      at = Math.max(part.until, at + 1);
    }
    return { hits, total };
  }

  /** The offers from the place `from` on, as far as the band of communes goes in which that place lies. */
  private async part(
    search: PlacedSearch,
    ordered: readonly Placed[],
    from: number,
    total: number,
  ): Promise<{ hits: Hit[]; until: number }> {
    let [lower, upper]: [Mark, Mark] = [
      { communes: 0, offers: 0 },
      { communes: ordered.length, offers: total },
    ];
    while (upper.offers - lower.offers > band && upper.communes - lower.communes > 1) {
      const marks = await this.count(search, between(lower.communes, upper.communes));
      lower = marks.filter(({ offers }) => offers <= from).at(-1) ?? lower;
      upper = marks.find(({ offers }) => offers > from) ?? upper;
    }
    const query = this.within(search, lower.communes, upper.communes);
    const alone = upper.communes - lower.communes === 1;
    const page = alone ? { offset: from - lower.offers, limit: band } : { limit: band };
    const [answer] = await this.engine.search([{ ...query, ...page }]);
    const hits = alone ? answer!.hits : inOrder(answer!.hits, ordered).slice(from - lower.offers);
    return { hits, until: alone ? from + hits.length : upper.offers };
  }

  private async count(search: PlacedSearch, sizes: number[]): Promise<Mark[]> {
    const answers = await this.engine.search(sizes.map((size) => ({ ...this.within(search, 0, size), limit: 0 })));
    return sizes.map((communes, place) => ({ communes, offers: answers[place]!.estimatedTotalHits ?? 0 }));
  }

  /** The search among the communes from one place of their order to another, less offers that also stand nearer. */
  private within({ query, conditions, places }: PlacedSearch, from: number, until: number): EngineQueryParams {
    const nearer = from === 0 ? [] : [`NOT ${this.engineFilter.placedIn(places.nearest(from))}`];
    return {
      ...query,
      filter: [...conditions, this.engineFilter.placedIn(places.nearest(until)), ...nearer],
      attributesToRetrieve: facts,
    };
  }
}

/** Numbers of communes to count up to: more closely the nearer, for those who ask for the nearest read the first page. */
const between = (from: number, until: number): number[] => {
  const ratio = (until - from) ** (1 / probes);
  const sizes = Array.from({ length: probes - 1 }, (_, place) => from + Math.round(ratio ** (place + 1)));
  return [...new Set([from + 1, ...sizes])].filter((size) => size > from && size < until);
};

function inOrder(hits: Hit[], ordered: readonly Placed[]): Hit[] {
  const places = new Map(ordered.map(({ commune }, place) => [commune.code, place]));
  return hits
    .map((hit, rank) => ({ hit, rank, place: Math.min(...hit.communes.map((code) => places.get(code) ?? Infinity)) }))
    .sort((one, other) => one.place - other.place || one.rank - other.rank)
    .map(({ hit }) => hit);
}
