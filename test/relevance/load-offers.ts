import { createHash } from 'node:crypto';
import { insertOffers, type MadeOffer } from '../../bench/population.js';
import { Outbox } from '../../src/outbox/outbox.js';
import type { Platform } from '../support/platform.js';
import { offers } from './all-offers.js';
import { towns } from './towns.js';

/** The day of the suite. */
export const today = '2026-03-16';

/** The same at every run, so that a ranking can be told again. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const keyOf = new Map(Object.keys(offers).map((key) => [idOf(key), key]));

export const companyIdOf = (name: string): string => idOf(`company ${name}`);

const daysAgo = (days: number): Date => new Date(Date.parse(`${today}T08:00:00Z`) - days * 86_400_000);

const rows = (): MadeOffer[] =>
  Object.entries(offers).map(([key, [title, company, town, text, facts = {}]]) => ({
    id: idOf(key),
    slug: key,
    companyId: companyIdOf(company),
    title,
    description: text,
    missionCategory: facts.mission ?? 'OTHER',
    occupationCode: facts.rome ?? null,
    contractType: facts.contract ?? 'CDI',
    durationMonths: 18,
    startsOn: facts.startsOn ?? null,
    remoteWork: facts.remote ?? 'NONE',
    salaryMin: facts.salary ?? null,
    salaryMax: null,
    studyLevel: facts.level ?? null,
    requiredSkillCodes: [...(facts.skills ?? [])],
    desiredSkillCodes: [],
    greenMission: facts.green ?? false,
    publishedAt: daysAgo(facts.age ?? 30),
    expiresOn: '2026-12-31',
    communeCodes: (facts.towns ?? [town]).map((name) => towns[name]),
  }));

/** Every offer of the suite in the tables and in the index. */
export async function loadOffers(platform: Platform): Promise<void> {
  const seats = new Map(Object.values(offers).map(([, company, town]) => [company, towns[town]]));
  const companies = [...seats].map(([name, commune], place) => ({
    id: companyIdOf(name),
    siret: String(91_000_000_000_000 + place),
    name,
    commune,
  }));
  await platform.db.query(
    `INSERT INTO company (id, siret, siren, name, commune_code, verified_at)
     SELECT id, siret, left(siret, 9), name, commune, now()
     FROM jsonb_to_recordset($1) AS row (id uuid, siret text, name text, commune text)`,
    [JSON.stringify(companies)],
  );
  await insertOffers(platform.db, rows());
  const waiting = Object.entries(offers).map(([key, [, , , , facts]]) => [idOf(key), facts?.waiting ?? 0]);
  await platform.db.query(
    `UPDATE offer SET waiting_applications = row.value::int FROM jsonb_each_text($1) AS row WHERE offer.id = row.key::uuid`,
    [JSON.stringify(Object.fromEntries(waiting))],
  );
  await platform.app.get(Outbox).mark(platform.db.manager, 'offer', ...keyOf.keys());
  await platform.settled();
}
