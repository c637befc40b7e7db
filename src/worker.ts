import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { ResponsivenessKeeper } from './applications/responsiveness-keeper.js';
import { configuration } from './environment.js';
import { connected } from './engines.js';
import { AlertKeeper } from './alerts/alert-keeper.js';
import { MapKeeper } from './maps/map-keeper.js';
import { IndexWorker } from './indexing/index-worker.js';
import { JobRunner } from './jobs/job-runner.js';
import { ReplyServer } from './mail/reply-server.js';
import { MatchLogKeeper } from './matchlog/match-log-keeper.js';
import { Matcher } from './matcher/matcher.js';
import { QueryLogKeeper } from './searchlog/query-log-keeper.js';
import { StatisticsRefresh } from './statistics/statistics-refresh.js';

/** The worker alone, on configured engines: it keeps the index true, ends offers whose last day has passed, forgets what is kept for a time, counts how companies answer and finds whom a new offer concerns. */
try {
  const config = connected(configuration());
  const app = await NestFactory.createApplicationContext(AppModule.with(config, { graphql: false }), {
    logger: ['log', 'warn', 'error'],
    abortOnError: false,
  });
  app.enableShutdownHooks();
  await app.get(IndexWorker).start();
  await app.get(JobRunner).start();
  await app.get(StatisticsRefresh).runOnce();
  await app.get(MapKeeper).start();
  await app.get(ReplyServer).start();
  app.get(QueryLogKeeper).start();
  app.get(ResponsivenessKeeper).start();
  app.get(MatchLogKeeper).start();
  await app.get(Matcher).prepare();
  await app.get(AlertKeeper).start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
