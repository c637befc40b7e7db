import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runningEngines, startEngines, type Engines } from '../../src/embedded/engines.js';
import { addDocument, asRoot, documents, folder, onLinux, processesOn, query, removeFolders } from './trial.js';

const notices: string[] = [];
const start = (dataDir: string): Promise<Engines> =>
  startEngines({ dataDir, notice: (text) => void notices.push(text) });

describe('embedded engines', () => {
  const dataDir = folder('with a space, an é and $HOME');
  let engines: Engines;

  beforeAll(async () => {
    engines = await start(dataDir);
  });
  afterAll(async () => {
    await engines.stop();
    removeFolders();
  });

  it('answer at the addresses they give, with the database made', async () => {
    expect(await query(engines.databaseUrl, 'SELECT current_database() AS name')).toEqual([{ name: 'vte' }]);
    expect(await documents(engines)).toBeUndefined();
    expect(runningEngines(dataDir)).toEqual({
      databaseUrl: engines.databaseUrl,
      meiliUrl: engines.meiliUrl,
      meiliKey: engines.meiliKey,
    });
  });

  it('refuse who does not know the password or the key', async () => {
    const stranger = new URL(engines.databaseUrl);
    stranger.password = 'postgres';
    await expect(query(stranger.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect((await fetch(`${engines.meiliUrl}/indexes`)).status).toBe(401);
  });

  onLinux('listen on the loopback address only, without a socket file', async () => {
    const [settings] = await query(
      engines.databaseUrl,
      `SELECT current_setting('listen_addresses') AS tcp, current_setting('unix_socket_directories') AS socket`,
    );
    expect(settings).toEqual({ tcp: '127.0.0.1', socket: '' });
    const open = ['tcp', 'tcp6'].flatMap((kind) => readFileSync(`/proc/net/${kind}`, 'utf8').split('\n'));
    for (const address of [engines.databaseUrl, engines.meiliUrl]) {
      const port = Number(new URL(address).port).toString(16).toUpperCase().padStart(4, '0');
      const listening = open.filter(
        (line) => / 0A /.test(line) && line.split(' ').some((part) => part.endsWith(`:${port}`)),
      );
      expect(listening).toHaveLength(1);
      expect(listening[0]).toContain(`0100007F:${port}`);
    }
  });

  onLinux('keep their secrets out of the command line and from other users', () => {
    for (const [name, secret] of [
      ['postgres', new URL(engines.databaseUrl).password],
      ['meilisearch', engines.meiliKey],
    ] as const) {
      const file = join(dataDir, 'keys', name);
      expect(readFileSync(file, 'utf8').trim()).toBe(secret);
      expect(statSync(file).mode & 0o077).toBe(0);
      const lines = processesOn(dataDir).map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
      expect(lines.filter((line) => line.includes(secret))).toEqual([]);
    }
  });

  asRoot('do not run as root', () => {
    const running = processesOn(dataDir);
    expect(running).toHaveLength(2);
    for (const pid of running) expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
  });

  it('are not started twice on the same data', async () => {
    await expect(start(dataDir)).rejects.toThrow(`processus ${process.pid}`);
    expect(await query(engines.databaseUrl, 'SELECT 1 AS still')).toEqual([{ still: 1 }]);
  });

  it('stop without leaving a process, and come back with every row and document', async () => {
    await query(engines.databaseUrl, `CREATE TABLE kept AS SELECT 'fraiseuse' AS word`);
    await addDocument(engines);
    await engines.stop();
    if (process.platform === 'linux') expect(processesOn(dataDir)).toEqual([]);
    expect(runningEngines(dataDir)).toEqual({});
    engines = await start(dataDir);
    expect(await query(engines.databaseUrl, 'SELECT word FROM kept')).toEqual([{ word: 'fraiseuse' }]);
    expect(await documents(engines)).toEqual([{ id: 1, word: 'fraiseuse' }]);
    expect(notices).toEqual([]);
  });
});

it('leaves engines alone that have an address of their own', async () => {
  const given = {
    databaseUrl: 'postgres://db.example/vte',
    meiliUrl: 'http://search.example',
    meiliKey: 'k'.repeat(16),
  };
  const dataDir = folder();
  const engines = await startEngines({ ...given, dataDir, notice: () => undefined });
  expect(engines).toMatchObject(given);
  await engines.stop();
  expect(statSync(dataDir, { throwIfNoEntry: false })).toBeUndefined();
  removeFolders();
});

it('stops the one engine when the other cannot start', async () => {
  const dataDir = folder();
  const attempt = startEngines({ dataDir, meiliBin: '/no/such/meilisearch', notice: () => undefined });
  await expect(attempt).rejects.toThrow('MEILI_BIN');
  if (process.platform === 'linux') expect(processesOn(dataDir)).toEqual([]);
  removeFolders();
});
