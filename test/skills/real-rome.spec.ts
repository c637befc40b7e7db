import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';
import { fold } from '../../src/common/fold.js';
import { silent } from '../../src/common/progress.js';
import { SkillCompletion } from '../../src/skills/completion.js';
import { importRome, type ImportReport } from '../../src/skills/import-rome.js';
import { readSeed } from '../../src/skills/seed-files.js';
import { SkillWords } from '../../src/skills/skill-words.js';
import { lexiconOf, one, seededDatabase } from './skills-database.js';

const folder = fileURLToPath(new URL('../../../shared/data/rome/', import.meta.url));
const withRome = existsSync(folder) ? describe : describe.skip;

withRome('the official ROME, version 60 (skipped where ../shared/data is absent)', () => {
  let database: { db: DataSource; close: () => Promise<void> };
  let db: DataSource;
  let report: ImportReport;
  beforeAll(async () => {
    database = await seededDatabase('real_rome');
    db = database.db;
    report = await importRome(db, folder, silent);
  }, 120_000);
  afterAll(() => database.close());

  test('everything arrives, and every code of the seed that is a number is one of the ROME', async () => {
    expect(report.malformed).toEqual([]);
    expect(await one(db, `SELECT count(*)::int FROM occupation WHERE source = 'rome'`)).toBe(1584);
    expect(await one(db, `SELECT count(*)::int FROM occupation_title WHERE source = 'rome'`)).toBe(13_120);
    expect(await one(db, `SELECT count(*)::int FROM skill WHERE source = 'rome'`)).toBeGreaterThan(33_000);
    expect(await one(db, `SELECT count(*)::int FROM occupation_skill WHERE rome_core IS NOT NULL`)).toBe(90_556);
    expect(await one(db, `SELECT count(*)::int FROM occupation_skill WHERE rome_core`)).toBeGreaterThan(15_000);
    expect(await one(db, `SELECT count(*)::int FROM occupation_mobility`)).toBe(14_912);
    expect(await one(db, `SELECT count(*)::int FROM occupation WHERE green = 'GREEN'`)).toBe(96);
    expect(await one(db, `SELECT count(*)::int FROM occupation WHERE digital`)).toBe(170);
    expect(await one(db, `SELECT count(*)::int FROM occupation WHERE managerial`)).toBe(507);
    expect(
      await one(db, `SELECT count(*)::int FROM skill WHERE kind = 'SOFT_SKILL' AND source = 'rome'`),
    ).toBeGreaterThan(15);
    expect(await db.query(`SELECT code FROM skill WHERE code ~ '^[0-9]+$' AND source <> 'rome'`)).toEqual([]);
    expect(await db.query(`SELECT code FROM occupation WHERE source <> 'rome'`)).toEqual([]);
    expect(report.seconds).toBeLessThan(60);
  });

  test('the labels of the seed’s occupations are those of the ROME', async () => {
    const labels = new Map(
      (await db.query<{ code: string; label_fr: string }[]>('SELECT code, label_fr FROM occupation')).map((row) => [
        row.code,
        row.label_fr,
      ]),
    );
    expect(readSeed().occupations.filter((each) => labels.get(each.code) !== each.label_fr)).toEqual([]);
  });

  test('imported again it changes nothing', async () => {
    const again = await importRome(db, folder, silent);
    expect(Object.values(again.changes).flatMap((changes) => Object.values<number>(changes))).toEqual(
      Array(15).fill(0),
    );
  }, 60_000);

  test.each([
    ['gmao', '119506'],
    ['fmea', '122401'],
    ['anglais', '403110'],
    ['excel', '403039'],
    ['bilan carbone', 'bilan-carbone'],
    ['solidworks', '126541'],
  ])('completion of %s among all of it', async (typed, code) => {
    const started = performance.now();
    const [first] = await new SkillCompletion(db).skills(typed, 10);
    expect(performance.now() - started).toBeLessThan(500);
    expect(first?.code).toBe(code);
  });

  test('titles of the ROME lead to their occupation, seed first', async () => {
    const completion = new SkillCompletion(db);
    const codes = async (typed: string): Promise<string[]> =>
      (await completion.occupations(typed, 5)).map(({ code }) => code);
    expect((await codes('technicienne maintenance'))[0]).toBe('I1304');
    expect((await codes('accastilleuse-gréeuse'))[0]).toBe('I1601');
    expect((await codes('ingenieur methodes'))[0]).toBe('H1402');
    expect(await new SkillWords(db).relatedOccupations('H1527')).toContain('H1524');
  });

  test('the lexicon of all of it is quickly filled and recognises as the seed does', async () => {
    const started = performance.now();
    const lexicon = await lexiconOf(db);
    expect(performance.now() - started).toBeLessThan(3_000);
    const codes = (words: string): string[] => lexicon.recognise(fold(words)).map(({ code }) => code);
    expect(codes('Ingénieur qualité bilan carbone Oyonnax')).toEqual(['H1527', 'bilan-carbone']);
    expect(codes('emploi industrie')).toEqual([]);
    expect(codes('accastilleuse-gréeuse')).toEqual(['I1601']);
  });
});
