import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { describe, isRunning, processesIn, stopProcess, until, type ProcessMark } from './processes.js';
import { readRun, remove } from './small-files.js';

export const FAST_STOP: readonly [NodeJS.Signals, number][] = [
  ['SIGINT', 30_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
];

function postmasterOf(home: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(home, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** The server that still runs on this data folder. A pid that another program took over since, or a zombie, is none. */
function runningServer(home: string, runFile: string): ProcessMark | undefined {
  const run = readRun(runFile);
  if (run !== undefined && isRunning(run)) return run;
  const pid = postmasterOf(home);
  if (pid === undefined || process.platform !== 'linux' || !isRunning({ pid })) return undefined;
  const seen = describe(pid);
  if (seen.command !== 'postgres') return undefined;
  if (seen.folder === home) return { pid };
  if (seen.folder !== undefined) return undefined;
  throw new Error(
    `Un PostgreSQL (pid ${pid}) semble tourner sur ${home} et n'est pas à nous : arrêtez-le d'abord. ` +
      `(A PostgreSQL, pid ${pid}, seems to run on ${home} and is not ours: stop it first.)`,
  );
}

/**
 * Leaves the data folder to the one who calls: ends a server that outlived its launcher, then the children of a server
 * that was killed, then removes the lock file. PostgreSQL itself would take a zombie's pid for a running server and refuse.
 */
export async function clearPostgres(path: string, runFile: string): Promise<void> {
  const home = existsSync(path) ? realpathSync(path) : path;
  const server = runningServer(home, runFile);
  if (server !== undefined) await stopProcess(server, FAST_STOP);
  if (process.platform === 'linux') {
    const gone = await until(() => {
      const left = processesIn(home, 'postgres');
      for (const pid of left) process.kill(pid, 'SIGKILL');
      return left.length === 0;
    }, 5_000);
    if (gone) remove(join(home, 'postmaster.pid'));
  }
  remove(runFile);
}
