import type { EngineQueryParams } from '../indexing/search-engine.js';
import { Injectable } from '@nestjs/common';
import { EngineFilter, type FacetedField, inList } from './engine-filter.js';
import type { Search } from './search.js';

/** A search in the engine's language, before order and page. */
@Injectable()
export class EngineQuery {
  constructor(private readonly engineFilter: EngineFilter) {}

  /** `without` leaves one field of the filter out, to count its alternatives. */
  of(search: Search, without?: FacetedField): EngineQueryParams {
    return {
      q: search.words,
      filter: this.conditions(search, without),
      matchingStrategy: 'all',
      attributesToRetrieve: ['id'],
    };
  }

  /** All must hold. */
  conditions({ filter, callings, trade }: Search, without?: FacetedField): string[] {
    return [
      ...this.engineFilter.conditions(filter, without),
      ...trade.map((word) => inList('trade', [word])),
      ...(callings ? [inList('occupationCode', callings)] : []),
    ];
  }

  /** To learn how many it finds. */
  count(search: Search): EngineQueryParams {
    return { ...this.of(search), limit: 0 };
  }
}
