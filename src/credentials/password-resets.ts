import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { steadyAccount } from '../accounts/locked-account.js';
import { newToken, tokenHash } from '../accounts/tokens.js';
import { Clock } from '../common/clock.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.js';
import { Mailer } from '../mail/mailer.js';
import { resetLetter } from './letter-texts.js';
import { PasswordReset } from './pending.entity.js';

/** How long the link to a new password works. */
export const resetLife = 3_600_000;

const resetJob = 'password-reset-letter';

/** The rows of new passwords that were asked for, and the letters that lead to them. */
@Injectable()
export class PasswordResets implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(resetJob, ({ id }) => this.write(String(id)));
  }

  /** Notes that someone asked. Whether the address has an account is looked at by the worker, so that no time tells it. */
  ask(email: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { identifiers } = await tx.insert(PasswordReset, { email, ...this.life(resetLife) });
      await this.jobs.add(tx, resetJob, { id: String(identifiers[0]!['id']) });
    });
  }

  /** The token of a letter to the account's owner, who may choose a new password with it once. */
  async issue(tx: EntityManager, { id, email }: Account, life = resetLife): Promise<string> {
    const token = newToken();
    await tx.insert(PasswordReset, { email, accountId: id, tokenHash: tokenHash(token), ...this.life(life) });
    return token;
  }

  private write(id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const asked = await tx.findOneBy(PasswordReset, { id });
      if (!asked) return;
      const account = await steadyAccount(tx, { email: asked.email });
      const { affected } = await tx.delete(PasswordReset, { id });
      if (!account || affected !== 1) return;
      const token = await this.issue(tx, account);
      await this.mailer.write(tx, resetLetter({ accountId: account.id }, token));
    });
  }

  private life(milliseconds: number): { createdAt: Date; expiresAt: Date } {
    const createdAt = this.clock.now();
    return { createdAt, expiresAt: new Date(createdAt.valueOf() + milliseconds) };
  }
}
