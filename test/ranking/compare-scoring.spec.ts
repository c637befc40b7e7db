import { insertCandidates, makeCandidates } from '../../bench/population.js';
import { Candidate } from '../../src/candidates/candidate.entity.js';
import { silent } from '../../src/common/progress.js';
import { OffersRepository } from '../../src/offers/offers.repository.js';
import { type Compares, compareScoring, UnknownScoringVersion } from '../../src/ranking/compare-scoring.js';
import { Ranking } from '../../src/ranking/ranking.service.js';
import { profileOf } from '../../src/scoring/facts-of.js';
import { MatchCheck } from '../../src/scoring/match-check.js';
import { OfferFactsReader } from '../../src/scoring/offer-facts-reader.js';
import { weights } from '../../src/scoring/weights.js';
import { populate } from '../search/offer-population.js';
import { Platform } from '../support/platform.js';

/** Two versions of the weights over a generated population, before and after anything is known of how companies answer. */
let platform: Platform;
let compares: Compares;
const versions = { one: '2026-11', other: '2026-12' };

beforeAll(async () => {
  platform = await Platform.start('compare');
  const { world } = await populate(platform, 200, false);
  await insertCandidates(platform.db, makeCandidates(world, 40, platform.today()));
  const { app, db } = platform;
  compares = {
    db,
    ranking: app.get(Ranking, { strict: false }),
    offers: app.get(OffersRepository, { strict: false }),
    facts: app.get(OfferFactsReader, { strict: false }),
    check: app.get(MatchCheck, { strict: false }),
  };
}, 60_000);
afterAll(() => platform.stop());

/** Every other company answers everyone at once, the others nobody. */
const someAnswer = () =>
  platform.db.query(
    `INSERT INTO company_responsiveness (company_id, answered, due, rate, median_days, computed_at)
     SELECT id, place % 2 * 10, 10, place % 2 * 100, CASE WHEN place % 2 = 1 THEN 1 END, now()
       FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM company) AS each`,
  );

test('a version against itself: every list is equal; progress is told to the end', async () => {
  const steps: number[] = [];
  const report = await compareScoring(compares, { one: '2026-12', other: '2026-12' }, 1_000, (_step, done, total) => {
    expect(total).toBe(40);
    steps.push(done);
  });
  expect(report.compared + report.withoutOffers).toBe(40);
  expect(report.compared).toBeGreaterThan(20);
  expect(report).toMatchObject({
    equal: report.compared,
    meanOverlap: 1,
    meanMove: 0,
    meanScoreChange: 0,
    causes: [],
    mostChanged: [],
  });
  expect(steps.at(-1)).toBe(40);
});

test('while nothing is known of how companies answer, the version that counts it changes nothing', async () => {
  const report = await compareScoring(compares, versions, 1_000, silent);
  expect(report).toMatchObject({ equal: report.compared, meanScoreChange: 0 });
});

test('once it is known, lists change as the scores say, because of it, and by three points at most', async () => {
  await someAnswer();
  await platform.matcherReady();
  const report = await compareScoring(compares, versions, 1_000, silent);
  expect(report.reordered + report.changed).toBeGreaterThan(10);
  expect(report.equal + report.reordered + report.changed).toBe(report.compared);
  expect(report.largestMove).toBeGreaterThan(0);
  expect(Math.abs(report.meanScoreChange)).toBeLessThanOrEqual(3);
  expect(report.causes[0]!.criterion).toBe('RESPONSIVENESS');

  const [most] = report.mostChanged;
  const candidate = await platform.db.getRepository(Candidate).findOneByOrFail({ id: most!.candidateId });
  const idsBy = async (version: string): Promise<string[]> => {
    const page = { first: 20 };
    const { entries } = await compares.ranking.offersFor(
      profileOf(candidate),
      { said: {}, places: null },
      page,
      weights[version],
    );
    return entries.map(({ ranked }) => ranked.id);
  };
  const [before, after] = [await idsBy('2026-11'), await idsBy('2026-12')];
  expect(most!.entered).toEqual(after.filter((id) => !before.includes(id)));
  expect(most!.left).toEqual(before.filter((id) => !after.includes(id)));
});

test('no more candidates than asked for, by id', async () => {
  const report = await compareScoring(compares, versions, 3, silent);
  expect(report.compared + report.withoutOffers).toBe(3);
});

test.each(['2025-01', 'constructor', ''])(
  'a version that never was, such as “%s”, is refused with those known',
  async (one) => {
    const refused = compareScoring(compares, { one, other: '2026-12' }, 1, silent);
    await expect(refused).rejects.toBeInstanceOf(UnknownScoringVersion);
    await expect(refused).rejects.toMatchObject({ version: one, known: ['2026-11', '2026-12'] });
  },
);
