import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Agent, request } from 'undici';
import { AppModule } from '../src/app.module.js';
import { readConfig } from '../src/common/config.js';
import { migrate } from '../src/database.js';
import { startEngines } from '../src/embedded/engines.js';
import { createServer } from '../src/http/server.js';
import { loadReferenceData } from '../src/reference.js';

export interface Trial {
  app: NestFastifyApplication;
  db: DataSource;
  /** Asks the API over HTTP as a client would and answers its data. */
  ask(query: string, variables?: object, token?: string): Promise<Record<string, any>>;
  /** Asks the engine itself. */
  engine(path: string, body: object): Promise<any>;
  stop(): Promise<void>;
}

/** The platform on engines of its own in a folder that is thrown away afterwards. */
export async function startTrial(): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'vte-bench-'));
  const engines = await startEngines({ dataDir: folder, notice: () => undefined });
  const undo: (() => Promise<void> | void)[] = [
    () => {
      rmSync(folder, { recursive: true, force: true });
    },
    () => engines.stop(),
  ];
  const stop = async (): Promise<void> => {
    for (const step of undo.reverse()) await step();
  };
  try {
    await migrate(engines.databaseUrl);
    await loadReferenceData(engines.databaseUrl, () => undefined);
    const config = readConfig({
      NODE_ENV: 'test',
      RATE_LIMITS: 'off',
      DATABASE_URL: engines.databaseUrl,
      MEILI_URL: engines.meiliUrl,
      MEILI_KEY: engines.meiliKey,
    });
    const app = await createServer(AppModule.with(config, { graphql: true }), config);
    undo.push(() => app.close());
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    return {
      app,
      db: app.get<DataSource>(getDataSourceToken()),
      ask: async (query, variables = {}, token) => {
        const { data, errors } = await post(`${url}/graphql`, token, { query, variables });
        if (errors) throw new Error(JSON.stringify(errors));
        return data;
      },
      engine: (path, body) => post(`${engines.meiliUrl}${path}`, engines.meiliKey, body),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** By undici, as the platform itself asks the engine: with fetch the engine's answers wait 40 ms for an acknowledgement. */
const agent = new Agent({ pipelining: 1 });

async function post(url: string, token: string | undefined, body: object): Promise<any> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const { body: answer } = await request(url, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    dispatcher: agent,
  });
  return answer.json();
}

export async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; milliseconds: number }> {
  const since = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - since };
}

/** "p50 4.1, p95 9.8, p99 12.0 ms". */
export function spread(times: number[]): { p50: number; p95: number; p99: number; text: string } {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  const [p50, p95, p99] = [at(0.5), at(0.95), at(0.99)];
  return { p50, p95, p99, text: `p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, p99 ${p99.toFixed(1)} ms` };
}

/** The size asked for on the command line. */
export const sizeAsked = (otherwise: number): number => Number(process.argv[2] ?? otherwise);
