import { Injectable } from '@nestjs/common';
import { type Counter, Counters, keyOf } from '../accounts/counters.js';
import type { Viewer } from '../accounts/viewer.js';

const hour = 60 * 60;

/** How many files and texts one account may have read. */
export const proposalLimits = {
  file: { points: 20, duration: hour },
  text: { points: 120, duration: hour },
};

/** Counts what is read for an account, each before it is looked at. Throws RATE_LIMITED. */
@Injectable()
export class ProposalAttempts {
  private readonly counters: Record<keyof typeof proposalLimits, Counter>;

  constructor(counters: Counters) {
    const of = (name: keyof typeof proposalLimits) => counters.of(`proposal-${name}`, proposalLimits[name]);
    this.counters = { file: of('file'), text: of('text') };
  }

  count(kind: keyof typeof proposalLimits, by: Viewer): Promise<void> {
    return this.counters[kind].count(keyOf(by.id));
  }
}
