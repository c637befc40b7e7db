import type { DataSource } from 'typeorm';
import { nextMonth } from '../../src/statistics/sheet.js';

type Db = Pick<DataSource, 'query'>;

/** The communes of a place, as the tables have them today. */
export async function communesOf(db: Db, scope: object): Promise<string[]> {
  const [kind, code] = Object.entries(scope)[0] as [string, string | boolean];
  const sql: Record<string, string> = {
    nation: 'SELECT code FROM commune WHERE $1::text IS NOT NULL',
    regionCode:
      'SELECT commune.code FROM commune JOIN department ON department.code = department_code WHERE region_code = $1',
    departmentCode: 'SELECT code FROM commune WHERE department_code = $1',
    territoryId: 'SELECT commune_code AS code FROM territory_commune WHERE territory_id = $1',
  };
  return (await db.query<{ code: string }[]>(sql[kind]!, [String(code)])).map(({ code: commune }) => commune);
}

const start = (month: string): string => `${month}-01 00:00 Europe/Paris`;

const spans = `
  here AS (SELECT * FROM offer WHERE id IN (SELECT offer_id FROM offer_site WHERE commune_code = ANY ($1))),
  span AS (SELECT id, company_id, opened_at AS a, ended_as,
                  coalesce(closed_at, ((expires_on + 1)::text || ' 00:00 Europe/Paris')::timestamptz, 'infinity') AS z
             FROM here JOIN offer_open_span ON offer_id = id)`;

/** Offers of one month. */
export async function monthInSql(db: Db, here: string[], month: string, now: string): Promise<Record<string, number>> {
  const [row] = await db.query<[Record<string, number>]>(
    `WITH ${spans},
     last AS (SELECT $2::timestamptz AS b, least($3::timestamptz, $4::timestamptz) AS e),
     at_end AS (SELECT id FROM span, last WHERE a < e AND z > e),
     gone AS (SELECT id, ended_as FROM span, last
               WHERE a < e AND z > b AND z <= e AND ended_as IS DISTINCT FROM 'PAUSED' AND id NOT IN (SELECT id FROM at_end))
     SELECT (SELECT count(DISTINCT id)::int FROM span, last WHERE a < e AND z > b) AS "offersOpenDuring",
            (SELECT count(DISTINCT id)::int FROM at_end) AS "openOffers",
            (SELECT coalesce(sum(openings), 0)::int FROM here WHERE id IN (SELECT id FROM at_end)) AS openings,
            (SELECT count(DISTINCT company_id)::int FROM here WHERE id IN (SELECT id FROM at_end)) AS companies,
            (SELECT count(DISTINCT id)::int FROM span, last WHERE a >= b AND a < e AND z > b) AS "offersOpened",
            (SELECT count(DISTINCT id)::int FROM gone) AS "offersEnded",
            (SELECT count(DISTINCT id)::int FROM gone WHERE ended_as = 'FILLED') AS "offersFilled"`,
    [here, start(month), start(nextMonth(month)), now],
  );
  return row;
}

/** What people did from one month to another, both included; null where nothing can be said. */
export async function actsInSql(
  db: Db,
  here: string[],
  { from, until }: { from: string; until: string },
  today: string,
): Promise<Record<string, number | null>> {
  const [row] = await db.query<[Record<string, number | null>]>(
    `WITH mine AS (
       SELECT application.*, (answered_at AT TIME ZONE 'Europe/Paris')::date AS answered_on,
              (sent_at AT TIME ZONE 'Europe/Paris')::date AS sent_on
         FROM application JOIN offer_site ON offer_site.offer_id = application.offer_id AND position = 1
        WHERE commune_code = ANY ($1)),
     due AS (SELECT answered_on <= answer_due_on AS in_time FROM mine
              WHERE answer_due_on >= $4::date AND answer_due_on < $5::date AND answer_due_on < $6::date
                AND NOT (coalesce((withdrawn_at AT TIME ZONE 'Europe/Paris')::date <= answer_due_on, false)
                         AND coalesce(answered_on > answer_due_on, true))),
     hired AS (SELECT * FROM hire WHERE commune_code = ANY ($1))
     SELECT (SELECT count(*)::int FROM mine WHERE sent_at >= $2 AND sent_at < $3) AS applications,
            (SELECT count(*)::int FROM mine WHERE answered_at >= $2 AND answered_at < $3) AS answers,
            (SELECT floor(100.0 * count(*) FILTER (WHERE in_time) / nullif(count(*), 0))::int FROM due) AS "answerRate",
            (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY answered_on - sent_on) FROM mine
              WHERE answered_at >= $2 AND answered_at < $3) AS "medianDaysToAnswer",
            (SELECT count(*)::int FROM hired WHERE status IN ('DRAFT', 'CHARTER_OPEN', 'SIGNED', 'ENDED_EARLY')
               AND greatest(hired_on, (created_at AT TIME ZONE 'Europe/Paris')::date) >= $4::date
               AND greatest(hired_on, (created_at AT TIME ZONE 'Europe/Paris')::date) < $5::date) AS hires,
            (SELECT count(*)::int FROM label JOIN hired ON hired.id = hire_id
              WHERE granted_at >= $2::timestamptz AND granted_at < $3::timestamptz) AS labels`,
    [here, start(from), start(nextMonth(until)), `${from}-01`, `${nextMonth(until)}-01`, today],
  );
  return row;
}

/** A wish for any of these places, without radius, reaches into one of these communes. */
const wishing = `
  WITH wished AS MATERIALIZED (SELECT DISTINCT place FROM candidate CROSS JOIN jsonb_array_elements(places) AS place),
  reaching AS MATERIALIZED (
    SELECT place FROM wished
     WHERE EXISTS (SELECT FROM commune JOIN department ON department.code = department_code
                    WHERE commune.code = ANY ($1)
                      AND (commune.code = place->'commune'->>'code' OR department_code = place->>'departmentCode'
                           OR region_code = place->>'regionCode'
                           OR commune.code IN (SELECT commune_code FROM territory_commune
                                                WHERE territory_id = place->>'territoryId'))))
  SELECT DISTINCT candidate.id, candidate.skills
    FROM candidate CROSS JOIN jsonb_array_elements(places) AS own JOIN reaching ON place = own`;

export async function candidatesInSql(db: Db, here: string[]): Promise<number> {
  const [row] = await db.query<[{ count: number }]>(`SELECT count(*)::int FROM (${wishing}) AS candidate`, [here]);
  return row.count;
}

/** The ten skills asked for most, and how many candidates have which. */
export async function skillsInSql(
  db: Db,
  here: string[],
  today: string,
): Promise<{ asked: [string, number][]; held: Map<string, number> }> {
  const asked = await db.query<{ code: string; offers: number }[]>(
    `SELECT code, count(DISTINCT id)::int AS offers
       FROM offer CROSS JOIN unnest(required_skill_codes || desired_skill_codes) AS code
      WHERE status = 'OPEN' AND NOT withheld AND coalesce(expires_on >= $2::date, true)
        AND id IN (SELECT offer_id FROM offer_site WHERE commune_code = ANY ($1))
      GROUP BY code ORDER BY offers DESC, code COLLATE "C" LIMIT 10`,
    [here, today],
  );
  const held = await db.query<{ code: string; candidates: number }[]>(
    `SELECT skill->>'code' AS code, count(DISTINCT id)::int AS candidates
       FROM (${wishing}) AS candidate CROSS JOIN jsonb_array_elements(skills) AS skill GROUP BY 1`,
    [here],
  );
  return {
    asked: asked.map(({ code, offers }) => [code, offers]),
    held: new Map(held.map(({ code, candidates }) => [code, candidates])),
  };
}
