import 'reflect-metadata';
import { Matcher } from '../../dist/src/matcher/matcher.js';

/** A process that starts a matcher on a database and ends it, once it is ready or at once; then it has nothing left to do. */
const [, , url, when] = process.argv;
const matcher = new Matcher({ DATABASE_URL: url });
const prepared = matcher.prepare().then(
  () => 'ready',
  () => 'refused',
);
if (when === 'later') console.log(await prepared);
await matcher.beforeApplicationShutdown();
