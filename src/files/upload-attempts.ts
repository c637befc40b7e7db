import { Injectable } from '@nestjs/common';
import { type Counter, Counters, keyOf } from '../accounts/counters.js';

/** How many files one account may send in an hour. */
export const uploadLimit = { points: 20, duration: 60 * 60 };

/** Counts each file before any of it is read. Throws RATE_LIMITED. */
@Injectable()
export class UploadAttempts {
  private readonly counter: Counter;

  constructor(counters: Counters) {
    this.counter = counters.of('upload', uploadLimit);
  }

  count(accountId: string): Promise<void> {
    return this.counter.count(keyOf(accountId));
  }
}
