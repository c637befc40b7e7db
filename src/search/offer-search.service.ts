import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { checkPage, pageInfo } from '../common/connection.js';
import { badInput } from '../common/errors.js';
import { isOpen } from '../offers/offer-status.js';
import type { Offer } from '../offers/offer.entity.js';
import { OffersRepository } from '../offers/offers.repository.js';
import type { FacetCounts } from './facets.js';
import { distanceOf, hasPoint } from './found-distance.js';
import { FoundWords } from './found-words.js';
import { type FoundPage, OfferPage } from './offer-page.js';
import type { OfferSearchArgs, OfferSearchConnection, OfferSearchEdge } from './offer-search.type.js';
import { QueryLog } from '../searchlog/query-log.js';
import { firstReading } from './reading.js';
import { ReadingChoice } from './reading-choice.js';
import type { Search } from './search.js';
import { anchorOf, listName, searchCursor, type SearchPlace, searchPlace } from './search-cursor.js';
import { type AskedSearch, SearchReader } from './search-reader.js';
import type { WantedFields } from './wanted-fields.js';
import { widestCircle, widestStep, withCircles } from './widening.js';

export type FoundOffers = OfferSearchConnection & {
  search: Search;
  counts: FacetCounts | null;
  edges: (OfferSearchEdge & { node: Offer })[];
  nodes: Offer[];
};

const everything: WantedFields = { facets: undefined, words: true, offers: true };

@Injectable()
export class OfferSearchService {
  constructor(
    private readonly reader: SearchReader,
    private readonly choice: ReadingChoice,
    private readonly page: OfferPage,
    private readonly words: FoundWords,
    private readonly offers: OffersRepository,
    private readonly log: QueryLog,
    private readonly clock: Clock,
  ) {}

  /** `wanted` is what the client selected: less is asked of the engine. */
  async search(args: OfferSearchArgs, wanted: WantedFields = everything): Promise<FoundOffers> {
    checkPage(args);
    const sort = args.sort ?? 'RELEVANCE';
    const asked = this.reader.asked(args);
    if (args.after) {
      const place = searchPlace(args.after, args);
      const search = this.as(asked, place);
      this.checkOrder(search, place);
      return this.connection(await this.page.after(search, place, args.first, wanted), place, args);
    }
    const found = await this.firstPage(asked, { ...start, sort }, args.first, wanted);
    const { filter } = found.page.search;
    this.log.note({
      said: asked.said,
      filter,
      total: found.page.total,
      now: this.clock.now(),
      literal: args.literal === true,
    });
    return this.connection(found.page, found.place, args);
  }

  private async firstPage(
    asked: AskedSearch,
    place: SearchPlace,
    first: number,
    wanted: WantedFields,
  ): Promise<{ page: FoundPage; place: SearchPlace }> {
    const search = this.as(asked, place);
    this.checkOrder(search, place);
    const page = await this.page.first(search, place.sort, first, wanted);
    const isWide = (widestCircle(asked.filter?.places) ?? 0) > widestStep;
    if (page.total > 0 && !isWide) return { page, place };
    const inOrder = (other: Search): boolean => place.sort !== 'NEAREST' || hasPoint(other.filter);
    const choice = await this.choice.of(asked, inOrder);
    if (!choice || (page.total > 0 && choice.reading === firstReading)) return { page, place };
    const chosen = { ...place, ...choice };
    return { page: await this.page.first(this.as(asked, chosen), place.sort, first, wanted), place: chosen };
  }

  private as(asked: AskedSearch, { reading, widenedToKm }: SearchPlace): Search {
    const filter = widenedToKm === null ? asked.filter : withCircles(asked.filter, widenedToKm);
    return this.reader.as(asked, reading, filter);
  }

  private checkOrder(search: Search, { sort }: SearchPlace): void {
    if (sort === 'NEAREST' && !hasPoint(search.filter)) {
      throw badInput(
        'sort NEAREST : donnez une commune ou un point dans filter.places, ou une commune dans words. (Give a commune or a point.)',
      );
    }
  }

  /** Rows are read now: an offer that was closed since it was indexed is left out. */
  private async connection(found: FoundPage, place: SearchPlace, args: OfferSearchArgs): Promise<FoundOffers> {
    const { search, hits, total } = found;
    const rows = await this.offers.byIds(hits.map(({ id }) => id));
    const today = this.clock.today();
    const list = listName(args);
    const cursorAfter = (index: number): string =>
      searchCursor(list, {
        ...place,
        offset: found.from + index + 1,
        anchors: hits
          .slice(Math.max(0, index - 2), index + 1)
          .reverse()
          .map(({ id }) => anchorOf(id)),
      });
    const edges = hits.flatMap((hit, index) => {
      const node = rows.get(hit.id);
      if (!node || !isOpen(node, today)) return [];
      const communes = node.sites.map(({ communeCode }) => communeCode);
      const edge = { cursor: cursorAfter(index), distanceKm: distanceOf(communes, search.filter) };
      return [Object.assign(this.words.of(node, hit), edge)];
    });
    // After the last hit, shown or not: a page of offers just closed must not end the list.
    const endCursor = hits.length > 0 ? cursorAfter(hits.length - 1) : null;
    const more = found.from + hits.length < total;
    return {
      search,
      counts: found.counts,
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: Object.assign(pageInfo(edges, more, Boolean(args.after)), { endCursor }),
      totalCount: total,
      widenedToKm: place.widenedToKm ?? search.reading.aroundKm,
      partialMatch: search.leftOut.length > 0,
      leftOutWords: [...search.leftOut],
    };
  }
}

const start: Omit<SearchPlace, 'sort'> = { offset: 0, anchors: [], reading: firstReading, widenedToKm: null };
