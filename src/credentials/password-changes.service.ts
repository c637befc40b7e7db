import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, MoreThan } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { lockedAccount, ownAccount } from '../accounts/locked-account.js';
import { Passwords } from '../accounts/passwords.js';
import { Reauthentication } from '../accounts/reauthentication.js';
import { Sessions } from '../accounts/sessions.js';
import { tokenHash } from '../accounts/tokens.js';
import type { Viewer } from '../accounts/viewer.js';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import type { Text } from '../common/text.js';
import { Mailer } from '../mail/mailer.js';
import type { PasswordChanged } from './credentials.type.js';
import { securityLetter } from './letter-texts.js';
import { EmailChange, PasswordReset } from './pending.entity.js';
import { SignInTicket } from './second-factor.entity.js';
import { LinkNotValid } from './sign-in-refusals.js';

@Injectable()
export class PasswordChanges {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly passwords: Passwords,
    private readonly reauthentication: Reauthentication,
    private readonly sessions: Sessions,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /** By the link of a letter, which works once; a password that is refused leaves it working. */
  async reset(token: string, password: string): Promise<PasswordChanged | Refusal> {
    const asked = await this.asked(token);
    if (!asked?.accountId) return new LinkNotValid();
    const problem = this.passwords.problem(password, asked.email);
    if (problem) return new InvalidInput([new InputProblem(['password'], problem)]);
    const passwordHash = await this.passwords.hash(password);
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const account = await lockedAccount(tx, asked.accountId!);
      const { affected } = await tx.delete(PasswordReset, { id: asked.id });
      if (!account || affected !== 1) return new LinkNotValid();
      const emailConfirmedAt = account.email === asked.email ? now : account.emailConfirmedAt;
      await tx.update(Account, { id: account.id }, { passwordHash, emailConfirmedAt });
      // Whatever someone else may have begun with the account ends here.
      await this.sessions.endAll(tx, account.id);
      await tx.delete(EmailChange, { accountId: account.id });
      return this.changed(tx, account.id, now);
    });
  }

  async works(token: string): Promise<boolean> {
    return Boolean((await this.asked(token))?.accountId);
  }

  /** By the old one. Other sessions end: whoever changes a password because someone knows it is rid of them. */
  async change(
    context: RequestContext,
    viewer: Viewer,
    { old, password }: { old: string; password: string },
  ): Promise<PasswordChanged | Refusal> {
    const refusal = await this.reauthentication.refusal(context, viewer, old, 'oldPassword');
    if (refusal) return refusal;
    const problem = this.passwords.problem(password, viewer.email) ?? (old === password ? sameAsBefore : null);
    if (problem) return new InvalidInput([new InputProblem(['newPassword'], problem)]);
    const passwordHash = await this.passwords.hash(password);
    return this.db.transaction(async (tx) => {
      await ownAccount(tx, viewer.id);
      await tx.update(Account, { id: viewer.id }, { passwordHash });
      await this.sessions.endAll(tx, viewer.id, { except: context.token });
      return this.changed(tx, viewer.id, this.clock.now());
    });
  }

  private asked(token: string): Promise<PasswordReset | null> {
    const expiresAt = MoreThan(this.clock.now());
    return this.db.manager.findOneBy(PasswordReset, { tokenHash: tokenHash(token), expiresAt });
  }

  private async changed(tx: EntityManager, accountId: string, at: Date): Promise<PasswordChanged> {
    await tx.delete(PasswordReset, { accountId });
    await tx.delete(SignInTicket, { accountId });
    await this.mailer.write(tx, securityLetter({ accountId }, 'password-changed'));
    return { at };
  }
}

const sameAsBefore: Text = {
  fr: 'Le nouveau mot de passe est le même que l’ancien.',
  en: 'The new password is the old one.',
};
