import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, MoreThan } from 'typeorm';
import { Accounts, type OpenedSession } from '../accounts/accounts.service.js';
import { Attempts } from '../accounts/attempts.js';
import { Passwords } from '../accounts/passwords.js';
import { tokenHash } from '../accounts/tokens.js';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import type { Refusal } from '../common/refusal.js';
import { PendingSignUp } from './pending.entity.js';
import { LinkNotValid, WrongCredentials } from './sign-in-refusals.js';

@Injectable()
export class ConfirmEmailService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
    private readonly clock: Clock,
  ) {}

  /**
   * The link proves the mailbox, the password that whoever reads it is whoever signed up: someone else's password can never
   * open the account, even when its owner follows every link. The first that is confirmed ends the others.
   */
  async confirm(token: string, password: string, context: RequestContext): Promise<OpenedSession | Refusal> {
    await this.attempts.stranger(context.address);
    const pending = await this.pending(token);
    if (!pending) return new LinkNotValid();
    const { id, email, passwordHash, role, language } = pending;
    await this.attempts.password(context.address, email);
    if (!(await this.passwords.matches(password, passwordHash))) return new WrongCredentials();
    await this.attempts.succeeded(context.address, email);
    return this.db.transaction(async (tx) => {
      // All of the address and always in one order: whoever follows two links at once must not wait for themselves.
      const lock = { mode: 'pessimistic_write' } as const;
      const waiting = await tx.find(PendingSignUp, { where: { email }, order: { id: 'ASC' }, lock });
      if (!waiting.some((each) => each.id === id)) return new LinkNotValid();
      await tx.delete(PendingSignUp, { email });
      const account = await this.accounts.add(tx, {
        email,
        passwordHash,
        role,
        language,
        emailConfirmedAt: this.clock.now(),
      });
      return account ? this.accounts.openFor(context, tx, account) : new LinkNotValid();
    });
  }

  async works(token: string): Promise<boolean> {
    return (await this.pending(token)) !== null;
  }

  private pending(token: string): Promise<PendingSignUp | null> {
    const expiresAt = MoreThan(this.clock.now());
    return this.db.manager.findOneBy(PendingSignUp, { tokenHash: tokenHash(token), expiresAt });
  }
}
