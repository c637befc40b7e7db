import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import type { Language } from '../common/text.js';
import type { AccountRole } from '../permissions/account-role.js';
import { Account } from './account.entity.js';
import { clientOf } from './client.js';
import { normaliseEmail } from './email.js';
import { Passwords } from './passwords.js';
import { type Opening, Sessions } from './sessions.js';
import { Viewer } from './viewer.js';
import { Viewers } from './viewers.js';

export interface NewAccount {
  email: string;
  password: string;
  role: AccountRole;
  demo?: boolean;
}

export interface AccountRow {
  email: string;
  role: AccountRole;
  /** Null for whoever signs in elsewhere, or is to choose a password by a letter. */
  passwordHash: string | null;
  language?: Language;
  emailConfirmedAt?: Date | null;
  demo?: boolean;
}

export interface OpenedSession {
  token: string;
  viewer: Viewer;
}

@Injectable()
export class Accounts {
  constructor(
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly viewers: Viewers,
    private readonly clock: Clock,
  ) {}

  /** Null when the address is taken: the unique constraint is the judge. Checks nothing else: forms do that before. */
  async create(tx: EntityManager, { password, ...account }: NewAccount): Promise<Account | null> {
    return this.add(tx, { ...account, passwordHash: await this.passwords.hash(password) });
  }

  /** As `create`, with a password that is hashed already, or none. */
  async add(tx: EntityManager, { email, ...account }: AccountRow): Promise<Account | null> {
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

  /** Signs the account in without asking for its password: for acts that have made sure of the person otherwise. */
  async createSession(tx: EntityManager, { id, email, role }: Account, opening?: Opening): Promise<OpenedSession> {
    return { token: await this.sessions.open(tx, id, opening), viewer: new Viewer(id, email, role) };
  }

  /** As `createSession`, for the client of the request. */
  openFor(context: RequestContext, tx: EntityManager, account: Account, secondFactor = false): Promise<OpenedSession> {
    return this.createSession(tx, account, { client: clientOf(context), secondFactor });
  }

  /** After the commit: the rest of the request runs as signed in, and a browser gets its cookie. */
  handOver(context: RequestContext, { token, viewer }: OpenedSession): void {
    this.viewers.remember(context, viewer);
    this.sessions.giveCookie(context, token);
  }

  /** The rest of the request runs as a stranger's, and a browser forgets its cookie. */
  leave(context: RequestContext): void {
    this.viewers.forget(context);
    this.sessions.clearCookie(context);
  }
}
