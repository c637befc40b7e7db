import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../common/config.js';
import { rateLimited } from '../common/errors.js';
import { networkOf } from './client.js';

export { networkOf };

/** How many attempts are counted before the next one is refused, and in which time. */
export const limits = {
  /** One account, from anywhere: a guesser must not get further by changing address. */
  account: { points: 10, duration: 15 * 60 },
  /** One address: wide enough for a campus that shares one. */
  address: { points: 100, duration: 15 * 60 },
  signUp: { points: 30, duration: 60 * 60 },
  /** Codes of one account: whoever has its password must not get further by asking for another ticket. */
  code: { points: 10, duration: 15 * 60 },
  /** Letters that strangers may have written to one address. */
  letter: { points: 5, duration: 60 * 60 },
};

/**
 * Counts attempts, each before it is looked at, in the database that the attempts need anyway: when it does not answer,
 * nothing passes. Throws RATE_LIMITED.
 */
@Injectable()
export class Attempts {
  private readonly limiters: Record<keyof typeof limits, RateLimiterPostgres>;

  constructor(
    @InjectDataSource() db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    const limiter = (name: keyof typeof limits) =>
      new RateLimiterPostgres({
        ...limits[name],
        keyPrefix: name,
        storeClient: db,
        storeType: 'typeorm',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: name === 'address',
      });
    this.limiters = {
      account: limiter('account'),
      address: limiter('address'),
      signUp: limiter('signUp'),
      code: limiter('code'),
      letter: limiter('letter'),
    };
  }

  async signIn(address: string, email: string): Promise<void> {
    await this.count('address', networkOf(address));
    await this.password(email);
  }

  /** Anything else that strangers try: a link of a letter, a sign-in at a provider. */
  async stranger(address: string): Promise<void> {
    await this.count('address', networkOf(address));
  }

  async signUp(address: string): Promise<void> {
    await this.count('signUp', networkOf(address));
  }

  /** A password given for an account by someone who may not be its owner. */
  async password(email: string): Promise<void> {
    await this.count('account', keyOf(email));
  }

  async code(accountId: string): Promise<void> {
    await this.count('code', accountId);
  }

  /** A letter to an address, whether anyone is known by it or not. */
  async letter(email: string): Promise<void> {
    await this.count('letter', keyOf(email));
  }

  /** The right password was given: the account's owner starts afresh. */
  async succeeded(email: string): Promise<void> {
    if (this.config.RATE_LIMITS === 'on') await this.limiters.account.delete(keyOf(email));
  }

  private async count(kind: keyof typeof limits, key: string): Promise<void> {
    if (this.config.RATE_LIMITS === 'off') return;
    try {
      await this.limiters[kind].consume(key);
    } catch (over) {
      if (over instanceof RateLimiterRes) throw rateLimited(Math.max(1, Math.ceil(over.msBeforeNext / 1000)));
      throw over;
    }
  }
}

/** Counters name nobody. */
const keyOf = (email: string): string => createHash('sha256').update(email).digest('hex');
