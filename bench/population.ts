import type { DataSource } from 'typeorm';
import { batches, day, Dice } from './dice.js';
import { offerText, offerTitle } from './offer-texts.js';

/** What offers and profiles are made from: the reference data of the database. */
export interface World {
  /** Repeated by weight: the industrial towns of a territory more often than any other commune. */
  communes: { code: string; name: string; department: string; region: string; territory: string | null }[];
  occupations: { code: string; label: string; titles: string[]; skills: string[] }[];
  skillLabels: Map<string, string>;
}

export async function readWorld(db: Pick<DataSource, 'query'>): Promise<World> {
  const communes = await db.query<World['communes']>(
    `SELECT c.code, c.name, c.department_code AS department, d.region_code AS region,
            (SELECT min(t.territory_id) FROM territory_commune t JOIN territory ON id = t.territory_id
              WHERE t.commune_code = c.code AND generation = 'CURRENT_2023_2027') AS territory
     FROM commune c JOIN department d ON d.code = c.department_code
     WHERE c.population > 3000 ORDER BY c.code`,
  );
  const occupations = await db.query<World['occupations']>(
    `SELECT o.code, o.label_fr AS label, array_agg(s.skill_code ORDER BY s.core DESC, s.skill_code) AS skills,
            (SELECT array_agg(title ORDER BY title) FROM occupation_title t
              WHERE t.occupation_code = o.code AND t.source = 'seed') AS titles
     FROM occupation o JOIN occupation_skill s ON s.occupation_code = o.code
     WHERE o.source = 'seed' GROUP BY o.code, o.label_fr ORDER BY o.code`,
  );
  const labels = await db.query<{ code: string; label: string }[]>('SELECT code, label_fr AS label FROM skill');
  const skillLabels = new Map(labels.map(({ code, label }) => [code, label]));
  const industrial = communes.filter(({ territory }) => territory !== null);
  return { communes: [...communes, ...industrial, ...industrial], occupations, skillLabels };
}

const contracts = ['CDI', 'CDI', 'CDD', 'APPRENTICESHIP', 'APPRENTICESHIP', 'PROFESSIONALISATION'];
const missions = [
  'RIGHT_HAND',
  'DIGITAL_TRANSFORMATION',
  'INNOVATION',
  'PRODUCTION',
  'QUALITY_SAFETY_ENVIRONMENT',
  'ECOLOGICAL_TRANSITION',
  'SUPPLY_CHAIN',
  'INTERNATIONAL',
];
const levels = ['CAP_BEP', 'BAC', 'BAC_2', 'BAC_3', 'BAC_5', 'DOCTORATE'];
const remotes = ['NONE', 'NONE', 'NONE', 'PARTIAL', 'FULL'];

export function makeOffers(
  { communes, occupations, skillLabels }: World,
  companyIds: string[],
  count: number,
  today: string,
  seed = 1,
) {
  const dice = new Dice(seed);
  return Array.from({ length: count }, () => {
    const occupation = dice.pick(occupations);
    const low = dice.chance(0.7) ? dice.int(24, 42) * 1000 : null;
    const sites = dice.some(communes, 1, dice.chance(0.15) ? 3 : 1);
    const id = dice.uuid();
    const contractType = dice.pick(contracts);
    const studyLevel = dice.chance(0.7) ? dice.pick(levels) : null;
    const requiredSkillCodes = dice.some(occupation.skills, 0, 5);
    const desiredSkillCodes = dice.some(occupation.skills, 0, 3);
    const skills = [...requiredSkillCodes, ...desiredSkillCodes].flatMap((code) => skillLabels.get(code) ?? []);
    const about = { ...occupation, contractType, studyLevel, skills, town: sites[0]?.name ?? '' };
    return {
      id,
      slug: `offre-${id}`,
      companyId: dice.pick(companyIds),
      title: offerTitle(dice, about),
      description: offerText(dice, about),
      missionCategory: dice.pick(missions),
      occupationCode: dice.chance(0.85) ? occupation.code : null,
      contractType,
      durationMonths: 12,
      startsOn: dice.chance(0.6) ? day(today, dice.int(1, 200)) : null,
      remoteWork: dice.pick(remotes),
      salaryMin: low,
      salaryMax: low !== null && dice.chance(0.6) ? low + dice.int(1, 8) * 1000 : null,
      studyLevel,
      requiredSkillCodes,
      desiredSkillCodes,
      greenMission: dice.chance(0.2),
      publishedAt: new Date(Date.parse(`${today}T08:00:00Z`) - dice.int(0, 60 * 86_400) * 1000 - dice.int(0, 999)),
      expiresOn: day(today, dice.int(1, 90)),
      communeCodes: [...new Set(sites.map(({ code }) => code))],
    };
  });
}

export function makeCandidates({ communes, occupations }: World, count: number, today: string, seed = 2) {
  const dice = new Dice(seed);
  const levelsHeld = ['NOTION', 'PRACTISED', 'PRACTISED', 'MASTERED'];
  return Array.from({ length: count }, () => {
    const occupation = dice.pick(occupations);
    const home = dice.pick(communes);
    const wishes = [
      { commune: { code: home.code, radiusKm: dice.pick([20, 30, 50, 100]) } },
      { departmentCode: home.department },
      { regionCode: home.region },
      ...(home.territory ? [{ territoryId: home.territory }] : []),
    ];
    return {
      id: dice.uuid(),
      accountId: dice.uuid(),
      studyLevel: dice.chance(0.9) ? dice.pick(levels) : null,
      diplomaOn: dice.chance(0.5) ? day(today, -dice.int(0, 900)) : null,
      skills: dice.chance(0.92)
        ? dice.some(occupation.skills, 1, 6).map((code) => ({ code, level: dice.pick(levelsHeld) }))
        : [],
      places: dice.chance(0.9) ? dice.some(wishes, 1, 3) : [],
      contractTypes: dice.chance(0.5) ? dice.some(contracts, 1, 3) : [],
      missionCategories: dice.chance(0.4) ? dice.some(missions, 1, 3) : [],
      occupationCodes: dice.chance(0.6) ? [occupation.code] : [],
      availableFrom: dice.chance(0.6) ? day(today, dice.int(-30, 200)) : null,
      salaryAtLeast: dice.chance(0.3) ? dice.int(24, 40) * 1000 : null,
      remoteWork: dice.chance(0.3) ? dice.some(remotes, 1, 2) : [],
      visible: dice.chance(0.85),
    };
  });
}

export type MadeOffer = ReturnType<typeof makeOffers>[number];
export type MadeCandidate = ReturnType<typeof makeCandidates>[number];

/** Companies of the bench, in the communes of the world. */
export async function insertCompanies(
  db: Pick<DataSource, 'query'>,
  { communes }: World,
  count: number,
  seed = 3,
): Promise<string[]> {
  const dice = new Dice(seed);
  const rows = Array.from({ length: count }, (_, place) => ({
    id: dice.uuid(),
    siret: String(90_000_000_000_000 + seed * 1_000_000 + place),
    name: `${dice.pick(['Mécanique', 'Plasturgie', 'Fonderie', 'Textiles', 'Chimie'])} ${dice.pick(['Aubrac', 'Bugey', 'Vivarais', 'Morvan', 'Bresse'])} ${place}`,
    commune: dice.pick(communes).code,
  }));
  await db.query(
    `INSERT INTO company (id, siret, siren, name, commune_code, verified_at)
     SELECT id, siret, left(siret, 9), name, commune, now() FROM jsonb_to_recordset($1) AS row (id uuid, siret text, name text, commune text)`,
    [JSON.stringify(rows)],
  );
  return rows.map(({ id }) => id);
}

/** Straight into the tables, without a mark: the index is to be built afterwards. */
export async function insertOffers(db: Pick<DataSource, 'query'>, offers: readonly MadeOffer[]): Promise<void> {
  for (const batch of batches(offers)) {
    const rows = JSON.stringify(batch);
    await db.query(
      `INSERT INTO offer (id, slug, company_id, status, title, description, mission_category, occupation_code, contract_type,
         duration_months, starts_on, remote_work, salary_min, salary_max, study_level, required_skill_codes,
         desired_skill_codes, green_mission, published_at, expires_on)
       SELECT id, slug, "companyId", 'OPEN', title, description, "missionCategory", "occupationCode", "contractType",
         "durationMonths", "startsOn", "remoteWork", "salaryMin", "salaryMax", "studyLevel", "requiredSkillCodes",
         "desiredSkillCodes", "greenMission", "publishedAt", "expiresOn"
       FROM jsonb_to_recordset($1) AS row (id uuid, slug text, "companyId" uuid, title text, description text,
         "missionCategory" text, "occupationCode" text, "contractType" text, "durationMonths" int, "startsOn" date,
         "remoteWork" text, "salaryMin" int, "salaryMax" int, "studyLevel" text, "requiredSkillCodes" text[],
         "desiredSkillCodes" text[], "greenMission" boolean, "publishedAt" timestamptz, "expiresOn" date)`,
      [rows],
    );
    await db.query(
      `INSERT INTO offer_site (offer_id, position, commune_code)
       SELECT row.id, place, code FROM jsonb_to_recordset($1) AS row (id uuid, "communeCodes" text[]),
         unnest("communeCodes") WITH ORDINALITY AS site (code, place)`,
      [rows],
    );
  }
}

/** With an account each, whose password nobody knows. */
export async function insertCandidates(
  db: Pick<DataSource, 'query'>,
  candidates: readonly MadeCandidate[],
): Promise<void> {
  for (const batch of batches(candidates)) {
    const rows = JSON.stringify(batch);
    await db.query(
      `INSERT INTO account (id, email, password_hash, role)
       SELECT "accountId", "accountId" || '@bench.example', '', 'CANDIDATE'
       FROM jsonb_to_recordset($1) AS row ("accountId" uuid)`,
      [rows],
    );
    await db.query(
      `INSERT INTO candidate (id, account_id, first_name, study_level, diploma_on, skills, places, contract_types,
         mission_categories, occupation_codes, available_from, salary_at_least, remote_work, visible_since)
       SELECT id, "accountId", 'Camille', "studyLevel", "diplomaOn", skills, places, "contractTypes", "missionCategories",
         "occupationCodes", "availableFrom", "salaryAtLeast", "remoteWork", CASE WHEN visible THEN now() END
       FROM jsonb_to_recordset($1) AS row (id uuid, "accountId" uuid, "studyLevel" text, "diplomaOn" date, skills jsonb,
         places jsonb, "contractTypes" text[], "missionCategories" text[], "occupationCodes" text[],
         "availableFrom" date, "salaryAtLeast" int, "remoteWork" text[], visible boolean)`,
      [rows],
    );
  }
}
