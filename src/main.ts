import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { configuration } from './environment.js';
import { connected } from './engines.js';
import { ExtractionThread } from './extraction/extraction-thread.js';
import { createServer } from './http/server.js';
import { Matcher } from './matcher/matcher.js';

/** The API alone, on configured engines; migrations and the worker are processes of their own. */
try {
  const config = connected(configuration());
  const app = await createServer(AppModule.with(config, { graphql: true }), config);
  app.enableShutdownHooks();
  app
    .get(ExtractionThread)
    .prepare()
    .catch(() => undefined);
  await app.listen(config.PORT, config.HOST);
  // Until it has read everything, the database ranks.
  app
    .get(Matcher)
    .prepare()
    .catch(() => undefined);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
