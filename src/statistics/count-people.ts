import type { EntityManager } from 'typeorm';

const civil = (moment: string): string => `(${moment} AT TIME ZONE 'Europe/Paris')::date`;
const monthOf = (day: string): string => `date_trunc('month', ${day}::timestamp)::date`;
const moments = (column: string): string =>
  `${column} >= $1::timestamp AT TIME ZONE 'Europe/Paris' AND ${column} < ($2::timestamp + interval '1 month') AT TIME ZONE 'Europe/Paris'`;
const days = (column: string): string => `${column} >= $1::date AND ${column} < ($2::date + interval '1 month')::date`;

/** An application counts where its offer’s first site is, so that what people did adds up from areas to the nation. */
const site = `(SELECT commune_code FROM offer_site WHERE offer_site.offer_id = application.offer_id ORDER BY position LIMIT 1)`;

const answered = civil('answered_at');

/** When a hire is known: the day of hiring, or that of its declaration where that came later; nothing is added to a month that is over. */
const hiredOn = `greatest(hired_on, ${civil('hire.created_at')})`;

/** One row for each place, month and kind of act, with how often, and how many days it took for answers. */
const acts = `
  SELECT commune_code, ${monthOf(civil('sent_at'))} AS month, 'applications' AS act, NULL::int AS delay, count(*) AS times
    FROM (SELECT sent_at, ${site} AS commune_code FROM application WHERE ${moments('sent_at')}) AS sent GROUP BY 1, 2
  UNION ALL
  SELECT commune_code, ${monthOf(answered)}, 'answers', least(greatest(${answered} - ${civil('sent_at')}, 0), 999), count(*)
    FROM (SELECT sent_at, answered_at, ${site} AS commune_code FROM application WHERE ${moments('answered_at')}) AS answer
   GROUP BY 1, 2, 4
  UNION ALL
  SELECT commune_code, ${monthOf('answer_due_on')},
         CASE WHEN ${answered} <= answer_due_on THEN 'answered_in_time' ELSE 'not_in_time' END, NULL, count(*)
    FROM (SELECT answered_at, answer_due_on, ${site} AS commune_code FROM application
           WHERE ${days('answer_due_on')} AND answer_due_on < $3::date
             AND (${answered} <= answer_due_on OR withdrawn_at IS NULL OR ${civil('withdrawn_at')} > answer_due_on)) AS due
   GROUP BY 1, 2, 3
  UNION ALL
  SELECT commune_code, ${monthOf(hiredOn)}, 'hires', NULL, count(*) FROM hire
   WHERE status NOT IN ('CANCELLED', 'AWAITING_PERSON') AND ${days(hiredOn)} AND ${hiredOn} <= $3::date GROUP BY 1, 2
  UNION ALL
  SELECT commune_code, ${monthOf(civil('granted_at'))}, 'labels', NULL, count(*)
    FROM label JOIN hire ON hire.id = label.hire_id WHERE ${moments('granted_at')} GROUP BY 1, 2`;

const times = (act: string): string => `coalesce(sum(times) FILTER (WHERE act = '${act}'), 0)`;

/** By area: the department, and the territory in force in that month. */
const byArea = `
  WITH acts AS MATERIALIZED (${acts}),
  placed AS (
    SELECT month, department_code, act, delay, times, coalesce(
             (SELECT min(territory.id) FROM territory_commune JOIN territory ON territory.id = territory_id
               WHERE territory_commune.commune_code = commune.code AND NOT territory.retired
                 AND month BETWEEN in_force_from AND in_force_until),
             '') AS territory_id
      FROM acts JOIN commune ON commune.code = acts.commune_code),
  delays AS (
    SELECT month, department_code, territory_id, jsonb_object_agg(delay, times) AS delays
      FROM (SELECT month, department_code, territory_id, delay, sum(times) AS times FROM placed
             WHERE delay IS NOT NULL GROUP BY 1, 2, 3, 4) AS delay
     GROUP BY 1, 2, 3)
  SELECT month, department_code, territory_id, ${times('applications')}, ${times('answers')}, ${times('answered_in_time')},
         ${times('not_in_time')}, ${times('hires')}, ${times('labels')}, coalesce(min(delays::text)::jsonb, '{}')
    FROM placed LEFT JOIN delays USING (month, department_code, territory_id)
   GROUP BY month, department_code, territory_id`;

/** Counts what people did in these months anew, up to this day. */
export async function countPeople(tx: EntityManager, from: string, until: string, today: string): Promise<void> {
  await tx.query('DELETE FROM stat_area_month WHERE month BETWEEN $1 AND $2', [from, until]);
  await tx.query(
    `INSERT INTO stat_area_month (month, department_code, territory_id, applications, answers, answered_in_time, not_in_time,
       hires, labels, delays) ${byArea}`,
    [from, until, today],
  );
}
