import { readdirSync, readFileSync } from 'node:fs';
import type { Trial } from './trial.js';

export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]) === parent;
      } catch {
        return false;
      }
    })
    .map(Number);
}

const millisecondsATick = 10;

/** Processor time of a process so far, in milliseconds; 0 where the system does not tell. */
function usedBy(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * millisecondsATick;
  } catch {
    return 0;
  }
}

/** Processor time in milliseconds, which other work on the machine changes less than what a clock shows. */
export interface Processor {
  api: number;
  engine: number;
  postgres: number;
}

export function processorNow(trial: Trial, apiPid: number): Processor {
  const postgres = trial.pidOf('postgres');
  const backends = [postgres, ...childrenOf(postgres)];
  return {
    api: usedBy(apiPid),
    engine: usedBy(trial.pidOf('meilisearch')),
    postgres: backends.reduce((sum, pid) => sum + usedBy(pid), 0),
  };
}
