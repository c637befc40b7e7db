import { Injectable } from '@nestjs/common';
import type { SearchParams } from 'meilisearch';
import { EngineFilter, type FacetedField } from './engine-filter.js';
import type { Search } from './search.js';

/** A search in the engine's language, before order and page. */
@Injectable()
export class EngineQuery {
  constructor(private readonly engineFilter: EngineFilter) {}

  /** `without` leaves one field of the filter out, to count its alternatives. */
  of({ words, filter }: Search, without?: FacetedField): SearchParams {
    return {
      q: words,
      filter: this.engineFilter.conditions(filter, without),
      matchingStrategy: 'all',
      attributesToRetrieve: ['id'],
    };
  }

  /** To learn how many it finds. */
  count(search: Search): SearchParams {
    return { ...this.of(search), limit: 0 };
  }
}
