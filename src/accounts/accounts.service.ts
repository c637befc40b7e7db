import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import { Account } from './account.entity.js';
import type { SignInInput, SignUpInput } from './account.input.js';
import { type AccountRole, rolesOpenToAll } from '../permissions/account-role.js';
import { AccountSuspended, EmailAlreadyUsed, WrongCredentials } from './account.type.js';
import { Attempts } from './attempts.js';
import { emailProblem, normaliseEmail } from './email.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';
import { Viewer } from './viewer.js';

export interface NewAccount {
  email: string;
  password: string;
  role: AccountRole;
  demo?: boolean;
}

export interface OpenedSession {
  token: string;
  viewer: Viewer;
}

@Injectable()
export class Accounts {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly attempts: Attempts,
    private readonly clock: Clock,
  ) {}

  /** Null when the address is taken: the unique constraint is the judge. Checks nothing else: forms do that before. */
  async create(tx: EntityManager, { email, password, role, demo = false }: NewAccount): Promise<Account | null> {
    return this.insert(tx, { email, role, demo, passwordHash: await this.passwords.hash(password) });
  }

  async signUp(input: SignUpInput, { address }: RequestContext): Promise<OpenedSession | Refusal> {
    await this.attempts.signUp(address);
    const email = normaliseEmail(input.email);
    const problems = this.signUpProblems(email, input);
    if (problems.length > 0) return new InvalidInput(problems);
    const passwordHash = await this.passwords.hash(input.password);
    return this.db.transaction(async (tx) => {
      const account = await this.insert(tx, { email, role: input.role, demo: false, passwordHash });
      return account ? this.createSession(tx, account) : new EmailAlreadyUsed();
    });
  }

  async signIn({ email: given, password }: SignInInput, { address }: RequestContext): Promise<OpenedSession | Refusal> {
    const email = normaliseEmail(given);
    if (email === '' || password === '') return new InvalidInput(missing(email, password));
    await this.attempts.signIn(address, email);
    const account = await this.db.manager.findOneBy(Account, { email });
    if (!(await this.passwords.matches(password, account?.passwordHash)) || !account) return new WrongCredentials();
    if (account.suspendedAt) return new AccountSuspended();
    await this.attempts.succeeded(email);
    return this.db.transaction((tx) => this.createSession(tx, account));
  }

  /** Signs the account in without asking for its password: for acts that have made sure of the person otherwise. */
  async createSession(tx: EntityManager, { id, email, role }: Account): Promise<OpenedSession> {
    return { token: await this.sessions.open(tx, id), viewer: new Viewer(id, email, role) };
  }

  private async insert(
    tx: EntityManager,
    { email, ...account }: Pick<Account, 'email' | 'role' | 'demo' | 'passwordHash'>,
  ): Promise<Account | null> {
    const values = { ...account, email: normaliseEmail(email), createdAt: this.clock.now() };
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(Account)
      .values(values)
      .orIgnore()
      .returning('id')
      .execute();
    const [row] = inserted.raw as { id: string }[];
    return row ? tx.findOneBy(Account, { id: row.id }) : null;
  }

  private signUpProblems(email: string, { password, role }: SignUpInput): InputProblem[] {
    const wrong = {
      email: emailProblem(email),
      password: this.passwords.problem(password, email),
      role: rolesOpenToAll.includes(role) ? null : roleNotOpen,
    };
    return Object.entries(wrong).flatMap(([field, text]) => (text ? [new InputProblem([field], text)] : []));
  }
}

const roleNotOpen = {
  fr: 'On ne s’inscrit que comme candidat (CANDIDATE) ou membre d’une entreprise (COMPANY_MEMBER).',
  en: 'One signs up as CANDIDATE or COMPANY_MEMBER only.',
};

const missing = (email: string, password: string): InputProblem[] => [
  ...(email === ''
    ? [new InputProblem(['email'], { fr: 'Donnez votre adresse e-mail.', en: 'Give your e-mail address.' })]
    : []),
  ...(password === ''
    ? [new InputProblem(['password'], { fr: 'Donnez votre mot de passe.', en: 'Give your password.' })]
    : []),
];
