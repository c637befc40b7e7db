import type { EntityManager } from 'typeorm';

/**
 * Which scopes each commune and each offer lies in; an offer with several sites in a scope lies in it once. Retired territories
 * keep their last communes and are no scope any more.
 */
export async function placeOffers(tx: EntityManager): Promise<void> {
  await tx.query(`
    CREATE TEMP TABLE commune_scope ON COMMIT DROP AS
    SELECT code AS commune_code, 'nation' AS scope FROM commune
    UNION ALL SELECT code, 'department:' || department_code FROM commune
    UNION ALL SELECT commune.code, 'region:' || region_code
                FROM commune JOIN department ON department.code = department_code
    UNION ALL SELECT commune_code, 'territory:' || territory_id
                FROM territory_commune JOIN territory ON territory.id = territory_id AND NOT retired`);
  await tx.query('ANALYZE commune_scope');
  await tx.query(`
    CREATE TEMP TABLE offer_scope ON COMMIT DROP AS
    SELECT DISTINCT offer_id, scope FROM offer_site JOIN commune_scope USING (commune_code)`);
  await tx.query('ANALYZE offer_scope');
}

/** By month, $1 and $2 the first and the last; an open offer ends at the end of its last day, also before the worker says so. */
const months = `
  SELECT month::date AS month, month AT TIME ZONE 'Europe/Paris' AS starts,
         least((month + interval '1 month') AT TIME ZONE 'Europe/Paris', $3::timestamptz) AS ends
    FROM generate_series($1::timestamp, $2::timestamp, interval '1 month') AS month`;

const counted = `
  WITH months AS MATERIALIZED (${months}),
  spans AS (
    SELECT offer_id, opened_at,
           coalesce(closed_at, (expires_on + 1)::timestamp AT TIME ZONE 'Europe/Paris', 'infinity') AS closed_at, ended_as
      FROM offer_open_span JOIN offer ON offer.id = offer_id
     WHERE closed_at IS NULL OR closed_at >= $1::timestamp AT TIME ZONE 'Europe/Paris'),
  stays AS (
    SELECT offer_id, month, bool_or(closed_at > ends) AS at_end, bool_or(opened_at >= starts) AS opened,
           bool_or(closed_at > starts AND closed_at <= ends AND ended_as IS DISTINCT FROM 'PAUSED') AS ended,
           bool_or(closed_at > starts AND closed_at <= ends AND ended_as = 'FILLED') AS filled
      FROM spans JOIN months ON opened_at < ends AND closed_at > starts
     GROUP BY offer_id, month)
  SELECT scope, month, count(*) AS open_during, count(*) FILTER (WHERE at_end) AS open_at_end,
         coalesce(sum(openings) FILTER (WHERE at_end), 0) AS openings_at_end,
         count(DISTINCT company_id) FILTER (WHERE at_end) AS companies_at_end,
         count(*) FILTER (WHERE opened) AS opened, count(*) FILTER (WHERE ended AND NOT at_end) AS ended,
         count(*) FILTER (WHERE filled AND NOT at_end) AS filled
    FROM stays JOIN offer_scope USING (offer_id) JOIN offer ON offer.id = offer_id
   GROUP BY scope, month`;

/** Counts these months anew; a month that is still running up to now. */
export async function countOffers(tx: EntityManager, from: string, until: string, now: Date): Promise<void> {
  await tx.query('DELETE FROM stat_offer_month WHERE month BETWEEN $1 AND $2', [from, until]);
  await tx.query(
    `INSERT INTO stat_offer_month (scope, month, open_during, open_at_end, openings_at_end, companies_at_end, opened, ended, filled)
     ${counted}`,
    [from, until, now],
  );
}

const asked = (kind: string, code: string, more = ''): string => `
  SELECT scope, '${kind}' AS kind, ${code} AS code, count(*)::int AS offers
    FROM offer_scope JOIN open_now ON open_now.id = offer_id ${more} GROUP BY scope, ${code}`;

/** What the offers that are open on this day ask for, and of which kinds they are. */
export async function countAsked(tx: EntityManager, today: string): Promise<void> {
  await tx.query(
    `CREATE TEMP TABLE open_now ON COMMIT DROP AS
     SELECT id, occupation_code, mission_category, contract_type,
            ARRAY(SELECT DISTINCT unnest(required_skill_codes || desired_skill_codes)) AS skills
       FROM offer WHERE status = 'OPEN' AND NOT withheld AND (expires_on IS NULL OR expires_on >= $1::date)`,
    [today],
  );
  await tx.query('ANALYZE open_now');
  await tx.query('DELETE FROM stat_asked');
  await tx.query(`
    INSERT INTO stat_asked (scope, kind, code, offers)
    ${asked('SKILL', 'skill.code', 'CROSS JOIN unnest(skills) AS skill(code)')}
    UNION ALL ${asked('OCCUPATION', 'occupation_code', 'AND occupation_code IS NOT NULL')}
    UNION ALL ${asked('CATEGORY', 'mission_category')}
    UNION ALL ${asked('CONTRACT', 'contract_type')}`);
}
