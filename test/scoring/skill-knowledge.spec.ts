import { existsSync } from 'node:fs';
import { DataSource } from 'typeorm';
import type { Announcements } from '../../src/common/announcements.js';
import { silent } from '../../src/common/progress.js';
import { databaseOptions } from '../../src/database.js';
import { closeFrom, mostNeighbours } from '../../src/scoring/closeness.js';
import { buildCloseness, ensureCloseness } from '../../src/scoring/closeness-build.js';
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
  await knowledge.onModuleInit();
}, 60_000);
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** By a word for it: the import gives some skills the words of the ROME. */
async function code(word: string): Promise<string> {
  const rows = await db.query<{ code: string }[]>(
    `SELECT skill_code AS code FROM skill_term WHERE term = $1 AND kind = 'label'
     UNION ALL SELECT code FROM skill WHERE label_fr = $1
     UNION ALL SELECT skill_code FROM skill_term WHERE lower(term) = lower($1) LIMIT 1`,
    [word],
  );
  if (!rows[0]) throw new Error(`no skill is called ${word}`);
  return rows[0].code;
}

/** What is asked, what is had, and what the reason must tell of. */
const close = [
  [
    'AMDEC',
    'Méthode 8D',
    /management de la qualité dans l’industrie.*Ingénieur.*qualité/,
    /quality management in industry/,
  ],
  ['CATIA', 'SolidWorks', /conception et fabrication mécaniques/, /mechanical design/],
  [
    'Maintenance préventive',
    'Maintenance électrique',
    /maintenance industrielle.*ensemble par \d+ métiers/,
    /maintenance/,
  ],
  ['ISO 9001', 'Audit interne qualité', /qualité.*ensemble par \d+ métiers/, /called for together by \d+ occupations/],
  ['Lean management', 'Kaizen', /amélioration continue.*ensemble par le métier/, /together by the occupation/],
  ['Bilan carbone', "Décarbonation de l'industrie", /transition écologique/, /ecological transition/],
  ['Grafcet', 'Siemens TIA Portal', /automatismes et robotique/, /automation and robotics/],
  ['Gestion des stocks', 'Approvisionnement', /chaîne logistique|métiers/, /occupations/],
  ['Power BI', 'Tableau et Qlik', /données et intelligence artificielle/, /data/],
  ['Négociation avec les fournisseurs', 'Gestion du panel fournisseurs', /achats/, /purchasing/],
] as const;
const strange = [
  ['Anglais', 'Excel'],
  ['AMDEC', 'Comptabilité générale'],
  ['SolidWorks', 'Bilan carbone'],
  ['Excel', 'Soudage'],
] as const;

function thinksSo(): void {
  test.each(close)('%s and %s are close, less than the same, and the reason says why', async (one, other, fr, en) => {
    const [asked, has] = [await code(one), await code(other)];
    const values = [knowledge.closeness(asked, has), knowledge.closeness(has, asked)].filter((value) => value > 0);
    expect(values).not.toEqual([]);
    for (const value of values) {
      expect(value).toBeGreaterThanOrEqual(closeFrom);
      expect(value).toBeLessThan(95);
    }
    expect(new Set(values).size).toBe(1);
    const reason = knowledge.reason(asked, has) ?? knowledge.reason(has, asked);
    expect(reason?.fr).toMatch(fr);
    expect(reason?.en).toMatch(en);
  });

  test.each(strange)('%s and %s are strangers', async (one, other) => {
    const [asked, has] = [await code(one), await code(other)];
    expect([knowledge.closeness(asked, has), knowledge.closeness(has, asked)]).toEqual([0, 0]);
    expect(knowledge.reason(asked, has)).toBeNull();
  });

  test('what everyone asks for weighs less than what few ask for', async () => {
    const [excel, iso, amdec] = [await code('Excel'), await code('ISO 9001'), await code('AMDEC')].map(
      knowledge.rarity,
    );
    expect(excel).toBeLessThan(iso!);
    expect(iso).toBeLessThan(amdec!);
    expect(knowledge.rarity('of nobody')).toBe(100);
    const codes: { code: string }[] = await db.query('SELECT code FROM skill');
    const rarities = codes.map((one) => knowledge.rarity(one.code));
    expect(rarities.every(Number.isInteger)).toBe(true);
    expect(Math.min(...rarities)).toBeGreaterThanOrEqual(50);
    expect(Math.max(...rarities)).toBeLessThanOrEqual(150);
  });

  test('a skill has a handful of neighbours at most, and what is read backwards is the same', async () => {
    const rows: { asked: string; has: string; closeness: number }[] = await db.query(
      'SELECT asked, has, closeness FROM skill_closeness',
    );
    const counts = new Map<string, number>();
    const found = new Map<string, Set<string>>();
    const wrong: string[] = [];
    for (const { asked, has, closeness } of rows) {
      counts.set(asked, (counts.get(asked) ?? 0) + 1);
      found.set(has, (found.get(has) ?? new Set()).add(`${asked} ${closeness}`));
      if (knowledge.closeness(asked, has) !== closeness) wrong.push(`${asked} ${has}`);
    }
    for (const [has, asked] of found) {
      const close = knowledge.closeTo(has).map((one) => `${one.asked} ${one.closeness}`);
      if (close.length !== asked.size || close.some((one) => !asked.has(one))) wrong.push(has);
    }
    expect(wrong).toEqual([]);
    console.log(`${rows.length} pairs, ${(rows.length / counts.size).toFixed(1)} neighbours of ${counts.size} skills`);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(mostNeighbours);
  });

  test('nothing is close to a diploma or a licence', async () => {
    const rows: { code: string }[] = await db.query(
      `SELECT code FROM skill WHERE category IN ('Certifications', 'Habilitations') OR label_fr ~* '^(habilitation|caces)'`,
    );
    expect(rows.length).toBeGreaterThan(1);
    const licences = rows.map((row) => row.code);
    const [{ count }] = await db.query(
      'SELECT count(*)::int AS count FROM skill_closeness WHERE asked = ANY($1) OR has = ANY($1)',
      [licences],
    );
    expect(count).toBe(0);
  });
}

describe('by the seed', () => {
  thinksSo();

  test('occupations of one domain are half close, of others strangers, both ways', () => {
    expect(knowledge.occupations('H1502', 'H1502')).toBe(10_000);
    expect(knowledge.occupations('H1502', 'H1527')).toBe(5_000);
    expect(knowledge.occupations('H1527', 'H1502')).toBe(5_000);
    expect(knowledge.occupations('H1502', 'M1203')).toBe(0);
    expect(knowledge.occupations('H1502', 'H1599')).toBe(0);
    expect(knowledge.closeOccupations('H1502')).toContainEqual({ asked: 'H1527', closeness: 5_000 });
    expect(knowledge.closeOccupations('H1502').map(({ asked }) => asked)).not.toContain('H1502');
  });
});

const rome = '../shared/data/rome';
(existsSync(rome) ? describe : describe.skip)('after the import of the ROME (skipped without ../shared/data)', () => {
  beforeAll(async () => {
    await importRome(db, rome, () => undefined);
    const begun = process.cpuUsage();
    const report = await ensureCloseness(db, silent);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1e6).toBeLessThan(20);
    const [before, since] = [process.memoryUsage().heapUsed, performance.now()];
    await knowledge.refresh();
    const [took, grown] = [performance.now() - since, process.memoryUsage().heapUsed - before];
    console.log(
      `${JSON.stringify(report)}, ${((user + system) / 1e6).toFixed(1)} s of them at work; read again in ${took.toFixed(0)} ms, about ${(grown / 1e6).toFixed(0)} MB`,
    );
  }, 180_000);

  thinksSo();

  test('occupations between which people move are closer than those of one domain, near moves the most', async () => {
    const moves: { from: string; to: string; position: number }[] = await db.query(
      `SELECT from_code AS "from", to_code AS "to", position FROM occupation_mobility WHERE from_code = 'H1502'`,
    );
    expect(moves.length).toBeGreaterThan(3);
    for (const { from, to, position } of moves) {
      expect(knowledge.occupations(from, to)).toBeGreaterThanOrEqual(position <= 5 ? 7_000 : 6_000);
      expect(knowledge.occupations(to, from)).toBe(knowledge.occupations(from, to));
      expect(knowledge.closeOccupations(to)).toContainEqual({
        asked: from,
        closeness: knowledge.occupations(from, to),
      });
    }
  });

  test('every pair has its reason in both languages, and the same is built again', async () => {
    const read = () => db.query('SELECT * FROM skill_closeness ORDER BY asked, has');
    const before: { reason_fr: string; reason_en: string }[] = await read();
    expect(before.filter((row) => row.reason_fr.length < 20 || row.reason_en.length < 20)).toEqual([]);
    await buildCloseness(db, silent);
    expect(JSON.stringify(await read()) === JSON.stringify(before)).toBe(true);
  }, 60_000);
});
