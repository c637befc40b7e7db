import type { Api, Asked } from './api.js';
import { timed } from './figures.js';
import { type Processor, processorNow } from './processor.js';
import type { Query } from './queries.js';
import type { Trial } from './trial.js';

/** How long the same queries took through the API and, as the API put them, straight to the engine; in milliseconds. */
export interface BothWays {
  api: number[];
  engine: number[];
}

export type Engine = (path: string, body: object) => Promise<unknown>;

const direct = async (engine: Engine, requests: readonly Asked[]): Promise<void> => {
  for (const queries of requests) await engine('/multi-search', { queries });
};

/**
 * One client: each query both ways in turn. What the API asks of the engine is noted beforehand, which also warms both; of
 * two queries one goes to the engine first, so that neither way always finds what the other one fetched.
 */
export async function inTurn(api: Api, engine: Engine, queries: readonly Query[]): Promise<BothWays> {
  const times: BothWays = { api: [], engine: [] };
  for (const [place, { query, variables }] of queries.entries()) {
    const asked = await api.noted(query, variables);
    const ways = [
      async () => times.api.push((await timed(() => api.ask(query, variables))).milliseconds),
      async () => times.engine.push((await timed(() => direct(engine, asked))).milliseconds),
    ];
    for (const way of place % 2 === 0 ? ways : ways.reverse()) await way();
  }
  return times;
}

export interface Crowd extends BothWays {
  apiASecond: number;
  engineASecond: number;
  /** Processor time of one search through the API, by process, and of one straight to the engine. */
  apiWork: Processor;
  engineWork: number;
}

/** So many clients, each with the next query as soon as it has its answer; short blocks of each way in turn. */
export async function crowded(
  trial: Trial,
  api: Api,
  queries: readonly Query[],
  clients: number,
  blocks: number,
): Promise<Crowd> {
  const asked: Asked[][] = [];
  for (const { query, variables } of queries) asked.push(await api.noted(query, variables));
  const times: BothWays = { api: [], engine: [] };
  const spent = { api: 0, engine: 0 };
  const work = { api: nothing, engine: nothing };
  const block = async (way: keyof BothWays, one: (place: number) => Promise<unknown>): Promise<void> => {
    let next = 0;
    const client = async (): Promise<void> => {
      for (let place = next++; place < queries.length; place = next++) {
        times[way].push((await timed(() => one(place))).milliseconds);
      }
    };
    const before = processorNow(trial, api.pid);
    spent[way] += (await timed(() => Promise.all(Array.from({ length: clients }, client)))).milliseconds;
    work[way] = sum(work[way], before, processorNow(trial, api.pid));
  };
  for (let round = 0; round < blocks; round += 1) {
    await block('api', (place) => api.ask(queries[place]!.query, queries[place]!.variables));
    await block('engine', (place) => direct(trial.engine, asked[place]!));
  }
  return {
    ...times,
    apiASecond: (times.api.length / spent.api) * 1000,
    engineASecond: (times.engine.length / spent.engine) * 1000,
    apiWork: {
      api: work.api.api / times.api.length,
      engine: work.api.engine / times.api.length,
      postgres: work.api.postgres / times.api.length,
    },
    engineWork: work.engine.engine / times.engine.length,
  };
}

const nothing: Processor = { api: 0, engine: 0, postgres: 0 };

const sum = (so: Processor, before: Processor, after: Processor): Processor => ({
  api: so.api + after.api - before.api,
  engine: so.engine + after.engine - before.engine,
  postgres: so.postgres + after.postgres - before.postgres,
});
