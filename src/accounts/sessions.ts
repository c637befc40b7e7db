import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import { Clock } from '../common/clock.js';
import { CONFIG, type Config } from '../common/config.js';
import { type RequestContext, sessionCookie } from '../common/context.js';
import type { AccountRole } from '../permissions/account-role.js';
import { Session } from './session.entity.js';
import { Viewer } from './viewer.js';

const hour = 3_600_000;

/** A session ends this long after its last use. */
export const sessionLife = 30 * 24 * hour;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

@Injectable()
export class Sessions {
  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The token of a new session; it cannot be read again later. */
  async open(tx: EntityManager, accountId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await tx.query('DELETE FROM session WHERE account_id = $1 AND expires_at <= $2', [accountId, now]);
    await tx.insert(Session, {
      tokenHash: hashOf(token),
      accountId,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.valueOf() + sessionLife),
    });
    return token;
  }

  /** Whose session the request's token opens; its life is prolonged by use, at most once an hour. */
  async viewer(context: RequestContext): Promise<Viewer | null> {
    if (!context.token) return null;
    const now = this.clock.now();
    const [row] = await this.sessions.query<{ id: string; email: string; role: AccountRole; used: Date }[]>(
      `SELECT account.id, account.email, account.role, session.last_used_at AS used
       FROM session JOIN account ON account.id = session.account_id
       WHERE session.token_hash = $1 AND session.expires_at > $2 AND account.suspended_at IS NULL`,
      [hashOf(context.token), now],
    );
    if (!row) return null;
    if (now.valueOf() - row.used.valueOf() > hour) await this.prolong(context, context.token, now);
    return new Viewer(row.id, row.email, row.role);
  }

  /** Whether there was one to end. */
  async end(token: string): Promise<boolean> {
    const { affected } = await this.sessions.delete({ tokenHash: hashOf(token) });
    return Boolean(affected);
  }

  async endAll(tx: EntityManager, accountId: string): Promise<void> {
    await tx.delete(Session, { accountId });
  }

  /** Hands the token to a browser in a form that the scripts of a page cannot read. */
  giveCookie({ reply }: RequestContext, token: string): void {
    void reply.setCookie(sessionCookie, token, { ...this.cookieOptions(), maxAge: sessionLife / 1000 });
  }

  clearCookie({ reply }: RequestContext): void {
    void reply.clearCookie(sessionCookie, this.cookieOptions());
  }

  private async prolong(context: RequestContext, token: string, now: Date): Promise<void> {
    const expiresAt = new Date(now.valueOf() + sessionLife);
    await this.sessions.update({ tokenHash: hashOf(token) }, { lastUsedAt: now, expiresAt });
    if (context.reply.request.cookies[sessionCookie] === token) this.giveCookie(context, token);
  }

  private cookieOptions() {
    return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: this.config.NODE_ENV === 'production' };
  }
}
