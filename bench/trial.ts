import 'reflect-metadata';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module.js';
import { readConfig } from '../src/common/config.js';
import { migrate } from '../src/database.js';
import { startEngines } from '../src/embedded/engines.js';
import { createServer } from '../src/http/server.js';
import { loadReferenceData } from '../src/reference.js';
import { post } from './post.js';

export interface Trial {
  app: NestFastifyApplication;
  db: DataSource;
  folder: string;
  /** What another process needs to be the same platform. */
  environment: Record<string, string>;
  /** The process of an engine. */
  pidOf(engine: 'postgres' | 'meilisearch'): number;
  /** Asks the API over HTTP as a client would and answers its data. */
  ask(query: string, variables?: object, token?: string): Promise<Record<string, any>>;
  /** Asks the engine itself. */
  engine(path: string, body: object): Promise<any>;
  stop(): Promise<void>;
}

/** The platform on engines of its own, in a folder that is thrown away afterwards unless it is one to keep. */
export async function startTrial(kept?: string): Promise<Trial> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'vte-bench-'));
  mkdirSync(folder, { recursive: true });
  const engines = await startEngines({ dataDir: folder, notice: () => undefined });
  const undo: (() => Promise<void> | void)[] = [
    () => {
      if (!kept) rmSync(folder, { recursive: true, force: true });
    },
    () => engines.stop(),
  ];
  const stop = async (): Promise<void> => {
    for (const step of undo.reverse()) await step();
  };
  try {
    await migrate(engines.databaseUrl);
    await loadReferenceData(engines.databaseUrl, () => undefined);
    const environment = {
      NODE_ENV: 'test',
      RATE_LIMITS: 'off',
      DATABASE_URL: engines.databaseUrl,
      MEILI_URL: engines.meiliUrl,
      MEILI_KEY: engines.meiliKey,
    };
    const config = readConfig(environment);
    const app = await createServer(AppModule.with(config, { graphql: true }), config);
    undo.push(() => app.close());
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    return {
      app,
      db: app.get<DataSource>(getDataSourceToken()),
      folder,
      environment,
      pidOf: (engine) =>
        (JSON.parse(readFileSync(join(folder, 'run', `${engine}.json`), 'utf8')) as { pid: number }).pid,
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
