import { Injectable } from '@nestjs/common';
import { networkOf } from '../accounts/attempts.js';
import { type Counter, Counters, keyOf } from '../accounts/counters.js';

/** How much one network reports in an hour: wide enough for a campus that shares one. */
export const reportLimit = { points: 20, duration: 60 * 60 };

/** Counts reports, each before it is looked at. Throws RATE_LIMITED. */
@Injectable()
export class ReportAttempts {
  private readonly counter: Counter;

  constructor(counters: Counters) {
    this.counter = counters.of('report', reportLimit);
  }

  count(address: string): Promise<void> {
    return this.counter.count(keyOf(networkOf(address)));
  }
}
