import { Injectable } from '@nestjs/common';
import { type Counter, Counters, keyOf } from '../accounts/counters.js';

/** How many messages one account may send, by page and by mail together. */
export const messageLimit = { points: 60, duration: 60 * 60 };

/** Counts what is sent, before it is looked at. Throws RATE_LIMITED. */
@Injectable()
export class MessageAttempts {
  private readonly counter: Counter;

  constructor(counters: Counters) {
    this.counter = counters.of('message', messageLimit);
  }

  count(accountId: string): Promise<void> {
    return this.counter.count(keyOf(accountId));
  }
}
