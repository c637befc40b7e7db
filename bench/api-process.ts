import 'reflect-metadata';
import { AppModule } from '../src/app.module.js';
import { readConfig } from '../src/common/config.js';
import { createServer } from '../src/http/server.js';
import { Matcher } from '../src/matcher/matcher.js';
import { SearchEngine } from '../src/indexing/search-engine.js';

/**
 * The API in a process of its own, as it runs elsewhere, so that its clients' work is not counted as its own. It tells its
 * parent where it listens and, while asked to, every request it makes to the engine.
 */
const environment = JSON.parse(process.env['BENCH_ENVIRONMENT']!) as Record<string, string>;
const withMatcher = process.env['BENCH_MATCHER'] === 'on';
const config = readConfig(environment);
const app = await createServer(AppModule.with(config, { graphql: true }), config);
const engine = app.get(SearchEngine);
const search = engine.search.bind(engine);
let noting = false;
engine.search = (queries) => {
  if (noting) process.send!({ asked: queries.map((query) => ({ indexUid: engine.offers, ...query })) });
  return search(queries);
};
process.on('message', (said: 'note' | 'rest' | 'all told?' | 'end') => {
  if (said === 'end') void app.close().then(() => process.exit(0));
  else if (said === 'all told?') process.send!({ told: true });
  else noting = said === 'note';
});
process.on('disconnect', () => process.exit(1));
await app.listen(0, '127.0.0.1');
const before = process.memoryUsage.rss();
const since = performance.now();
if (withMatcher) await app.get(Matcher, { strict: false }).prepare();
const milliseconds = performance.now() - since;
process.send!({ url: await app.getUrl(), prepared: { milliseconds, bytes: process.memoryUsage.rss() - before } });
