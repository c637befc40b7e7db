import { readFileSync } from 'node:fs';
import { childrenOf } from './processor.js';
import type { Trial } from './trial.js';

/** In megabytes; absent where the system does not tell. */
export type Memory = Partial<Record<'node' | 'engine' | 'engine with its files' | 'postgres', number>>;

const lineOf = (path: string, name: string): number => {
  const line = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(path, 'utf8'));
  return Number(line?.[1] ?? NaN) / 1024;
};

/**
 * Of the engine what is its own, and what it has mapped of its files besides; of PostgreSQL's processes the sum, what they
 * share counted once.
 */
function memoryNow(trial: Trial): Memory {
  try {
    const [engine, postgres] = [trial.pidOf('meilisearch'), trial.pidOf('postgres')];
    const shares = [postgres, ...childrenOf(postgres)].map((pid) => {
      try {
        return lineOf(`/proc/${pid}/smaps_rollup`, 'Pss');
      } catch {
        return 0;
      }
    });
    return {
      node: process.memoryUsage.rss() / 2 ** 20,
      engine: lineOf(`/proc/${engine}/status`, 'RssAnon'),
      'engine with its files': lineOf(`/proc/${engine}/status`, 'VmRSS'),
      postgres: shares.reduce((sum, share) => sum + share, 0),
    };
  } catch {
    return { node: process.memoryUsage.rss() / 2 ** 20 };
  }
}

/** The most that each process held at once during the work, looked at twice a second. */
export async function withPeak<Result>(trial: Trial, work: () => Promise<Result>): Promise<[Result, Memory]> {
  const peak: Memory = {};
  const look = (): void => {
    for (const [name, size] of Object.entries(memoryNow(trial))) {
      const key = name as keyof Memory;
      peak[key] = Math.max(peak[key] ?? 0, Math.round(size));
    }
  };
  look();
  const timer = setInterval(look, 500);
  try {
    return [await work(), peak];
  } finally {
    clearInterval(timer);
  }
}
