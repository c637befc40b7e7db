import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { AidsService } from '../../src/aids/aids.service.js';
import { Drift } from '../../src/indexing/drift.js';
import { IndexWorker } from '../../src/indexing/index-worker.js';
import { Rebuild } from '../../src/indexing/rebuild.js';
import { Reindex } from '../../src/indexing/reindex.js';
import { SearchEngine } from '../../src/indexing/search-engine.js';
import { search } from '../search/offer-population.js';
import { anOffer, anOwner } from '../support/people.js';
import { Platform } from '../support/platform.js';

/** A rebuilding that is due and fails: what is in use is followed meanwhile. */
let platform: Platform;
let owner: { token: string; companyId: string };
let engine: SearchEngine;

beforeAll(async () => {
  Logger.overrideLogger(false);
  platform = await Platform.start('rebuild');
  owner = await anOwner(platform);
  engine = platform.app.get(SearchEngine);
  await anOffer(platform, owner, { title: 'Responsable fonderie' });
}, 60_000);
afterAll(async () => {
  jest.restoreAllMocks();
  Logger.overrideLogger(['error', 'fatal']);
  await platform.stop();
});

const finds = async (words: string): Promise<number> => (await search(platform, { words, first: 0 })).totalCount;

async function within(milliseconds: number, holds: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error(`not within ${milliseconds} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('an index that cannot be rebuilt is followed, and the building is tried again later; then differences are mended', async () => {
  const full = jest.spyOn(engine, 'enqueue').mockRejectedValue(new Error('no room on the disk'));
  jest.spyOn(platform.app.get(AidsService), 'periodKey').mockResolvedValue('a rule of an aid begins');
  expect(await platform.app.get(Reindex).upToDate()).toBe(false);
  await platform.app.get(IndexWorker).start();
  await within(5_000, async () => (await finds('fonderie')) === 1);
  await anOffer(platform, owner, { title: 'Responsable laminage' });
  await within(5_000, async () => (await finds('laminage')) === 1);
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  await anOffer(platform, owner, { title: 'Responsable sablage' });
  await within(5_000, async () => (await finds('sablage')) === 1);
  expect(full).toHaveBeenCalledTimes(1);
  expect(await engine.settings(`${engine.offers}_next`)).toBeNull();

  full.mockRestore();
  const mended = jest.spyOn(platform.app.get(Drift), 'mend');
  const now = Date.now.bind(Date);
  jest.spyOn(Date, 'now').mockImplementation(() => now() + 61_000);
  await within(15_000, () => platform.app.get(Reindex).upToDate());
  await within(5_000, () => Promise.resolve(mended.mock.calls.length === 1));
  expect([await finds('fonderie'), await finds('laminage'), await finds('sablage')]).toEqual([1, 1, 1]);
}, 60_000);

describe('pauses between the tries', () => {
  const reindex = {
    ended: false,
    canFollow: () => Promise.resolve(true),
    upToDate: () => Promise.resolve(false),
    unlessUpToDate: jest.fn<() => Promise<boolean>>(),
  };
  let now = 0;
  beforeEach(() => {
    now = 1_000_000;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    reindex.unlessUpToDate.mockReset().mockRejectedValue(new Error('no room on the disk'));
    reindex.canFollow = () => Promise.resolve(true);
  });
  const rebuild = (): Rebuild => new Rebuild(reindex as unknown as Reindex);

  test('double from a minute to an hour, and begin anew after a success', async () => {
    const due = rebuild();
    const tries: number[] = [];
    for (let minute = 0; minute < 300; minute += 1, now += 60_000) {
      const before = reindex.unlessUpToDate.mock.calls.length;
      await due.whenDue(() => undefined);
      if (reindex.unlessUpToDate.mock.calls.length > before) tries.push(minute);
    }
    expect(tries).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243]);
    reindex.unlessUpToDate.mockReset().mockResolvedValueOnce(true).mockRejectedValue(new Error('no room'));
    now += 60 * 60_000;
    expect(await due.whenDue(() => undefined)).toBe(true);
    await due.whenDue(() => undefined);
    now += 60_000;
    await due.whenDue(() => undefined);
    expect(reindex.unlessUpToDate).toHaveBeenCalledTimes(3);
  });

  test('are not made where there is no index to follow, or when there is none any more', async () => {
    const due = rebuild();
    reindex.canFollow = () => Promise.resolve(false);
    await expect(due.whenDue(() => undefined)).rejects.toThrow('no room');
    await expect(due.whenDue(() => undefined)).rejects.toThrow('no room');
    reindex.canFollow = () => Promise.resolve(true);
    expect(await due.whenDue(() => undefined)).toBe(false);
    reindex.canFollow = () => Promise.resolve(false);
    reindex.unlessUpToDate.mockReset().mockResolvedValue(true);
    expect(await due.whenDue(() => undefined)).toBe(true);
  });
});
