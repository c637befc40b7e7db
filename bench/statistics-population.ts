import type { DataSource } from 'typeorm';

type Db = Pick<DataSource, 'transaction'>;

export interface Sizes {
  offers: number;
  applications: number;
}

/** A whole number from 1 to as many rows as a table of the population has. */
const any = (table: string): string => `1 + floor(random() * (SELECT count(*) FROM ${table}))::int`;

/** What is drawn from, numbered: communes of some size, those of a territory three times; occupations with their skills. */
const drawnFrom = `
  CREATE TEMP TABLE draw_commune AS
    SELECT row_number() OVER () AS n, code, department_code, territory_id FROM (
      SELECT code, department_code, min(territory_id) AS territory_id FROM commune
        LEFT JOIN territory_commune ON commune_code = code AND territory_id LIKE 'CURRENT%'
       WHERE population > 3000 AND NOT retired GROUP BY code) AS commune
      CROSS JOIN LATERAL generate_series(1, CASE WHEN territory_id IS NULL THEN 1 ELSE 3 END);
  CREATE TEMP TABLE draw_occupation AS
    SELECT row_number() OVER () AS n, occupation_code AS code, array_agg(skill_code) AS skills
      FROM occupation_skill GROUP BY occupation_code;
  CREATE TEMP TABLE draw_company AS SELECT row_number() OVER () AS n, id FROM company;
  CREATE INDEX ON draw_commune (n); CREATE INDEX ON draw_occupation (n); CREATE INDEX ON draw_company (n);
  ANALYZE draw_commune; ANALYZE draw_occupation; ANALYZE draw_company`;

/** Two years of offers, a fifth of them open; every tenth has a second site. */
const offers = `
  INSERT INTO offer (id, slug, company_id, status, title, description, mission_category, occupation_code, contract_type,
    duration_months, remote_work, required_skill_codes, desired_skill_codes, openings, published_at, created_at, updated_at, expires_on)
  SELECT gen_random_uuid(), 'bench-' || offer.n, company.id, status, 'Mission ' || offer.n, 'Une mission.', mission,
         occupation.code, contract, 12, 'NONE', skills[1 + offer.n % 3:3 + offer.n % 3], skills[6:7],
         CASE WHEN offer.n % 8 = 0 THEN 2 ELSE 1 END,
         published, published, least(now(), published + interval '40 days'), (published + interval '60 days')::date
    FROM (SELECT n, ${any('draw_company')} AS company, ${any('draw_occupation')} AS occupation,
                 CASE WHEN n % 5 = 0 THEN 'OPEN' WHEN n % 5 = 1 THEN 'FILLED' WHEN n % 5 = 2 THEN 'CLOSED' ELSE 'EXPIRED' END AS status,
                 now() - CASE WHEN n % 5 = 0 THEN random() * interval '55 days'
                              ELSE interval '60 days' + random() * interval '670 days' END AS published,
                 (ARRAY['RIGHT_HAND', 'DIGITAL_TRANSFORMATION', 'INNOVATION', 'PRODUCTION', 'QUALITY_SAFETY_ENVIRONMENT',
                   'ECOLOGICAL_TRANSITION', 'SUPPLY_CHAIN', 'INTERNATIONAL'])[1 + floor(random() * 8)::int] AS mission,
                 (ARRAY['CDI', 'CDD', 'APPRENTICESHIP', 'PROFESSIONALISATION'])[1 + floor(random() * 4)::int] AS contract
            FROM generate_series(1, $1::int) AS n OFFSET 0) AS offer
    JOIN draw_company AS company ON company.n = offer.company
    JOIN draw_occupation AS occupation ON occupation.n = offer.occupation`;

const sites = `
  INSERT INTO offer_site (offer_id, position, commune_code)
  SELECT id, position, code
    FROM (SELECT offer.id, position, ${any('draw_commune')} AS commune
            FROM offer CROSS JOIN LATERAL generate_series(1, CASE WHEN right(slug, 1) = '0' THEN 2 ELSE 1 END) AS position OFFSET 0) AS site
    JOIN draw_commune ON draw_commune.n = site.commune
  ON CONFLICT DO NOTHING`;

/** Triggers are off while the population is made: when each offer was open is written as the trigger would. */
const spans = `
  INSERT INTO offer_open_span (offer_id, opened_at, closed_at, ended_as)
  SELECT id, published_at, CASE WHEN status <> 'OPEN' THEN updated_at END, CASE WHEN status <> 'OPEN' THEN status END FROM offer`;

/** One candidate for every twenty applications, each with skills of an occupation and one to three places. */
const candidates = `
  WITH made AS MATERIALIZED (
    SELECT n, gen_random_uuid() AS account_id, ${any('draw_commune')} AS commune, ${any('draw_occupation')} AS occupation
      FROM generate_series(1, $1::int) AS n),
  accounts AS (
    INSERT INTO account (id, email, password_hash, role)
    SELECT account_id, 'bench-' || n || '@bench.example', '', 'CANDIDATE' FROM made)
  INSERT INTO candidate (id, account_id, first_name, school, school_key, skills, places)
  SELECT gen_random_uuid(), account_id, 'Camille', 'École ' || made.n % 300, 'ecole ' || made.n % 300,
         (SELECT jsonb_agg(jsonb_build_object('code', code, 'level', 'PRACTISED')) FROM unnest(skills[1 + made.n % 4:4 + made.n % 4]) AS code),
         CASE made.n % 4
           WHEN 0 THEN jsonb_build_array(jsonb_build_object('departmentCode', department_code))
           WHEN 1 THEN jsonb_build_array(jsonb_build_object('commune', jsonb_build_object('code', draw_commune.code, 'radiusKm', 30)))
           ELSE jsonb_build_array(jsonb_build_object('departmentCode', department_code)) || CASE WHEN territory_id IS NULL
                  THEN '[]' ELSE jsonb_build_array(jsonb_build_object('territoryId', territory_id)) END
         END
    FROM made JOIN draw_commune ON draw_commune.n = commune JOIN draw_occupation ON draw_occupation.n = occupation`;

/** Sent within thirty days of the publication; seven of ten answered within a month. */
const applications = `
  WITH draw_offer AS MATERIALIZED (SELECT row_number() OVER () AS n, id, published_at FROM offer),
  draw_candidate AS MATERIALIZED (SELECT row_number() OVER () AS n, id FROM candidate),
  made AS MATERIALIZED (
    SELECT n, ${any('offer')} AS offer, ${any('candidate')} AS candidate, random() * interval '30 days' AS after,
           CASE WHEN n % 10 < 7 THEN interval '1 day' + random() * interval '30 days' END AS answer
      FROM generate_series(1, $1::int) AS n)
  INSERT INTO application (id, offer_id, candidate_id, status, sent_at, answer_due_on, answered_at, moved_at)
  SELECT gen_random_uuid(), draw_offer.id, draw_candidate.id,
         CASE WHEN answer IS NULL OR sent + answer > now() THEN 'SENT' WHEN made.n % 100 = 3 THEN 'ACCEPTED' ELSE 'DECLINED' END,
         sent, (sent + interval '15 days')::date, CASE WHEN sent + answer <= now() THEN sent + answer END, sent
    FROM made JOIN draw_offer ON draw_offer.n = offer JOIN draw_candidate ON draw_candidate.n = candidate
         CROSS JOIN LATERAL (SELECT least(published_at + after, now()) AS sent) AS moment
  ON CONFLICT DO NOTHING`;

const hires = `
  INSERT INTO hire (id, company_id, offer_id, application_id, candidate_id, status, hired_on, starts_on, contract_type,
    commune_code, mission_title, signed_at, created_at)
  SELECT gen_random_uuid(), company_id, offer.id, application.id, candidate_id, 'SIGNED', answered_at::date,
         answered_at::date + 30, contract_type, (SELECT commune_code FROM offer_site WHERE offer_id = offer.id ORDER BY position LIMIT 1),
         offer.title, answered_at, answered_at
    FROM application JOIN offer ON offer.id = offer_id WHERE application.status = 'ACCEPTED'`;

const labels = `
  INSERT INTO label (hire_id, state, since, requested_at, granted_at)
  SELECT id, 'GRANTED', granted, signed_at, granted
    FROM (SELECT id, signed_at, signed_at + random() * interval '60 days' AS granted FROM hire OFFSET 0) AS hire
   WHERE granted <= now()`;

/** The population whole, made by the database itself; the same at every run but for the ids and the moment. */
export async function insertPopulation(
  db: Db,
  { offers: offerCount, applications: applicationCount }: Sizes,
  tell: (what: string) => void,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(`SET LOCAL session_replication_role = replica`);
    await tx.query('SELECT setseed(0.42)');
    const acts: [what: string, sql: string, count?: number][] = [
      ['what is drawn from', drawnFrom],
      ['offers', offers, offerCount],
      ['sites', sites],
      ['when offers were open', spans],
      ['candidates', candidates, Math.ceil(applicationCount / 20)],
      ['applications', applications, applicationCount],
      ['hires', hires],
      ['labels', labels],
    ];
    for (const [what, sql, count] of acts) {
      tell(what);
      await tx.query(sql, count === undefined ? [] : [count]);
    }
  });
}
