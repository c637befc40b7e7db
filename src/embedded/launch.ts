import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import { isRunning, markOf, stopProcess, until } from './processes.js';
import { lastLines, openLog, remove, writeRun } from './small-files.js';
import type { RunAs } from './unprivileged.js';

const READY_WITHIN_MS = 120_000;

export interface Launch {
  name: string;
  command: string;
  args: string[];
  user: RunAs | undefined;
  env?: NodeJS.ProcessEnv;
  cwd: string;
  port: number;
  log: string;
  runFile: string;
  stopBy: readonly [NodeJS.Signals, number][];
  isReady(child: ChildProcess): boolean | Promise<boolean>;
}

export const isOver = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

export async function endChild(
  child: ChildProcess,
  { stopBy, runFile }: Pick<Launch, 'stopBy' | 'runFile'>,
): Promise<void> {
  const mark = child.pid === undefined ? undefined : markOf(child.pid);
  if (mark !== undefined && !isOver(child) && isRunning(mark)) await stopProcess(mark, stopBy);
  remove(runFile);
}

/**
 * Starts an engine and waits until it answers. It has a process group of its own, so that Ctrl-C reaches only us and we
 * stop it when its users are done; its run file lets the next start find it should we be killed.
 */
export async function launch(what: Launch): Promise<ChildProcess> {
  const { name, command, args, user, env, cwd, port, log, runFile } = what;
  const output = openLog(log);
  const child = spawn(command, args, { ...user, cwd, env, detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  let failure = '';
  child.on('error', (error) => (failure = error.message));
  if (child.pid !== undefined) writeRun(runFile, { ...markOf(child.pid), port, launcher: markOf(process.pid) });
  const ready = await until(async () => isOver(child) || (await what.isReady(child)), READY_WITHIN_MS);
  if (ready && !isOver(child)) return child;
  await endChild(child, what);
  const reason = [failure, lastLines(log)].filter(Boolean).join('\n');
  throw new Error(`${name} n'a pas démarré (${name} did not start):\n${reason}`);
}
