import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, cpSync, existsSync, renameSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { openFolder, sharedPlace } from './engine-home.js';
import { readJson, remove } from './small-files.js';
import { userCan, type RunAs } from './unprivileged.js';

const require = createRequire(import.meta.url);

/** The folder of an installed package that may be absent: the engines' packages are optional and bound to a platform. */
export function packageFolder(name: string, entry: string, depth: number): string | undefined {
  try {
    let folder = require.resolve(`${name}${entry}`);
    for (let up = 0; up < depth; up += 1) folder = dirname(folder);
    return folder;
  } catch {
    return undefined;
  }
}

/** Makes a file executable; false where the packages may not be written to. */
export function makeExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    try {
      chmodSync(path, 0o755);
      return true;
    } catch {
      return false;
    }
  }
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));
const Package = z.object({ version: z.string() });

/** npm packages hold no symbolic links: PostgreSQL's come as a list, and its install script may have been blocked. */
function completeLinks(native: string): boolean {
  const links = Links.safeParse(readJson(join(native, 'pg-symlinks.json'))).data ?? [];
  try {
    for (const { source, target } of links) {
      const at = join(native, '..', target);
      if (!existsSync(at)) {
        remove(at);
        symlinkSync(basename(source), at);
      }
    }
    return true;
  } catch {
    return false;
  }
}

const programs = ['initdb', 'postgres', 'pg_ctl'];
const suffix = process.platform === 'win32' ? '.exe' : '';
export const program = (native: string, name: string): string => join(native, 'bin', `${name}${suffix}`);

const complete = (native: string): boolean =>
  completeLinks(native) && programs.every((name) => makeExecutable(program(native, name)));

/** Where a copy goes that the engines' user can read: beside the data, or in the shared place when it cannot enter there. */
export function copyPlace(dataDir: string, user: RunAs | undefined): string {
  return user === undefined || userCan(user, '-x', dataDir) ? dataDir : sharedPlace(dataDir);
}

/** Copies once; a copy cut short is never taken for a whole one. */
export function copyOnce(from: string, to: string): string {
  if (existsSync(to)) return to;
  const draft = `${to}.copying`;
  remove(draft);
  openFolder(dirname(to));
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  if (process.platform !== 'win32') spawnSync('/bin/chmod', ['-R', 'a+rX', draft]);
  renameSync(draft, to);
  return to;
}

/** PostgreSQL's files with links and modes in order: the package's own, or a copy when it is read-only or out of reach. */
export function usablePostgres(native: string, dataDir: string, user: RunAs | undefined): string {
  const reachable = (files: string): boolean => user === undefined || userCan(user, '-x', program(files, 'initdb'));
  if (complete(native) && reachable(native)) return native;
  const version = Package.safeParse(readJson(join(native, '..', 'package.json'))).data?.version ?? 'unknown';
  const copy = copyOnce(native, join(copyPlace(dataDir, user), `programs-${version}`, 'native'));
  if (complete(copy) && reachable(copy)) return copy;
  throw new Error(`PostgreSQL ne peut pas être lancé depuis ${copy}. (PostgreSQL cannot be run from ${copy}.)`);
}
