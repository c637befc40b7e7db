import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEngines, stopOrphans } from '../../src/embedded/engines.js';
import { isRunning, markOf } from '../../src/embedded/processes.js';
import {
  addDocument,
  documents,
  folder,
  killAll,
  launcher,
  onLinux,
  processesOn,
  query,
  removeFolders,
} from './trial.js';

afterEach(removeFolders);

describe('a launcher that was killed', () => {
  onLinux('leaves engines that the next start ends and replaces, with all their data', async () => {
    const dataDir = folder('left behind');
    const killed = await launcher(dataDir);
    await query(killed.said.databaseUrl, `CREATE TABLE kept AS SELECT 'fraiseuse' AS word`);
    await addDocument(killed.said);
    await killed.end('SIGKILL');
    const orphans = processesOn(dataDir);
    expect(orphans.length).toBeGreaterThanOrEqual(2);

    const next = await launcher(dataDir);
    expect(next.said.notices).toEqual([]);
    expect(orphans.filter((pid) => processesOn(dataDir).includes(pid))).toEqual([]);
    expect(await query(next.said.databaseUrl, 'SELECT word FROM kept')).toEqual([{ word: 'fraiseuse' }]);
    expect(await documents(next.said)).toEqual([{ id: 1, word: 'fraiseuse' }]);
    await next.end('SIGTERM');
    expect(processesOn(dataDir)).toEqual([]);
  });

  onLinux('may be killed together with everything it started', async () => {
    const dataDir = folder();
    const killed = await launcher(dataDir);
    await query(killed.said.databaseUrl, `CREATE TABLE kept AS SELECT 'fraiseuse' AS word`);
    killAll([killed.pid, ...processesOn(dataDir)]);
    await killed.end('SIGKILL');
    const engines = await startEngines({ dataDir, notice: () => undefined });
    expect(await query(engines.databaseUrl, 'SELECT word FROM kept')).toEqual([{ word: 'fraiseuse' }]);
    await engines.stop();
  });

  onLinux('has its engines ended on demand, but never those of one that lives', async () => {
    const dataDir = folder();
    const living = await launcher(dataDir);
    expect(await stopOrphans(dataDir)).toBe(false);
    expect(processesOn(dataDir)).not.toEqual([]);
    await living.end('SIGKILL');
    expect(await stopOrphans(dataDir)).toBe(true);
    expect(processesOn(dataDir)).toEqual([]);
  });
});

describe('a pid that another program got since', () => {
  onLinux('is left alone, whichever file names it', async () => {
    const dataDir = folder();
    const first = await startEngines({ dataDir, notice: () => undefined });
    await first.stop();
    const bystander = spawn('sleep', ['60']);
    const pid = bystander.pid!;
    const stale = { pid, started: 'another-boot:1', port: 7700, launcher: { pid: 2 ** 22 + 1, started: 'gone' } };
    mkdirSync(join(dataDir, 'run'), { recursive: true });
    for (const name of ['postgres', 'meilisearch']) {
      writeFileSync(join(dataDir, 'run', `${name}.json`), JSON.stringify(stale));
    }
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${pid}\n${dataDir}/postgres\n1\n5432\n\n\n\nready\n`);

    const engines = await startEngines({ dataDir, notice: () => undefined });
    expect(isRunning({ pid })).toBe(true);
    expect(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).not.toContain(`${pid}\n`);
    await engines.stop();
    expect(bystander.exitCode).toBeNull();
    bystander.kill();
  });

  onLinux('is told apart by when it started, and a zombie is no process any more', async () => {
    expect(isRunning(markOf(process.pid))).toBe(true);
    expect(isRunning({ pid: process.pid, started: 'another-boot:1' })).toBe(false);
    // The child ends after its parent became a program that never asks how its children ended.
    const parent = spawn('sh', ['-c', 'sleep 0.5 & echo $!; exec sleep 60']);
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const zombie = Number(line.toString());
    const end = Date.now() + 5_000;
    const state = (): string => readFileSync(`/proc/${zombie}/stat`, 'utf8').split(') ')[1]![0]!;
    while (state() !== 'Z' && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(state()).toBe('Z');
    expect(isRunning({ pid: zombie })).toBe(false);
    parent.kill();
  });
});
