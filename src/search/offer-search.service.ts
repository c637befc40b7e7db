import { Injectable } from '@nestjs/common';
import type { SearchParams } from 'meilisearch';
import { Clock } from '../common/clock.js';
import { checkPage, pageInfo } from '../common/connection.js';
import { badInput } from '../common/errors.js';
import { OfferFilters, type ReadFilter } from '../offers/offer-filter.js';
import { isOpen } from '../offers/offer-status.js';
import type { Offer } from '../offers/offer.entity.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { EngineFilter } from './engine-filter.js';
import { distanceOf, hasPoint } from './found-distance.js';
import { markedWords, marksFor } from './matched-words.js';
import type { OfferSearchArgs, OfferSearchConnection, OfferSort } from './offer-search.type.js';
import { searchCursor, type SearchPlace, searchPlace, type Strategy } from './search-cursor.js';
import { type Hit, SearchEngine } from '../indexing/search-engine.js';
import { tellingWords } from './search-words.js';
import { widenedTo, wideningSteps } from './widening.js';

/** A search as it was carried out; what its facets and concepts are worked out from. */
export interface Search {
  /** As the client wrote them. */
  said: string;
  /** Those that tell something, as the engine is asked for them. */
  words: string;
  filter: ReadFilter;
  strategy: Strategy;
}

export type FoundOffers = OfferSearchConnection & { search: Search; edges: { node: Offer }[]; nodes: Offer[] };

/** A page of what the engine answered to a search, and how the search was come by. */
interface FoundPage {
  search: Search;
  place: SearchPlace;
  hits: Hit[];
  total: number;
}

const engineOrders: Partial<Record<OfferSort, string[]>> = { NEWEST: ['published:desc'], SALARY: ['salary:desc'] };

@Injectable()
export class OfferSearchService {
  constructor(
    private readonly engine: SearchEngine,
    private readonly filters: OfferFilters,
    private readonly engineFilter: EngineFilter,
    private readonly offers: OffersRepository,
    private readonly clock: Clock,
  ) {}

  async search(args: OfferSearchArgs): Promise<FoundOffers> {
    checkPage(args);
    const sort = args.sort ?? 'RELEVANCE';
    const place = searchPlace(args.after, sort);
    const words = tellingWords(args.words);
    const asked = this.filters.read(args.filter);
    if (sort === 'NEAREST' && !hasPoint(asked)) {
      throw badInput('sort NEAREST : donnez une commune ou un point dans filter.places. (Give a commune or a point.)');
    }
    const km = place.widenedToKm;
    const filter = km === null ? asked : this.filters.read(widenedTo(args.filter, km));
    const found = await this.page(
      { said: args.words ?? '', words, filter, strategy: place.strategy },
      place,
      args.first,
    );
    const page = found.total > 0 || args.after ? found : ((await this.instead(args, found)) ?? found);
    return this.connection(page, args);
  }

  /** What is told when nothing was found: farther away, or else fewer of the words; null when that finds nothing either. */
  private async instead({ filter, first }: OfferSearchArgs, { search, place }: FoundPage): Promise<FoundPage | null> {
    for (const km of wideningSteps(filter?.places)) {
      const wider = { ...search, filter: this.filters.read(widenedTo(filter, km)) };
      const farther = await this.page(wider, { ...place, widenedToKm: km }, first);
      if (farther.total > 0) return farther;
    }
    if (!search.words.includes(' ')) return null;
    const looser = await this.page({ ...search, strategy: 'frequency' }, { ...place, strategy: 'frequency' }, first);
    return looser.total > 0 ? looser : null;
  }

  private async page(search: Search, place: SearchPlace, first: number): Promise<FoundPage> {
    if (place.sort === 'NEAREST') return { search, place, ...(await this.nearest(search, place.offset, first)) };
    const sort = engineOrders[place.sort];
    const [answer] = await this.engine.search([
      { ...this.query(search), offset: place.offset, limit: first, ...(sort && { sort }), ...marksFor(search.words) },
    ]);
    return { search, place, hits: answer!.hits, total: answer!.estimatedTotalHits ?? 0 };
  }

  /** True distance order: every match with its communes, sorted here, then the words of the page's hits. */
  private async nearest(search: Search, offset: number, first: number): Promise<{ hits: Hit[]; total: number }> {
    const [all] = await this.engine.search([{ ...this.query(search), limit: 1_000_000 }]);
    const hits = all!.hits
      .map((hit, rank) => ({ hit, km: distanceOf(hit.communes, search.filter) ?? Infinity, rank }))
      .sort((one, other) => one.km - other.km || one.rank - other.rank)
      .slice(offset, offset + first)
      .map(({ hit }) => hit);
    return { hits: await this.withWords(search, hits), total: all!.hits.length };
  }

  /** The same hits, with the words that matched marked. */
  private async withWords(search: Search, hits: Hit[]): Promise<Hit[]> {
    if (search.words === '' || hits.length === 0) return hits;
    const ids = hits.map(({ id }) => `"${id}"`).join(', ');
    const [page] = await this.engine.search([
      { ...this.query(search), filter: `id IN [${ids}]`, limit: hits.length, ...marksFor(search.words) },
    ]);
    const marked = new Map(page!.hits.map((hit) => [hit.id, hit]));
    return hits.map((hit) => marked.get(hit.id) ?? hit);
  }

  /** What is asked of the engine for the search's words and filter, before order and page. */
  query({ words, filter, strategy }: Search): SearchParams {
    return {
      q: words,
      filter: this.engineFilter.conditions(filter),
      matchingStrategy: strategy,
      attributesToRetrieve: ['id', 'communes'],
    };
  }

  /** Rows are read now: an offer that was closed since it was indexed is left out. */
  private async connection(
    { search, place, hits, total }: FoundPage,
    { first, after }: OfferSearchArgs,
  ): Promise<FoundOffers> {
    const rows = await this.offers.byIds(hits.map(({ id }) => id));
    const today = this.clock.today();
    const cursorAfter = (index: number): string => searchCursor({ ...place, offset: place.offset + index + 1 });
    const edges = hits.flatMap((hit, index) => {
      const node = rows.get(hit.id);
      if (!node || !isOpen(node, today)) return [];
      const distanceKm = distanceOf(
        node.sites.map(({ communeCode }) => communeCode),
        search.filter,
      );
      return [{ cursor: cursorAfter(index), node, distanceKm, matchedWords: markedWords(hit._formatted) }];
    });
    // After the last hit, shown or not: a page of offers just closed must not end the list.
    const endCursor = hits.length > 0 ? cursorAfter(hits.length - 1) : null;
    return {
      search,
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: Object.assign(pageInfo(edges, place.offset + first < total, Boolean(after)), { endCursor }),
      totalCount: total,
      widenedToKm: place.widenedToKm,
      partialMatch: place.strategy === 'frequency',
    };
  }
}
