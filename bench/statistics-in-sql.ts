import type { DataSource } from 'typeorm';

/** A place as the tables know it. */
export interface RawScope {
  name: string;
  /** Communes of the place; `$1` is its code. */
  communes: string;
  code: string;
}

export const rawScopes = {
  nation: 'SELECT code FROM commune WHERE $1::text IS NOT NULL',
  region:
    'SELECT commune.code FROM commune JOIN department ON department.code = department_code WHERE region_code = $1',
  department: 'SELECT code FROM commune WHERE department_code = $1',
  territory: 'SELECT commune_code AS code FROM territory_commune WHERE territory_id = $1',
};

const civil = (moment: string): string => `(${moment} AT TIME ZONE 'Europe/Paris')::date`;

const placed = (communes: string): string => `
  WITH place AS MATERIALIZED (${communes}),
  here AS MATERIALIZED (SELECT DISTINCT offer_id FROM offer_site JOIN place ON code = commune_code),
  first_here AS MATERIALIZED (SELECT offer_id FROM offer_site JOIN place ON code = commune_code WHERE position = 1),
  open_here AS MATERIALIZED (SELECT offer.* FROM offer JOIN here ON offer_id = id
    WHERE status = 'OPEN' AND NOT withheld AND expires_on >= current_date)`;

/** The figures of a place as a query over the tables themselves would give them, but for the candidates who would work there. */
export async function figuresInSql(
  db: Pick<DataSource, 'query'>,
  { communes, code }: RawScope,
  from: string,
  until: string,
): Promise<{ openOffers: number; applications: number; hires: number; labels: number }> {
  const read = (sql: string, more: unknown[] = []): Promise<Record<string, any>[]> =>
    db.query(`${placed(communes)} ${sql}`, [code, ...more]);
  const period = [from, until];
  const [open] = await read(
    'SELECT count(*)::int AS offers, coalesce(sum(openings), 0)::int AS openings, count(DISTINCT company_id)::int AS companies FROM open_here',
  );
  const [sent] = await read(
    `SELECT count(*)::int AS applications FROM application JOIN first_here USING (offer_id)
      WHERE ${civil('sent_at')} BETWEEN $2 AND $3`,
    period,
  );
  await read(
    `SELECT count(*)::int AS answers,
            percentile_disc(0.5) WITHIN GROUP (ORDER BY ${civil('answered_at')} - ${civil('sent_at')}) AS median
       FROM application JOIN first_here USING (offer_id) WHERE ${civil('answered_at')} BETWEEN $2 AND $3`,
    period,
  );
  await read(
    `SELECT count(*) FILTER (WHERE ${civil('answered_at')} <= answer_due_on)::int AS in_time, count(*)::int AS due
       FROM application JOIN first_here USING (offer_id) WHERE answer_due_on BETWEEN $2 AND $3`,
    period,
  );
  const [hired] = await read(
    `SELECT count(*)::int AS hires FROM hire JOIN place ON place.code = commune_code WHERE hired_on BETWEEN $2 AND $3`,
    period,
  );
  const [granted] = await read(
    `SELECT count(*)::int AS labels FROM label JOIN hire ON hire.id = hire_id JOIN place ON place.code = commune_code
      WHERE ${civil('granted_at')} BETWEEN $2 AND $3`,
    period,
  );
  await read(
    `SELECT skill, count(*) FROM open_here CROSS JOIN unnest(required_skill_codes || desired_skill_codes) AS skill
      GROUP BY skill ORDER BY count(*) DESC LIMIT 10`,
  );
  for (const column of ['occupation_code', 'mission_category', 'contract_type'])
    await read(`SELECT ${column}, count(*) FROM open_here GROUP BY ${column} ORDER BY count(*) DESC LIMIT 10`);
  await read(
    `SELECT date_trunc('month', ${civil('sent_at')}) AS month, count(*) FROM application JOIN first_here USING (offer_id)
      WHERE sent_at > now() - interval '24 months' GROUP BY 1`,
  );
  await read(
    `SELECT date_trunc('month', opened_at) AS month, count(*) FROM offer_open_span JOIN here USING (offer_id)
      WHERE opened_at > now() - interval '24 months' GROUP BY 1`,
  );
  return {
    openOffers: open!['offers'] as number,
    applications: sent!['applications'] as number,
    hires: hired!['hires'] as number,
    labels: granted!['labels'] as number,
  };
}
