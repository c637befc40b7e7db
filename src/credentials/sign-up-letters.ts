import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { steadyAccount } from '../accounts/locked-account.js';
import { newToken, tokenHash } from '../accounts/tokens.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Mailer } from '../mail/mailer.js';
import { accountExistsLetter, confirmEmailLetter } from './letter-texts.js';
import { PasswordResets } from './password-resets.js';
import { PendingSignUp } from './pending.entity.js';

/** The name of the job that answers one sign-up. */
export const signUpLetter = 'sign-up-letter';

/** Answers sign-ups, in the worker: with a link to confirm the address, or with news to whoever has an account already. */
@Injectable()
export class SignUpLetters implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly handlers: JobHandlers,
    private readonly resets: PasswordResets,
    private readonly mailer: Mailer,
  ) {}

  onModuleInit(): void {
    this.handlers.register(signUpLetter, ({ id }) => this.write(String(id)));
  }

  private write(id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const asked = await tx.findOneBy(PendingSignUp, { id });
      const account = asked && (await steadyAccount(tx, { email: asked.email }));
      const pending = await tx.findOne(PendingSignUp, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!pending || pending.tokenHash) return;
      const { email, language } = pending;
      if (account) {
        await tx.delete(PendingSignUp, { id });
        const token = await this.resets.issue(tx, account);
        await this.mailer.write(tx, accountExistsLetter({ accountId: account.id }, token));
        return;
      }
      const token = newToken();
      await tx.update(PendingSignUp, { id }, { tokenHash: tokenHash(token) });
      await this.mailer.write(tx, confirmEmailLetter({ email, language }, token));
    });
  }
}
