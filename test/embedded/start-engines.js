/** What a launcher does, as a process of its own that tests may kill: lock, engines, one line of JSON, then wait. */
import { setInterval } from 'node:timers';
import { startEngines } from '../../dist/src/embedded/engines.js';
import { acquireInstanceLock } from '../../dist/src/embedded/instance-lock.js';

const [dataDir, only] = process.argv.slice(2);
const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
const notices = [];

try {
  const lock = await acquireInstanceLock(dataDir);
  const engines = only === 'lock' ? undefined : await startEngines({ dataDir, notice: (text) => notices.push(text) });
  if (engines !== undefined) lock.note(engines.meiliUrl);
  process.once('SIGTERM', () => {
    void Promise.resolve(engines?.stop()).then(() => {
      lock.release();
      process.exit(0);
    });
  });
  setInterval(() => undefined, 60_000);
  say({ ...engines, notices });
} catch (error) {
  say({ refused: error.name, message: error.message });
  process.exitCode = 1;
}
