import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { AccountSuspended } from '../accounts/account.type.js';
import { Accounts, type OpenedSession } from '../accounts/accounts.service.js';
import { Attempts } from '../accounts/attempts.js';
import { normaliseEmail } from '../accounts/email.js';
import { steadyAccount } from '../accounts/locked-account.js';
import { Passwords } from '../accounts/passwords.js';
import type { RequestContext } from '../common/context.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import { SecondFactors } from './second-factors.service.js';
import type { SignInInput } from './sign-in.input.js';
import { SignInAgain, WrongCode, WrongCredentials } from './sign-in-refusals.js';

export interface SignedIn extends OpenedSession {
  recoveryCodes?: string[];
}

@Injectable()
export class SignInService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
    private readonly factors: SecondFactors,
  ) {}

  /** Whatever is wrong, the same words after the same work. */
  async signIn({ email: given, password }: SignInInput, context: RequestContext): Promise<SignedIn | Refusal> {
    const email = normaliseEmail(given);
    if (email === '' || password === '') return new InvalidInput(missing(email, password));
    await this.attempts.signIn(context.address, email);
    const account = await this.db.manager.findOneBy(Account, { email });
    if (!(await this.passwords.matches(password, account?.passwordHash)) || !account) return new WrongCredentials();
    const { id, passwordHash } = account;
    const answer = await this.db.transaction(async (tx) => {
      // Whoever changed the password meanwhile ended all sessions: none may be opened with the old one after that.
      const still = await steadyAccount(tx, { id });
      return still?.passwordHash === passwordHash ? this.open(tx, still, context) : new WrongCredentials();
    });
    if (!(answer instanceof WrongCredentials)) await this.attempts.succeeded(context.address, email);
    return answer;
  }

  /** For someone who is known to be the account's owner, as far as a password or a provider can tell. */
  async open(tx: EntityManager, account: Account, context: RequestContext): Promise<SignedIn | Refusal> {
    if (account.suspendedAt) return new AccountSuspended();
    return (await this.factors.needed(tx, account)) ?? this.accounts.openFor(context, tx, account);
  }

  works(ticket: string): Promise<boolean> {
    return this.factors.ticketWorks(this.db.manager, ticket);
  }

  /** The second half: a code of the application, or of recovery; for one that is being set up, its first. */
  async signInWithCode(ticket: string, code: string, context: RequestContext): Promise<SignedIn | Refusal> {
    await this.attempts.stranger(context.address);
    const accountId = await this.factors.tryTicket(this.db.manager, ticket);
    if (!accountId) return new SignInAgain();
    await this.attempts.code(accountId);
    return this.db.transaction(async (tx) => {
      const account = await steadyAccount(tx, { id: accountId });
      if (!account || !(await this.factors.hasTicket(tx, ticket))) return new SignInAgain();
      if (account.suspendedAt) return new AccountSuspended();
      const enrolled = (await this.factors.has(tx, accountId)) ? null : await this.factors.confirm(tx, accountId, code);
      if (!enrolled && !(await this.factors.accepts(tx, accountId, code))) return new WrongCode();
      await this.factors.useUp(tx, accountId);
      const opened = await this.accounts.openFor(context, tx, account, true);
      return enrolled ? { ...opened, recoveryCodes: enrolled } : opened;
    });
  }
}

const missing = (email: string, password: string): InputProblem[] => [
  ...(email === ''
    ? [new InputProblem(['email'], { fr: 'Donnez votre adresse e-mail.', en: 'Give your e-mail address.' })]
    : []),
  ...(password === ''
    ? [new InputProblem(['password'], { fr: 'Donnez votre mot de passe.', en: 'Give your password.' })]
    : []),
];
