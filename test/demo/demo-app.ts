import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { readConfig } from '../../src/common/config.js';
import { testDatabase } from '../support/database.js';

export interface DemoApp {
  app: INestApplicationContext;
  db: DataSource;
  /** Another application on the same database. */
  beside(env: Record<string, string>): Promise<INestApplicationContext>;
  close(): Promise<void>;
}

/** The whole application, without its API, on a database of its own. */
export async function demoApp(name: string, env: Record<string, string> = {}): Promise<DemoApp> {
  const database = await testDatabase(name);
  const opened: INestApplicationContext[] = [];
  const beside = async (differs: Record<string, string>): Promise<INestApplicationContext> => {
    const config = readConfig({
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      MEILI_URL: process.env['VTE_TEST_MEILI_URL'],
      MEILI_KEY: process.env['VTE_TEST_MEILI_KEY'],
      ...differs,
    });
    const app = await NestFactory.createApplicationContext(AppModule.with(config, { graphql: false }), {
      logger: ['error'],
      abortOnError: false,
    });
    opened.push(app);
    return app;
  };
  const app = await beside(env);
  return {
    app,
    db: app.get(DataSource),
    beside,
    close: async () => {
      for (const each of opened) await each.close();
      await database.drop();
    },
  };
}
