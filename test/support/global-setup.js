import { existsSync, statfsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const built = (path) => new URL(`../../dist/${path}`, import.meta.url);
const FOLDER = 'vte-test-'; // followed by the pid of the run
const TEMPLATE = 'vte_test_template';

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** In memory where there is room for it: the engines wait for the disk at every commit, and nothing here is to be kept. */
function scratch() {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize > 4 * 1024 ** 3) return '/dev/shm';
  } catch {
    // Only Linux has it.
  }
  return tmpdir();
}

/** A run that was killed leaves its engines and its folder behind; the next run clears both. */
async function sweep({ stopOrphans }, parent) {
  const names = (await readdir(parent)).filter((name) => name.startsWith(FOLDER));
  for (const name of names.filter((each) => !isAlive(Number(each.split('-')[2])))) {
    const folder = join(parent, name);
    try {
      if (await stopOrphans(folder)) await rm(folder, { recursive: true, force: true });
    } catch (error) {
      console.warn(`${folder} is left behind: ${error.message}`);
    }
  }
}

const database = (adminUrl, name) => {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
};

async function asAdmin(adminUrl, ...statements) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A build that did not succeed may lack a part; single tests can then still be run, while `npm test` stops at the build. */
async function referenceLoader() {
  try {
    return (await import(built('src/reference.js').href)).loadReferenceData;
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    console.warn(`The tests run WITHOUT reference data, the build is incomplete: ${error.message}`);
    return undefined;
  }
}

/** Migrated and filled once; every test database is a copy. Nobody may connect to it afterwards, which would block the copies. */
async function makeTemplate(adminUrl) {
  const { migrate } = await import(built('src/database.js').href);
  await asAdmin(adminUrl, `CREATE DATABASE ${TEMPLATE}`);
  const url = database(adminUrl, TEMPLATE);
  await migrate(url);
  const loadReferenceData = await referenceLoader();
  await loadReferenceData?.(url, () => undefined);
  await asAdmin(adminUrl, `ALTER DATABASE ${TEMPLATE} WITH ALLOW_CONNECTIONS false`);
}

/** Starts both engines for the whole run, from the same module as `npm start`, and tells the workers where they are. */
export default async function setUp() {
  if (!existsSync(built('src/embedded/engines.js'))) {
    throw new Error('The tests start the engines from the build: run "npm run build" first.');
  }
  const embedded = await import(built('src/embedded/engines.js').href);
  const parent = scratch();
  await sweep(embedded, parent);
  const folder = await mkdtemp(join(parent, `${FOLDER}${process.pid}-`));
  await chmod(folder, 0o755);
  let engines;
  const tearDown = async () => {
    await engines?.stop();
    engines = undefined;
    await rm(folder, { recursive: true, force: true });
  };
  const interrupted = (signal) => void tearDown().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  globalThis.tearDownEngines = async () => {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await tearDown();
  };
  try {
    engines = await embedded.startEngines({ dataDir: folder, notice: (text) => console.warn(text) });
    await makeTemplate(engines.databaseUrl);
  } catch (error) {
    await globalThis.tearDownEngines();
    throw error;
  }
  process.env.VTE_TEST_ADMIN_URL = engines.databaseUrl;
  process.env.VTE_TEST_TEMPLATE = TEMPLATE;
  process.env.VTE_TEST_SCRATCH = parent;
  process.env.VTE_TEST_MEILI_URL = engines.meiliUrl;
  process.env.VTE_TEST_MEILI_KEY = engines.meiliKey;
}
