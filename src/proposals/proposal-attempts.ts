import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { CONFIG, type Config } from '../common/config.js';
import { rateLimited } from '../common/errors.js';

const hour = 60 * 60;

/** How many files and texts one account may have read. */
export const proposalLimits = {
  file: { points: 20, duration: hour },
  text: { points: 120, duration: hour },
};

/** Counts what is read for an account, each before it is looked at. Throws RATE_LIMITED. */
@Injectable()
export class ProposalAttempts {
  private readonly limiters: Record<keyof typeof proposalLimits, RateLimiterPostgres>;

  constructor(
    @InjectDataSource() db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    const limiter = (name: keyof typeof proposalLimits) =>
      new RateLimiterPostgres({
        ...proposalLimits[name],
        keyPrefix: `proposal-${name}`,
        storeClient: db,
        storeType: 'typeorm',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
      });
    this.limiters = { file: limiter('file'), text: limiter('text') };
  }

  /** Counters name nobody. */
  async count(kind: keyof typeof proposalLimits, by: Viewer): Promise<void> {
    if (this.config.RATE_LIMITS === 'off') return;
    try {
      await this.limiters[kind].consume(createHash('sha256').update(by.id).digest('hex'));
    } catch (over) {
      if (over instanceof RateLimiterRes) throw rateLimited(Math.max(1, Math.ceil(over.msBeforeNext / 1000)));
      throw over;
    }
  }
}
