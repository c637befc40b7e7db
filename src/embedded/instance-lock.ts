import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { dataFolder } from './folders.js';
import { isRunning, markOf } from './processes.js';
import { ProcessMarkShape, readJson, remove, writeWhole } from './small-files.js';

/** Somebody else works on this data folder; the message is for the person who typed the command. */
export class AlreadyRunning extends Error {
  constructor(
    readonly pid: number,
    readonly url?: string,
  ) {
    const where = url === undefined ? '' : `, ${url}`;
    super(
      `La plateforme tourne déjà sur ces données (processus ${pid}${where}). Arrêtez-la, ou choisissez un autre dossier avec DATA_DIR.\n` +
        `The platform already runs on these data (process ${pid}${where}). Stop it, or choose another folder with DATA_DIR.`,
    );
    this.name = 'AlreadyRunning';
  }
}

export interface InstanceLock {
  /** Records where this instance is reached, for the message that a second start prints. */
  note(url: string): void;
  release(): void;
}

const Holder = ProcessMarkShape.extend({ id: z.string(), url: z.string().optional() });
type Holder = z.infer<typeof Holder>;

const holderOf = (lock: string): Holder | undefined => Holder.safeParse(readJson(lock)).data;
const mine = new Set<string>();
const CLEARING_TAKES_AT_MOST_MS = 5_000;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** Without its start time, a holder with our own pid is an earlier process of a container that always gets that pid. */
const lives = (holder: Holder): boolean =>
  isRunning(holder) && (holder.started !== undefined || holder.pid !== process.pid || mine.has(holder.id));

/** The lock appears with its content, or not at all: a link to a whole file fails when the name exists. */
function create(lock: string, holder: Holder): boolean {
  const draft = `${lock}.${holder.id}`;
  writeWhole(draft, JSON.stringify(holder));
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    remove(draft);
  }
}

/** Only one process at a time may remove a dead holder's lock, or it could remove the lock of one that was quicker. */
function clearDead(lock: string): void {
  const guard = `${lock}.clearing`;
  try {
    mkdirSync(guard);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > CLEARING_TAKES_AT_MOST_MS) remove(guard);
    return;
  }
  try {
    const holder = holderOf(lock);
    if (holder === undefined || !lives(holder)) remove(lock);
  } finally {
    remove(guard);
  }
}

/** One instance at a time on a data folder; a lock whose process was killed is taken over. Throws AlreadyRunning. */
export async function acquireInstanceLock(dataDir: string): Promise<InstanceLock> {
  const lock = join(dataFolder(dataDir), 'instance.lock');
  const holder: Holder = { id: randomUUID(), ...markOf(process.pid) };
  while (!create(lock, holder)) {
    const other = holderOf(lock);
    if (other !== undefined && lives(other)) throw new AlreadyRunning(other.pid, other.url);
    clearDead(lock);
    await pause(10);
  }
  mine.add(holder.id);
  const holds = (): boolean => mine.has(holder.id) && holderOf(lock)?.id === holder.id;
  return {
    note: (url) => {
      if (holds()) writeWhole(lock, JSON.stringify({ ...holder, url }));
    },
    release: () => {
      if (holds()) unlinkSync(lock);
      mine.delete(holder.id);
    },
  };
}
