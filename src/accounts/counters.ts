import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../common/config.js';
import { rateLimited } from '../common/errors.js';

export interface Limit {
  /** How many are let through. */
  points: number;
  /** In how many seconds. */
  duration: number;
}

/**
 * Counts what people do in the database that it needs anyway: when it does not answer, nothing passes. The counters name nobody.
 */
@Injectable()
export class Counters {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The counter of one kind of act; two of one name are the same. */
  of(name: string, limit: Limit): Counter {
    const limiter = new RateLimiterPostgres({
      ...limit,
      keyPrefix: name,
      storeClient: this.db,
      storeType: 'typeorm',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
    });
    return new Counter(this.config.RATE_LIMITS === 'off' ? null : limiter);
  }
}

export class Counter {
  /** Null counts nothing. */
  constructor(private readonly limiter: RateLimiterPostgres | null) {}

  /** Counts one more, before it is looked at. Throws RATE_LIMITED. */
  async count(key: string): Promise<void> {
    const seconds = await this.over(key);
    if (seconds !== null) throw rateLimited(seconds);
  }

  /** Counts one more; for how many seconds it was one too many, or null. */
  async over(key: string): Promise<number | null> {
    try {
      await this.limiter?.consume(key);
      return null;
    } catch (over) {
      if (over instanceof RateLimiterRes) return Math.max(1, Math.ceil(over.msBeforeNext / 1000));
      throw over;
    }
  }

  /** Takes one back. */
  async reward(key: string): Promise<void> {
    await this.limiter?.reward(key, 1);
  }

  /** Begins at none again. */
  async forget(key: string): Promise<void> {
    await this.limiter?.delete(key);
  }
}

/** What a counter is kept under, of whatever it is about. */
export const keyOf = (...of: string[]): string => createHash('sha256').update(of.join(' ')).digest('hex');
