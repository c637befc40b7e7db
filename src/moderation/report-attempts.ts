import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { networkOf } from '../accounts/attempts.js';
import { CONFIG, type Config } from '../common/config.js';
import { rateLimited } from '../common/errors.js';

/** How much one network reports in an hour: wide enough for a campus that shares one. */
export const reportLimit = { points: 20, duration: 60 * 60 };

/** Counts reports, each before it is looked at. Throws RATE_LIMITED. */
@Injectable()
export class ReportAttempts {
  private readonly limiter: RateLimiterPostgres;

  constructor(
    @InjectDataSource() db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.limiter = new RateLimiterPostgres({
      ...reportLimit,
      keyPrefix: 'report',
      storeClient: db,
      storeType: 'typeorm',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
    });
  }

  async count(address: string): Promise<void> {
    if (this.config.RATE_LIMITS === 'off') return;
    try {
      await this.limiter.consume(hidden(networkOf(address)));
    } catch (over) {
      if (over instanceof RateLimiterRes) throw rateLimited(Math.max(1, Math.ceil(over.msBeforeNext / 1000)));
      throw over;
    }
  }
}

/** Counters and reports name nobody. */
export const hidden = (key: string): string => createHash('sha256').update(key).digest('hex');
