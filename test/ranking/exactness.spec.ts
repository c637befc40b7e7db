import { Dice } from '../../bench/dice.js';
import { insertCandidates, makeCandidates } from '../../bench/population.js';
import { Candidate } from '../../src/candidates/candidate.entity.js';
import { Matcher } from '../../src/matcher/matcher.js';
import { contractTypes, missionCategories, remoteWorks } from '../../src/offers/offer-words.js';
import { OfferFilters } from '../../src/offers/offer-filter.js';
import type { OfferFilter } from '../../src/offers/offer-filter.input.js';
import { type Offer } from '../../src/offers/offer.entity.js';
import { OffersRepository } from '../../src/offers/offers.repository.js';
import { compareRanked, farAway, type Ranked } from '../../src/ranking/ranked.js';
import { Ranking } from '../../src/ranking/ranking.service.js';
import { profileOf } from '../../src/scoring/facts-of.js';
import { toleranceDays } from '../../src/scoring/gates.js';
import { type Checked, MatchCheck } from '../../src/scoring/match-check.js';
import { OfferFactsReader } from '../../src/scoring/offer-facts-reader.js';
import type { OfferFacts } from '../../src/scoring/score-facts.js';
import { weights } from '../../src/scoring/weights.js';
import { studyLevels } from '../../src/skills/study-level.js';
import { idsInSql, type Population, populate } from '../search/offer-population.js';
import { Platform } from '../support/platform.js';

/** Both directions over a generated population: from memory, by SQL and by brute force. */
let platform: Platform;
let made: Population;
let ranking: Ranking;
let check: MatchCheck;
let offers: Offer[];
let facts: Map<string, OfferFacts>;
let candidates: Candidate[];
const everything = { said: {}, places: null };
const brute = new Map<string, { ranked: Ranked; checked: Checked }[]>();

beforeAll(async () => {
  platform = await Platform.start('exactness');
  made = await populate(platform, 300, false);
  await insertCandidates(platform.db, [...makeCandidates(made.world, 90, platform.today()), ...unusual()]);
  await platform.db.query(`UPDATE offer SET status = 'PAUSED' WHERE id IN (SELECT id FROM offer ORDER BY id LIMIT 10)`);
  await platform.db.query(
    `UPDATE offer SET expires_on = $1::date - 1 WHERE id IN (SELECT id FROM offer ORDER BY id DESC LIMIT 5)`,
    [platform.today()],
  );
  await platform.db.query(
    `INSERT INTO company_responsiveness (company_id, answered, due, rate, median_days, computed_at)
     SELECT id, place, 12, place * 100 / 12, CASE WHEN place > 0 THEN place * 4 END, now()
       FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM company) AS each WHERE place < 8`,
  );
  ranking = platform.app.get(Ranking, { strict: false });
  check = platform.app.get(MatchCheck, { strict: false });
  const ids: { id: string }[] = await platform.db.query('SELECT id FROM offer');
  offers = [...(await platform.app.get(OffersRepository, { strict: false }).byIds(ids.map(({ id }) => id))).values()];
  facts = await platform.app.get(OfferFactsReader, { strict: false }).of(offers);
  candidates = await platform.db.getRepository(Candidate).find();
  const open = new Set(await idsInSql(platform, {}));
  for (const candidate of candidates) {
    const of = check.of(profileOf(candidate));
    const ranked = [...facts.values()]
      .filter(({ id }) => open.has(id))
      .map((offer) => ({ id: offer.id, checked: of(offer) }))
      .filter(({ checked }) => checked.failures.length === 0)
      .map(({ id, checked }) => ({ ranked: rankedAs(id, checked), checked }));
    brute.set(
      candidate.id,
      ranked.sort((one, other) => compareRanked(one.ranked, other.ranked)),
    );
  }
}, 120_000);
afterAll(() => platform.stop());

const rankedAs = (id: string, { scored }: Checked): Ranked => ({
  id,
  tenths: Math.round(scored.score * 10),
  evidence: scored.evidence,
  km: scored.rankKm ?? farAway,
});

/** Wishes of every kind, several at once, some that mean nothing any more, and people who only say one thing. */
function unusual() {
  const dice = new Dice(77);
  const wishes = [
    [{ point: { latitude: 45.76, longitude: 4.84, radiusKm: 150 } }],
    [{ epciSiren: '200046977' }, { commune: { code: '69123' } }],
    [{ departmentCode: '00' }],
    [{ departmentCode: '00' }, { regionCode: '84' }],
    [{ commune: { code: '01004', radiusKm: 5 } }, { commune: { code: '69123', radiusKm: 200 } }],
    [{ regionCode: '84' }, { regionCode: '27' }, { regionCode: '11' }, { commune: { code: '75056', radiusKm: 20 } }],
    [],
  ];
  return wishes.flatMap((places) =>
    [['FULL'], ['NONE'], [], ['PARTIAL', 'FULL']].map((remoteWork) => {
      const [plain] = makeCandidates(made.world, 1, platform.today(), 100 + dice.int(0, 9_999));
      return { ...plain!, places: places as never, remoteWork, visible: true };
    }),
  );
}

/** Everything, page by page. */
async function pages(
  ask: (page: { first: number; after: string | null }) => ReturnType<Ranking['offersFor']>,
  first: number,
) {
  const all: Ranked[] = [];
  let total = 0;
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Ranking['offersFor']>> = await ask({ first, after });
    all.push(...page.entries.map(({ ranked }) => ranked));
    total = page.totalCount;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return { all, total };
}

const bestOf = (candidateId: string): Ranked[] => brute.get(candidateId)!.map(({ ranked }) => ranked);

test('the population is a fair trial: most candidates have matches, some without a score, some with how companies answer', () => {
  const lists = [...brute.values()];
  expect(lists.filter((list) => list.length > 0).length).toBeGreaterThan(60);
  const scored = lists.flat().map(({ checked }) => checked.scored);
  expect(scored.some((one) => !one.scored)).toBe(true);
  for (const criterion of ['RESPONSIVENESS', 'SALARY', 'OCCUPATION', 'REMOTE_WORK', 'AVAILABILITY', 'SKILLS']) {
    expect(scored.filter(({ parts }) => parts.some((part) => part.criterion === criterion)).length).toBeGreaterThan(50);
  }
  expect(scored.some(({ relatedSkills }) => relatedSkills.length > 0)).toBe(true);
});

describe.each(['SQL', 'memory'] as const)('from %s', (way) => {
  beforeAll(async () => {
    const matcher = platform.app.get(Matcher, { strict: false });
    expect(matcher.ready).toBe(false);
    if (way === 'memory') {
      await platform.matcherReady();
      expect(matcher.ready).toBe(true);
    }
  });

  test('a candidate’s offers are exactly those of brute force, in its order', async () => {
    for (const candidate of candidates) {
      const page = await ranking.offersFor(profileOf(candidate), everything, { first: 100 });
      expect(page.entries.map(({ ranked }) => ranked)).toEqual(bestOf(candidate.id).slice(0, 100));
      expect(page.totalCount).toBe(bestOf(candidate.id).length);
    }
  });

  test('pages of any size, put together, are the whole ranking', async () => {
    const longest = [...candidates].sort((one, other) => bestOf(other.id).length - bestOf(one.id).length).slice(0, 2);
    const silent = candidates.find(({ id, skills }) => skills.length === 0 && bestOf(id).length > 10)!;
    for (const candidate of [...longest, silent]) {
      for (const first of [7, 50]) {
        const { all, total } = await pages((page) => ranking.offersFor(profileOf(candidate), everything, page), first);
        expect(all).toEqual(bestOf(candidate.id));
        expect(total).toBe(all.length);
      }
    }
  });

  test('an offer’s candidates are exactly those of brute force, with the same scores as from the other side', async () => {
    const open = new Set(await idsInSql(platform, {}));
    const visible = candidates.filter(({ visibleSince }) => visibleSince !== null);
    let pairs = 0;
    for (const offer of [...facts.values()].filter(({ id }) => open.has(id)).slice(0, 120)) {
      const fromCandidates = visible.flatMap(({ id }) =>
        brute.get(id)!.flatMap(({ ranked }) => (ranked.id === offer.id ? [{ ...ranked, id }] : [])),
      );
      const page = await ranking.candidatesFor(offer, new Set(), { first: 100 });
      expect(page.entries.map(({ ranked }) => ranked)).toEqual(fromCandidates.sort(compareRanked));
      pairs += page.totalCount;
      const [first] = page.entries;
      if (!first) continue;
      const without = await ranking.candidatesFor(offer, new Set([first.ranked.id]), { first: 100 });
      expect(without.entries.map(({ ranked }) => ranked)).toEqual(page.entries.slice(1).map(({ ranked }) => ranked));
    }
    console.log(`${pairs} pairs compared from both sides`);
    expect(pairs).toBeGreaterThan(300);
  });

  test('whoever scores so much for an offer is found, seen by companies or not', async () => {
    const open = new Set(await idsInSql(platform, {}));
    for (const offer of [...facts.values()].filter(({ id }) => open.has(id)).slice(0, 40)) {
      const above = await ranking.candidatesAbove(offer, 500);
      const truth = candidates.flatMap(({ id }) =>
        brute
          .get(id)!
          .flatMap(({ ranked }) => (ranked.id === offer.id && ranked.tenths >= 500 ? [{ ...ranked, id }] : [])),
      );
      expect([...above].sort(compareRanked)).toEqual(truth.sort(compareRanked));
    }
  });

  test('a filter keeps of a candidate’s offers those that it keeps of all offers', async () => {
    const dice = new Dice(5);
    for (let trial = 0; trial < 60; trial += 1) {
      const filter = filterBy(dice);
      const kept = new Set(await idsInSql(platform, filter));
      const read = platform.app.get(OfferFilters).read(filter);
      for (const candidate of [dice.pick(candidates), dice.pick(candidates)]) {
        const { all } = await pages((page) => ranking.offersFor(profileOf(candidate), read, page), 100);
        expect({ filter, all }).toEqual({ filter, all: bestOf(candidate.id).filter(({ id }) => kept.has(id)) });
      }
    }
  });

  test('an earlier set of weights ranks as it did', async () => {
    const before = weights['2026-11']!;
    for (const candidate of candidates.slice(0, 30)) {
      const of = check.of(profileOf(candidate), before);
      const truth = bestOf(candidate.id).map(({ id }) => rankedAs(id, of(facts.get(id)!)));
      const page = await ranking.offersFor(profileOf(candidate), everything, { first: 20 }, before);
      expect(page.entries.map(({ ranked }) => ranked)).toEqual(truth.sort(compareRanked).slice(0, 20));
    }
  });
});

/** Each condition of a filter now and then; a few together. */
function filterBy(dice: Dice): OfferFilter {
  const today = platform.today();
  const some = <Key extends keyof OfferFilter>(key: Key, value: () => OfferFilter[Key]): OfferFilter =>
    dice.chance(0.2) ? { [key]: value() } : {};
  const offer = dice.pick(made.offers);
  return {
    ...some('contractTypes', () => dice.some(contractTypes, 1, 3)),
    ...some('missionCategories', () => dice.some(missionCategories, 1, 5)),
    ...some('remoteWork', () => dice.some(remoteWorks, 1, 2)),
    ...some('studyLevel', () => dice.pick(studyLevels)),
    ...some('occupationCodes', () => [offer.occupationCode ?? 'H1502', 'Z9999']),
    ...some('skillCodes', () => [...offer.requiredSkillCodes, ...offer.desiredSkillCodes, 'none']),
    ...some('salaryAtLeast', () => dice.int(20, 45) * 1000),
    ...some('startsFrom', () => today),
    ...some('startsUntil', () => offer.startsOn ?? today),
    ...some('startMonths', () => [(offer.startsOn ?? today).slice(0, 7)]),
    ...some('inTerritoireIndustrie', () => dice.chance(0.5)),
    ...some('greenMission', () => dice.chance(0.5)),
    ...some('companyId', () => offer.companyId),
    ...some('publishedSince', () => offer.publishedAt),
    ...some('places', () => [
      { regionCode: dice.pick(['84', '27', '11']) },
      { commune: { code: '69123', radiusKm: 200 } },
    ]),
    ...some('aids', () => ['VTE_VERT', 'APPRENTICESHIP']),
  };
}

test('every gate holds for every match, and nothing that passes them all is left out, by SQL', async () => {
  const filters = platform.app.get(OfferFilters);
  const named = candidates.filter(({ places }) => !JSON.stringify(places).includes('"00"'));
  for (const candidate of named) {
    const parameters: unknown[] = [platform.today(), candidate.id];
    const read = filters.read({ places: candidate.places });
    const place = filters.inSql(read, parameters);
    const rows: { id: string }[] = await platform.db.query(
      `SELECT o.id FROM offer o, candidate c
       WHERE c.id = $2 AND o.status = 'OPEN' AND (o.expires_on IS NULL OR o.expires_on >= $1::date)
         AND (c.contract_types = '{}' OR o.contract_type = ANY(c.contract_types))
         AND (${place} OR (o.remote_work = 'FULL' AND (c.remote_work = '{}' OR 'FULL' = ANY(c.remote_work))))
         AND (o.study_level IS NULL OR c.study_level IS NULL
              OR array_position('{${studyLevels.join(',')}}'::text[], o.study_level)
                 <= array_position('{${studyLevels.join(',')}}'::text[], c.study_level))
         AND (o.contract_type IN ('APPRENTICESHIP', 'PROFESSIONALISATION') OR c.diploma_on IS NULL
              OR coalesce(o.starts_on, $1::date) < c.diploma_on + interval '24 months')
         AND (o.starts_on IS NULL OR c.available_from IS NULL OR c.available_from <= o.starts_on + ${toleranceDays})
       ORDER BY o.id`,
      parameters,
    );
    const matched = bestOf(candidate.id).map(({ id }) => id);
    expect(matched.sort()).toEqual(rows.map(({ id }) => id));
  }
});

test('parts add up to the score, and what is possible to a hundred', () => {
  for (const { checked } of [...brute.values()].flat()) {
    const { scored } = checked;
    const sum = (value: 'points' | 'pointsPossible') =>
      Math.round(scored.parts.reduce((total, part) => total + part[value], 0) * 10) / 10;
    expect(sum('points')).toBe(scored.score);
    expect(sum('pointsPossible')).toBe(scored.scored ? 100 : 0);
  }
});
