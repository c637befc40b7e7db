import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { ResponsivenessKeeper } from './applications/responsiveness-keeper.js';
import { configuration } from './environment.js';
import { connected } from './engines.js';
import { IndexWorker } from './indexing/index-worker.js';
import { QueryLogKeeper } from './searchlog/query-log-keeper.js';

/** The worker alone, on configured engines: it keeps the index true, ends offers whose last day has passed, forgets old searches and counts how companies answer. */
try {
  const config = connected(configuration());
  const app = await NestFactory.createApplicationContext(AppModule.with(config, { graphql: false }), {
    logger: ['log', 'warn', 'error'],
    abortOnError: false,
  });
  app.enableShutdownHooks();
  await app.get(IndexWorker).start();
  app.get(QueryLogKeeper).start();
  app.get(ResponsivenessKeeper).start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
