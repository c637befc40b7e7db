import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A process told apart from a later one with the same pid by when it started; `started` is absent where the system does not tell. */
export interface ProcessMark {
  pid: number;
  started?: string | undefined;
}

const readOr = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

function statOf(pid: number): { state: string; started: string } | undefined {
  const stat = readOr(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const boot = readOr('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  return { state: fields[0] ?? '', started: `${boot}:${fields[19] ?? ''}` };
}

export const markOf = (pid: number): ProcessMark => ({ pid, started: statOf(pid)?.started });

/** A zombie counts as ended: it holds no file and no port, and may never be reaped inside a container. */
export function isRunning(mark: ProcessMark): boolean {
  if (!Number.isSafeInteger(mark.pid) || mark.pid <= 0) return false;
  try {
    process.kill(mark.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = statOf(mark.pid);
  if (now === undefined) return true;
  if (now.state === 'Z' || now.state === 'X') return false;
  return mark.started === undefined || mark.started === now.started;
}

/** What Linux tells of a process; every part is absent on other systems or when another user's process hides it. */
export function describe(pid: number): { command?: string | undefined; folder?: string | undefined } {
  const command = readOr(`/proc/${pid}/comm`)?.trim();
  try {
    return { command, folder: readlinkSync(`/proc/${pid}/cwd`) };
  } catch {
    return { command };
  }
}

/** Running processes of that name whose current folder is that one: what a killed server leaves behind. */
export function processesIn(folder: string, command: string): number[] {
  if (process.platform !== 'linux') return [];
  let pids: number[];
  try {
    pids = readdirSync('/proc').map(Number).filter(Number.isSafeInteger);
  } catch {
    return [];
  }
  return pids.filter((pid) => {
    const seen = describe(pid);
    return seen.command === command && seen.folder === folder && isRunning({ pid });
  });
}

export async function until(condition: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  const end = Date.now() + withinMs;
  for (;;) {
    if (await condition()) return true;
    if (Date.now() > end) return false;
    await pause(15);
  }
}

export function signal(mark: ProcessMark, name: NodeJS.Signals): void {
  if (!isRunning(mark)) return;
  try {
    process.kill(mark.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Sends each signal in turn and waits its time; the process is never another one that took over the pid. */
export async function stopProcess(mark: ProcessMark, steps: readonly [NodeJS.Signals, number][]): Promise<void> {
  for (const [name, waitMs] of steps) {
    signal(mark, name);
    if (await until(() => !isRunning(mark), waitMs)) return;
  }
  throw new Error(`Le processus ${mark.pid} ne s'arrête pas. (Process ${mark.pid} does not stop.)`);
}
