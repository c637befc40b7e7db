import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { CONFIG, type Config } from '../common/config.js';
import { rateLimited } from '../common/errors.js';

/** How many searches one account may save and delete: each is read anew by every worker. */
export const savedSearchLimit = { points: 60, duration: 60 * 60 };

/** Counts what is saved and deleted for an account, each before it is looked at. Throws RATE_LIMITED. */
@Injectable()
export class SavedSearchAttempts {
  private readonly limiter: RateLimiterPostgres;

  constructor(
    @InjectDataSource() db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.limiter = new RateLimiterPostgres({
      ...savedSearchLimit,
      keyPrefix: 'saved-search',
      storeClient: db,
      storeType: 'typeorm',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
    });
  }

  /** Counters name nobody. */
  async count(by: Viewer): Promise<void> {
    if (this.config.RATE_LIMITS === 'off') return;
    try {
      await this.limiter.consume(createHash('sha256').update(by.id).digest('hex'));
    } catch (over) {
      if (over instanceof RateLimiterRes) throw rateLimited(Math.max(1, Math.ceil(over.msBeforeNext / 1000)));
      throw over;
    }
  }
}
