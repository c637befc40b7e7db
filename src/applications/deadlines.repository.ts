import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { ClosedBecause } from './closed-letter.js';
import { closesAfter, decidesWithin, remindedBefore, thinksFor, undecidedClosesAfter } from './deadline-rules.js';

/** How many are read at once. */
const batch = 200;

const waiting = `application.status IN ('SENT', 'SEEN')`;

/** How far the company should have been reminded: 1 before the day, unless it came in later than that, 2 from the day on. */
const remindersDue = `CASE WHEN answer_due_on <= $1::date THEN 2
  WHEN answer_due_on - ${remindedBefore} <= $1::date
   AND (sent_at AT TIME ZONE 'Europe/Paris')::date < answer_due_on - ${remindedBefore} THEN 1 ELSE 0 END`;

const dawn = (day: string): string => `(${day})::timestamp AT TIME ZONE 'Europe/Paris'`;

/** Told to be late so long ago that it closes. Nobody is told before the day is over, which the index knows. */
const lateForTooLong = `(${waiting} AND answer_due_on < $1::date - ${closesAfter} AND late_on <= $1::date - ${closesAfter})`;

/** In interview for so long, with no meeting to come and none just over, that a decision is due. */
const decisionDue = `application.status = 'INTERVIEW' AND moved_at < ${dawn(`$1::date - ${decidesWithin - 1}`)}
  AND NOT EXISTS (
    SELECT FROM interview LEFT JOIN interview_slot slot ON slot.interview_id = interview.id
     WHERE interview.application_id = application.id AND interview.status IN ('PROPOSED', 'AGREED')
       AND coalesce(agreed_starts_at, slot.starts_at) >= ${dawn(`$1::date - ${thinksFor}`)})`;

/** Both were told so so long ago that it closes. */
const undecidedForTooLong = `(${decisionDue} AND stalled_on <= $1::date - ${undecidedClosesAfter})`;

export interface Reminded {
  id: string;
  offerTitle: string;
  answerDueOn: string;
}

/** Which applications are due for something, and the notes that it was done. Days are civil days in metropolitan France. */
@Injectable()
export class DeadlinesRepository {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Those that close because no answer came; apart from the next, so that each is found by its own index. */
  unanswered(today: string, after: string): Promise<string[]> {
    return this.ids(lateForTooLong, today, after);
  }

  /** Those that close because no decision came. */
  neverDecided(today: string, after: string): Promise<string[]> {
    return this.ids(undecidedForTooLong, today, after);
  }

  /** Why one of either closes; null when it does not any more. */
  async closing(tx: EntityManager, id: string, today: string): Promise<ClosedBecause | null> {
    const [row] = await tx.query<{ because: ClosedBecause | null }[]>(
      `SELECT CASE WHEN ${lateForTooLong} THEN 'LATE' WHEN ${undecidedForTooLong} THEN 'UNDECIDED' END AS because
         FROM application WHERE id = $2`,
      [today, id],
    );
    return row?.because ?? null;
  }

  /** Late, and nobody told their candidates yet; their companies were reminded in an earlier run. */
  lateUntold(today: string, after: string): Promise<string[]> {
    return this.ids(`${waiting} AND answer_due_on < $1::date AND late_on IS NULL AND reminders = 2`, today, after);
  }

  /** In interview for so long that both sides are told. */
  undecided(today: string, after: string): Promise<string[]> {
    return this.ids(`${decisionDue} AND stalled_on IS NULL`, today, after);
  }

  /** Companies that are to be reminded and were not today. */
  async toRemind(today: string, after: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT DISTINCT offer.company_id AS id
         FROM application JOIN offer ON offer.id = application.offer_id
         LEFT JOIN company_answering ON company_answering.company_id = offer.company_id
        WHERE ${waiting} AND answer_due_on <= $1::date + ${remindedBefore} AND reminders < ${remindersDue}
          AND (digest_on IS NULL OR digest_on < $1::date) AND offer.company_id > $2
        ORDER BY id LIMIT ${batch}`,
      [today, after],
    );
    return rows.map(({ id }) => id);
  }

  /** Notes that the company was reminded of all that were due for it, and tells of which; by day. */
  async remind(tx: EntityManager, companyId: string, today: string): Promise<Reminded[]> {
    const [rows] = await tx.query<[Reminded[], number]>(
      `UPDATE application SET reminders = ${remindersDue} FROM offer
        WHERE offer.id = application.offer_id AND offer.company_id = $2 AND ${waiting}
          AND answer_due_on <= $1::date + ${remindedBefore} AND reminders < ${remindersDue}
       RETURNING application.id, offer.title AS "offerTitle", answer_due_on::text AS "answerDueOn"`,
      [today, companyId],
    );
    return rows.sort((one, other) => one.answerDueOn.localeCompare(other.answerDueOn));
  }

  /** False when it was told before, or is not late any more. */
  async noteLate(tx: EntityManager, id: string, today: string): Promise<boolean> {
    const [, changed] = await tx.query<[object[], number]>(
      `UPDATE application SET late_on = $2 WHERE id = $1 AND late_on IS NULL AND ${waiting}`,
      [id, today],
    );
    return changed > 0;
  }

  /** False when it was told before, was decided, or the two are to meet. */
  async noteStalled(tx: EntityManager, id: string, today: string): Promise<boolean> {
    const [, changed] = await tx.query<[object[], number]>(
      `UPDATE application SET stalled_on = $1 WHERE id = $2 AND stalled_on IS NULL AND ${decisionDue}`,
      [today, id],
    );
    return changed > 0;
  }

  /** Offers that paused because too many waited, and for which at most half of them still do. */
  async halfAnswered(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT id FROM offer WHERE status = 'PAUSED' AND paused_because = 'TOO_MANY_WAITING'
          AND waiting_applications * 2 <= pause_at_waiting ORDER BY id`,
    );
    return rows.map(({ id }) => id);
  }

  private async ids(which: string, today: string, after: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT id FROM application WHERE ${which} AND id > $2 ORDER BY id LIMIT ${batch}`,
      [today, after],
    );
    return rows.map(({ id }) => id);
  }
}
