import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { Matcher } from '../../src/matcher/matcher.js';
import { aCandidate, anOffer, anOwner, moveOffer } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { candidatesFor, offersFor, rankedBySql } from './lists-of.js';
import { soon } from './soon.js';

/** What is lost is made again by itself, and meanwhile everyone gets the same lists. */
const nowhere = 'postgres://nobody@127.0.0.1:1/nothing';
let platform: Platform;
let matcher: Matcher;
let url: string;
let owner: { token: string; companyId: string };
let candidate: { token: string; id: string };
let offerId: string;

beforeAll(async () => {
  platform = await Platform.start('matcher_faults');
  url = String((platform.db.options as { url?: string }).url);
  matcher = platform.app.get(Matcher, { strict: false });
  owner = await anOwner(platform);
  candidate = await aCandidate(platform, {
    places: [{ commune: { code: '01283', radiusKm: 30 } }],
    visibleToCompanies: true,
  });
  offerId = (await anOffer(platform, owner)).id;
  for (let at = 0; at < 5; at += 1) await anOffer(platform, owner);
  await platform.matcherReady();
}, 60_000);
beforeEach(() => {
  Logger.overrideLogger(false);
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => platform.stop());

const mine = () => offersFor(platform, candidate.token);
const theirs = () => candidatesFor(platform, owner.token, offerId);
const kill = () => (matcher as unknown as { worker: Worker }).worker.terminate();

/** From memory, what was changed just now counts. */
async function follows(who = platform): Promise<void> {
  const { id } = await anOffer(who, owner);
  await soon(2_000, async () => (await mine()).includes(id));
  await moveOffer(who, owner.token, 'closeOffer', id);
  await soon(2_000, async () => !(await mine()).includes(id));
}

const connections = async (): Promise<number> =>
  (
    await platform.db.query<[{ count: number }]>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'vte-territoires-matcher'`,
    )
  )[0].count;

/** Nothing of `offer` can be read until it is called off; so a matcher that starts is still loading. */
async function lockOffers(): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE offer IN ACCESS EXCLUSIVE MODE');
  return () => client.end();
}

test('all its connections to the database are killed, several times: it goes on following', async () => {
  const bySql = rankedBySql(platform);
  for (let time = 0; time < 3; time += 1) {
    await platform.db.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE 'vte-territoires%' AND pid <> pg_backend_pid()
         AND (application_name = 'vte-territoires-matcher' OR query LIKE 'LISTEN%')`,
    );
    await follows();
  }
  expect([matcher.ready, bySql()]).toEqual([true, 0]);
});

test('a connection killed in the middle of reading changes: they are read again', async () => {
  const free = await lockOffers();
  await platform.db.query(`INSERT INTO match_change (kind, id) SELECT 'offer', gen_random_uuid()`);
  const waits = `SELECT pid FROM pg_stat_activity WHERE datname = current_database()
    AND application_name = 'vte-territoires-matcher' AND wait_event_type = 'Lock'`;
  await soon(5_000, async () => (await platform.db.query<unknown[]>(waits)).length > 0);
  await platform.db.query(`SELECT pg_terminate_backend(pid) FROM (${waits}) AS waiting`);
  await free();
  await follows();
  expect(matcher.ready).toBe(true);
});

test('the thread dies while it is asked: the same answers from the database, then it starts again by itself', async () => {
  const [offers, candidates] = [await mine(), await theirs()];
  expect([offers.length, candidates]).toEqual([6, [candidate.id]]);
  const asking = Array.from({ length: 10 }, () => mine());
  const dead = kill();
  for (const answer of await Promise.all(asking)) expect(answer).toEqual(offers);
  await dead;
  expect(matcher.ready).toBe(false);
  const bySql = rankedBySql(platform);
  expect([await mine(), await theirs()]).toEqual([offers, candidates]);
  expect(bySql()).toBe(2);
  await soon(20_000, () => matcher.ready);
  const before = bySql();
  expect([await mine(), await theirs()]).toEqual([offers, candidates]);
  expect(bySql()).toBe(before);
  await follows();
});

test('an error that nobody caught ends the thread, not the process', async () => {
  (matcher as unknown as { worker: Worker }).worker.postMessage(null);
  await soon(5_000, () => !matcher.ready);
  await soon(20_000, () => matcher.ready);
  await follows();
});

test('a question it does not know, or cannot answer, is refused and does no harm', async () => {
  await expect(matcher.ask('nonsense' as 'size', null)).rejects.toThrow();
  await expect(matcher.ask('offers', { version: 'none' } as never)).rejects.toThrow();
  await follows();
});

test('two processes on one database: what is changed through one counts in the other', async () => {
  const other = await Platform.start('matcher_second', { DATABASE_URL: url });
  try {
    await other.matcherReady();
    const bySql = [rankedBySql(platform), rankedBySql(other)];
    await follows(other);
    const { id } = await anOffer(platform, owner);
    await soon(2_000, async () => (await offersFor(other, candidate.token)).includes(id));
    await soon(2_000, async () => (await mine()).includes(id));
    expect(await offersFor(other, candidate.token)).toEqual(await mine());
    expect(bySql.map((count) => count())).toEqual([0, 0]);
  } finally {
    await other.stop();
  }
  await follows();
}, 60_000);

describe('starting and ending', () => {
  test('ended while it reads: within a few seconds, and nothing of it is left', async () => {
    const free = await lockOffers();
    const before = await connections();
    const another = new Matcher({ DATABASE_URL: url });
    const prepared = another.prepare().catch((error: unknown) => error);
    try {
      await soon(10_000, async () => (await connections()) > before);
      const since = Date.now();
      await another.beforeApplicationShutdown();
      expect(Date.now() - since).toBeLessThan(4_500);
      expect([await prepared, another.ready]).toEqual([expect.any(Error), false]);
      await expect(another.ask('size', null)).rejects.toThrow('not ready');
    } finally {
      await free();
    }
    await soon(20_000, async () => (await connections()) <= before);
  });

  test('ended when it is ready: at once, and no connection is left', async () => {
    const before = await connections();
    const another = new Matcher({ DATABASE_URL: url });
    await another.prepare();
    const since = Date.now();
    await another.beforeApplicationShutdown();
    expect(Date.now() - since).toBeLessThan(1_500);
    await soon(1_000, async () => (await connections()) <= before);
  });

  test.each([
    ['no server there', nowhere],
    ['no such database', 'of the test'],
  ])('%s: preparing is refused, it tries again, and can be ended meanwhile', async (_name, wrong) => {
    const elsewhere = new URL(url);
    elsewhere.pathname = '/vte_no_such_database';
    const another = new Matcher({ DATABASE_URL: wrong.startsWith('postgres') ? wrong : elsewhere.href });
    await expect(another.prepare()).rejects.toThrow();
    expect(another.ready).toBe(false);
    const running = another as unknown as { worker: Worker | null };
    await soon(15_000, () => running.worker === null);
    await soon(15_000, () => running.worker !== null);
    await another.beforeApplicationShutdown();
    expect([running.worker, another.ready]).toEqual([null, false]);
  });

  test('it ended before it was started, and is ended twice', async () => {
    const another = new Matcher({ DATABASE_URL: url });
    await another.beforeApplicationShutdown();
    await another.beforeApplicationShutdown();
    expect(another.ready).toBe(false);
  });

  test.each([
    ['once it is ready', 'later', 'ready'],
    ['while it reads', 'at once', ''],
    ['when it cannot start', 'later', 'refused'],
  ])('a process that ends it %s has nothing left to wait for', async (_name, when, said) => {
    const script = fileURLToPath(new URL('end-matcher.js', import.meta.url));
    const from = said === 'refused' ? nowhere : url;
    const child = spawn(process.execPath, [script, from, when], { stdio: ['ignore', 'pipe', 'ignore'] });
    const words: string[] = [];
    child.stdout.on('data', (data: Buffer) => words.push(data.toString()));
    const tooLong = setTimeout(() => child.kill('SIGKILL'), 20_000);
    const [exit] = (await once(child, 'close')) as [number | null];
    clearTimeout(tooLong);
    expect(words.join('')).toContain(said);
    expect(exit).toBe(0);
  });
});
