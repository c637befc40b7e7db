import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { civilDate, Clock } from '../common/clock.js';
import { DatabaseClock } from './purge-clock.js';
import { guardedRules, type GuardedRule, type PurgeCount } from './purge-guards.js';
import { before, delayOf } from './retention-delays.js';
import { type RetentionRuleId, retentionRules } from './retention-rules.js';

/** Nobody is erased who was not asked so long before, whatever the table of delays says. */
const answerDays = 28;

interface Selection {
  /** Ids of what is due; $1 is the moment before which the last activity or contact must lie, $2 the one of being asked. */
  due: string;
  all: string;
}

const lastOfApplication = `greatest(a.sent_at, a.moved_at, a.closed_at,
  (SELECT max(m.sent_at) FROM message m WHERE m.application_id = a.id),
  (SELECT max(coalesce(i.agreed_starts_at, i.proposed_at)) FROM interview i WHERE i.application_id = a.id))`;

const selections: Record<GuardedRule, Selection> = {
  CANDIDATE_ERASED: {
    due: `SELECT t.account_id AS id FROM account_activity t JOIN account o ON o.id = t.account_id
           WHERE o.role = 'CANDIDATE' AND t.active_at <= $1 AND t.asked_at <= $2`,
    all: `SELECT FROM account WHERE role = 'CANDIDATE' AND NOT demo`,
  },
  APPLICATION: {
    due: `SELECT a.id FROM application a WHERE a.sent_at <= $1 AND $2::timestamptz IS NOT NULL AND ${lastOfApplication} <= $1`,
    all: 'SELECT FROM application',
  },
  INVITATION: {
    due: `SELECT i.id FROM invitation i WHERE i.sent_at <= $1 AND $2::timestamptz IS NOT NULL
            AND greatest(i.sent_at, i.answered_at) <= $1`,
    all: 'SELECT FROM invitation',
  },
};

/** What is due by the table of delays, as of a moment. */
@Injectable()
export class PurgeDue {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly databaseClock: DatabaseClock,
  ) {}

  /** What is due now, and what both clocks say. */
  async look(): Promise<{ at: Date; databaseAt: Date; counts: PurgeCount[] }> {
    const at = this.clock.now();
    return { at, databaseAt: await this.databaseClock.now(), counts: await this.counts(at) };
  }

  private async counts(at: Date): Promise<PurgeCount[]> {
    const counts: PurgeCount[] = [];
    for (const rule of guardedRules) {
      const cutoffs = this.cutoffs(rule, at);
      if (!cutoffs) continue;
      const [{ due }] = await this.db.query<[{ due: number }]>(
        `SELECT count(*)::int AS due FROM (${selections[rule].due}) AS due`,
        cutoffs,
      );
      const [{ all }] = await this.db.query<[{ all: number }]>(
        `SELECT count(*)::int AS "all" FROM (${selections[rule].all}) AS every`,
      );
      counts.push({ rule, due, of: all, done: 0 });
    }
    return counts;
  }

  /** In the order of their ids, as everyone locks them, from the one after `after`. */
  async ids(rule: GuardedRule, at: Date, most: number, after: string): Promise<string[]> {
    const cutoffs = this.cutoffs(rule, at);
    if (!cutoffs) return [];
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT id FROM (${selections[rule].due}) AS due WHERE id > $4 ORDER BY id LIMIT $3`,
      [...cutoffs, most, after],
    );
    return rows.map(({ id }) => id);
  }

  /** Asked again when the row is held: someone may have come back meanwhile. */
  async isDue(tx: EntityManager, rule: GuardedRule, id: string, at: Date): Promise<boolean> {
    const cutoffs = this.cutoffs(rule, at);
    if (!cutoffs) return false;
    const rows = await tx.query<unknown[]>(`SELECT FROM (${selections[rule].due}) AS due WHERE id = $3`, [
      ...cutoffs,
      id,
    ]);
    return rows.length > 0;
  }

  private cutoffs(rule: GuardedRule, at: Date): [Date, Date] | null {
    const cutoff = cutoffOf(rule, at);
    return cutoff && [cutoff, before(at, { days: answerDays })];
  }
}

/** The moment before which what the rule counts from must lie; null while the rule is not in force. */
export function cutoffOf(rule: RetentionRuleId, at: Date): Date | null {
  const delay = delayOf(rule, civilDate(at), retentionRules);
  return delay && before(at, delay);
}
