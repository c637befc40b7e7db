import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../src/database.js';
import { silent } from '../../src/common/progress.js';
import { loadTerritories, referenceTables, writeReferenceTables } from '../../src/territories/import-territories.js';
import { noteLoaded, referenceChannel } from '../../src/territories/reference-load.js';
import { readReferenceTables, type ReferenceTables } from '../../src/territories/reference-tables.js';
import { type TestDatabase, testDatabase } from '../support/database.js';

/** Each load reads and writes some hundred thousand rows. */
jest.setTimeout(120_000);

let database: TestDatabase;
let db: DataSource;
const tables = referenceTables();

beforeAll(async () => {
  database = await testDatabase('territories');
  db = await new DataSource(databaseOptions(database.url, 4)).initialize();
});

afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const load = (): Promise<void> => loadTerritories(db, silent);
const count = async (table: string): Promise<number> =>
  (await db.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${table}`))[0]!.count;
const forget = (): Promise<unknown> => db.query(`DELETE FROM reference_load WHERE name = 'territories'`);
const write = (some: ReferenceTables): Promise<void> => db.transaction((tx) => writeReferenceTables(tx, some, silent));

describe('loading the territories', () => {
  test('fills an empty database with exactly what the sources say', async () => {
    await db.query('TRUNCATE region, epci, territory, reference_load CASCADE');
    const reported: number[] = [];
    await loadTerritories(db, (_step, done, total) => reported.push(done / total));
    expect(reported.at(-1)).toBe(1);
    const stored = await readReferenceTables(db);
    expect(stored.communes).toEqual(tables.communes);
    expect(stored.aliases).toEqual(tables.aliases);
    expect(stored.territories).toEqual([...tables.territories].sort((one, other) => (one.id < other.id ? -1 : 1)));
    expect(stored.territoryCommunes).toHaveLength(tables.territoryCommunes.length);
    expect(stored.members).toHaveLength(588 + 641);
    expect([stored.regions.length, stored.departments.length, stored.epcis.length]).toEqual([
      18,
      101,
      tables.epcis.length,
    ]);
  });

  test('again does nothing, at once', async () => {
    const started = performance.now();
    await load();
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('again from the start touches no row that is right, and mends those that are not', async () => {
    await db.query(`UPDATE commune SET name = 'Autre', population = 1 WHERE code = '01283'`);
    await db.query(`DELETE FROM territory_commune WHERE commune_code = '01283'`);
    const version = (code: string): Promise<{ xmin: string }[]> =>
      db.query(`SELECT xmin FROM commune WHERE code = $1`, [code]);
    const before = await version('01004');
    await forget();
    await load();
    expect(await version('01004')).toEqual(before);
    expect(await db.query(`SELECT name, population > 1 AS many FROM commune WHERE code = '01283'`)).toEqual([
      { name: 'Oyonnax', many: true },
    ]);
    expect(await count('territory_commune')).toBe(tables.territoryCommunes.length);
  });

  test('two loads at once take turns and agree', async () => {
    await forget();
    await Promise.all([load(), load()]);
    expect(await count('commune')).toBe(34_875);
  });

  test('what vanished goes; what is still referred to stays, retired, and comes back when it is listed again', async () => {
    const gone = new Set(['01283', '01004']);
    await db.query(`CREATE TABLE clinging (code text REFERENCES commune (code))`);
    await db.query(`INSERT INTO clinging VALUES ('01283')`);
    await write({
      ...tables,
      communes: tables.communes.filter(({ code }) => !gone.has(code)),
      aliases: tables.aliases.filter(({ communeCode }) => !gone.has(communeCode)),
      territoryCommunes: tables.territoryCommunes.filter(({ communeCode }) => !gone.has(communeCode)),
    });
    const left = (): Promise<unknown> =>
      db.query(`SELECT code, retired FROM commune WHERE code = ANY ($1) ORDER BY code`, [[...gone]]);
    expect(await left()).toEqual([{ code: '01283', retired: true }]);
    await write(tables);
    expect(await left()).toEqual([
      { code: '01004', retired: false },
      { code: '01283', retired: false },
    ]);
    await db.query('DROP TABLE clinging');
  });

  test('a failure in the middle leaves everything as it was', async () => {
    const broken = {
      ...tables,
      communes: [...tables.communes, { ...tables.communes[0]!, code: 'XXXXX', population: -1 }],
    };
    await expect(write(broken)).rejects.toThrow('commune_population_known');
    expect(await count('commune')).toBe(34_875);
  });

  test('leaves marks for the open offers, in its own transaction and only when it changes something', async () => {
    const [company] = await db.query<[{ id: string }]>(
      `INSERT INTO company (siret, siren, name, commune_code, verified_at) VALUES ('73282932000074', '732829320', 'Une', '01283', now()) RETURNING id`,
    );
    const [offer] = await db.query<[{ id: string }]>(
      `INSERT INTO offer (slug, company_id, status, title, description, mission_category, contract_type)
       SELECT status, $1, status, 'Une', 'Une', 'PRODUCTION', 'CDI' FROM unnest('{OPEN,CLOSED}'::text[]) AS status
       RETURNING id`,
      [company.id],
    );
    const marks = (): Promise<unknown> => db.query('SELECT kind, id FROM outbox');
    await db.query('TRUNCATE outbox');
    await load();
    const failed = db.transaction(async (tx) => {
      await noteLoaded(tx, 'territories', 'others');
      throw new Error('lost');
    });
    await expect(failed).rejects.toThrow('lost');
    expect(await marks()).toEqual([]);
    await forget();
    await load();
    expect(await marks()).toEqual([{ kind: 'offer', id: offer.id }]);
  });

  test('a change is announced to the processes that run', async () => {
    const runner = db.createQueryRunner();
    const client = (await runner.connect()) as import('pg').PoolClient;
    const heard = new Promise<string | undefined>((resolve) => {
      client.on('notification', ({ payload }) => {
        resolve(payload);
      });
    });
    await client.query(`LISTEN ${referenceChannel}`);
    await forget();
    await load();
    expect(await heard).toBe('territories');
    await runner.release();
  });
});
