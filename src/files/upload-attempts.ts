import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../common/config.js';
import { rateLimited } from '../common/errors.js';

/** How many files one account may send in an hour. */
export const uploadLimit = { points: 20, duration: 60 * 60 };

/** Counts each file before any of it is read. Throws RATE_LIMITED. */
@Injectable()
export class UploadAttempts {
  private readonly limiter: RateLimiterPostgres;

  constructor(
    @InjectDataSource() db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.limiter = new RateLimiterPostgres({
      ...uploadLimit,
      keyPrefix: 'upload',
      storeClient: db,
      storeType: 'typeorm',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
    });
  }

  /** The counter names nobody. */
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
