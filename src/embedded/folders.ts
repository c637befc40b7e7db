import { accessSync, constants, mkdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The parts of the data folder that belong to us; the engines own their data and nothing else. */
export interface EngineFolders {
  data: string;
  keys: string;
  logs: string;
  run: string;
  notice: (text: string) => void;
}

function ours(folder: string, mode: number): string {
  try {
    mkdirSync(folder, { recursive: true, mode });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(folder);
  } catch (error) {
    throw new Error(
      `Le dossier de données ${folder} n'est pas accessible à ce compte : lancez sous le compte auquel il appartient, ou choisissez-en un autre avec DATA_DIR. ` +
        `(The data folder ${folder} is closed to this user: start as the user who owns it, or choose another with DATA_DIR.)`,
      { cause: error },
    );
  }
}

/** The data folder can be passed through, since an engine's own user must get to its part; what is secret in it cannot. */
export const dataFolder = (dataDir: string): string => ours(resolve(dataDir), 0o755);

export function prepareFolders(dataDir: string, notice: (text: string) => void): EngineFolders {
  const data = dataFolder(dataDir);
  const part = (name: string): string => ours(join(data, name), 0o700);
  return { data, keys: part('keys'), logs: part('logs'), run: part('run'), notice };
}
