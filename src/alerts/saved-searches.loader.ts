import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../common/batch-loader.js';
import type { SavedSearch } from './saved-search.entity.js';
import { SavedSearchesRepository } from './saved-searches.repository.js';

/** Saved searches by id, read together for all alerts of a page; null for one deleted meanwhile. */
@Injectable()
export class SavedSearchesLoader extends BatchLoader<string, SavedSearch | null> {
  constructor(private readonly searches: SavedSearchesRepository) {
    super();
  }

  protected async batch(ids: readonly string[]): Promise<(SavedSearch | null)[]> {
    const byId = new Map((await this.searches.byIds(ids)).map((search) => [search.id, search]));
    return ids.map((id) => byId.get(id) ?? null);
  }
}
