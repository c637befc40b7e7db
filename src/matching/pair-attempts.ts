import { Injectable } from '@nestjs/common';
import { type Counter, Counters, keyOf } from '../accounts/counters.js';

/** How often one account may ask about one candidate: whoever revises an offer and asks again narrows a profile down. */
export const pairLimit = { points: 60, duration: 60 * 60 };

/** Counts what is asked about a candidate for a company, before it is answered. Throws RATE_LIMITED. */
@Injectable()
export class PairAttempts {
  private readonly counter: Counter;

  constructor(counters: Counters) {
    this.counter = counters.of('pair', pairLimit);
  }

  count(accountId: string, candidateId: string): Promise<void> {
    return this.counter.count(keyOf(accountId, candidateId));
  }
}
