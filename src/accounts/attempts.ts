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
  /** One account from one network: whoever guesses there keeps nobody out who comes from elsewhere. */
  account: { points: 10, duration: 15 * 60 },
  /** One account, from anywhere: a guesser does not get much further by changing network. */
  everywhere: { points: 100, duration: 60 * 60 },
  /** One account, in sessions that are open: whoever found the browser guesses no more than that. */
  own: { points: 10, duration: 15 * 60 },
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
      everywhere: limiter('everywhere'),
      own: limiter('own'),
      address: limiter('address'),
      signUp: limiter('signUp'),
      code: limiter('code'),
      letter: limiter('letter'),
    };
  }

  async signIn(address: string, email: string): Promise<void> {
    await this.stranger(address);
    await this.password(address, email);
  }

  /** Anything else that strangers try: a link of a letter, a sign-in at a provider. */
  async stranger(address: string): Promise<void> {
    await this.count('address', networkOf(address));
  }

  async signUp(address: string): Promise<void> {
    await this.count('signUp', networkOf(address));
  }

  /** A password given for an account by someone who may not be its owner. */
  async password(address: string, email: string): Promise<void> {
    await this.count('account', keyOf(email, networkOf(address)));
    await this.count('everywhere', keyOf(email));
  }

  /** A password given once more in an open session. Strangers cannot use these up. */
  async ownPassword(accountId: string): Promise<void> {
    await this.count('own', accountId);
  }

  async code(accountId: string): Promise<void> {
    await this.count('code', accountId);
  }

  /** A letter to an address, whether anyone is known by it or not; or one that an account asks for, by its id. */
  async letter(to: string): Promise<void> {
    await this.count('letter', keyOf(to));
  }

  /** The same for an answer that is alike in any case: whether the letter may still be written. */
  async mayWrite(email: string): Promise<boolean> {
    return (await this.over('letter', keyOf(email))) === null;
  }

  /** The right password was given: the account's owner starts afresh there, and nothing was guessed. */
  async succeeded(address: string, email: string): Promise<void> {
    if (this.config.RATE_LIMITS === 'off') return;
    await this.limiters.account.delete(keyOf(email, networkOf(address)));
    await this.limiters.everywhere.reward(keyOf(email), 1);
  }

  async ownSucceeded(accountId: string): Promise<void> {
    if (this.config.RATE_LIMITS === 'on') await this.limiters.own.delete(accountId);
  }

  private async count(kind: keyof typeof limits, key: string): Promise<void> {
    const seconds = await this.over(kind, key);
    if (seconds !== null) throw rateLimited(seconds);
  }

  /** Counts one more; for how many seconds it was one too many, or null. */
  private async over(kind: keyof typeof limits, key: string): Promise<number | null> {
    if (this.config.RATE_LIMITS === 'off') return null;
    try {
      await this.limiters[kind].consume(key);
      return null;
    } catch (over) {
      if (over instanceof RateLimiterRes) return Math.max(1, Math.ceil(over.msBeforeNext / 1000));
      throw over;
    }
  }
}

/** Counters name nobody. */
const keyOf = (...of: string[]): string => createHash('sha256').update(of.join(' ')).digest('hex');
