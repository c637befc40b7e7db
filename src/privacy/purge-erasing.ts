import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AccountEraser } from './account-eraser.js';
import { cutoffOf, PurgeDue } from './purge-due.js';
import { type GuardedRule, guardedRules, type PurgeCount } from './purge-guards.js';
import type { RetentionRuleId } from './retention-rules.js';

const atOnce = 200;

/** What goes without a guard: what is over, and leads to nobody or to whom it was told long ago. */
const unguarded: Partial<Record<RetentionRuleId, readonly string[]>> = {
  REPORT: ['DELETE FROM moderation_case WHERE decided_at <= $1', 'DELETE FROM suspension WHERE lifted_at <= $1'],
  ALERT: [
    `DELETE FROM alert t USING offer o WHERE o.id = t.offer_id AND t.found_at <= $1 AND o.status IN ('FILLED', 'CLOSED', 'EXPIRED')`,
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
  ) {}

  /** As of the moment; what was counted, with how many went. */
  async guarded(at: Date, counts: readonly PurgeCount[]): Promise<PurgeCount[]> {
    const went: PurgeCount[] = [];
    for (const rule of guardedRules) {
      const count = counts.find((one) => one.rule === rule);
      if (count) went.push({ ...count, done: await this.erase(rule, at, count.due) });
    }
    return went;
  }

  async unguarded(at: Date): Promise<void> {
    for (const [rule, statements] of Object.entries(unguarded)) {
      const cutoff = cutoffOf(rule as RetentionRuleId, at);
      if (cutoff) for (const statement of statements) await this.db.query(statement, [cutoff]);
    }
  }

  /** Never more than were counted. */
  private async erase(rule: GuardedRule, at: Date, most: number): Promise<number> {
    let done = 0;
    while (done < most) {
      const ids = await this.due.ids(rule, at, Math.min(atOnce, most - done));
      const before = done;
      for (const id of ids) if (await this.eraseOne(rule, id, at)) done += 1;
      if (done === before) break;
    }
    return done;
  }

  private async eraseOne(rule: GuardedRule, id: string, at: Date): Promise<boolean> {
    try {
      return await this.db.transaction((tx) =>
        erasers[rule](tx, id, this.eraser, () => this.due.isDue(tx, rule, id, at)),
      );
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
