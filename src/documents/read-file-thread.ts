import { parentPort, workerData } from 'node:worker_threads';
import { arrayBudget } from './read-file-budget.js';
import { type FileFault, UnreadableFile } from './read-file-faults.js';
import type { FileLimits } from './read-file-limits.js';

/** What the thread is given. */
export interface ThreadTask {
  bytes: Uint8Array;
  limits: FileLimits;
}

/** What the thread says: the text, or why there is none. Words of errors stay here: they may quote the file. */
export type ThreadAnswer = { text: string } | { fault: FileFault };

const { bytes, limits } = workerData as ThreadTask;
const { readFile } = await import('./read-file.js');
// What is unpacked is copied a few times while it is read.
const budget = arrayBudget(limits.bytes + 8 * limits.unpackedBytes);

async function answer(): Promise<ThreadAnswer> {
  try {
    const text = await readFile(bytes, limits);
    return budget.isSpent() ? { fault: 'FILE_TOO_COMPLEX' } : { text };
  } catch (error) {
    if (budget.isSpent()) return { fault: 'FILE_TOO_COMPLEX' };
    return { fault: error instanceof UnreadableFile ? error.fault : 'DAMAGED_FILE' };
  }
}

parentPort?.postMessage(await answer());
