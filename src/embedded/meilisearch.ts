import { spawn, type ChildProcess } from 'node:child_process';
import { chownSync, closeSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { engineHome } from './engine-home.js';
import type { EngineFolders } from './folders.js';
import { findMeilisearch } from './meilisearch-binary.js';
import { isRunning, markOf, stopProcess, until } from './processes.js';
import { lastLines, openLog, readRun, remove, secret, writeRun } from './small-files.js';
import type { EngineKind } from './supervised.js';
import type { RunAs } from './unprivileged.js';

const READY_WITHIN_MS = 120_000;
const STOP: readonly [NodeJS.Signals, number][] = [
  ['SIGTERM', 10_000],
  ['SIGKILL', 5_000],
];
const LIMITS = ['--max-indexing-memory', '512Mb', '--max-indexing-threads', '1'];

/** Only our own server knows the random key, so an answer tells that it is ours. */
async function answers(port: number, key: string): Promise<boolean> {
  try {
    const headers = { authorization: `Bearer ${key}`, connection: 'close' };
    const answer = await fetch(`http://127.0.0.1:${port}/version`, { headers, signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

/** The search engine takes no lock on its folder: two servers on one would corrupt it, so the earlier one is ended first. */
export async function clearMeilisearch(runFile: string, key: string): Promise<void> {
  const run = readRun(runFile);
  if (run !== undefined && isRunning(run) && (run.started !== undefined || (await answers(run.port, key)))) {
    await stopProcess(run, STOP);
  }
  remove(runFile);
}

function prepareHome(home: string, user: RunAs | undefined): Record<'db' | 'dumps' | 'snapshots' | 'tmp', string> {
  const make = (path: string): string => {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    if (user !== undefined && statSync(path).uid !== user.uid) chownSync(path, user.uid, user.gid);
    return path;
  };
  make(home);
  remove(join(home, 'tmp'));
  const part = (name: string): string => make(join(home, name));
  return { db: part('db'), dumps: part('dumps'), snapshots: part('snapshots'), tmp: part('tmp') };
}

/** Meilisearch on the loopback address, its key passed by the environment since arguments are visible to everybody. */
export function meilisearchKind(
  folders: EngineFolders,
  user: RunAs | undefined,
  ownProgram?: string,
): EngineKind & { key: string } {
  const program = findMeilisearch(folders.data, user, ownProgram);
  const home = engineHome(folders.data, 'meilisearch', user, folders.notice);
  const key = secret(join(folders.keys, 'meilisearch'));
  const [log, runFile] = [join(folders.logs, 'meilisearch.log'), join(folders.run, 'meilisearch.json')];

  function launch(port: number): ChildProcess {
    const parts = prepareHome(home, user);
    const places = ['--db-path', parts.db, '--dump-dir', parts.dumps, '--snapshot-dir', parts.snapshots];
    const way = ['--http-addr', `127.0.0.1:${port}`, '--env', 'production', '--no-analytics', '--log-level', 'WARN'];
    const output = openLog(log);
    const child = spawn(program.command, [...program.leading, ...places, ...way, ...LIMITS], {
      ...user,
      cwd: home,
      detached: true,
      stdio: ['ignore', output, output],
      env: { MEILI_MASTER_KEY: key, TMPDIR: parts.tmp, PATH: '/usr/bin:/bin', SystemRoot: 'C:\\Windows' },
    });
    closeSync(output);
    child.on('error', () => undefined);
    if (child.pid !== undefined) writeRun(runFile, { ...markOf(child.pid), port, launcher: markOf(process.pid) });
    return child;
  }

  async function end(child: ChildProcess): Promise<void> {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      await stopProcess(markOf(child.pid), STOP);
    }
    remove(runFile);
  }

  async function start(port: number): Promise<ChildProcess> {
    await clearMeilisearch(runFile, key);
    await program.check();
    const child = launch(port);
    const over = (): boolean => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
    const ready = await until(async () => over() || (await answers(port, key)), READY_WITHIN_MS);
    if (ready && !over()) return child;
    await end(child);
    throw new Error(`Meilisearch n'a pas démarré (Meilisearch did not start):\n${lastLines(log)}`);
  }

  return { name: 'Meilisearch', start, end, key };
}
