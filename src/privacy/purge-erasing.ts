import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { forgetOldHires } from '../hires/hire-forgetting.js';
import { AccountEraser } from './account-eraser.js';
import { cutoffOf, PurgeDue } from './purge-due.js';
import { type Carried, PurgeBook } from './purge-book.js';
import type { GuardedRule } from './purge-guards.js';
import type { RetentionRuleId } from './retention-rules.js';

const atOnce = 200;

/** No id comes before it. */
const beforeAll = '00000000-0000-0000-0000-000000000000';

/** A label from which nothing follows, or whose refusal nobody contested. */
const overSince = `l.state IN ('PAID', 'NO_AID', 'LAPSED', 'WITHDRAWN', 'ENDED_EARLY', 'REFUSED') AND l.since <= $1`;

/** What goes without a guard: what is over, and leads to nobody or to whom it was told long ago. */
const unguarded: Partial<Record<RetentionRuleId, readonly string[]>> = {
  REPORT: ['DELETE FROM moderation_case WHERE decided_at <= $1', 'DELETE FROM suspension WHERE lifted_at <= $1'],
  ALERT: [
    `DELETE FROM alert t USING offer o WHERE o.id = t.offer_id AND t.found_at <= $1 AND o.status IN ('FILLED', 'CLOSED', 'EXPIRED')`,
  ],
  HIRE: forgetOldHires,
  LABEL: [
    `DELETE FROM stored_file t USING label l WHERE l.id = t.label_id AND ${overSince}`,
    `DELETE FROM label_check_in t USING label l WHERE l.id = t.label_id AND ${overSince}`,
    `UPDATE label_document t SET words = NULL FROM label l WHERE l.id = t.label_id AND t.words IS NOT NULL AND ${overSince}`,
    `UPDATE label_event t SET words = NULL FROM label l WHERE l.id = t.label_id AND t.words IS NOT NULL AND ${overSince}`,
  ],
  PURGE: [`DELETE FROM purge WHERE at <= $1 AND status IN ('DONE', 'LAPSED')`],
};

/** Erases what is due. Each row or person in a transaction of its own: what fails is tried again by the next purge. */
@Injectable()
export class PurgeErasing {
  private readonly logger = new Logger('Retention');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly due: PurgeDue,
    private readonly eraser: AccountEraser,
    private readonly book: PurgeBook,
  ) {}

  /** As of the moment it looked, and no more than it counted: what went before it was cut short counts too. */
  async guarded(purge: Carried): Promise<void> {
    for (const { rule, due, done } of purge.counts) await this.erase(rule, purge, due - done);
  }

  async unguarded(at: Date): Promise<void> {
    for (const [rule, statements] of Object.entries(unguarded)) {
      const cutoff = cutoffOf(rule as RetentionRuleId, at);
      if (cutoff) for (const statement of statements) await this.db.query(statement, [cutoff]);
    }
  }

  /** Each once, so that those that fail do not stand before the others. */
  private async erase(rule: GuardedRule, purge: Carried, most: number): Promise<void> {
    let [done, last]: [number, string | undefined] = [0, beforeAll];
    while (done < most && last !== undefined) {
      const ids = await this.due.ids(rule, purge.at, Math.min(atOnce, most - done), last);
      for (const id of ids) if (await this.eraseOne(rule, id, purge)) done += 1;
      last = ids.at(-1);
    }
  }

  private async eraseOne(rule: GuardedRule, id: string, purge: Carried): Promise<boolean> {
    try {
      return await this.db.transaction(async (tx) => {
        const went = await erasers[rule](tx, id, this.eraser, () => this.due.isDue(tx, rule, id, purge.at));
        if (went) await this.book.went(tx, purge, rule);
        return went;
      });
    } catch (error) {
      this.logger.warn(`${rule}: one could not be erased, to be tried again: ${String(error)}`);
      return false;
    }
  }
}

type Eraser = (
  tx: EntityManager,
  id: string,
  accounts: AccountEraser,
  isDue: () => Promise<boolean>,
) => Promise<boolean>;

/** The row is held before it is looked at again. */
const row =
  (table: 'application' | 'invitation'): Eraser =>
  async (tx, id, _accounts, isDue) => {
    await tx.query(`SELECT FROM ${table} WHERE id = $1 FOR UPDATE`, [id]);
    if (!(await isDue())) return false;
    await tx.query(`DELETE FROM ${table} WHERE id = $1`, [id]);
    return true;
  };

const erasers: Record<GuardedRule, Eraser> = {
  CANDIDATE_ERASED: async (tx, id, accounts, isDue) => {
    await tx.query('SELECT FROM account WHERE id = $1 FOR UPDATE', [id]);
    return (await isDue()) && accounts.erase(tx, id);
  },
  APPLICATION: row('application'),
  INVITATION: row('invitation'),
};
