import type { ChildProcess } from 'node:child_process';
import { lchownSync, lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { engineHome } from './engine-home.js';
import type { EngineFolders } from './folders.js';
import { endChild, launch } from './launch.js';
import { findMeilisearch } from './meilisearch-binary.js';
import { isRunning, stopProcess } from './processes.js';
import { readRun, remove, secret } from './small-files.js';
import type { EngineKind } from './supervised.js';
import { engineUser, type RunAs } from './unprivileged.js';

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
    if (user !== undefined && lstatSync(path).uid !== user.uid) lchownSync(path, user.uid, user.gid);
    return path;
  };
  make(home);
  remove(join(home, 'tmp'));
  const part = (name: string): string => make(join(home, name));
  return { db: part('db'), dumps: part('dumps'), snapshots: part('snapshots'), tmp: part('tmp') };
}

export const searchKey = (folders: EngineFolders): string => secret(join(folders.keys, 'meilisearch'));

/**
 * Meilisearch on the loopback address. Its key goes by the environment, since arguments are visible to everybody, and its
 * temporary files lie beside its data: a full /tmp would stop the indexing.
 */
export function meilisearchKind(folders: EngineFolders, operatorsOwn?: string): EngineKind {
  const user = engineUser(join(folders.data, 'meilisearch'));
  const program = findMeilisearch(folders.data, user, operatorsOwn);
  const home = engineHome(folders.data, 'meilisearch', user, folders.notice);
  const key = searchKey(folders);
  const [log, runFile] = [join(folders.logs, 'meilisearch.log'), join(folders.run, 'meilisearch.json')];

  async function start(port: number): Promise<ChildProcess> {
    await clearMeilisearch(runFile, key);
    await program.check();
    const parts = prepareHome(home, user);
    const places = ['--db-path', parts.db, '--dump-dir', parts.dumps, '--snapshot-dir', parts.snapshots];
    const way = ['--http-addr', `127.0.0.1:${port}`, '--env', 'production', '--no-analytics', '--log-level', 'WARN'];
    return launch({
      name: 'Meilisearch',
      command: program.command,
      args: [...program.leading, ...places, ...way, ...LIMITS],
      env: { MEILI_MASTER_KEY: key, TMPDIR: parts.tmp, PATH: '/usr/bin:/bin', SystemRoot: 'C:\\Windows' },
      ...{ user, cwd: home, port, log, runFile, stopBy: STOP },
      isReady: () => answers(port, key),
    });
  }

  return { name: 'Meilisearch', start, end: (child) => endChild(child, { stopBy: STOP, runFile }) };
}
