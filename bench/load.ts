import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { request } from 'undici';
import { offerDocument } from '../src/indexing/offer-document.js';
import { offerIndexSettings } from '../src/indexing/offer-index-settings.js';
import { IndexableOffers } from '../src/indexing/indexable-offers.js';
import { Reindex } from '../src/indexing/reindex.js';
import { SearchEngine } from '../src/indexing/search-engine.js';
import { seedOfBlock } from './dice.js';
import { timed } from './figures.js';
import { type Memory, withPeak } from './memory.js';
import { insertCompanies, insertOffers, makeOffers, type World } from './population.js';
import type { Trial } from './trial.js';

const blockSize = 1_000;

/** As many to a request as the engine's limit on its size allows. */
const documentsToAFile = 25_000;
const pageSize = 2_500;

export const offersIn = async ({ db }: Trial): Promise<number> =>
  (await db.query<[{ count: number }]>('SELECT count(*)::int AS count FROM offer'))[0].count;

/** Adds blocks of offers, each with its own companies and its own seed, so that a trial of any size is one and the same. */
export async function grow(trial: Trial, world: World, size: number, told: (made: number) => void): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  for (let made = await offersIn(trial); made < size; made += blockSize) {
    const block = made / blockSize;
    const companies = await insertCompanies(trial.db, world, blockSize / 5, 1_000 + block);
    await insertOffers(trial.db, makeOffers(world, companies, blockSize, today, seedOfBlock(block)));
    told(made + blockSize);
  }
  await trial.db.query('ANALYZE');
}

export interface Built {
  offers: number;
  seconds: number;
  peak: Memory;
}

/** The index as the platform builds it. */
export async function buildIndex(trial: Trial, told: (written: number) => void): Promise<Built> {
  const build = (): Promise<number> =>
    trial.app.get(Reindex).run((_step, written) => {
      told(written);
    });
  const [{ result, milliseconds }, peak] = await withPeak(trial, () => timed(build));
  return { offers: result, seconds: milliseconds / 1000, peak };
}

/** The very documents of the index, as files of one JSON a line. */
export async function exportDocuments(trial: Trial): Promise<string[]> {
  const folder = join(trial.folder, 'documents');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const offers = trial.app.get(IndexableOffers, { strict: false });
  const files: string[] = [];
  let page = await offers.openAfter(null, pageSize);
  while (page.length > 0) {
    const path = join(folder, `${files.length}.ndjson`);
    const lines = async function* (): AsyncGenerator<string> {
      for (let written = 0; written < documentsToAFile && page.length > 0; written += pageSize) {
        yield page.map((offer) => `${JSON.stringify(offerDocument(offer))}\n`).join('');
        page = await offers.openAfter(page.at(-1)!.offer.id, pageSize);
      }
    };
    await pipeline(lines, createWriteStream(path));
    files.push(path);
  }
  return files;
}

/** Seconds the engine takes for the documents by itself: all given at once in large files, into an index of the same settings. */
export async function engineAlone({ app, environment }: Trial, files: readonly string[]): Promise<number> {
  const engine = app.get(SearchEngine);
  const index = 'bench_alone';
  await engine.create(index, offerIndexSettings);
  const { milliseconds } = await timed(async () => {
    const tasks = new Set<number>();
    for (const file of files) tasks.add(await send(environment, index, file));
    while (tasks.size > 0) {
      for (const { task, error } of await engine.ended([...tasks])) {
        if (error) throw error;
        tasks.delete(task);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  await engine.drop(index);
  return milliseconds / 1000;
}

async function send(environment: Trial['environment'], index: string, file: string): Promise<number> {
  const { body } = await request(`${environment['MEILI_URL']!}/indexes/${index}/documents`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${environment['MEILI_KEY']!}` },
    body: createReadStream(file, { highWaterMark: 2 ** 20 }),
  });
  return ((await body.json()) as { taskUid: number }).taskUid;
}
