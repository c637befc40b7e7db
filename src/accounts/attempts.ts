import { Injectable } from '@nestjs/common';
import { networkOf } from './client.js';
import { type Counter, Counters, keyOf } from './counters.js';

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

/** Counts attempts, each before it is looked at. Throws RATE_LIMITED. */
@Injectable()
export class Attempts {
  private readonly counters: Record<keyof typeof limits, Counter>;

  constructor(counters: Counters) {
    const of = (name: keyof typeof limits) => counters.of(name, limits[name]);
    this.counters = {
      account: of('account'),
      everywhere: of('everywhere'),
      own: of('own'),
      address: of('address'),
      signUp: of('signUp'),
      code: of('code'),
      letter: of('letter'),
    };
  }

  async signIn(address: string, email: string): Promise<void> {
    await this.stranger(address);
    await this.password(address, email);
  }

  /** Anything else that strangers try: a link of a letter, a sign-in at a provider. */
  async stranger(address: string): Promise<void> {
    await this.counters.address.count(networkOf(address));
  }

  async signUp(address: string): Promise<void> {
    await this.counters.signUp.count(networkOf(address));
  }

  /** A password given for an account by someone who may not be its owner. */
  async password(address: string, email: string): Promise<void> {
    await this.counters.account.count(keyOf(email, networkOf(address)));
    await this.counters.everywhere.count(keyOf(email));
  }

  /** A password given once more in an open session. Strangers cannot use these up. */
  async ownPassword(accountId: string): Promise<void> {
    await this.counters.own.count(accountId);
  }

  async code(accountId: string): Promise<void> {
    await this.counters.code.count(accountId);
  }

  /** A letter to an address, whether anyone is known by it or not; or one that an account asks for, by its id. */
  async letter(to: string): Promise<void> {
    await this.counters.letter.count(keyOf(to));
  }

  /** The same for an answer that is alike in any case: whether the letter may still be written. */
  async mayWrite(email: string): Promise<boolean> {
    return (await this.counters.letter.over(keyOf(email))) === null;
  }

  /** The right password was given: the account's owner starts afresh there, and nothing was guessed. */
  async succeeded(address: string, email: string): Promise<void> {
    await this.counters.account.forget(keyOf(email, networkOf(address)));
    await this.counters.everywhere.reward(keyOf(email));
  }

  async ownSucceeded(accountId: string): Promise<void> {
    await this.counters.own.forget(accountId);
  }
}
