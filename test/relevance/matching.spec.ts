import { existsSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { silent } from '../../src/common/progress.js';
import { databaseOptions } from '../../src/database.js';
import type { Know } from '../../src/scoring/score-facts.js';
import { importRome } from '../../src/skills/import-rome.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { judge, type Quality } from './matching-judge.js';
import { knowledge, readRome, type Rome } from './matching-trades.js';
import { Dice, draw, type Trade } from './matching-world.js';

/**
 * Whether the score finds people of the trade by their skills alone. Offers and candidates are drawn from the occupations
 * of the ROME that suit a VTE; no code of an occupation is given to the score, and nothing else than skills. The judge
 * knows the moves between occupations, so closeness is built here without any of them. Skills of a trade are drawn from two
 * halves for offers and candidates, so that those of one trade have none in common but by chance, or both from all.
 */
const shared = '../shared/data/rome';
const offers = 100;
const candidatesOfEach = 2;

let database: TestDatabase;
let db: DataSource;
let rome: Rome;
let labels: Map<string, string>;
/** Of all occupations. */
let whole: Know;

(existsSync(shared) ? describe : describe.skip)('matching by skills (skipped without ../shared/data)', () => {
  beforeAll(async () => {
    database = await testDatabase('matching_quality');
    db = await new DataSource(databaseOptions(database.url, 4)).initialize();
    await importRome(db, shared, silent);
    rome = await readRome(db, `${shared}/rome_vte_shortlist.json.gz`);
    whole = knowledge(rome, new Set());
    const skills = await db.query<{ code: string; label: string }[]>('SELECT code, label_fr AS label FROM skill');
    labels = new Map(skills.map(({ code, label }) => [code, label]));
  }, 180_000);
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  test('drawn from the same skills', async () => {
    const found = await judged('drawn from the same skills', rome.trades, whole, false);
    expect(found.ours).toBeGreaterThan(found.overlap + 0.06);
    expect(found.ours).toBeGreaterThan(Math.max(found.engineWords, found.engineSkills) + 0.08);
  }, 180_000);

  test('drawn apart', async () => {
    const found = await judged('drawn apart', rome.trades, whole, true);
    expect(found.ours).toBeGreaterThan(found.overlap + 0.08);
    expect(found.ours).toBeGreaterThan(Math.max(found.engineWords, found.engineSkills) + 0.05);
  }, 180_000);

  test('drawn from occupations that closeness was not told of', async () => {
    const unseen = new Dice(3).some(rome.trades, rome.trades.length / 4);
    const found = await judged('unseen', unseen, knowledge(rome, new Set(unseen.map(({ code }) => code))), false);
    expect(found.ours).toBeGreaterThan(found.overlap);
    expect(found.ours).toBeGreaterThan(Math.max(found.engineWords, found.engineSkills));
  }, 180_000);
});

async function judged(name: string, asking: readonly Trade[], know: Know, apart: boolean): Promise<Quality> {
  const dice = new Dice(1);
  const world = draw(rome.trades, dice.some(asking, asking.length), { offers, candidatesOfEach, apart }, dice);
  const found = await judge(world, know, (skill) => labels.get(skill) ?? skill);
  const figures = Object.entries(found).map(([way, value]) => `${way} ${value.toFixed(3)}`);
  console.log(
    `nDCG@10, ${name}, ${world.offers.length} offers, ${world.candidates.length} candidates: ${figures.join(', ')}`,
  );
  return found;
}
