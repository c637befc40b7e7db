import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import { Clock } from '../common/clock.js';
import { CONFIG, type Config } from '../common/config.js';
import { type RequestContext, sessionCookie } from '../common/context.js';
import type { AccountRole } from '../permissions/account-role.js';
import type { Client } from './client.js';
import { Session } from './session.entity.js';
import { newToken, tokenHash } from './tokens.js';
import { Viewer } from './viewer.js';

const hour = 3_600_000;

/** A session ends this long after its last use. */
export const sessionLife = 30 * 24 * hour;

/** How many one account may have: the one used longest ago makes room. */
export const mostSessions = 50;

/** By what the person was known, and from where. */
export interface Opening {
  client?: Client;
  secondFactor?: boolean;
}

interface SessionRow {
  id: string;
  email: string;
  role: AccountRole;
  used: Date;
  seenBy: string | null;
}

@Injectable()
export class Sessions {
  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The token of a new session; it cannot be read again later. */
  async open(tx: EntityManager, accountId: string, { client, secondFactor = false }: Opening = {}): Promise<string> {
    const token = newToken();
    const now = this.clock.now();
    await tx.query(
      `DELETE FROM session WHERE account_id = $1 AND (expires_at <= $2 OR token_hash IN
        (SELECT token_hash FROM session WHERE account_id = $1 ORDER BY last_used_at DESC OFFSET $3))`,
      [accountId, now, mostSessions - 1],
    );
    await tx.insert(Session, {
      tokenHash: tokenHash(token),
      accountId,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.valueOf() + sessionLife),
      agent: client?.agent ?? null,
      network: client?.network ?? null,
      secondFactor,
    });
    return token;
  }

  /**
   * Whose session the request's token opens; its life is prolonged by use, at most once an hour. An administrator's that was
   * opened without a second factor opens nothing, however the account became an administrator's.
   */
  async viewer(context: RequestContext): Promise<Viewer | null> {
    if (!context.token) return null;
    const now = this.clock.now();
    const [row] = await this.sessions.query<SessionRow[]>(
      `SELECT account.id, account.email, account.role, session.last_used_at AS used, session.acting_admin_id AS "seenBy"
       FROM session JOIN account ON account.id = session.account_id
         LEFT JOIN account AS admin ON admin.id = session.acting_admin_id
       WHERE session.token_hash = $1 AND session.expires_at > $2 AND account.suspended_at IS NULL
         AND (account.role <> 'ADMIN' OR session.second_factor)
         AND (session.acting_admin_id IS NULL OR (admin.role = 'ADMIN' AND admin.suspended_at IS NULL))`,
      [tokenHash(context.token), now],
    );
    if (!row) return null;
    const isOld = now.valueOf() - row.used.valueOf() > hour;
    if (isOld && !row.seenBy) await this.prolong(context, context.token, now);
    return new Viewer(row.id, row.email, row.role, row.seenBy);
  }

  /** The caller's own session; null for strangers. */
  async current({ token }: RequestContext): Promise<Session | null> {
    return token ? this.sessions.findOneBy({ tokenHash: tokenHash(token) }) : null;
  }

  /** Whether there was one to end. */
  end(token: string): Promise<boolean> {
    return this.endWhere('token_hash = $1', [tokenHash(token)]);
  }

  /** False when the account has none with this id. */
  endOf(accountId: string, id: string): Promise<boolean> {
    return this.endWhere('account_id = $1 AND id = $2', [accountId, id]);
  }

  /**
   * All of the account's but the one whose token is kept; how many there were. Those in which its owner sees as others end too,
   * and so do those of administrators who see as it; neither are counted, since they are nobody else's business.
   */
  async endAll(
    tx: EntityManager,
    accountId: string,
    { except = null }: { except?: string | null } = {},
  ): Promise<number> {
    const [ended] = await tx.query<[{ seenBy: string | null }[], number]>(
      `DELETE FROM session WHERE (account_id = $1 OR acting_admin_id = $1) AND token_hash IS DISTINCT FROM $2
       RETURNING acting_admin_id AS "seenBy"`,
      [accountId, except === null ? null : tokenHash(except)],
    );
    return ended.filter(({ seenBy }) => seenBy === null).length;
  }

  /** What sessions the account has left count as opened with a second factor from now on. */
  async raise(tx: EntityManager, accountId: string): Promise<void> {
    await tx.update(Session, { accountId }, { secondFactor: true });
  }

  /** Hands the token to a browser in a form that the scripts of a page cannot read. */
  giveCookie({ reply }: RequestContext, token: string): void {
    void reply.setCookie(sessionCookie, token, { ...this.cookieOptions(), maxAge: sessionLife / 1000 });
  }

  clearCookie({ reply }: RequestContext): void {
    void reply.clearCookie(sessionCookie, this.cookieOptions());
  }

  /** Whoever leaves as an administrator sees as nobody else any more either. */
  private async endWhere(condition: string, parameters: unknown[]): Promise<boolean> {
    const ended = await this.sessions.query<unknown[]>(
      `WITH ended AS (DELETE FROM session WHERE ${condition} RETURNING account_id, acting_admin_id),
         seeing AS (DELETE FROM session WHERE acting_admin_id IN
           (SELECT account_id FROM ended WHERE ended.acting_admin_id IS NULL))
       SELECT FROM ended`,
      parameters,
    );
    return ended.length > 0;
  }

  private async prolong(context: RequestContext, token: string, now: Date): Promise<void> {
    const expiresAt = new Date(now.valueOf() + sessionLife);
    await this.sessions.update({ tokenHash: tokenHash(token) }, { lastUsedAt: now, expiresAt });
    if (context.reply.request.cookies[sessionCookie] === token) this.giveCookie(context, token);
  }

  private cookieOptions() {
    return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: this.config.NODE_ENV === 'production' };
  }
}
