import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../src/database.js';
import { personalTables } from '../../src/privacy/personal-columns.js';
import { toldRows } from '../../src/privacy/personal-table.js';
import { plainTables } from '../../src/privacy/plain-tables.js';
import { privacyDoc } from '../../src/privacy/privacy-doc.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let db: DataSource;

beforeAll(async () => {
  database = await testDatabase('registry');
  db = await new DataSource(databaseOptions(database.url, 2)).initialize();
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const inSchema = async (): Promise<string[]> =>
  (
    await db.query<{ name: string }[]>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
    )
  ).map(({ name }) => name);

const registered = (): string[] => [
  ...personalTables.flatMap(({ name, personal, plain }) =>
    [...personal, ...plain].map((column) => `${name}.${column}`),
  ),
  ...Object.entries(plainTables).flatMap(([name, columns]) => columns.split(' ').map((column) => `${name}.${column}`)),
];

const without = (all: string[], these: string[]): string[] => all.filter((one) => !these.includes(one)).sort();

/** Put it in src/privacy/personal-*-tables.ts with a purpose and a delay, or in src/privacy/plain-tables.ts. */
test('every column of every table is registered as personal or as plain', async () => {
  expect({ missing: without(await inSchema(), registered()) }).toEqual({ missing: [] });
});

test('nothing is registered that is not there, or twice', async () => {
  const all = registered();
  expect({ gone: without(all, await inSchema()) }).toEqual({ gone: [] });
  expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
});

test('a column that leads to a person is personal, in a table that says how long it is kept', async () => {
  const leading = await db.query<{ name: string }[]>(
    `SELECT table_.relname || '.' || column_.attname AS name
       FROM pg_constraint AS c
       JOIN pg_class AS table_ ON table_.oid = c.conrelid
       JOIN pg_attribute AS column_ ON column_.attrelid = c.conrelid AND column_.attnum = ANY (c.conkey)
      WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
        AND c.confrelid IN ('account'::regclass, 'candidate'::regclass, 'application'::regclass)`,
  );
  const personal = personalTables.flatMap(({ name, personal: columns }) => columns.map((one) => `${name}.${one}`));
  expect(leading.length).toBeGreaterThan(30);
  expect(
    without(
      leading.map(({ name }) => name),
      personal,
    ),
  ).toEqual([]);
  expect(personalTables.filter(({ kept }) => kept.length === 0)).toEqual([]);
});

test('what is withheld is a column, what explains is none, and how rows are found is SQL', async () => {
  for (const table of personalTables) {
    expect([...table.personal, ...table.plain]).toEqual(expect.arrayContaining(Object.keys(table.withheld ?? {})));
    expect([...table.personal, ...table.plain].filter((column) => column in (table.explained ?? {}))).toEqual([]);
    for (const condition of [table.whose, toldRows(table)]) {
      if (condition === null) continue;
      const nobody = '00000000-0000-4000-8000-000000000000';
      const explained = Object.values(table.explained ?? {});
      const rows = await db.query(
        `SELECT ${['1', ...explained].join(', ')} FROM "${table.name}" AS t WHERE ${condition}`,
        [nobody],
      );
      expect(rows).toEqual([]);
    }
    expect(table.about.fr && table.about.en && table.purpose.fr && table.purpose.en).toBeTruthy();
  }
});

test('secrets are withheld wherever they stand', () => {
  const secrets = personalTables.flatMap(({ name, personal, plain, withheld = {} }) =>
    [...personal, ...plain]
      .filter((column) => /hash|secret|token|disk_name/.test(column) && !(column in withheld))
      .map((column) => `${name}.${column}`),
  );
  expect(secrets).toEqual([]);
});

test('what leads to an offer, a company or an application is told with its name', () => {
  const leading = personalTables.filter(
    (table) =>
      toldRows(table) !== null &&
      [...table.personal, ...table.plain].some(
        (column) => /^(offer|company|application)_id$/.test(column) && !(column in (table.withheld ?? {})),
      ),
  );
  const unnamed = leading.filter(({ explained = {} }) => !('company_name' in explained)).map(({ name }) => name);
  expect(unnamed).toEqual([]);
});

test('docs/privacy.md is what the registry says (UPDATE_PRIVACY=1 writes it anew, for review)', async () => {
  const tables = ['rule', 'rules', 'of-hires'].map((name) => readFileSync(`src/privacy/retention-${name}.ts`, 'utf8'));
  const [newest] = tables
    .join('\n')
    .match(/\d{4}-\d{2}-\d{2}/g)!
    .sort()
    .reverse();
  const style = await resolveConfig('docs/privacy.md');
  const doc = await format(privacyDoc(newest!), { ...style, parser: 'markdown' });
  if (process.env['UPDATE_PRIVACY']) writeFileSync('docs/privacy.md', doc);
  expect(doc).toBe(readFileSync('docs/privacy.md', 'utf8'));
});
