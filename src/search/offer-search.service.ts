import { Injectable } from '@nestjs/common';
import type { SearchParams, SearchResponse } from 'meilisearch';
import { Clock } from '../common/clock.js';
import { checkPage, decodeCursor, encodeCursor, pageInfo } from '../common/connection.js';
import { badInput } from '../common/errors.js';
import { OfferFilters, type ReadFilter } from '../offers/offer-filter.js';
import { isOpen } from '../offers/offer-status.js';
import type { Offer } from '../offers/offer.entity.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { EngineFilter } from './engine-filter.js';
import { markedWords, marks } from './matched-words.js';
import type { OfferDocument } from './offer-document.js';
import type { OfferSearchArgs, OfferSearchConnection } from './offer-search.type.js';
import { SearchEngine } from './search-engine.js';
import { tellingWords } from './search-words.js';
import { wideningSteps } from './widening.js';

/** A search as it was carried out; what its facets and concepts are worked out from. */
export interface Search {
  words: string;
  filter: ReadFilter;
  strategy: Strategy;
}

/** Every word must be found; only when that finds nothing may the least telling words be missing. */
type Strategy = 'all' | 'frequency';

export type FoundOffers = OfferSearchConnection & { search: Search; edges: { node: Offer }[]; nodes: Offer[] };

type Hit = SearchResponse<OfferDocument>['hits'][number];

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
    const words = tellingWords(args.words);
    const filter = this.filters.read(args.filter);
    if (args.sort === 'NEAREST' && !hasPoint(filter)) {
      throw badInput('sort NEAREST : donnez une commune ou un point dans filter.places. (Give a commune or a point.)');
    }
    const start = args.after ? placeAfter(args.after) : { offset: 0, strategy: 'all' as const, km: null };
    const wide = start.km === null ? filter : this.filters.read(widenedTo(args, start.km));
    let found = await this.page({ words, filter: wide, strategy: start.strategy }, args, start.offset);
    if (found.total === 0 && !args.after && words.includes(' ')) {
      found = await this.page({ words, filter, strategy: 'frequency' }, args, 0);
    }
    if (found.total === 0 && !args.after) {
      for (const km of wideningSteps(args.filter?.places)) {
        const wider = this.filters.read(widenedTo(args, km));
        found = await this.page({ words, filter: wider, strategy: 'all' }, args, 0);
        if (found.total > 0) return this.connection(found, args, 0, km);
      }
    }
    return this.connection(found, args, start.offset, start.km);
  }

  private async page(search: Search, args: OfferSearchArgs, offset: number) {
    const query = this.query(search);
    if (args.sort === 'NEAREST') return { search, ...(await this.nearest(query, search.filter, offset, args.first)) };
    const sort = args.sort === 'NEWEST' ? ['published:desc'] : args.sort === 'SALARY' ? ['salary:desc'] : [];
    const [answer] = await this.engine.search([
      { ...query, offset, limit: args.first, ...(sort.length > 0 && { sort }), ...marksFor(search.words) },
    ]);
    return { search, hits: answer!.hits, total: answer!.estimatedTotalHits ?? 0 };
  }

  /** True distance order: every match with its communes, sorted here, then the page's hits with their words. */
  private async nearest(query: SearchParams, filter: ReadFilter, offset: number, first: number) {
    const [all] = await this.engine.search([{ ...query, limit: 1_000_000, attributesToRetrieve: ['id', 'communes'] }]);
    const ranked = all!.hits
      .map((hit, rank) => ({ id: hit.id, km: distance(hit.communes, filter) ?? Infinity, rank }))
      .sort((one, other) => one.km - other.km || one.rank - other.rank)
      .slice(offset, offset + first);
    return {
      hits: await this.withWords(
        query,
        ranked.map(({ id }) => id),
      ),
      total: all!.hits.length,
    };
  }

  /** These hits in this order, with the words that matched. */
  private async withWords(query: SearchParams, ids: string[]): Promise<Hit[]> {
    if (ids.length === 0) return [];
    const [page] = await this.engine.search([
      {
        ...query,
        filter: `id IN [${ids.map((id) => `"${id}"`).join(', ')}]`,
        limit: ids.length,
        ...marksFor(query.q ?? ''),
      },
    ]);
    const byId = new Map(page!.hits.map((hit) => [hit.id, hit]));
    return ids.flatMap((id) => byId.get(id) ?? []);
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

  private async connection(
    { search, hits, total }: { search: Search; hits: Hit[]; total: number },
    { first, after }: OfferSearchArgs,
    offset: number,
    widenedToKm: number | null,
  ): Promise<FoundOffers> {
    const rows = await this.offers.byIds(hits.map(({ id }) => id));
    const today = this.clock.today();
    const edges = hits.flatMap((hit, index) => {
      const node = rows.get(hit.id);
      if (!node || !isOpen(node, today)) return [];
      const cursor = encodeCursor([offset + index + 1, search.strategy, widenedToKm ?? '']);
      const communes = node.sites.map(({ communeCode }) => communeCode);
      return [
        { cursor, node, distanceKm: distance(communes, search.filter), matchedWords: markedWords(hit._formatted) },
      ];
    });
    return {
      search,
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: pageInfo(edges, offset + first < total, Boolean(after)),
      totalCount: total,
      widenedToKm,
    };
  }
}

const hasPoint = ({ said }: ReadFilter): boolean =>
  Boolean(said.places?.some(({ commune, point }) => commune ?? point));

const widenedTo = ({ filter }: OfferSearchArgs, km: number) => ({
  ...filter,
  places: (filter?.places ?? []).map((place) =>
    place.commune
      ? { commune: { code: place.commune.code, radiusKm: Math.max(km, place.commune.radiusKm ?? 0) } }
      : place.point
        ? { point: { ...place.point, radiusKm: Math.max(km, place.point.radiusKm) } }
        : place,
  ),
});

/** Kilometres, to a tenth, from the nearest of the sites that lie in the places asked for. */
function distance(communes: readonly string[], { places }: ReadFilter): number | null {
  const all = communes.flatMap((code) => places?.km(code) ?? []);
  return all.length > 0 ? Math.round(Math.min(...all) * 10) / 10 : null;
}

const marksFor = (words: string): SearchParams =>
  words === ''
    ? {}
    : {
        attributesToHighlight: ['title', 'occupation', 'skills', 'company', 'places', 'terms', 'description'],
        attributesToCrop: ['description'],
        cropLength: 30,
        highlightPreTag: marks.open,
        highlightPostTag: marks.close,
      };

function placeAfter(cursor: string): { offset: number; strategy: Strategy; km: number | null } {
  const [offset, strategy, km] = decodeCursor(cursor);
  if (
    typeof offset === 'number' &&
    Number.isInteger(offset) &&
    offset >= 0 &&
    offset < 1_000_000 &&
    (strategy === 'all' || strategy === 'frequency') &&
    (km === '' || (typeof km === 'number' && km > 0 && km <= 100))
  ) {
    return { offset, strategy, km: km === '' ? null : km };
  }
  throw badInput('Ce curseur n’est pas de cette liste. (This cursor is not from this list.)');
}
