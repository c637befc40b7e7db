import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEngines, type Engines } from '../../src/embedded/engines.js';
import { addDocument, documents, folder, killAll, onLinux, processesOn, query, removeFolders, soon } from './trial.js';

const pidIn = (dataDir: string, name: string): number =>
  (JSON.parse(readFileSync(join(dataDir, 'run', `${name}.json`), 'utf8')) as { pid: number }).pid;

const childrenOf = (parent: number): number[] =>
  readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

describe('an engine that is killed while in use', () => {
  const dataDir = folder();
  const notices: string[] = [];
  let engines: Engines;

  beforeAll(async () => {
    engines = await startEngines({ dataDir, notice: (text) => void notices.push(text) });
    await query(engines.databaseUrl, 'CREATE TABLE kept (id int PRIMARY KEY)');
    await addDocument(engines);
  });
  beforeEach(() => notices.splice(0));
  afterAll(async () => {
    await engines.stop();
    removeFolders();
  });

  async function rowSurvives(id: number, kill: () => void): Promise<number> {
    await query(engines.databaseUrl, `INSERT INTO kept VALUES (${id})`);
    kill();
    const since = Date.now();
    await soon(async () => {
      expect(await query(engines.databaseUrl, `SELECT id FROM kept WHERE id = ${id}`)).toEqual([{ id }]);
    });
    return Date.now() - since;
  }

  onLinux('PostgreSQL comes back on its port with what was committed', async () => {
    const took = await rowSurvives(1, () => process.kill(pidIn(dataDir, 'postgres'), 'SIGKILL'));
    expect(took).toBeLessThan(8_000);
    expect(notices.join()).toContain('PostgreSQL');
  });

  onLinux('so it does when the server and all its children are killed at once', async () => {
    await rowSurvives(2, () => {
      const server = pidIn(dataDir, 'postgres');
      killAll([server, ...childrenOf(server)]);
    });
  });

  onLinux('and when only the children are killed, which the server itself repairs', async () => {
    const server = pidIn(dataDir, 'postgres');
    await rowSurvives(3, () => {
      killAll(childrenOf(server));
    });
    expect(pidIn(dataDir, 'postgres')).toBe(server);
  });

  onLinux('Meilisearch comes back on its port with its documents, time after time', async () => {
    for (const time of [1, 2]) {
      process.kill(pidIn(dataDir, 'meilisearch'), 'SIGKILL');
      await soon(() => {
        expect(notices.filter((text) => text.includes('Meilisearch a redémarré'))).toHaveLength(time);
      });
      expect(await documents(engines)).toEqual([{ id: 1, word: 'fraiseuse' }]);
    }
  });

  onLinux('stays down when it is killed while everything stops', async () => {
    const server = pidIn(dataDir, 'meilisearch');
    const stopped = engines.stop();
    process.kill(server, 'SIGKILL');
    await stopped;
    expect(processesOn(dataDir)).toEqual([]);
    engines = await startEngines({ dataDir, notice: (text) => void notices.push(text) });
    expect(notices).toEqual([]);
  });
});
