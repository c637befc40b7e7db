import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../common/config.js';
import { rateLimited } from '../common/errors.js';

/** How many messages one account may send, by page and by mail together. */
export const messageLimit = { points: 60, duration: 60 * 60 };

/** Counts what is sent, before it is looked at. Throws RATE_LIMITED. */
@Injectable()
export class MessageAttempts {
  private readonly limiter: RateLimiterPostgres;

  constructor(
    @InjectDataSource() db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.limiter = new RateLimiterPostgres({
      ...messageLimit,
      keyPrefix: 'message',
      storeClient: db,
      storeType: 'typeorm',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
    });
  }

  /** Counters name nobody. */
  async count(accountId: string): Promise<void> {
    if (this.config.RATE_LIMITS === 'off') return;
    try {
      await this.limiter.consume(createHash('sha256').update(accountId).digest('hex'));
    } catch (over) {
      if (over instanceof RateLimiterRes) throw rateLimited(Math.max(1, Math.ceil(over.msBeforeNext / 1000)));
      throw over;
    }
  }
}
