import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The parts of the data folder that belong to us; the engines own their data and nothing else. */
export interface EngineFolders {
  data: string;
  keys: string;
  logs: string;
  run: string;
  notice: (text: string) => void;
}

/** The data folder itself can be passed through, since an engine's own user must get to its part; what is secret cannot. */
export function prepareFolders(dataDir: string, notice: (text: string) => void): EngineFolders {
  if (!existsSync(dataDir)) mkdirSync(resolve(dataDir), { recursive: true, mode: 0o755 });
  const data = realpathSync(dataDir);
  const part = (name: string): string => {
    mkdirSync(join(data, name), { recursive: true, mode: 0o700 });
    return join(data, name);
  };
  return { data, keys: part('keys'), logs: part('logs'), run: part('run'), notice };
}
