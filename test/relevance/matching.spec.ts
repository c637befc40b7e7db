import { existsSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { silent } from '../../src/common/progress.js';
import { databaseOptions } from '../../src/database.js';
import { score } from '../../src/scoring/score.js';
import type { Know } from '../../src/scoring/score-facts.js';
import { importRome } from '../../src/skills/import-rome.js';
import { aPlace } from '../scoring/a-match.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { EngineRanking } from './matching-engine.js';
import { gainOf, mean, ndcgAt10, ranked } from './matching-gain.js';
import { knowledge, readRome, type Rome } from './matching-trades.js';
import { Dice, draw, type Trade, type World } from './matching-world.js';

/**
 * Whether the score finds people of the trade by their skills alone. Offers and candidates are drawn from the occupations
 * of the ROME that suit a VTE; no code of an occupation is given to the score, and nothing else than skills. The judge
 * knows the moves between occupations, so closeness is built here without any of them.
 */
const shared = '../shared/data/rome';
const nowhere = aPlace({ km: null, radiusKm: null, inside: false, communeCode: null });
const offers = 300;
const candidatesOfEach = 3;

let database: TestDatabase;
let db: DataSource;
let rome: Rome;
let labels: Map<string, string>;

(existsSync(shared) ? describe : describe.skip)('matching by skills (skipped without ../shared/data)', () => {
  beforeAll(async () => {
    database = await testDatabase('matching_quality');
    db = await new DataSource(databaseOptions(database.url, 4)).initialize();
    await importRome(db, shared, silent);
    rome = await readRome(db, `${shared}/rome_vte_shortlist.json.gz`);
    const skills = await db.query<{ code: string; label: string }[]>('SELECT code, label_fr AS label FROM skill');
    labels = new Map(skills.map(({ code, label }) => [code, label]));
  }, 120_000);
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  test('skills drawn at random', async () => {
    const world = draw(rome.trades, asking(rome.trades), { offers, candidatesOfEach, apart: false }, new Dice(1));
    const found = await judge('at random', world, knowledge(rome, new Set()));
    expect(found.ours).toBeGreaterThan(found.overlap + 0.05);
    expect(found.ours).toBeGreaterThan(found.engine + 0.05);
  }, 120_000);

  test('skills drawn apart: those of one trade have none in common but by chance', async () => {
    const world = draw(rome.trades, asking(rome.trades), { offers, candidatesOfEach, apart: true }, new Dice(2));
    const found = await judge('apart', world, knowledge(rome, new Set()));
    expect(found.ours).toBeGreaterThan(found.overlap + 0.1);
    expect(found.ours).toBeGreaterThan(found.engine + 0.1);
  }, 120_000);

  test('offers of occupations that closeness was never told of', async () => {
    const unseen = new Dice(3).some(rome.trades, rome.trades.length / 4);
    const world = draw(rome.trades, unseen, { offers, candidatesOfEach, apart: false }, new Dice(4));
    const found = await judge('unseen', world, knowledge(rome, new Set(unseen.map(({ code }) => code))));
    expect(found.ours).toBeGreaterThan(found.overlap);
    expect(found.ours).toBeGreaterThan(found.engine);
  }, 120_000);
});

const asking = (trades: readonly Trade[]): Trade[] => new Dice(5).some(trades, trades.length);

/** How good each way of ranking is, over all offers; printed. */
async function judge(name: string, world: World, know: Know) {
  const engine = await EngineRanking.over(
    world,
    (code) => labels.get(code) ?? code,
    `t_matching_${name.replace(' ', '_')}`,
  );
  const quality = { ours: [] as number[], without: [] as number[], overlap: [] as number[] };
  const keywords = { last: [] as number[], frequency: [] as number[], skills: [] as number[] };
  const strangers = { ...know, closeness: () => 0 };
  for (const offer of world.offers) {
    const all = world.candidates.map((candidate) => gainOf(offer.trade, candidate.trade));
    const by = (worth: (place: number) => number): number => {
      const items = world.candidates.map((candidate, at) => ({ ...candidate, at }));
      return ndcgAt10(
        ranked(items, ({ at }) => worth(at))
          .slice(0, 10)
          .map(({ at }) => all[at]!),
        all,
      );
    };
    const scores = (knows: Know) => (at: number) =>
      score(offer.facts, world.candidates[at]!.facts, nowhere, knows).score;
    const asked = [...offer.facts.requiredSkills, ...offer.facts.desiredSkills];
    quality.ours.push(by(scores(know)));
    quality.without.push(by(scores(strangers)));
    quality.overlap.push(
      by((at) => world.candidates[at]!.facts.skills.filter(({ code }) => asked.includes(code)).length),
    );
    for (const how of ['last', 'frequency'] as const) {
      const found = await engine.words(asked, how);
      keywords[how].push(by((at) => found.get(at) ?? -1));
    }
    const found = await engine.skills(asked);
    keywords.skills.push(by((at) => found.get(at) ?? -1));
  }
  await engine.drop();
  const [ours, without, overlap] = [mean(quality.ours), mean(quality.without), mean(quality.overlap)];
  const [last, frequency, skills] = [mean(keywords.last), mean(keywords.frequency), mean(keywords.skills)];
  console.log(
    `nDCG@10, ${name}, ${world.offers.length} offers, ${world.candidates.length} candidates: ours ${ours.toFixed(3)} ` +
      `(rarity and levels without closeness ${without.toFixed(3)}), overlap ${overlap.toFixed(3)}, engine: words ` +
      `${last.toFixed(3)}, rare words first ${frequency.toFixed(3)}, one search a skill ${skills.toFixed(3)}`,
  );
  return { ours, overlap, engine: Math.max(last, frequency, skills) };
}
