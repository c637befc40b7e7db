import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, MoreThan, QueryFailedError } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { lockedAccount, ownAccount } from '../accounts/locked-account.js';
import { newToken, tokenHash } from '../accounts/tokens.js';
import { Clock } from '../common/clock.js';
import { CONFIG, type Config } from '../common/config.js';
import type { Refusal } from '../common/refusal.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.js';
import { Mailer } from '../mail/mailer.js';
import type { EmailChangeAgreed } from './credentials.type.js';
import { addressTakenLetter, emailChangedLetter, newAddressLetter, oldAddressLetter } from './email-change-letters.js';
import { EmailChange, PasswordReset, PendingSignUp } from './pending.entity.js';
import { EmailAlreadyUsed, LinkNotValid } from './sign-in-refusals.js';
import { confirmationLife } from './sign-up.service.js';

const lettersJob = 'email-change-letters';

/** Another address for an account: asked for, agreed to by both, or cancelled by the one it has. */
@Injectable()
export class EmailChanges implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(lettersJob, ({ id }) => this.write(String(id)));
  }

  /** Replaces what was asked for before. Whether the new address is taken is looked at by the worker: no answer tells it. */
  async ask(accountId: string, newEmail: string): Promise<void> {
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.valueOf() + confirmationLife);
    await this.db.transaction(async (tx) => {
      await ownAccount(tx, accountId);
      await tx.delete(EmailChange, { accountId });
      const { identifiers } = await tx.insert(EmailChange, { accountId, newEmail, createdAt, expiresAt });
      await this.jobs.add(tx, lettersJob, { id: String(identifiers[0]!['id']) });
    });
  }

  /** By the link of either letter; the change takes place with the second. Another account may have been faster. */
  async agree(token: string): Promise<EmailChangeAgreed | Refusal> {
    try {
      return await this.db.transaction(async (tx) => {
        const change = await this.waiting(tx, token);
        if (!change) return new LinkNotValid();
        const side = change.oldTokenHash?.equals(tokenHash(token)) ? 'oldConfirmedAt' : 'newConfirmedAt';
        change[side] ??= this.clock.now();
        if (change.oldConfirmedAt && change.newConfirmedAt) return this.take(tx, change);
        await tx.update(EmailChange, { id: change.id }, { [side]: change[side] });
        return { done: false };
      });
    } catch (error) {
      if (!isTaken(error)) throw error;
      for (const where of linkedBy(token)) await this.db.manager.delete(EmailChange, where);
      return new EmailAlreadyUsed();
    }
  }

  /** Whether there is something to agree to, or to cancel. */
  works(token: string): Promise<boolean> {
    const expiresAt = MoreThan(this.clock.now());
    return this.db.manager.existsBy(
      EmailChange,
      linkedBy(token).map((link) => ({ ...link, expiresAt })),
    );
  }

  /** By the link in the letter to the old address; the new one cannot. */
  cancel(token: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const change = await this.waiting(tx, token);
      if (!change?.oldTokenHash?.equals(tokenHash(token))) return false;
      await tx.delete(EmailChange, { id: change.id });
      return true;
    });
  }

  /** The account is locked first, as everywhere, so that two clicks at once do not wait for each other. */
  private async waiting(tx: EntityManager, token: string): Promise<EmailChange | null> {
    const where = linkedBy(token);
    const seen = await tx.findOneBy(EmailChange, where);
    if (!seen) return null;
    await lockedAccount(tx, seen.accountId);
    const change = await tx.findOneBy(EmailChange, where);
    return change && change.expiresAt > this.clock.now() ? change : null;
  }

  private async take(tx: EntityManager, { id, accountId, newEmail }: EmailChange): Promise<EmailChangeAgreed> {
    const { email: oldEmail, language } = await tx.findOneByOrFail(Account, { id: accountId });
    await tx.delete(EmailChange, { id });
    await tx.update(Account, { id: accountId }, { email: newEmail, emailConfirmedAt: this.clock.now() });
    await tx.delete(PasswordReset, { accountId });
    await tx.delete(PendingSignUp, { email: newEmail });
    await this.mailer.write(tx, { ...emailChangedLetter({ email: oldEmail, language }), about: accountId });
    await this.mailer.write(tx, emailChangedLetter({ accountId }));
    return { done: true };
  }

  private write(id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const asked = await tx.findOneBy(EmailChange, { id });
      const account = asked && (await lockedAccount(tx, asked.accountId));
      const change = await tx.findOneBy(EmailChange, { id });
      if (!account || !change || change.oldTokenHash) return;
      const { language } = account;
      const taken = await tx.findOneBy(Account, { email: change.newEmail });
      const [oldToken, newOne] = [newToken(), newToken()];
      const to = { accountId: change.accountId };
      await this.mailer.write(tx, oldAddressLetter(to, oldToken, this.config.PUBLIC_URL));
      await this.mailer.write(
        tx,
        taken
          ? addressTakenLetter({ accountId: taken.id })
          : { ...newAddressLetter({ email: change.newEmail, language }, newOne), about: change.accountId },
      );
      const hashes = { oldTokenHash: tokenHash(oldToken), newTokenHash: taken ? null : tokenHash(newOne) };
      await tx.update(EmailChange, { id }, hashes);
    });
  }
}

const linkedBy = (token: string) => [{ oldTokenHash: tokenHash(token) }, { newTokenHash: tokenHash(token) }];

const isTaken = (error: unknown): boolean =>
  error instanceof QueryFailedError &&
  (error.driverError as { constraint?: string }).constraint === 'account_email_unique';
