import { join } from 'node:path';
import { prepareFolders, type EngineFolders } from './folders.js';
import { AlreadyRunning } from './instance-lock.js';
import { clearMeilisearch, meilisearchKind, searchKey } from './meilisearch.js';
import { databaseAddress, postgresKind } from './postgres.js';
import { clearPostgres } from './postgres-leftovers.js';
import { isRunning } from './processes.js';
import { readRun, type RunFile } from './small-files.js';
import { supervise, type EngineKind, type SupervisedEngine } from './supervised.js';

export interface EngineOptions {
  dataDir: string;
  databaseUrl?: string | undefined;
  meiliUrl?: string | undefined;
  meiliKey?: string | undefined;
  /** A Meilisearch executable that the operator vouches for: run as it is. */
  meiliBin?: string | undefined;
  notice: (text: string) => void;
}

export interface EngineAddresses {
  databaseUrl: string;
  meiliUrl: string;
  meiliKey: string;
}

export interface Engines extends EngineAddresses {
  /** Embedded engines are stopped, external ones left. */
  stop(): Promise<void>;
}

type EngineName = 'postgres' | 'meilisearch';

const runFile = (folders: EngineFolders, name: EngineName): string => join(folders.run, `${name}.json`);

function runningNow(folders: EngineFolders, name: EngineName): RunFile | undefined {
  const run = readRun(runFile(folders, name));
  return run !== undefined && isRunning(run) ? run : undefined;
}

/** The launcher of an engine that still runs; what a killed launcher left behind has none and is ours to take over. */
function livingLauncher(folders: EngineFolders): number | undefined {
  const runs = [runningNow(folders, 'postgres'), runningNow(folders, 'meilisearch')];
  return runs.find((run) => run !== undefined && isRunning(run.launcher))?.launcher.pid;
}

const meiliAddress = (port: number): string => `http://127.0.0.1:${port}`;

/** Where embedded engines answer now, for a command typed while the platform runs; absent where they do not run. */
export function runningEngines(dataDir: string): Partial<EngineAddresses> {
  const folders = prepareFolders(dataDir, () => undefined);
  const [database, search] = [runningNow(folders, 'postgres'), runningNow(folders, 'meilisearch')];
  return {
    ...(database && { databaseUrl: databaseAddress(folders, database.port) }),
    ...(search && { meiliUrl: meiliAddress(search.port), meiliKey: searchKey(folders) }),
  };
}

/** Ends what a killed launcher left on this data folder; false, touching nothing, when its launcher still lives. */
export async function stopOrphans(dataDir: string): Promise<boolean> {
  const folders = prepareFolders(dataDir, () => undefined);
  if (livingLauncher(folders) !== undefined) return false;
  await clearPostgres(join(folders.data, 'postgres'), runFile(folders, 'postgres'));
  await clearMeilisearch(runFile(folders, 'meilisearch'), searchKey(folders));
  return true;
}

/**
 * Starts each engine that has no address of its own and keeps it running until `stop`. Two callers on one data folder are
 * kept apart by the instance lock, which the caller takes first.
 */
export async function startEngines(options: EngineOptions): Promise<Engines> {
  const { databaseUrl, meiliUrl, meiliBin, notice } = options;
  if (databaseUrl !== undefined && meiliUrl !== undefined) {
    return { databaseUrl, meiliUrl, meiliKey: options.meiliKey ?? '', stop: () => Promise.resolve() };
  }
  const folders = prepareFolders(options.dataDir, notice);
  const launcher = livingLauncher(folders);
  if (launcher !== undefined) throw new AlreadyRunning(launcher);

  const unless = async (given: string | undefined, kind: () => EngineKind): Promise<SupervisedEngine | undefined> =>
    given === undefined ? supervise(kind(), notice) : undefined;
  const outcomes = await Promise.allSettled([
    unless(databaseUrl, () => postgresKind(folders)),
    unless(meiliUrl, () => meilisearchKind(folders, meiliBin)),
  ]);
  const running = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : undefined));
  const stop = async (): Promise<void> => {
    await Promise.all(running.map(async (engine) => engine?.stop()));
  };
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  const [database, search] = running;
  return {
    databaseUrl: databaseUrl ?? databaseAddress(folders, database!.port),
    meiliUrl: meiliUrl ?? meiliAddress(search!.port),
    meiliKey: meiliUrl === undefined ? searchKey(folders) : (options.meiliKey ?? ''),
    stop,
  };
}
