import { insertCandidates, makeCandidates } from '../../bench/population.js';
import { Candidate } from '../../src/candidates/candidate.entity.js';
import { OfferFilters } from '../../src/offers/offer-filter.js';
import { type Offer } from '../../src/offers/offer.entity.js';
import { OffersRepository } from '../../src/offers/offers.repository.js';
import { gates, toleranceDays } from '../../src/scoring/gates.js';
import { candidateFacts, offerFacts } from '../../src/scoring/facts-of.js';
import { MatchingService } from '../../src/matching/matching.service.js';
import { pageOfRanked, type Ranked } from '../../src/matching/ranking.js';
import { score } from '../../src/scoring/score.js';
import { SkillKnowledge } from '../../src/scoring/skill-knowledge.js';
import { currentWeights } from '../../src/scoring/weights.js';
import { Wishes } from '../../src/scoring/wishes.js';
import { studyLevels } from '../../src/skills/study-level.js';
import { Gazetteer } from '../../src/territories/gazetteer.js';
import { idsInSql, type Population, populate } from '../search/offer-population.js';
import { Platform } from '../support/platform.js';

/** Both directions over a generated population, against brute force and against SQL. */
let platform: Platform;
let made: Population;
let matching: MatchingService;
let offers: Offer[];
let candidates: Candidate[];
const everything = { said: {}, places: null };
const found = new Map<string, Ranked[]>();

beforeAll(async () => {
  platform = await Platform.start('exactness');
  made = await populate(platform, 150, false);
  await insertCandidates(platform.db, makeCandidates(made.world, 80, platform.today()));
  await platform.db.query(`UPDATE offer SET status = 'PAUSED' WHERE id IN (SELECT id FROM offer ORDER BY id LIMIT 10)`);
  await platform.db.query(
    `UPDATE offer SET expires_on = $1::date - 1 WHERE id IN (SELECT id FROM offer ORDER BY id DESC LIMIT 5)`,
    [platform.today()],
  );
  matching = platform.app.get(MatchingService, { strict: false });
  const ids: { id: string }[] = await platform.db.query('SELECT id FROM offer');
  offers = [...(await platform.app.get(OffersRepository, { strict: false }).byIds(ids.map(({ id }) => id))).values()];
  candidates = await platform.db.getRepository(Candidate).find();
  for (const candidate of candidates) found.set(candidate.id, await matching.offersFor(candidate, everything));
}, 60_000);
afterAll(() => platform.stop());

const know = () => {
  const { closeness, rarity } = platform.app.get(SkillKnowledge, { strict: false });
  return { closeness, rarity, weights: currentWeights };
};

test('the population is a fair trial: most candidates have matches, some of every kind have none', () => {
  const counts = [...found.values()].map((ranked) => ranked.length);
  expect(counts.filter((count) => count > 0).length).toBeGreaterThan(40);
  expect([...found.values()].flat().some(({ scored }) => !scored.scored)).toBe(true);
});

test('a candidate’s offers are exactly those that brute force finds, with the same scores', async () => {
  const open = new Set(await idsInSql(platform, {}));
  expect(open.size).toBe(135);
  for (const candidate of candidates) {
    const wishes = new Wishes(platform.app.get(Gazetteer), candidate.places, currentWeights);
    const facts = candidateFacts(candidate);
    const brute = offers.flatMap((offer) => {
      const place = wishes.best(offer.sites.map(({ communeCode }) => communeCode));
      if (!open.has(offer.id) || gates(offerFacts(offer), facts, place, platform.today()).length > 0) return [];
      return { id: offer.id, scored: score(offerFacts(offer), facts, place, know()) };
    });
    const byId = (one: Ranked, other: Ranked) => (one.id < other.id ? -1 : 1);
    expect([...found.get(candidate.id)!].sort(byId)).toEqual(brute.sort(byId));
  }
});

test('every gate holds for every match, and nothing that passes them all is left out, by SQL', async () => {
  const filters = platform.app.get(OfferFilters);
  for (const candidate of candidates) {
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
    const matched = found.get(candidate.id)!.map(({ id }) => id);
    expect(matched.sort()).toEqual(rows.map(({ id }) => id));
  }
});

test('the same score, parts and facts from both sides, over all pairs; only visible candidates', async () => {
  const visible = new Set(candidates.filter(({ visibleSince }) => visibleSince !== null).map(({ id }) => id));
  expect(visible.size).toBeLessThan(candidates.length);
  const open = new Set(await idsInSql(platform, {}));
  let pairs = 0;
  for (const offer of offers.filter(({ id }) => open.has(id))) {
    const fromOffer = new Map((await matching.candidatesFor(offer)).map(({ id, scored }) => [id, scored]));
    const fromCandidates = new Map(
      [...visible].flatMap((id) => {
        const match = found.get(id)!.find((one) => one.id === offer.id);
        return match ? [[id, match.scored] as const] : [];
      }),
    );
    expect(fromOffer).toEqual(fromCandidates);
    pairs += fromOffer.size;
  }
  console.log(`${pairs} pairs compared from both sides`);
  expect(pairs).toBeGreaterThan(300);
});

test('parts add up to the score, and what is possible to a hundred', () => {
  for (const { scored } of [...found.values()].flat()) {
    const sum = (value: 'points' | 'pointsPossible') =>
      Math.round(scored.parts.reduce((total, part) => total + part[value], 0) * 10) / 10;
    expect(sum('points')).toBe(scored.score);
    expect(sum('pointsPossible')).toBe(scored.scored ? 100 : 0);
  }
});

test('pages of any size, put together, are the whole ranking, ties included', () => {
  const ranked = [...found.values()].sort((one, other) => other.length - one.length)[0]!;
  const tied = ranked.map((one, at) => ({
    ...one,
    scored: { ...one.scored, score: Math.floor(at / 5), distanceKm: at % 3 ? 7 : null },
  }));
  for (const list of [ranked.slice(0, 100), tied.slice(0, 100)]) {
    const whole = pageOfRanked([...list].reverse(), { first: 100 }).entries.map((entry) => entry.ranked.id);
    expect(whole).toEqual(pageOfRanked(list, { first: 100 }).entries.map((entry) => entry.ranked.id));
    for (const first of [1, 7]) {
      const paged: string[] = [];
      let after: string | null = null;
      do {
        const page: ReturnType<typeof pageOfRanked> = pageOfRanked(list, { first, after });
        expect(page.totalCount).toBe(list.length);
        paged.push(...page.entries.map((entry) => entry.ranked.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect(paged).toEqual(whole);
    }
  }
});

test('best first; without a score, nearest first', () => {
  for (const ranked of found.values()) {
    const list = pageOfRanked(ranked, { first: 100 }).entries.map((entry) => entry.ranked.scored);
    const scores = list.map((one) => one.score);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    if (list.some((one) => !one.scored)) {
      const kms = list.map((one) => one.distanceKm ?? Infinity);
      expect(kms).toEqual([...kms].sort((one, other) => one - other));
    }
  }
});

test('a filter keeps of a candidate’s offers those that it keeps of all offers', async () => {
  const filters = [
    { contractTypes: ['CDI' as const] },
    { studyLevel: 'BAC_3' as const, greenMission: false },
    { salaryAtLeast: 35_000 },
    {
      aids: ['VTE_VERT' as const, 'APPRENTICESHIP' as const],
      contractTypes: ['CDI' as const, 'APPRENTICESHIP' as const],
    },
    { places: [{ regionCode: '84' }, { commune: { code: '69123', radiusKm: 200 } }] },
  ];
  for (const filter of filters) {
    const kept = new Set(await idsInSql(platform, filter));
    const read = platform.app.get(OfferFilters).read(filter);
    for (const candidate of candidates.slice(0, 20)) {
      const ids = (await matching.offersFor(candidate, read)).map(({ id }) => id).sort();
      expect(ids).toEqual(
        found
          .get(candidate.id)!
          .map(({ id }) => id)
          .filter((id) => kept.has(id))
          .sort(),
      );
    }
  }
});
