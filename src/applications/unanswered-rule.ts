import type { EntityManager } from 'typeorm';

/** Days back within which the day of an answer must have passed to be looked at. */
const unansweredWithin = 90;
/** Fewer that were left without an answer are borne. */
const fewestUnanswered = 5;
/** Days between telling a company and pausing its offers. */
export const daysOfGrace = 7;

export interface Unanswered {
  companyId: string;
  /** Left without an answer: waiting still, or closed by the platform after its second delay. */
  unanswered: number;
  /** All whose day of answer has passed. */
  due: number;
}

/** At least five, and more than half. */
export const isTooMany = ({ unanswered, due }: Pick<Unanswered, 'unanswered' | 'due'>): boolean =>
  unanswered >= fewestUnanswered && unanswered * 2 > due;

/**
 * Of the applications whose day of answer passed within the last 90 days. Those that were taken back, and those that ended
 * with their offer before they were late, weigh on nobody here.
 */
const counting = (which: string): string => `
  SELECT * FROM (
    SELECT o.company_id AS "companyId", count(*)::int AS due,
           (count(*) FILTER (WHERE a.answered_at IS NULL))::int AS unanswered
      FROM application a JOIN offer o ON o.id = a.offer_id
     WHERE a.answer_due_on >= $1::date - ${unansweredWithin} AND a.answer_due_on < $1::date
       AND (a.answered_at IS NOT NULL OR a.status IN ('SENT', 'SEEN')
            OR (a.status = 'CLOSED_UNANSWERED' AND a.late_on IS NOT NULL))
       ${which}
     GROUP BY o.company_id) AS counted`;

export async function unansweredOf(tx: EntityManager, companyId: string, today: string): Promise<Unanswered> {
  const [counted] = await tx.query<Unanswered[]>(counting('AND o.company_id = $2'), [today, companyId]);
  return counted ?? { companyId, unanswered: 0, due: 0 };
}

/** Every company that leaves too many unanswered, and every one that was told so. */
export async function companiesToLookAt(tx: EntityManager, today: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT "companyId" AS id FROM (${counting('')}) AS all_counted
      WHERE unanswered >= ${fewestUnanswered} AND unanswered * 2 > due
      UNION SELECT company_id FROM company_answering WHERE warned_on IS NOT NULL ORDER BY id`,
    [today],
  );
  return rows.map(({ id }) => id);
}
