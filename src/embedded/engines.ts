import { join, resolve } from 'node:path';
import { AlreadyRunning } from './already-running.js';
import { prepareFolders, type EngineFolders } from './folders.js';
import { clearMeilisearch, meilisearchKind } from './meilisearch.js';
import { postgresKind } from './postgres.js';
import { clearPostgres } from './postgres-leftovers.js';
import { isRunning } from './processes.js';
import { readRun, secret } from './small-files.js';
import { supervise, type SupervisedEngine } from './supervised.js';
import { unprivilegedUser } from './unprivileged.js';

export interface EngineOptions {
  dataDir: string;
  databaseUrl?: string | undefined;
  meiliUrl?: string | undefined;
  meiliKey?: string | undefined;
  /** A Meilisearch executable that the operator vouches for: run as it is. */
  meiliBin?: string | undefined;
  notice: (text: string) => void;
}

export interface Engines {
  databaseUrl: string;
  meiliUrl: string;
  meiliKey: string;
  /** Embedded engines are stopped, external ones left. */
  stop(): Promise<void>;
}

/** An engine whose launcher still lives belongs to that launcher; one whose launcher was killed is ours to take over. */
function refuseSecondLauncher(folders: EngineFolders): void {
  for (const name of ['postgres', 'meilisearch']) {
    const run = readRun(join(folders.run, `${name}.json`));
    if (run !== undefined && isRunning(run) && isRunning(run.launcher)) throw new AlreadyRunning(run.launcher.pid);
  }
}

/** Ends what a killed launcher left on this data folder; false, touching nothing, when its launcher still lives. */
export async function stopOrphans(dataDir: string): Promise<boolean> {
  const folders = prepareFolders(dataDir, () => undefined);
  const runs = ['postgres', 'meilisearch'].map((name) => join(folders.run, `${name}.json`));
  if (runs.some((path) => isRunning(readRun(path)?.launcher ?? { pid: 0 }))) return false;
  await clearPostgres(resolve(folders.data, 'postgres'), runs[0]!);
  await clearMeilisearch(runs[1]!, secret(join(folders.keys, 'meilisearch')));
  return true;
}

type Started = { url: string; key: string; engine?: SupervisedEngine };

/**
 * Starts each engine that has no address of its own and keeps it running until `stop`. Two callers on one data folder are
 * kept apart by the instance lock, which the caller takes first.
 */
export async function startEngines(options: EngineOptions): Promise<Engines> {
  const folders = prepareFolders(options.dataDir, options.notice);
  refuseSecondLauncher(folders);
  const embedded = options.databaseUrl === undefined || options.meiliUrl === undefined;
  const user = embedded ? unprivilegedUser() : undefined;

  async function database(): Promise<Started> {
    if (options.databaseUrl !== undefined) return { url: options.databaseUrl, key: '' };
    const kind = postgresKind(folders, user);
    const engine = await supervise(kind, options.notice);
    return { url: kind.url(engine.port), key: '', engine };
  }

  async function search(): Promise<Started> {
    if (options.meiliUrl !== undefined) return { url: options.meiliUrl, key: options.meiliKey ?? '' };
    const kind = meilisearchKind(folders, user, options.meiliBin);
    const engine = await supervise(kind, options.notice);
    return { url: `http://127.0.0.1:${engine.port}`, key: kind.key, engine };
  }

  const outcomes = await Promise.allSettled([database(), search()]);
  const running = outcomes.flatMap((outcome) =>
    outcome.status === 'fulfilled' && outcome.value.engine !== undefined ? [outcome.value.engine] : [],
  );
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((engine) => engine.stop()));
  };
  const [one, other] = outcomes;
  if (one.status === 'fulfilled' && other.status === 'fulfilled') {
    return { databaseUrl: one.value.url, meiliUrl: other.value.url, meiliKey: other.value.key, stop };
  }
  await stop();
  throw one.status === 'rejected' ? one.reason : (other as PromiseRejectedResult).reason;
}
