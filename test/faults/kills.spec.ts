import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { Announcements } from '../../src/common/announcements.js';
import { migrate } from '../../src/database.js';
import { type Engines, startEngines } from '../../src/embedded/engines.js';
import { loadReferenceData } from '../../src/reference.js';
import { Drift } from '../../src/indexing/drift.js';
import { IndexWorker } from '../../src/indexing/index-worker.js';
import { folder, killAll, onLinux, processesOn, removeFolders } from '../embedded/trial.js';
import { anOfferInput, anOwner, postOffer } from '../support/people.js';
import { Platform } from '../support/platform.js';

/** Every post that was acknowledged is found after the engines were killed in the middle of it; nothing is there twice. */
const dataDir = folder('kills');
let engines: Engines;
let platform: Platform;
let owner: { token: string; companyId: string };

beforeAll(async () => {
  Logger.overrideLogger(false);
  engines = await startEngines({ dataDir, notice: () => undefined });
  await migrate(engines.databaseUrl);
  await loadReferenceData(engines.databaseUrl, () => undefined);
  platform = await Platform.start('kills', {
    DATABASE_URL: engines.databaseUrl,
    MEILI_URL: engines.meiliUrl,
    MEILI_KEY: engines.meiliKey,
  });
  owner = await anOwner(platform);
  await platform.app.get(IndexWorker).start();
}, 120_000);
afterAll(async () => {
  await platform.stop();
  await engines.stop();
  removeFolders();
}, 60_000);

const pidOf = (name: string): number =>
  (JSON.parse(readFileSync(join(dataDir, 'run', `${name}.json`), 'utf8')) as { pid: number }).pid;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Entry {
  key: string;
  input: object;
  state: 'acknowledged' | 'unknown';
}

/** Posts one after the other until told to stop, noting what was answered to each. */
async function post(lane: string, ledger: Entry[], until: () => boolean): Promise<void> {
  for (let at = 0; !until(); at += 1) {
    const key = `${lane}${at}`;
    const input = anOfferInput({ companyId: owner.companyId, title: `Responsable lot ${key}`, idempotencyKey: key });
    const entry: Entry = { key, input, state: 'unknown' };
    ledger.push(entry);
    try {
      await pause(20);
      if ((await postOffer(platform, owner.token, input)).__typename === 'Offer') entry.state = 'acknowledged';
    } catch {
      await pause(50);
    }
  }
}

async function soon(milliseconds: number, holds: () => Promise<boolean>): Promise<number> {
  const since = Date.now();
  while (!(await holds().catch(() => false))) {
    if (Date.now() - since > milliseconds) throw new Error(`not within ${milliseconds} ms`);
    await pause(100);
  }
  return Date.now() - since;
}

const health = async (): Promise<any> => (await fetch(`${platform.url}/health/ready`)).json();
const healthyEngines = async (): Promise<boolean> => (await health()).status === 'ready';
const healthy = async (): Promise<boolean> => {
  const { status, drift, oldestMarkSeconds } = await health();
  return status === 'ready' && drift === 0 && oldestMarkSeconds === 0;
};

const foundTitles = async (): Promise<string[]> => {
  const titles: string[] = [];
  let after: string | null = null;
  do {
    const { searchOffers }: any = await platform.ask(
      `query ($after: String) { searchOffers(words: "responsable lot", sort: NEWEST, first: 100, after: $after) {
         pageInfo { hasNextPage endCursor } nodes { title } } }`,
      { after },
    );
    titles.push(...searchOffers.nodes.map(({ title }: any) => title));
    after = searchOffers.pageInfo.hasNextPage ? searchOffers.pageInfo.endCursor : null;
  } while (after);
  return titles;
};

async function survives(name: string, kill: () => void, times: number): Promise<void> {
  const ledger: Entry[] = [];
  let stop = false;
  const lanes = ['a', 'b', 'c'].map((lane) => post(`${name}${lane}`, ledger, () => stop));
  try {
    for (let time = 0; time < times; time += 1) {
      await pause(700);
      kill();
      await pause(200);
      await soon(30_000, healthyEngines);
    }
  } finally {
    stop = true;
    await Promise.all(lanes);
  }
  const took = await soon(60_000, healthy);
  const acknowledged = ledger.filter(({ state }) => state === 'acknowledged');
  const unknown = ledger.filter(({ state }) => state === 'unknown');
  const titles = await foundTitles();
  for (const { key } of acknowledged) expect(titles).toContain(`Responsable lot ${key}`);
  for (const { input } of unknown) expect((await postOffer(platform, owner.token, input)).__typename).toBe('Offer');
  await soon(20_000, healthy);
  const all = (await foundTitles()).filter((title) => title.startsWith(`Responsable lot ${name}`));
  expect(all.sort()).toEqual(ledger.map(({ key }) => `Responsable lot ${key}`).sort());
  expect(await platform.app.get(Drift).report()).toEqual({ missing: [], stale: [], orphaned: [] });
  console.log(`${name}: ${acknowledged.length} acknowledged, ${unknown.length} unknown, whole ${took} ms after`);
}

onLinux(
  'kill -9 of Meilisearch while it indexes',
  () => survives('meili', () => process.kill(pidOf('meilisearch'), 'SIGKILL'), 3),
  120_000,
);

onLinux(
  'kill -9 of PostgreSQL during posts, and announcements are heard again afterwards',
  async () => {
    const heard: string[] = [];
    await platform.app.get(Announcements).listen('trial', (payload) => heard.push(payload));
    await survives(
      'pg',
      () => {
        killAll([pidOf('postgres'), ...processesOn(join(dataDir, 'postgres'))]);
      },
      2,
    );
    await platform.db.query(`SELECT pg_notify('trial', 'heard again')`);
    await soon(2_000, () => Promise.resolve(heard.includes('heard again')));
  },
  150_000,
);
