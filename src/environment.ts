import { existsSync } from 'node:fs';
import { type Config, readConfig } from './common/config.js';

/** The environment, filled up from the file .env of the current folder where there is one; what is set already wins. */
export function configuration(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env);
}

export const startedByNpm = (): boolean => process.env['npm_lifecycle_event'] !== undefined;
