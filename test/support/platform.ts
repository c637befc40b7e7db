import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { Clock } from '../../src/common/clock.js';
import { readConfig } from '../../src/common/config.js';
import { createServer } from '../../src/http/server.js';
import { JobHandlers } from '../../src/jobs/job-handlers.js';
import { JobRunner } from '../../src/jobs/job-runner.js';
import { Indexer } from '../../src/indexing/indexer.js';
import { Matcher } from '../../src/matcher/matcher.js';
import { Reindex } from '../../src/indexing/reindex.js';
import { testDatabase } from './database.js';

export interface Answer {
  status: number;
  data: any;
  errors: any[] | undefined;
}

export interface Caller {
  token?: string;
  language?: string;
  headers?: Record<string, string>;
}

/** The whole platform on a database and an index of its own, asked through its GraphQL API like a client does. */
export class Platform {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    readonly db: DataSource,
    /** Where this platform keeps files and mails. */
    readonly dataDir: string,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(name: string, environment: Record<string, string> = {}): Promise<Platform> {
    const database = await testDatabase(name);
    const scratch = process.env['VTE_TEST_SCRATCH'] ?? tmpdir();
    // The name is the one under which the set-up sweeps what a killed run left.
    const dataDir = await mkdtemp(join(scratch, `vte-test-${process.pid}-`));
    const config = readConfig({
      NODE_ENV: 'test',
      RATE_LIMITS: 'off',
      EMAIL_CONFIRMATION: 'off',
      COMPANY_VERIFICATION: 'off',
      DATABASE_POOL: '6',
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      MEILI_URL: process.env['VTE_TEST_MEILI_URL'],
      MEILI_KEY: process.env['VTE_TEST_MEILI_KEY'],
      MEILI_PREFIX: `t${process.env['JEST_WORKER_ID'] ?? '0'}_${name}`,
      ...environment,
    });
    const app = await createServer(AppModule.with(config, { graphql: true }), config);
    try {
      await app.listen(0, '127.0.0.1');
      await app.get(Reindex).run(() => undefined);
      return new Platform(app, await app.getUrl(), app.get<DataSource>(getDataSourceToken()), dataDir, database.drop);
    } catch (error) {
      await app.close();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** The engine, and the matcher if it is in use, caught up with everything committed. */
  async settled(): Promise<void> {
    await this.app.get(Indexer).all();
    const matcher = this.app.get(Matcher, { strict: false });
    if (matcher.ready) await matcher.ask('catchUp', null);
  }

  /** Every job that is due is done, and those that it adds: mails go out. */
  async jobs(): Promise<void> {
    await this.app.get(JobRunner, { strict: false }).drain();
  }

  /** What is done by the clock is done now, as the worker does it from time to time, and the jobs that come of it. */
  async tick(...names: string[]): Promise<void> {
    const { schedules } = this.app.get(JobHandlers, { strict: false });
    for (const { name, work } of schedules) if (names.length === 0 || names.includes(name)) await work();
    await this.jobs();
  }

  /** From now on matches come from memory, as in production; without it the database answers. */
  matcherReady(): Promise<void> {
    return this.app.get(Matcher, { strict: false }).prepare();
  }

  /** From now on it is this moment for the platform. */
  travelTo(moment: string): void {
    this.app.get(Clock).now = () => new Date(moment);
  }

  today(): string {
    return this.app.get(Clock).today();
  }

  async send(query: string, variables: object = {}, { token, language, headers }: Caller = {}): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
        ...(language && { 'accept-language': language }),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: any; errors?: any[] };
    return { status: response.status, data, errors };
  }

  /** The data of a request that must not fail. */
  async ask(query: string, variables: object = {}, caller: Caller = {}): Promise<any> {
    const { data, errors } = await this.send(query, variables, caller);
    if (errors) throw new Error(JSON.stringify(errors, null, 1));
    return data;
  }
}
