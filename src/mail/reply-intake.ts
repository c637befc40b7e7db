import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { normaliseEmail } from '../accounts/email.js';
import { Clock } from '../common/clock.js';
import { type IncomingMail, readMail } from './incoming-mail.js';
import { ReplyHandlers } from './reply-handlers.js';
import { refused, refusedBecause, ReplyRefused } from './reply-refusals.js';
import { replyText, withoutAddress } from './reply-text.js';

/** Answers by one account about one topic within an hour. */
export const mostRepliesPerHour = 20;

const mostHops = 30;

interface Expected {
  topic: string;
  accountId: string;
  email: string;
}

/** Takes answers to letters: from whom the letter was for, once, and as a person wrote them. Throws ReplyRefused. */
@Injectable()
export class ReplyIntake {
  private readonly logger = new Logger('Mail');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly handlers: ReplyHandlers,
    private readonly clock: Clock,
  ) {}

  /** Whether anyone is expected to write to this address. */
  async expects(token: string): Promise<boolean> {
    return (await this.expected(this.db.manager, token)) !== null;
  }

  /** When it returns, the answer is committed, now or before; a failure of ours is "try again later". */
  async take(token: string, raw: Buffer): Promise<void> {
    const mail = await readMail(raw).catch(() => {
      throw refused('unreadable');
    });
    if (mail.hops > mostHops) throw refused('loop');
    if (mail.automatic) throw refused('automatic');
    try {
      await this.db.transaction((tx) => this.takeOnce(tx, token, mail));
    } catch (error) {
      if (error instanceof ReplyRefused) throw error;
      this.logger.warn(`an answer by mail was not taken: ${String(error)}`);
      throw refused('ours');
    }
  }

  private async takeOnce(tx: EntityManager, token: string, mail: IncomingMail): Promise<void> {
    const now = this.clock.now();
    const expected = await this.expected(tx, token);
    if (!expected) throw refused('unknown');
    if (mail.from.length !== 1 || normaliseEmail(mail.from[0]!) !== expected.email) throw refused('otherSender');
    const digest = createHash('sha256').update(mail.messageId).digest('base64url');
    const [noted] = await tx.query<unknown[]>(
      `INSERT INTO reply_received (token, message, received_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING token`,
      [token, digest, now],
    );
    if (!noted) return;
    if ((await this.lately(tx, token, now)) > mostRepliesPerHour) throw refused('tooMany');
    const text = withoutAddress(replyText(mail.text), expected.email);
    if (text === '') throw refused('empty');
    const [kind, subjectId] = expected.topic.split(':', 2) as [string, string];
    const verdict = await this.handlers.find(kind)?.(tx, { subjectId, accountId: expected.accountId, text });
    if (!verdict) throw refused('unknown');
    if (!verdict.taken) throw refusedBecause(verdict.because);
    await tx.query('UPDATE reply_address SET used_at = $2 WHERE token = $1', [token, now]);
  }

  private async expected(tx: EntityManager, token: string): Promise<Expected | null> {
    const [row] = await tx.query<Expected[]>(
      `SELECT topic, account_id AS "accountId", email FROM reply_address JOIN account ON account.id = account_id
       WHERE token = $1 AND suspended_at IS NULL`,
      [token],
    );
    return row ?? null;
  }

  private async lately(tx: EntityManager, token: string, now: Date): Promise<number> {
    const [{ count }] = await tx.query<[{ count: number }]>(
      'SELECT count(*)::int AS count FROM reply_received WHERE token = $1 AND received_at > $2',
      [token, new Date(now.valueOf() - 3_600_000)],
    );
    return count;
  }
}
