import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Drift } from '../../src/indexing/drift.js';
import { Reindex } from '../../src/indexing/reindex.js';
import { SearchEngine } from '../../src/indexing/search-engine.js';
import { Outbox } from '../../src/outbox/outbox.js';
import { populate, search } from '../search/offer-population.js';
import { Platform } from '../support/platform.js';

/** The building of the whole index, several pages on their way at once. */
let platform: Platform;
let engine: SearchEngine;
let reindex: Reindex;
let ids: string[];
const count = 4_300;

beforeAll(async () => {
  platform = await Platform.start('building');
  engine = platform.app.get(SearchEngine);
  reindex = platform.app.get(Reindex);
  ids = (await populate(platform, count, false)).offers.map(({ id }) => id);
  Logger.overrideLogger(false);
}, 60_000);
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(async () => {
  Logger.overrideLogger(['error', 'fatal']);
  await platform.stop();
});

const report = () => platform.app.get(Drift).report();
const parked = (): Promise<{ id: string }[]> => platform.db.query('SELECT id, error FROM outbox_parked');

test('every offer is in it, and progress tells of what is written', async () => {
  const told: [number, number][] = [];
  expect(await reindex.run((_step, done, total) => told.push([done, total]))).toBe(count);
  expect([told[0], told.at(-1)]).toEqual([
    [0, count],
    [count, count],
  ]);
  expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((one, other) => one - other));
  expect(await report()).toEqual({ missing: [], stale: [], orphaned: [] });
}, 60_000);

test('a document that the engine refuses is set aside alone; pages before, beside and after it are whole', async () => {
  const bad = [...ids].sort()[2_500]!;
  const enqueue = engine.enqueue.bind(engine);
  const write = engine.write.bind(engine);
  const spoilt = (id: string): string => (id === bad ? 'not an id!' : id);
  jest
    .spyOn(engine, 'enqueue')
    .mockImplementation((index, lines) => enqueue(index, lines.replace(`"id":"${bad}"`, `"id":"${spoilt(bad)}"`)));
  jest.spyOn(engine, 'write').mockImplementation((index, put, removed) =>
    write(
      index,
      put.map((document) => ({ ...document, id: spoilt(document.id) })),
      removed,
    ),
  );
  expect(await reindex.run(() => undefined)).toBe(count - 1);
  jest.restoreAllMocks();
  expect(await parked()).toEqual([{ id: bad, error: expect.stringContaining('invalid_document_id') }]);
  expect(await report()).toEqual({ missing: [bad], stale: [], orphaned: [] });
  expect(await reindex.run(() => undefined)).toBe(count);
  expect(await parked()).toEqual([]);
}, 120_000);

test('an engine that fails otherwise ends the building: what was in use stays', async () => {
  const enqueue = engine.enqueue.bind(engine);
  jest.spyOn(engine, 'enqueue').mockImplementationOnce(enqueue).mockRejectedValueOnce(new Error('no room on the disk'));
  await expect(reindex.run(() => undefined)).rejects.toThrow('no room on the disk');
  expect((await search(platform, { first: 0 })).totalCount).toBe(count);
  expect(await reindex.upToDate()).toBe(true);
  expect(await engine.settings(`${engine.offers}_next`)).toBeNull();
}, 60_000);

test('until the new index is the one in use, what is set aside stays so', async () => {
  const before = { id: [...ids].sort()[7]!, error: 'refused by the index in use' };
  await platform.app.get(Outbox).park(platform.db.manager, { kind: 'offer', id: before.id }, before.error);
  jest.spyOn(engine, 'swap').mockRejectedValueOnce(new Error('no room on the disk'));
  await expect(reindex.run(() => undefined)).rejects.toThrow('no room on the disk');
  expect(await parked()).toEqual([before]);
  await reindex.run(() => undefined);
  expect(await parked()).toEqual([]);
}, 60_000);

test('whoever lost the lock exchanges nothing: another process may have written to the index meanwhile', async () => {
  const swap = jest.spyOn(engine, 'swap');
  const enqueue = engine.enqueue.bind(engine);
  jest.spyOn(engine, 'enqueue').mockImplementation(async (index, lines) => {
    await platform.db.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return enqueue(index, lines);
  });
  await expect(reindex.run(() => undefined)).rejects.toThrow('the lock of the index was lost');
  expect(swap).not.toHaveBeenCalled();
  jest.restoreAllMocks();
  expect(await reindex.run(() => undefined)).toBe(count);
}, 60_000);

test('a shutdown ends it at once: what was in use stays, and the engine is left nothing to do', async () => {
  const enqueue = engine.enqueue.bind(engine);
  let since = 0;
  jest.spyOn(engine, 'enqueue').mockImplementation(async (index, lines) => {
    const task = await enqueue(index, lines);
    if (since === 0) {
      since = performance.now();
      reindex.onModuleDestroy();
    }
    return task;
  });
  await expect(reindex.run(() => undefined)).rejects.toThrow('shutdown');
  expect(performance.now() - since).toBeLessThan(3_000);
  expect((await search(platform, { first: 0 })).totalCount).toBe(count);
  expect(await reindex.upToDate()).toBe(true);
}, 60_000);
