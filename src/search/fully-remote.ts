import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { SearchEngine } from '../indexing/search-engine.js';
import { isOpen } from '../offers/offer-status.js';
import type { Offer } from '../offers/offer.entity.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { EngineFilter } from './engine-filter.js';
import { EngineQuery } from './engine-query.js';
import type { Search } from './search.js';

/** Work done wholly from home is near everyone and in nobody's radius: it is told apart from the places searched. */
@Injectable()
export class FullyRemote {
  constructor(
    private readonly engine: SearchEngine,
    private readonly engineFilter: EngineFilter,
    private readonly query: EngineQuery,
    private readonly offers: OffersRepository,
    private readonly clock: Clock,
  ) {}

  async elsewhere(search: Search, first: number): Promise<{ totalCount: number; offers: Offer[] }> {
    const { places } = search.filter;
    if (!places) return { totalCount: 0, offers: [] };
    const filter = [
      ...this.query.conditions(search, 'places'),
      'remote = FULL',
      `NOT ${this.engineFilter.placedIn(places)}`,
    ];
    const [answer] = await this.engine.search([{ ...this.query.of(search), filter, limit: first }]);
    const rows = await this.offers.byIds(answer!.hits.map(({ id }) => id));
    const offers = answer!.hits.flatMap(({ id }) => rows.get(id) ?? []);
    return {
      totalCount: answer!.estimatedTotalHits ?? 0,
      offers: offers.filter((offer) => isOpen(offer, this.clock.today())),
    };
  }
}
