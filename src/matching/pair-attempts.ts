import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../common/config.js';
import { rateLimited } from '../common/errors.js';

/** How often one account may ask about one candidate: whoever revises an offer and asks again narrows a profile down. */
export const pairLimit = { points: 60, duration: 60 * 60 };

/** Counts what is asked about a candidate for a company, before it is answered. Throws RATE_LIMITED. */
@Injectable()
export class PairAttempts {
  private readonly limiter: RateLimiterPostgres;

  constructor(
    @InjectDataSource() db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.limiter = new RateLimiterPostgres({
      ...pairLimit,
      keyPrefix: 'pair',
      storeClient: db,
      storeType: 'typeorm',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
    });
  }

  /** Counters name nobody. */
  async count(accountId: string, candidateId: string): Promise<void> {
    if (this.config.RATE_LIMITS === 'off') return;
    try {
      await this.limiter.consume(createHash('sha256').update(`${accountId} ${candidateId}`).digest('hex'));
    } catch (over) {
      if (over instanceof RateLimiterRes) throw rateLimited(Math.max(1, Math.ceil(over.msBeforeNext / 1000)));
      throw over;
    }
  }
}
