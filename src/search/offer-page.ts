import { Injectable } from '@nestjs/common';
import { type EngineQueryParams, type EngineAnswer, type Hit, SearchEngine } from '../indexing/search-engine.js';
import { EngineFilter } from './engine-filter.js';
import { EngineQuery } from './engine-query.js';
import { type FacetCounts, Facets } from './facets.js';
import { marksFor } from './matched-words.js';
import { NearestFirst } from './nearest-first.js';
import type { OfferSort } from './offer-search.type.js';
import type { Search } from './search.js';
import { anchorOf, type SearchPlace } from './search-cursor.js';
import type { WantedFields } from './wanted-fields.js';

/** A page of what the engine answered to a search. */
export interface FoundPage {
  search: Search;
  hits: Hit[];
  /** How many come before the first of the hits. */
  from: number;
  total: number;
  /** Those that were foreseen. */
  counts: FacetCounts | null;
}

const engineOrders: Partial<Record<OfferSort, string[]>> = { NEWEST: ['published:desc'], SALARY: ['salary:desc'] };

/** Offers that may have come or gone before a cursor since it was given: at first look, and at most. */
const nearby = 10;
const farthest = 500;

/** Reads a page of a search from the engine, in one request when the order is the engine's own. */
@Injectable()
export class OfferPage {
  constructor(
    private readonly engine: SearchEngine,
    private readonly engineFilter: EngineFilter,
    private readonly query: EngineQuery,
    private readonly facets: Facets,
    private readonly nearest: NearestFirst,
  ) {}

  async first(search: Search, sort: OfferSort, first: number, wanted: WantedFields): Promise<FoundPage> {
    if (sort === 'NEAREST') return this.nearestPage(search, 0, first, wanted);
    return this.enginePage(search, sort, 0, wanted.offers ? first : 0, wanted);
  }

  /**
   * What follows the last offer that the client was shown, wherever it stands by now: offers that came or went meanwhile
   * move it, and then a page counted from the beginning would repeat or pass over some. When it went itself, the one
   * before it serves, and when all did, its place.
   */
  async after(search: Search, place: SearchPlace, first: number, wanted: WantedFields): Promise<FoundPage> {
    const near = await this.around(search, place, nearby, first, wanted);
    if (near) return near;
    // Of a thousand offers looked through only those of the page are marked.
    const page = (await this.around(search, place, farthest, first, { ...wanted, words: false }, true))!;
    return wanted.words ? { ...page, hits: await this.withWords(search, page.hits) } : page;
  }

  /** Null when none of the anchors is within so many offers of where it stood, or the page reaches beyond what was read. */
  private async around(
    search: Search,
    place: SearchPlace,
    margin: number,
    first: number,
    wanted: WantedFields,
    isLast = false,
  ): Promise<FoundPage | null> {
    const from = Math.max(0, place.offset - margin);
    const count = place.offset - from + margin + first;
    const page =
      place.sort === 'NEAREST'
        ? await this.nearestPage(search, from, count, wanted)
        : await this.enginePage(search, place.sort, from, count, wanted);
    const ids = page.hits.map(({ id }) => anchorOf(id));
    const anchor = place.anchors.find((one) => ids.includes(one));
    const isWhole = from === 0 && page.total <= count;
    if (anchor === undefined && !isWhole && !isLast) return null;
    const start = anchor === undefined ? place.offset - from : ids.lastIndexOf(anchor) + 1;
    const hits = page.hits.slice(start, start + first);
    if (hits.length < first && from + page.hits.length < page.total && !isLast) return null;
    return { ...page, from: from + start, hits };
  }

  private async enginePage(
    search: Search,
    sort: OfferSort,
    from: number,
    limit: number,
    wanted: WantedFields,
  ): Promise<FoundPage> {
    const order = [...this.engineFilter.silenceOrder(search.filter), ...(engineOrders[sort] ?? [])];
    const query: EngineQueryParams = {
      ...this.query.of(search),
      ...(from > 0 && { offset: from }),
      limit,
      ...(order.length > 0 && { sort: order }),
      ...(wanted.words && limit > 0 && marksFor(search.words)),
    };
    const { answer, counts } = await this.withFacets(search, query, wanted);
    return { search, hits: answer.hits, from, total: answer.estimatedTotalHits ?? 0, counts };
  }

  private async withFacets(
    search: Search,
    query: EngineQueryParams,
    { facets }: WantedFields,
  ): Promise<{ answer: EngineAnswer; counts: FacetCounts | null }> {
    if (facets === undefined) {
      const [answer] = await this.engine.search([query]);
      return { answer: answer!, counts: null };
    }
    const plan = this.facets.plan(search, facets);
    const own = plan.own.length > 0 ? { facets: plan.own } : {};
    const [answer, ...extra] = await this.engine.search([{ ...query, ...own }, ...plan.extra]);
    return { answer: answer!, counts: this.facets.read(plan, answer, extra) };
  }

  private async nearestPage(search: Search, from: number, count: number, wanted: WantedFields): Promise<FoundPage> {
    const placed = {
      query: this.query.of(search),
      conditions: this.query.conditions(search, 'places'),
      places: search.filter.places!,
    };
    const [window, { counts }] = await Promise.all([
      this.nearest.window(placed, from, count),
      wanted.facets === undefined
        ? { counts: null }
        : this.withFacets(search, { ...this.query.of(search), limit: 0 }, wanted),
    ]);
    const hits = wanted.words ? await this.withWords(search, window.hits) : window.hits;
    return { search, hits, from, total: window.total, counts };
  }

  /** The same hits, with the words that matched marked. */
  private async withWords(search: Search, hits: Hit[]): Promise<Hit[]> {
    if (search.words === '' || hits.length === 0) return hits;
    const ids = hits.map(({ id }) => `"${id}"`).join(', ');
    const [page] = await this.engine.search([
      { ...this.query.of(search), filter: `id IN [${ids}]`, limit: hits.length, ...marksFor(search.words) },
    ]);
    const marked = new Map(page!.hits.map((hit) => [hit.id, hit]));
    return hits.map((hit) => marked.get(hit.id) ?? hit);
  }
}
