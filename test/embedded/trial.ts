import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { Client } from 'pg';

/** Making a database takes half a second on a calm machine and many on a busy one. */
jest.setTimeout(120_000);

export const isRoot = process.getuid?.() === 0;
export const asRoot = isRoot ? it : it.skip;
export const onLinux = process.platform === 'linux' ? it : it.skip;

const made: string[] = [];

/** A folder that every user may pass through; all are removed by `removeFolders`. Programs need one on a disk. */
export function folder(name = 'data', parent = process.env['VTE_TEST_SCRATCH'] ?? tmpdir()): string {
  const base = mkdtempSync(join(parent, 'vte-embedded-'));
  chmodSync(base, 0o755);
  made.push(base);
  return join(base, name);
}

export const folderForPrograms = (): string => folder('package', tmpdir());

export function removeFolders(): void {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
}

/** The processes whose command line names that folder: both engines are told where their data are. */
export function processesOn(path: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter(Number.isSafeInteger)
    .filter((pid) => {
      try {
        const running = !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
        return running && pid !== process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(path);
      } catch {
        return false;
      }
    });
}

/** The connection that has just been closed may end on its own first. */
export function killAll(pids: number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

interface Address {
  meiliUrl: string;
  meiliKey: string;
}

export async function ask(at: Address, path: string, body?: unknown): Promise<any> {
  const headers = { authorization: `Bearer ${at.meiliKey}`, 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  return (await fetch(`${at.meiliUrl}${path}`, { headers, ...sent })).json();
}

export async function soon<T>(what: () => T | Promise<T>, within = 15_000): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    try {
      return await what();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

export async function addDocument(at: Address): Promise<void> {
  await ask(at, '/indexes/words/documents', [{ id: 1, word: 'fraiseuse' }]);
  await soon(async () => {
    const { results } = await ask(at, '/indexes/words/documents');
    expect(results).toEqual([{ id: 1, word: 'fraiseuse' }]);
  });
}

export async function documents(at: Address): Promise<unknown> {
  return (await ask(at, '/indexes/words/documents')).results;
}

export interface Launcher {
  pid: number;
  said: any;
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Starts a launcher of its own process from the build and waits for its first line. */
export async function launcher(dataDir: string, options: { only?: 'lock'; uid?: number } = {}): Promise<Launcher> {
  const script = fileURLToPath(new URL('start-engines.js', import.meta.url));
  const user = options.uid === undefined ? {} : { uid: options.uid, gid: options.uid };
  const child = spawn(process.execPath, [script, dataDir, options.only ?? 'all'], {
    ...user,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    exited.then(() => ['{"refused":"nothing said"}']),
  ])) as [string];
  return {
    pid: child.pid!,
    said: JSON.parse(line),
    end: async (signal) => {
      child.kill(signal);
      await exited;
    },
  };
}
