import type { Announcements } from '../../src/common/announcements.js';
import { existsSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../src/database.js';
import { SkillKnowledge } from '../../src/scoring/skill-knowledge.js';
import { importRome } from '../../src/skills/import-rome.js';
import { type TestDatabase, testDatabase } from '../support/database.js';

/** What is thought of real skills, by the seed and after the import of the ROME. */
let database: TestDatabase;
let db: DataSource;
let knowledge: SkillKnowledge;

beforeAll(async () => {
  database = await testDatabase('skill_knowledge');
  db = await new DataSource(databaseOptions(database.url, 4)).initialize();
  knowledge = new SkillKnowledge(db, { listen: () => Promise.resolve() } as unknown as Announcements);
  await knowledge.reload();
}, 60_000);
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** By a word for it: the import gives some skills the words of the ROME. */
async function code(word: string): Promise<string> {
  const rows = await db.query(
    `SELECT code FROM skill WHERE label_fr = $1
     UNION ALL SELECT skill_code FROM skill_term WHERE lower(term) = lower($1) LIMIT 1`,
    [word],
  );
  if (!rows[0]) throw new Error(`no skill is called ${word}`);
  return rows[0].code;
}

const closeness = async (asked: string, has: string): Promise<number> =>
  knowledge.closeness(await code(asked), await code(has));

const close = [
  ['AMDEC', '8D'],
  ['SolidWorks', 'CATIA'],
  ['GMAO', 'Diagnostic de pannes'],
  ['ISO 9001', 'Audit interne qualité'],
  ['Kaizen', 'Lean management'],
] as const;
const strange = [
  ['Anglais', 'Excel'],
  ['AMDEC', 'Comptabilité générale'],
  ['SolidWorks', 'Bilan carbone'],
  ['Excel', 'Soudage'],
] as const;

function thinksSo(neighbours: number): void {
  test.each(close)('%s and %s are close, both ways, and less than the same', async (one, other) => {
    const value = await closeness(one, other);
    expect(value).toBeGreaterThanOrEqual(0.3);
    expect(value).toBeLessThan(0.9);
    expect(await closeness(other, one)).toBe(value);
  });

  test.each(strange)('%s and %s are strangers', async (one, other) => {
    expect(await closeness(one, other)).toBe(0);
  });

  test('what everyone asks for weighs less than what few ask for', async () => {
    const [excel, iso, amdec] = [await code('Excel'), await code('ISO 9001'), await code('AMDEC')].map(
      knowledge.rarity,
    );
    expect(excel).toBeLessThan(iso!);
    expect(iso).toBeLessThan(amdec!);
    expect(knowledge.rarity('of nobody')).toBe(1);
    const codes: { code: string }[] = await db.query('SELECT code FROM skill');
    const rarities = codes.map((one) => knowledge.rarity(one.code));
    expect(Math.min(...rarities)).toBeGreaterThanOrEqual(0.5);
    expect(Math.max(...rarities)).toBeLessThanOrEqual(1.5);
  });

  test('a skill has a handful of neighbours', async () => {
    const codes: { code: string }[] = await db.query('SELECT code FROM skill ORDER BY md5(code) LIMIT 60');
    const all: { code: string }[] = await db.query('SELECT code FROM skill');
    const counts = codes
      .map(
        (one) => all.filter((other) => other.code !== one.code && knowledge.closeness(one.code, other.code) > 0).length,
      )
      .sort((one, other) => one - other);
    console.log(`neighbours of a skill: median ${counts[30]!}, p90 ${counts[54]!}, most ${counts.at(-1)!}`);
    expect(counts[30]).toBeLessThanOrEqual(neighbours);
  });
}

describe('by the seed', () => {
  thinksSo(10);
});

const rome = '../shared/data/rome';
(existsSync(rome) ? describe : describe.skip)('after the import of the ROME (skipped without ../shared/data)', () => {
  beforeAll(async () => {
    await importRome(db, rome, () => undefined);
    const [before, since] = [process.memoryUsage().heapUsed, performance.now()];
    await knowledge.reload();
    const [took, grown] = [performance.now() - since, process.memoryUsage().heapUsed - before];
    console.log(`read again in ${took.toFixed(0)} ms, about ${(grown / 1e6).toFixed(0)} MB`);
  }, 120_000);

  thinksSo(25);
});
