import type { EntityManager } from 'typeorm';
import { fewestCounted } from '../companies/responsiveness.js';

const applied = `(sent_at AT TIME ZONE 'Europe/Paris')::date`;
const answered = `(answered_at AT TIME ZONE 'Europe/Paris')::date`;
const withdrawn = `(withdrawn_at AT TIME ZONE 'Europe/Paris')::date`;

/**
 * Applications of the last twelve months that were answered, or whose day of answer is over; not those that their
 * candidates took back while there was still time to answer. Days are civil days in metropolitan France.
 */
const counting = `
  SELECT company_id, count(answered_at)::int AS answered, count(*)::int AS due,
         (100 * count(answered_at) / count(*))::smallint AS rate,
         (percentile_disc(0.5) WITHIN GROUP (ORDER BY least(greatest(${answered} - ${applied}, 0), 32767))
           FILTER (WHERE answered_at IS NOT NULL))::smallint AS median_days
    FROM application JOIN offer ON offer.id = application.offer_id
   WHERE sent_at >= ($1::date - interval '12 months') AT TIME ZONE 'Europe/Paris'
     AND (answered_at IS NOT NULL
          OR application.status = 'CLOSED_UNANSWERED'
          OR (answer_due_on < $1::date AND (application.status <> 'WITHDRAWN' OR ${withdrawn} > answer_due_on)))
   GROUP BY company_id
  HAVING count(*) >= ${fewestCounted}`;

/** Counts for all companies and writes what differs; rows that read the same are not touched, and nobody is told of them. */
const recounting = `
  MERGE INTO company_responsiveness AS known USING (${counting}) AS counted ON counted.company_id = known.company_id
  WHEN MATCHED AND (known.answered, known.due, known.rate, known.median_days)
       IS DISTINCT FROM (counted.answered, counted.due, counted.rate, counted.median_days) THEN
    UPDATE SET answered = counted.answered, due = counted.due, rate = counted.rate, median_days = counted.median_days,
               computed_at = $2
  WHEN NOT MATCHED BY TARGET THEN
    INSERT (company_id, answered, due, rate, median_days, computed_at)
    VALUES (counted.company_id, counted.answered, counted.due, counted.rate, counted.median_days, $2)
  WHEN NOT MATCHED BY SOURCE THEN DELETE`;

/** False when another process is counting at this moment; then there is nothing to do. */
export async function recountResponsiveness(tx: EntityManager, today: string, now: Date): Promise<boolean> {
  const [lock] = await tx.query<[{ mine: boolean }]>('SELECT pg_try_advisory_xact_lock(hashtext($1)) AS mine', [
    'vte responsiveness',
  ]);
  if (lock.mine) await tx.query(recounting, [today, now]);
  return lock.mine;
}
