import { Worker } from 'node:worker_threads';
import type { Progress } from '../common/progress.js';
import { threadFile } from '../common/thread-file.js';

export interface MapThreadStart {
  databaseUrl: string;
}

export type MapThreadTold = { step: string; done: number; total: number } | { files: number };

export interface Building {
  /** How many files were stored. */
  done: Promise<number>;
  /** Nothing is stored then, unless it was already. */
  stop: () => Promise<unknown>;
}

/** Megabytes for objects: twice what they take. */
const heapMebibytes = 1_024;

/** Builds the outlines in a thread of its own, and stores them. */
export function startBuilding(databaseUrl: string, progress: Progress): Building {
  const start: MapThreadStart = { databaseUrl };
  const worker = new Worker(threadFile(import.meta.url, 'map-thread.js'), {
    workerData: start,
    resourceLimits: { maxOldGenerationSizeMb: heapMebibytes },
  });
  const done = new Promise<number>((resolve, reject) => {
    worker.on('message', (told: MapThreadTold) => {
      if ('files' in told) resolve(told.files);
      else progress(told.step, told.done, told.total);
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('the thread that builds the outlines ended'));
    });
  });
  return { done, stop: () => worker.terminate() };
}
