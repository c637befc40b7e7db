import { existsSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { silent } from '../../src/common/progress.js';
import { databaseOptions } from '../../src/database.js';
import { closeFrom } from '../../src/scoring/closeness.js';
import { readClosenessSource } from '../../src/scoring/closeness-source.js';
import { importRome } from '../../src/skills/import-rome.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { byThreshold } from './closeness-thresholds.js';

/** How the threshold was chosen; the table of docs/decisions/0017-closeness-of-skills.md comes from here. */
const rome = '../shared/data/rome';

(existsSync(rome) ? describe : describe.skip)('closeness over the ROME (skipped without ../shared/data)', () => {
  let database: TestDatabase;
  let db: DataSource;

  beforeAll(async () => {
    database = await testDatabase('closeness_quality');
    db = await new DataSource(databaseOptions(database.url, 2)).initialize();
    await importRome(db, rome, silent);
  }, 180_000);
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  test('what it learns from four fifths of the occupations holds in the fifth', async () => {
    const { facts } = await readClosenessSource(db.manager);
    const rows = byThreshold(facts, [15, 20, 24, closeFrom, 28, 32, 36, 42]);
    console.table(rows);
    const chosen = rows.find(({ threshold }) => threshold === closeFrom)!;
    expect(chosen.together).toBeGreaterThan(0.2);
    expect(chosen.answered).toBeGreaterThan(0.5);
    expect(chosen.atNeighbour).toBeGreaterThan(5 * chosen.atStranger);
  }, 180_000);
});
