import type { Api, Asked } from './api.js';
import { timed } from './figures.js';
import type { Query } from './queries.js';

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
}

/** So many clients, each with the next query as soon as it has its answer; short blocks of each way in turn. */
export async function crowded(
  api: Api,
  engine: Engine,
  queries: readonly Query[],
  clients: number,
  blocks: number,
): Promise<Crowd> {
  const asked: Asked[][] = [];
  for (const { query, variables } of queries) asked.push(await api.noted(query, variables));
  const times: BothWays = { api: [], engine: [] };
  const spent = { api: 0, engine: 0 };
  const block = async (way: keyof BothWays, one: (place: number) => Promise<unknown>): Promise<void> => {
    let next = 0;
    const client = async (): Promise<void> => {
      for (let place = next++; place < queries.length; place = next++) {
        times[way].push((await timed(() => one(place))).milliseconds);
      }
    };
    spent[way] += (await timed(() => Promise.all(Array.from({ length: clients }, client)))).milliseconds;
  };
  for (let round = 0; round < blocks; round += 1) {
    await block('api', (place) => api.ask(queries[place]!.query, queries[place]!.variables));
    await block('engine', (place) => direct(engine, asked[place]!));
  }
  return {
    ...times,
    apiASecond: (times.api.length / spent.api) * 1000,
    engineASecond: (times.engine.length / spent.engine) * 1000,
  };
}
