import { DataSource } from 'typeorm';
import { databaseOptions } from '../../src/database.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let db: DataSource;

beforeAll(async () => {
  database = await testDatabase('architecture');
  db = await new DataSource(databaseOptions(database.url, 2)).initialize();
});

afterAll(async () => {
  await db.destroy();
  await database.drop();
});

test('entities and migrations describe the same schema', async () => {
  const { upQueries } = await db.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

test('every migration can be undone and done again', async () => {
  const count = db.migrations.length;
  for (let index = 0; index < count; index += 1) await db.undoLastMigration({ transaction: 'each' });
  const rows = await db.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'migrations'`,
  );
  expect(rows).toEqual([]);
  expect(await db.runMigrations({ transaction: 'each' })).toHaveLength(count);
});
