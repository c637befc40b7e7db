import { Injectable } from '@nestjs/common';
import { type Counter, Counters, keyOf } from '../accounts/counters.js';
import type { Viewer } from '../accounts/viewer.js';

/** How many searches one account may save and delete: each is read anew by every worker. */
export const savedSearchLimit = { points: 60, duration: 60 * 60 };

/** Counts what is saved and deleted for an account, each before it is looked at. Throws RATE_LIMITED. */
@Injectable()
export class SavedSearchAttempts {
  private readonly counter: Counter;

  constructor(counters: Counters) {
    this.counter = counters.of('saved-search', savedSearchLimit);
  }

  count(by: Viewer): Promise<void> {
    return this.counter.count(keyOf(by.id));
  }
}
