import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { z } from 'zod';

/** Readers see the old content or the new one, never half of it, and a power cut keeps one of the two. */
export function writeWhole(path: string, content: string): void {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** A random secret, made once, readable by its owner only. */
export function secret(path: string): string {
  try {
    const kept = readFileSync(path, 'utf8').trim();
    if (kept.length >= 32) return kept;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const made = randomBytes(32).toString('base64url');
  writeWhole(path, `${made}\n`);
  return made;
}

export const ProcessMarkShape = z.object({ pid: z.int().positive(), started: z.string().optional() });
const RunFileShape = ProcessMarkShape.extend({ port: z.int().positive(), launcher: ProcessMarkShape });

/** What is kept of a running engine, so that the next start can find it when its launcher was killed. */
export type RunFile = z.infer<typeof RunFileShape>;

/** Undefined also for a file that was damaged: it then says nothing about any process. */
export const readRun = (path: string): RunFile | undefined => RunFileShape.safeParse(readJson(path)).data;

export const writeRun = (path: string, run: RunFile): void => {
  writeWhole(path, JSON.stringify(run));
};

/** Opens a log to append to; the one before is kept once it has grown past ten megabytes. */
export function openLog(path: string): number {
  try {
    if (statSync(path).size > 10_000_000) renameSync(path, `${path}.1`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return openSync(path, 'a', 0o600);
}

export function lastLines(path: string, count = 6): string {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}

export const remove = (path: string): void => {
  rmSync(path, { recursive: true, force: true });
};
