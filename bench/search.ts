import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Reindex } from '../src/indexing/reindex.js';
import { startApi } from './api.js';
import { bothWaysTable, builtLines } from './report.js';
import { crowded, inTurn, type BothWays } from './both-ways.js';
import { buildIndex, engineAlone, exportDocuments, grow, offersIn } from './load.js';
import { readWorld, type World } from './population.js';
import { buildFullText, comparedWithFullText } from './postgres-search.js';
import { queryMix, type Query } from './queries.js';
import { say, told } from './say.js';
import { startTrial, type Trial } from './trial.js';
import { timed } from './figures.js';

/**
 * `npm run bench:search -- 10000 100000`: offers are made, the index is built, and the same searches go through the API
 * and straight to the engine. The trial grows from size to size. With `--keep <folder>` it is kept there, and a later run
 * with the same folder adds what is missing and measures; `--rebuild` builds the index of a kept trial again.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    keep: { type: 'string' },
    rebuild: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '200' },
  },
});
const sizes = (positionals.length > 0 ? positionals : ['10000']).map(Number).sort((one, other) => one - other);
const rounds = Number(values.rounds);
const clients = 16;
const blocks = 5;

async function build(trial: Trial, world: World, size: number): Promise<void> {
  const before = await offersIn(trial);
  const making = await timed(() => grow(trial, world, size, told('inserted')));
  const kept = before >= size && !values.rebuild && (await trial.app.get(Reindex).upToDate());
  if (kept) {
    console.log('The index is the kept one.\n');
    return;
  }
  say('building the index');
  const built = await buildIndex(trial, told('indexed'));
  say('exporting the documents');
  const files = await exportDocuments(trial);
  say('the engine alone');
  const alone = await engineAlone(trial, files);
  console.log(builtLines(size - before, making.milliseconds / 1000, built, alone));
}

async function measure(trial: Trial, world: World): Promise<void> {
  const api = await startApi(trial);
  try {
    const mix = queryMix(world, rounds);
    const byShape = new Map<string, BothWays>();
    for (const [name, queries] of mix) {
      say(`one client: ${name}`);
      await inTurn(api, trial.engine, queries.slice(0, 10));
      byShape.set(name, await inTurn(api, trial.engine, queries));
    }
    const some = [...mix.values()].map((queries) => queries.slice(0, Math.ceil(160 / mix.size)));
    const mixed = some[0]!.flatMap((_, place) => some.map((queries) => queries[place]!));
    say(`${clients} clients`);
    console.log(bothWaysTable(byShape, clients, await crowded(trial, api, mixed, clients, blocks)));
    say('PostgreSQL full text');
    const seconds = await buildFullText(trial);
    const found = async ({ query, variables }: Query): Promise<number> =>
      (await api.ask(query, variables))['searchOffers'].totalCount;
    const line = await comparedWithFullText(trial, mix.get('words, circle')!.slice(0, 100), found);
    console.log(`PostgreSQL full text, built in ${seconds.toFixed(1)} s, words and circle: ${line}\n`);
  } finally {
    await api.stop();
  }
}

const trial = await startTrial(values.keep === undefined ? undefined : resolve(values.keep));
try {
  const world = await readWorld(trial.db);
  for (const size of sizes) {
    say(`${size} offers`);
    console.log(`## ${size} offers\n`);
    await build(trial, world, size);
    await measure(trial, world);
  }
} finally {
  await trial.stop();
}
