import type { Config } from './common/config.js';
import { runningEngines, startEngines } from './embedded/engines.js';
import { acquireInstanceLock, AlreadyRunning } from './embedded/instance-lock.js';

/** The configuration with addresses for both engines. */
export type ConnectedConfig = Config & { DATABASE_URL: string; MEILI_URL: string };

/** For processes that start no engine: their addresses must be given. */
export function connected(config: Config): ConnectedConfig {
  if (config.DATABASE_URL && config.MEILI_URL) return config as ConnectedConfig;
  throw new Error(
    'DATABASE_URL and MEILI_URL must be set for this process; `npm start` alone starts engines of its own.',
  );
}

const embeddedOptions = (config: Config, notice: (text: string) => void) => ({
  dataDir: config.DATA_DIR,
  notice,
  ...(config.DATABASE_URL && { databaseUrl: config.DATABASE_URL }),
  ...(config.MEILI_URL && { meiliUrl: config.MEILI_URL }),
  ...(config.MEILI_KEY && { meiliKey: config.MEILI_KEY }),
  ...(config.MEILI_BIN && { meiliBin: config.MEILI_BIN }),
});

const withAddresses = (
  config: Config,
  { databaseUrl, meiliUrl, meiliKey }: { databaseUrl: string; meiliUrl: string; meiliKey: string },
): ConnectedConfig => ({
  ...config,
  DATABASE_URL: databaseUrl,
  MEILI_URL: meiliUrl,
  ...(meiliKey && { MEILI_KEY: meiliKey }),
});

/** Starts the engines whose addresses are not configured. */
export async function ownEngines(config: Config, notice: (text: string) => void) {
  const engines = await startEngines(embeddedOptions(config, notice));
  return { config: withAddresses(config, engines), stop: () => engines.stop() };
}

/**
 * Runs a command against the engines: the configured ones, those of a platform that is running on the data folder, or else
 * ones started for the time of the command.
 */
export async function withEngines<Result>(
  config: Config,
  notice: (text: string) => void,
  work: (config: ConnectedConfig) => Promise<Result>,
): Promise<Result> {
  if (config.DATABASE_URL && config.MEILI_URL) return work(connected(config));
  const lock = await acquireInstanceLock(config.DATA_DIR).catch((error: unknown) => {
    if (error instanceof AlreadyRunning) return null;
    throw error;
  });
  if (!lock) {
    const running = runningEngines(config.DATA_DIR);
    return work(
      connected({
        ...config,
        DATABASE_URL: config.DATABASE_URL ?? running.databaseUrl,
        MEILI_URL: config.MEILI_URL ?? running.meiliUrl,
        MEILI_KEY: config.MEILI_KEY ?? running.meiliKey,
      }),
    );
  }
  try {
    const engines = await ownEngines(config, notice);
    try {
      return await work(engines.config);
    } finally {
      await engines.stop();
    }
  } finally {
    lock.release();
  }
}
