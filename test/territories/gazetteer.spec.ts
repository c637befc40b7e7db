import { DataSource, type EntityManager } from 'typeorm';
import { databaseOptions } from '../../src/database.js';
import { Announcements } from '../../src/common/announcements.js';
import { Gazetteer } from '../../src/territories/gazetteer.js';
import { noteLoaded } from '../../src/territories/reference-load.js';
import { type TestDatabase, testDatabase } from '../support/database.js';

let database: TestDatabase;
let db: DataSource;
let gazetteer: Gazetteer;
let heard: () => void;

/** Hears nothing by itself, so that each test says when something is heard. */
const announcements = (whileListening: () => Promise<unknown> = () => Promise.resolve()): Announcements =>
  Object.assign(Object.create(Announcements.prototype) as Announcements, {
    listen: async (_channel: string, handler: () => void) => {
      heard = handler;
      await whileListening();
    },
  });

beforeAll(async () => {
  database = await testDatabase('gazetteer');
  db = await new DataSource(databaseOptions(database.url, 5)).initialize();
});
beforeEach(async () => {
  gazetteer = new Gazetteer(db, announcements());
  await gazetteer.onModuleInit();
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

async function load(tx: EntityManager, code: string): Promise<void> {
  await tx.query('INSERT INTO region (code, name) VALUES ($1, $1)', [code]);
  await tx.query('INSERT INTO department (code, name, region_code) VALUES ($1, $1, $1)', [code]);
  await noteLoaded(tx, 'territories', code);
}

const places = (): object => gazetteer.commune('01283')!;

test('is read again when something was loaded, and only then', async () => {
  const before = places();
  await gazetteer.refresh();
  expect(places()).toBe(before);
  await db.transaction((tx) => load(tx, 'X1'));
  await gazetteer.refresh();
  expect(places()).not.toBe(before);
  expect(gazetteer.region('X1')).toMatchObject({ name: 'X1' });
});

test('a load between listening and the first reading is not missed', async () => {
  gazetteer = new Gazetteer(
    db,
    announcements(() => db.transaction((tx) => load(tx, 'X2'))),
  );
  await gazetteer.onModuleInit();
  expect(gazetteer.region('X2')).toBeDefined();
});

test('a load in the middle of a reading is seen whole or not at all, and the later reading wins', async () => {
  const loading = db.createQueryRunner();
  await loading.startTransaction();
  await db.transaction((tx) => noteLoaded(tx, 'skills seed', 'another'));
  await loading.query('LOCK TABLE department');
  const first = gazetteer.refresh();
  while (!(await waiting())) await new Promise((resolve) => setTimeout(resolve, 10));
  await load(loading.manager, 'X3');
  await loading.commitTransaction();
  await loading.release();
  const later = gazetteer.refresh();
  await first;
  expect([gazetteer.region('X3'), gazetteer.department('X3')]).toEqual([undefined, undefined]);
  heard();
  await later;
  expect([gazetteer.region('X3')?.name, gazetteer.department('X3')?.name]).toEqual(['X3', 'X3']);
});

const waiting = async (): Promise<boolean> =>
  (
    await db.query<unknown[]>(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
  ).length > 0;

test('a reading that fails leaves the earlier places, and the next one is not spoilt', async () => {
  const before = places();
  await db.query('ALTER TABLE reference_load RENAME TO away');
  await expect(gazetteer.refresh()).rejects.toThrow('reference_load');
  await db.query('ALTER TABLE away RENAME TO reference_load');
  expect(places()).toBe(before);
  await db.transaction((tx) => load(tx, 'X4'));
  await gazetteer.refresh();
  expect(gazetteer.region('X4')).toBeDefined();
});
