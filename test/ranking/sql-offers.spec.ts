import { insertCandidates, makeCandidates } from '../../bench/population.js';
import { AidedOffers } from '../../src/aids/aided-offers.js';
import { Candidate } from '../../src/candidates/candidate.entity.js';
import { Clock } from '../../src/common/clock.js';
import { responsivenessFit } from '../../src/companies/responsiveness.js';
import { type Offer } from '../../src/offers/offer.entity.js';
import { OfferFilters } from '../../src/offers/offer-filter.js';
import type { OfferFilter } from '../../src/offers/offer-filter.input.js';
import { OffersRepository } from '../../src/offers/offers.repository.js';
import { farAway, type Ranked, type Top, topOf } from '../../src/ranking/ranked.js';
import { SqlRanking } from '../../src/ranking/sql-offers.js';
import { offerFacts, profileOf } from '../../src/scoring/facts-of.js';
import { gates } from '../../src/scoring/gates.js';
import type { Profile } from '../../src/scoring/match-check.js';
import { score } from '../../src/scoring/score.js';
import { SkillKnowledge } from '../../src/scoring/skill-knowledge.js';
import { currentWeights, full, weights as everyWeights, type Weights } from '../../src/scoring/weights.js';
import { Wishes } from '../../src/scoring/wishes.js';
import { Gazetteer } from '../../src/territories/gazetteer.js';
import { readReferenceTables } from '../../src/territories/reference-tables.js';
import { idsInSql, populate } from '../search/offer-population.js';
import { Platform } from '../support/platform.js';

/** The ranking in SQL against the pure rules, offer by offer. */
let platform: Platform;
let ranking: SqlRanking;
let offers: Offer[];
let profiles: Profile[];
const answers = new Map<string, number>();
const all = 1_000_000;
const nothingAsked = { said: {}, places: null };

beforeAll(async () => {
  platform = await Platform.start('sql_ranking');
  const of = <Kind>(kind: new (...given: never[]) => Kind): Kind => platform.app.get<Kind>(kind, { strict: false });
  ranking = new SqlRanking(
    platform.db,
    of(OfferFilters),
    of(AidedOffers),
    of(SkillKnowledge),
    of(Gazetteer),
    of(Clock),
  );
  const { world } = await populate(platform, 400, false);
  await insertCandidates(platform.db, makeCandidates(world, 90, platform.today()));
  await makeOdd();
  platform.app.get(Gazetteer).fill(await readReferenceTables(platform.db.manager));
  const ids: { id: string }[] = await platform.db.query('SELECT id FROM offer');
  offers = [...(await platform.app.get(OffersRepository, { strict: false }).byIds(ids.map(({ id }) => id))).values()];
  const rows = await platform.db.query<{ id: string; rate: number; days: number | null }[]>(
    'SELECT company_id AS id, rate, median_days AS days FROM company_responsiveness',
  );
  for (const { id, rate, days } of rows) answers.set(id, responsivenessFit({ rate, medianDays: days }));
  const candidates = await platform.db.getRepository(Candidate).find();
  profiles = [
    ...candidates.map(profileOf),
    ...oddProfiles(profileOf(candidates.find(({ skills }) => skills.length > 2)!)),
  ];
}, 60_000);
afterAll(() => platform.stop());

/** What generated offers lack: unknowns of every kind, equals, skills written twice, former communes, answers of companies. */
async function makeOdd(): Promise<void> {
  const odd = [
    `UPDATE offer SET occupation_code = NULL, study_level = NULL, starts_on = NULL, salary_min = NULL, salary_max = NULL,
       required_skill_codes = '{}', desired_skill_codes = '{}' WHERE id IN (SELECT id FROM offer ORDER BY id LIMIT 30)`,
    `UPDATE offer SET required_skill_codes = required_skill_codes || required_skill_codes || '{nobody-knows-it}',
       desired_skill_codes = required_skill_codes || desired_skill_codes
      WHERE id IN (SELECT id FROM offer ORDER BY slug OFFSET 60 LIMIT 60)`,
    `UPDATE offer SET salary_min = NULL, salary_max = 30000 WHERE id IN (SELECT id FROM offer ORDER BY id OFFSET 130 LIMIT 40)`,
    `UPDATE offer SET occupation_code = 'Z9999' WHERE id IN (SELECT id FROM offer ORDER BY id OFFSET 180 LIMIT 10)`,
    `UPDATE offer SET status = 'PAUSED' WHERE id IN (SELECT id FROM offer ORDER BY id OFFSET 200 LIMIT 10)`,
    `UPDATE offer SET expires_on = current_date - 400 WHERE id IN (SELECT id FROM offer ORDER BY id OFFSET 210 LIMIT 10)`,
    `UPDATE offer SET starts_on = current_date - 20 WHERE id IN (SELECT id FROM offer ORDER BY id OFFSET 230 LIMIT 20)`,
    `WITH gone AS (SELECT DISTINCT commune_code AS code FROM offer_site ORDER BY code LIMIT 20),
       retired AS (UPDATE commune SET retired = true FROM gone WHERE gone.code = commune.code)
     INSERT INTO commune_alias (former_code, commune_code, kind) SELECT code, '69123', 'merged' FROM gone`,
    `UPDATE offer SET occupation_code = one.occupation_code, study_level = one.study_level, starts_on = one.starts_on,
       salary_min = one.salary_min, salary_max = one.salary_max, required_skill_codes = one.required_skill_codes,
       desired_skill_codes = one.desired_skill_codes, contract_type = one.contract_type, remote_work = 'FULL',
       mission_category = one.mission_category, company_id = one.company_id
       FROM (SELECT * FROM offer ORDER BY id OFFSET 300 LIMIT 1) AS one
      WHERE offer.id IN (SELECT id FROM offer ORDER BY id OFFSET 300 LIMIT 25)`,
    `INSERT INTO company_responsiveness (company_id, answered, due, rate, median_days, computed_at)
     SELECT id, rate, 100, rate, CASE WHEN rate > 0 THEN 5 * place END, now() FROM
       (SELECT id, place, (100 - (place - 1) * 20)::int AS rate FROM
         (SELECT id, row_number() OVER (ORDER BY id) AS place FROM company) AS numbered WHERE place <= 6) AS known`,
  ];
  for (const statement of odd) await platform.db.query(statement);
}

/** Wishes and silences that generated candidates lack. */
function oddProfiles({ facts }: Profile): Profile[] {
  const open = { ...facts, contractTypes: [], studyLevel: null, diplomaOn: null, availableFrom: null };
  const at = (...places: Profile['places'][number][]): Profile => ({
    facts: { ...open, hasPlaces: places.length > 0 },
    places,
  });
  const silent = { ...open, missionCategories: [], occupationCodes: [], salaryAtLeast: null, remoteWork: [] };
  return [
    at(),
    at({ commune: { code: '69123' } }),
    at({ commune: { code: '69123', radiusKm: 5 } }, { commune: { code: '75056', radiusKm: 200 } }),
    at(
      { commune: { code: '01283', radiusKm: 3 } },
      { commune: { code: '59350', radiusKm: 200 } },
      { regionCode: '84' },
    ),
    at({ point: { latitude: 46.2, longitude: 5.2, radiusKm: 60 } }, { departmentCode: '38' }),
    at({ departmentCode: '999' }),
    at({ departmentCode: '974' }),
    at(
      ...['11', '24', '27', '28', '32', '44', '52', '53', '75', '76', '84', '93'].map((regionCode) => ({ regionCode })),
    ),
    { facts: { ...silent, hasPlaces: false }, places: [] },
    { facts: { ...silent, skills: [], hasPlaces: false }, places: [] },
    { facts: { ...silent, skills: [], hasPlaces: true }, places: [{ regionCode: '84' }] },
    { facts: { ...silent, skills: [{ code: 'nobody-knows-it', level: 'NOTION' }], hasPlaces: false }, places: [] },
    {
      facts: {
        ...silent,
        skills: facts.skills.flatMap(({ code }) => [
          { code, level: 'NOTION' as const },
          { code, level: 'MASTERED' as const },
        ]),
        salaryAtLeast: 33_333,
        occupationCodes: ['Z9999', ...facts.occupationCodes],
        remoteWork: ['PARTIAL', 'FULL'],
        availableFrom: platform.today(),
        diplomaOn: '2024-02-29',
        hasPlaces: true,
      },
      places: [{ commune: { code: '38185', radiusKm: 100 } }],
    },
    { facts: { ...silent, salaryAtLeast: 0, remoteWork: ['NONE'], hasPlaces: true }, places: [{ regionCode: '11' }] },
  ];
}

function brute({ facts, places }: Profile, kept: ReadonlySet<string>, weights: Weights = currentWeights): Ranked[] {
  const { closeness, rarity, occupations } = platform.app.get(SkillKnowledge, { strict: false });
  const wishes = new Wishes(platform.app.get(Gazetteer), places, weights);
  return offers.flatMap((row) => {
    if (!kept.has(row.id)) return [];
    const offer = offerFacts(row, answers.get(row.companyId) ?? null);
    const place = wishes.best(offer.communeCodes);
    if (gates(offer, facts, place, platform.today()).length > 0) return [];
    const scored = score(offer, facts, place, { closeness, rarity, occupations, weights });
    return [
      { id: row.id, tenths: Math.round(scored.score * 10), evidence: scored.evidence, km: scored.rankKm ?? farAway },
    ];
  });
}

const open = async (filter: OfferFilter = {}): Promise<Set<string>> => new Set(await idsInSql(platform, filter));
const inSql = (profile: Profile, most = all, after: Ranked | null = null, weights?: Weights): Promise<Top> =>
  ranking.offersFor(profile, nothingAsked, most, after, weights);

test('the population is a fair trial', async () => {
  const kept = await open();
  const found = profiles.map((profile) => brute(profile, kept));
  expect(found.filter((ranked) => ranked.length > 0).length).toBeGreaterThan(80);
  expect(new Set(found.flat().map(({ tenths }) => tenths)).size).toBeGreaterThan(300);
  expect(found.flat().some(({ km }) => km < farAway)).toBe(true);
  expect(answers.size).toBe(6);
  expect(offers.some(({ sites }) => sites.length > 1)).toBe(true);
  const today = (code: string): string | undefined => platform.app.get(Gazetteer).commune(code)?.code;
  const former = offers.filter(({ sites }) => sites.some(({ communeCode: code }) => today(code) !== code));
  expect(former.length).toBeGreaterThan(15);
});

test('the same offers with the same scores and kilometres in the same order, for everyone', async () => {
  const kept = await open();
  let compared = 0;
  for (const profile of profiles) {
    const expected = topOf(brute(profile, kept), all, null);
    expect(await inSql(profile)).toEqual(expected);
    compared += expected.total;
  }
  console.log(`${compared} pairs of ${profiles.length} profiles compared`);
});

test('under every set of weights, and others', async () => {
  const kept = await open();
  const other: Weights = {
    ...currentWeights,
    criteria: { ...currentWeights.criteria, DISTANCE: 37, OCCUPATION: 0, SALARY: 11 },
    responsiveness: 20,
    skills: { ...currentWeights.skills, desired: 33 },
    distance: { ...currentWeights.distance, fullKm: 3, remoteNotAskedFor: 6_543 },
    availability: { ...currentWeights.availability, waitDays: 13, longWaitDays: 90 },
  };
  for (const set of [...Object.values(everyWeights), other]) {
    for (const profile of profiles.slice(-20)) {
      expect(await inSql(profile, all, null, set)).toEqual(topOf(brute(profile, kept, set), all, null));
    }
  }
});

test('no site outside the places wished for is worth more than working from home, which the query leans on', () => {
  for (const { distance } of Object.values(everyWeights)) {
    expect((full * distance.outside) / 100).toBeLessThanOrEqual(distance.remoteNotAskedFor);
  }
});

test('pages put together are the whole; each tells the total, even one behind the last', async () => {
  for (const profile of profiles.slice(-14)) {
    const { ranked: whole, total } = await inSql(profile);
    const paged: Ranked[] = [];
    for (;;) {
      const page = await inSql(profile, 60, paged.at(-1) ?? null);
      expect(page.total).toBe(total);
      paged.push(...page.ranked);
      if (page.ranked.length < 60) break;
    }
    expect(paged).toEqual(whole);
    expect(await inSql(profile, 5, { tenths: -1, evidence: 0, km: 0, id: 'no id at all \0' })).toEqual({
      ranked: [],
      total,
    });
    expect(await inSql(profile, 0)).toEqual({ ranked: [], total });
  }
});

test('a filter keeps what it keeps of all offers, aids too', async () => {
  const filters: OfferFilter[] = [
    { contractTypes: ['CDI'], salaryAtLeast: 35_000 },
    { studyLevel: 'BAC_3', greenMission: false, places: [{ regionCode: '84' }, { regionCode: '11' }] },
    { aids: ['VTE_VERT', 'APPRENTICESHIP'] },
    { aids: ['APPRENTICESHIP'], contractTypes: ['APPRENTICESHIP'], startsFrom: platform.today() },
  ];
  for (const filter of filters) {
    const kept = await open(filter);
    expect(kept.size).toBeGreaterThan(3);
    const read = platform.app.get(OfferFilters).read(filter);
    for (const profile of profiles.slice(filter.aids ? -5 : -18)) {
      expect(await ranking.offersFor(profile, read, all, null)).toEqual(topOf(brute(profile, kept), all, null));
    }
  }
});
