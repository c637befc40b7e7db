import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { databaseOptions } from '../../src/database.js';
import { Announcements } from '../../src/common/announcements.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let announcer: Client;
let announcements: Announcements;
let heard: string[];

beforeAll(async () => {
  Logger.overrideLogger(false);
  database = await testDatabase('announcements');
  announcer = new Client({ connectionString: database.url });
  await announcer.connect();
});
beforeEach(() => {
  heard = [];
  announcements = new Announcements({ options: databaseOptions(database.url, 2) });
});
afterEach(() => announcements.beforeApplicationShutdown());
afterAll(async () => {
  await announcer.end();
  await database.drop();
});

const hear = (channel: string) => announcements.listen(channel, (payload) => heard.push(`${channel} ${payload}`));

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !holds();) {
    if (Date.now() > end) throw new Error(`heard only ${heard.join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const listeners = async (): Promise<number> => {
  const { rows } = await announcer.query<{ count: number }>(
    `SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'vte-territoires'`,
  );
  return rows[0]!.count;
};

test('channels asked for at the same moment share one connection, and each announcement is heard once', async () => {
  await Promise.all([hear('one'), hear('two'), hear('two')]);
  expect(await listeners()).toBe(1);
  await announcer.query(`NOTIFY one, 'a'; NOTIFY two, 'b'; NOTIFY three, 'c'; NOTIFY one, 'd'`);
  await until(() => heard.includes('one d'));
  expect(heard).toEqual(['one a', 'two b', 'two b', 'one d']);
});

test('a connection that is cut is made again, every handler is called once, and later ones are heard', async () => {
  await Promise.all([hear('one'), hear('two')]);
  await announcer.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'vte-territoires'`,
  );
  await until(() => heard.length >= 2);
  expect(heard.sort()).toEqual(['one ', 'two ']);
  await announcer.query(`NOTIFY two, 'after'`);
  await until(() => heard.includes('two after'));
  expect(await listeners()).toBe(1);
});

test('nothing is left open when the application stops', async () => {
  await hear('one');
  await announcements.beforeApplicationShutdown();
  for (let tries = 0; tries < 50 && (await listeners()) > 0; tries += 1)
    await new Promise((done) => setTimeout(done, 20));
  expect(await listeners()).toBe(0);
});

test('a database that does not answer is told to whoever starts', async () => {
  announcements = new Announcements({ options: databaseOptions('postgres://127.0.0.1:1/nothing', 2) });
  await expect(hear('one')).rejects.toThrow(/ECONNREFUSED/);
});
