import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Candidate } from '../src/candidates/candidate.entity.js';
import { CandidatesRepository } from '../src/candidates/candidates.repository.js';
import { type Api, startApi } from './api.js';
import { chart, type Line } from './chart.js';
import { Dice, seedOfBlock } from './dice.js';
import { spread, timed } from './figures.js';
import { offersIn } from './load.js';
import { candidatesFor, lag, OFFERS, tokenFor, warming } from './match-people.js';
import { SkillDraw } from './match-population.js';
import { buildEngineIndex, byBruteForce, byTheEngine, inSql, shown, type Way } from './match-ways.js';
import {
  insertCandidates,
  insertCompanies,
  insertOffers,
  makeCandidates,
  makeOffers,
  readWorld,
} from './population.js';
import { say, told } from './say.js';
import { startTrial, type Trial } from './trial.js';

/**
 * `npm run bench:match -- 10000 100000 1000000 [--candidates 100000] [--keep <folder>] [--output <folder>]`: matching both
 * ways through the API with explanations, against the same formula in PostgreSQL, which is the truth, and against the
 * engine’s own ranking; every candidate all ways in turn. The trial grows from size to size.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    keep: { type: 'string' },
    output: { type: 'string', default: 'bench/output/matching' },
    candidates: { type: 'string', default: '100000' },
    tried: { type: 'string', default: '120' },
    // Of those tried, how many also go by PostgreSQL and the engine: at a million the formula in SQL takes seconds.
    truths: { type: 'string', default: '40' },
    engine: { type: 'string', default: 'on' },
    // Only makes what is missing of a trial to be kept.
    grow: { type: 'boolean', default: false },
  },
});
const sizes = (positionals.length > 0 ? positionals : ['10000']).map(Number).sort((one, other) => one - other);
const candidateCount = Number(values.candidates);
const tried = Number(values.tried);
const truths = Number(values.truths);
const blockSize = 5_000;
/** Up to here every offer can be scored one by one by the function that explains, as the truth of the truth. */
const bruteUpTo = 10_000;

async function grow(trial: Trial, size: number): Promise<void> {
  const world = await readWorld(trial.db);
  const draw = new SkillDraw(world);
  const today = new Date().toISOString().slice(0, 10);
  for (let made = await offersIn(trial); made < size; made += blockSize) {
    const block = made / blockSize;
    const companies = await insertCompanies(trial.db, world, blockSize / 5, 1_000 + block);
    const dice = new Dice(seedOfBlock(block) + 1);
    const offers = makeOffers(world, companies, blockSize, today, seedOfBlock(block));
    await insertOffers(
      trial.db,
      offers.map((offer) => draw.offer(offer, dice)),
    );
    told('offers')(made + blockSize);
  }
  const [{ count }] = await trial.db.query<[{ count: number }]>('SELECT count(*)::int AS count FROM candidate');
  for (let made = count; made < candidateCount; made += blockSize) {
    const dice = new Dice(seedOfBlock(100_000 + made / blockSize));
    const candidates = makeCandidates(world, blockSize, today, seedOfBlock(200_000 + made / blockSize));
    await insertCandidates(
      trial.db,
      candidates.map((candidate) => draw.candidate(candidate, dice)),
    );
    told('candidates')(made + blockSize);
  }
  await trial.db.query('DELETE FROM match_change');
  await trial.db.query('ANALYZE');
}

interface Measured {
  api: number[];
  sql: number[];
  engine: number[];
  /** Share of the true top twenty that each way shows. */
  recall: { api: number[]; engine: number[] };
  passing: number[];
}

async function offersFor(trial: Trial, api: Api, candidates: readonly Candidate[], size: number): Promise<Measured> {
  const [sql, engine] = [inSql(trial), values.engine === 'on' ? byTheEngine(trial) : null];
  const measured: Measured = { api: [], sql: [], engine: [], recall: { api: [], engine: [] }, passing: [] };
  for (const [place, candidate] of candidates.entries()) {
    const token = await tokenFor(trial, candidate.accountId);
    const through = await timed(() => api.ask(OFFERS, {}, token));
    const list = through.result['viewer'].candidate.matchingOffers;
    const ids: string[] = list.edges.map(({ node }: { node: { id: string } }) => node.id);
    if (place < warming) continue;
    measured.api.push(through.milliseconds);
    measured.passing.push(list.totalCount);
    if (place >= warming + truths) continue;
    const truth = await timed(() => sql(candidate));
    const best = truth.result;
    const alone = engine ? await timed(() => engine(candidate)) : null;
    measured.sql.push(truth.milliseconds);
    told('tried')(place);
    if (best.length === 0) continue;
    measured.recall.api.push(recalled(ids, best));
    const scores: number[] = list.edges.map(({ match }: { match: { score: number } }) => Math.round(match.score * 10));
    if (JSON.stringify(scores) !== JSON.stringify(best.map(({ tenths }) => tenths))) {
      throw new Error(`candidate ${candidate.id}: other scores than by SQL: ${scores.join(' ')}`);
    }
    if (alone && candidate.skills.length > 0) {
      measured.engine.push(alone.milliseconds);
      measured.recall.engine.push(recalled(alone.result, best));
    }
  }
  if (size <= bruteUpTo) await holdAgainstBruteForce(await byBruteForce(trial), sql, candidates.slice(0, 40));
  return measured;
}

const recalled = (ids: readonly string[], truth: readonly { id: string }[]): number =>
  truth.filter(({ id }) => ids.includes(id)).length / truth.length;

async function holdAgainstBruteForce(
  brute: Way,
  sql: ReturnType<typeof inSql>,
  candidates: readonly Candidate[],
): Promise<void> {
  for (const candidate of candidates) {
    const [one, other] = [await brute(candidate), (await sql(candidate)).map(({ id }) => id)];
    if (one.join() !== other.join()) throw new Error(`candidate ${candidate.id}: SQL and brute force differ`);
  }
  console.log(`SQL agrees with scoring every offer one by one, ${candidates.length} of ${candidates.length} lists.\n`);
}

const mean = (shares: readonly number[]): string =>
  shares.length === 0 ? '–' : (shares.reduce((sum, one) => sum + one, 0) / shares.length).toFixed(3);

const row = (name: string, times: readonly number[], recall: string): string => {
  const { p50, p95, p99 } = spread(times);
  return `| ${name} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${p99.toFixed(1)} | ${recall} |`;
};

const trial = await startTrial(values.keep === undefined ? undefined : resolve(values.keep));
const curves = new Map<string, Line>();
const point = (name: string, size: number, milliseconds: number): void => {
  const line = curves.get(name) ?? { name, points: [] };
  line.points.push({ size, milliseconds });
  curves.set(name, line);
};

async function measure(size: number): Promise<void> {
  say(`${size} offers, ${candidateCount} candidates`);
  await grow(trial, size);
  if (values.grow) return;
  if (values.engine === 'on') await buildEngineIndex(trial, told('indexed for the engine alone'));
  const api = await startApi(trial, 'on');
  try {
    const { milliseconds, bytes } = api.prepared;
    console.log(`\n## ${size} offers, ${candidateCount} candidates\n`);
    console.log(
      `Read into memory in ${(milliseconds / 1000).toFixed(1)} s; the process grew by ${Math.round(bytes / 2 ** 20)} MB.\n`,
    );
    const ids = await trial.db.query<{ id: string }[]>(
      'SELECT id FROM candidate WHERE visible_since IS NOT NULL ORDER BY id LIMIT $1',
      [tried + warming],
    );
    const rows = await trial.app.get(CandidatesRepository, { strict: false }).byIds(ids.map(({ id }) => id));
    const candidates = ids.flatMap(({ id }) => rows.get(id) ?? []);
    const { api: through, sql, engine, recall, passing } = await offersFor(trial, api, candidates, size);
    console.log(
      `| candidate → ${shown} offers, ms | p50 | p95 | p99 | recall@20 |\n| --- | ---: | ---: | ---: | ---: |`,
    );
    console.log(row('API, with explanations', through, mean(recall.api)));
    console.log(row('PostgreSQL alone, same formula', sql, '1'));
    if (engine.length > 0) console.log(row('engine alone, its relevance', engine, mean(recall.engine)));
    const { p50, p95 } = spread(passing);
    console.log(`\nOffers that pass every gate: p50 ${p50}, p95 ${p95}.\n`);
    const everywhere = candidates.find(({ places, skills }) => places.length === 0 && skills.length > 0)!;
    console.log(`A change counts in the next match after: ${spread(await lag(trial, api, everywhere)).text}\n`);
    const offers = await trial.db.query<{ id: string }[]>(
      `SELECT id FROM offer WHERE status = 'OPEN' AND expires_on >= current_date ORDER BY id DESC LIMIT $1`,
      [tried + warming],
    );
    const back = await candidatesFor(
      trial,
      api,
      offers.map(({ id }) => id),
    );
    console.log(`Offer → ${shown} of ${candidateCount} candidates, through the API: ${spread(back).text}\n`);
    point('API p95', size, spread(through).p95);
    point('API p50', size, spread(through).p50);
    point('PostgreSQL p95', size, spread(sql).p95);
    if (engine.length > 0) point(`engine p95 (recall ${mean(recall.engine)})`, size, spread(engine).p95);
  } finally {
    await api.stop();
  }
}

try {
  for (const size of sizes) await measure(size);
  if (!values.grow) {
    mkdirSync(values.output, { recursive: true });
    const file = join(values.output, 'candidate-to-offers.svg');
    writeFileSync(file, chart('Candidate → the 20 best offers', [...curves.values()]));
    console.log(`The curve: ${file}`);
  }
} finally {
  await trial.stop();
}
