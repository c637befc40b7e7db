import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { Outbox } from '../../src/outbox/outbox.js';
import { IndexableOffers } from '../../src/indexing/indexable-offers.js';
import { IndexWorker } from '../../src/indexing/index-worker.js';
import { Indexer } from '../../src/indexing/indexer.js';
import { Reindex } from '../../src/indexing/reindex.js';
import { SearchEngine } from '../../src/indexing/search-engine.js';
import { anOffer, anOwner } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { search } from '../search/offer-population.js';

/** The ways in which marks were seen to be lost elsewhere, one by one. */
let platform: Platform;
let owner: { token: string; companyId: string };
let indexer: Indexer;
let engine: SearchEngine;
const clients: Client[] = [];

beforeAll(async () => {
  platform = await Platform.start('outbox_traps');
  owner = await anOwner(platform);
  indexer = platform.app.get(Indexer);
  engine = platform.app.get(SearchEngine);
  await platform.settled();
}, 60_000);
afterEach(async () => {
  jest.restoreAllMocks();
  for (const client of clients.splice(0)) await client.end();
});
afterAll(() => platform.stop());

/** A connection of its own, as another process has. */
async function connect(): Promise<Client> {
  const client = new Client({ connectionString: (platform.db.options as { url: string }).url });
  client.on('error', () => undefined);
  await client.connect();
  clients.push(client);
  return client;
}

/** A connection, or the pool. */
interface Queries {
  query(sql: string, values: unknown[]): Promise<unknown>;
}

const marks = async (): Promise<number> =>
  (await platform.db.query('SELECT count(*)::int AS count FROM outbox'))[0].count;
const parked = (): Promise<{ id: string; error: string }[]> => platform.db.query('SELECT id, error FROM outbox_parked');
const finds = async (words: string): Promise<number> => (await search(platform, { words })).totalCount;
const retitle = (client: Queries, id: string, title: string) =>
  client.query('UPDATE offer SET title = $2, updated_at = clock_timestamp() WHERE id = $1', [id, title]);
const mark = (client: Queries, id: string) => client.query(`INSERT INTO outbox (kind, id) VALUES ('offer', $1)`, [id]);

test('(a) an earlier mark whose transaction commits after a later one was paid is not skipped', async () => {
  const [one, two] = [await anOffer(platform, owner), await anOffer(platform, owner)];
  await platform.settled();
  const early = await connect();
  await early.query('BEGIN');
  await retitle(early, one.id, 'Responsable zinguerie');
  await mark(early, one.id);
  const late = await connect();
  await retitle(late, two.id, 'Responsable ferronnerie');
  await mark(late, two.id);
  expect(await indexer.once()).toBe(1);
  expect([await finds('ferronnerie'), await finds('zinguerie')]).toEqual([1, 0]);
  await early.query('COMMIT');
  expect(await indexer.once()).toBe(1);
  expect(await finds('zinguerie')).toBe(1);
});

test('(c) a process that dies between the engine’s answer and its commit leaves the mark to be paid again', async () => {
  const { id } = await anOffer(platform, owner, { title: 'Responsable chaudronnerie' });
  const write = engine.write.bind(engine);
  const killer = await connect();
  jest.spyOn(engine, 'write').mockImplementation(async (index, put, removed) => {
    await write(index, put, removed);
    if (put.length === 0) return;
    await killer.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
       WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
  });
  await expect(indexer.once()).rejects.toThrow();
  jest.restoreAllMocks();
  expect(await marks()).toBe(1);
  await retitle(killer, id, 'Responsable tuyauterie');
  await platform.settled();
  expect([await marks(), await finds('chaudronnerie'), await finds('tuyauterie')]).toEqual([0, 0, 1]);
});

test('(d) a task that fails after it was accepted leaves the mark', async () => {
  await anOffer(platform, owner, { title: 'Responsable galvanoplastie' });
  const write = engine.write.bind(engine);
  jest
    .spyOn(engine, 'write')
    .mockImplementationOnce(write)
    .mockImplementationOnce(async (_index, put, removed) => {
      await write('no index can be called so: §', put, removed);
    });
  await expect(indexer.once()).rejects.toThrow();
  expect(await marks()).toBe(1);
  await platform.settled();
  expect(await finds('galvanoplastie')).toBe(1);
});

test('(d) what the engine refuses after accepting it is found out and told apart from the rest of its batch', async () => {
  const { id } = await anOffer(platform, owner, { title: 'Responsable emboutissage' });
  await platform.settled();
  const [hit] = (await engine.search([{ q: 'emboutissage', attributesToRetrieve: ['*'] }]))[0]!.hits;
  const document = { ...hit!, _formatted: undefined, version: 1, title: 'Responsable brasage' };
  const batch = ['not an id!', ...Array.from({ length: 6 }, (_, at) => id.replace(/.$/, String(at))), 'nor § this'];
  const refused = await indexer.putDocuments(
    engine.offers,
    batch.map((name) => ({ ...document, id: name })),
  );
  expect(refused.map((one) => one.id)).toEqual(['not an id!', 'nor § this']);
  expect(String(refused[0]!.error)).toContain('invalid_document_id');
  const [answer] = await engine.search([{ q: 'brasage' }]);
  expect(answer!.estimatedTotalHits).toBe(6);
  await engine.write(engine.offers, [], batch.slice(1, -1));
});

test('(e) of a change and a closure paid by two workers at once, the closure wins', async () => {
  const other = new Indexer(
    platform.db,
    platform.app.get(Outbox),
    platform.app.get(IndexableOffers, { strict: false }),
    engine,
  );
  for (let round = 0; round < 5; round += 1) {
    const { id } = await anOffer(platform, owner, { title: `Responsable fonderie ${round}` });
    await platform.settled();
    const [changing, closing] = [await connect(), await connect()];
    await retitle(changing, id, 'Responsable fonderie fine');
    await mark(changing, id);
    const paid = [indexer.once(), other.once()];
    await closing.query(`UPDATE offer SET status = 'CLOSED', updated_at = clock_timestamp() WHERE id = $1`, [id]);
    await mark(closing, id);
    await Promise.all([...paid, other.once(), indexer.once()]);
    await platform.settled();
    expect([await finds('fonderie'), await marks()]).toEqual([0, 0]);
  }
});

test('(f) an offer that no document can be made of is set aside with its error; the others are indexed; a new mark tries again', async () => {
  const bad = await anOffer(platform, owner, { title: 'Responsable tréfilage' });
  const good = await anOffer(platform, owner, { title: 'Responsable laminage' });
  await platform.settled();
  await platform.db.query(`UPDATE offer SET contract_type = 'ODD', updated_at = now() WHERE id = $1`, [bad.id]);
  await retitle(platform.db, good.id, 'Responsable laminage à froid');
  await platform.db.query(`INSERT INTO outbox (kind, id) SELECT 'offer', unnest($1::uuid[])`, [[bad.id, good.id]]);
  jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  await platform.settled();
  expect([await marks(), await finds('froid'), await finds('tréfilage')]).toEqual([0, 1, 0]);
  expect(await parked()).toEqual([{ id: bad.id, error: expect.stringContaining('TypeError') }]);
  await platform.app.get(Reindex).run(() => undefined);
  expect([await finds('froid'), await finds('tréfilage')]).toEqual([1, 0]);
  expect(await parked()).toEqual([{ id: bad.id, error: expect.stringContaining('TypeError') }]);
  await platform.db.query(`UPDATE offer SET contract_type = 'CDI', updated_at = now() WHERE id = $1`, [bad.id]);
  await mark(platform.db, bad.id);
  await platform.settled();
  expect([await parked(), await finds('tréfilage')]).toEqual([[], 1]);
});

test('(g) a batch reads rows when it is paid, so an older state never comes after a newer one', async () => {
  const { id } = await anOffer(platform, owner, { title: 'Responsable estampage' });
  await mark(platform.db, id);
  await retitle(platform.db, id, 'Responsable découpage');
  await mark(platform.db, id);
  expect(await indexer.once()).toBe(3);
  await mark(platform.db, id);
  await platform.settled();
  expect([await finds('estampage'), await finds('découpage')]).toEqual([0, 1]);
});

test('a rolled-back change leaves neither mark nor trace', async () => {
  const { id } = await anOffer(platform, owner, { title: 'Responsable polissage' });
  await platform.settled();
  const undone = await connect();
  await undone.query('BEGIN');
  await retitle(undone, id, 'Responsable ponçage');
  await mark(undone, id);
  await undone.query('ROLLBACK');
  expect([await indexer.once(), await finds('ponçage'), await finds('polissage')]).toEqual([0, 0, 1]);
});

test('(b) a mark whose announcement nobody heard is paid within five seconds', async () => {
  const { id } = await anOffer(platform, owner, { title: 'Responsable sablage' });
  await platform.app.get(IndexWorker).start();
  await retitle(platform.db, id, 'Responsable grenaillage');
  await mark(platform.db, id);
  const until = Date.now() + 5_000;
  while ((await finds('grenaillage')) === 0) expect(Date.now()).toBeLessThan(until);
});
