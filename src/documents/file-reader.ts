import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { threadFile } from '../common/thread-file.js';
import { UnreadableFile } from './read-file-faults.js';
import { kindOf } from './read-file-kind.js';
import { type FileLimits, fileLimits } from './read-file-limits.js';
import type { ThreadAnswer, ThreadTask } from './read-file-thread.js';

/** How many files one process reads at a time, and how many may wait for their turn. */
export const readingLimits = { atOnce: 2, waiting: 6 };

/** Files into text, each in a thread of its own that is ended with it: nothing of a file outlives its reading. */
@Injectable()
export class FileReader implements OnModuleDestroy {
  private readonly running = new Set<Worker>();
  private readonly waiting: (() => void)[] = [];
  private taken = 0;

  /** Whether the next file would be refused as BUSY. */
  isFull(): boolean {
    return this.taken >= readingLimits.atOnce && this.waiting.length >= readingLimits.waiting;
  }

  /** The text of a PDF or Word document, in reading order. Throws UnreadableFile. */
  async read(bytes: Uint8Array, limits: Partial<FileLimits> = {}): Promise<string> {
    const all = { ...fileLimits, ...limits };
    if (bytes.length > all.bytes) throw new UnreadableFile('FILE_TOO_LARGE');
    // Most of what is refused needs no thread for that.
    kindOf(bytes);
    if (this.isFull()) throw new UnreadableFile('BUSY');
    await this.turn();
    try {
      const answer = await this.inThread({ bytes, limits: all });
      if ('fault' in answer) throw new UnreadableFile(answer.fault);
      return answer.text;
    } finally {
      this.next();
    }
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.running].map((thread) => thread.terminate()));
  }

  /** A place is handed on by the one who leaves it, so that nobody slips in between. */
  private async turn(): Promise<void> {
    if (this.taken < readingLimits.atOnce) this.taken += 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private next(): void {
    const first = this.waiting.shift();
    if (first) first();
    else this.taken -= 1;
  }

  private async inThread(task: ThreadTask): Promise<ThreadAnswer> {
    const thread = new Worker(threadFile(import.meta.url, 'read-file-thread.js'), {
      workerData: task,
      env: {},
      execArgv: [],
      // Nothing that libraries print about a file reaches the log.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: task.limits.heapMebibytes, maxYoungGenerationSizeMb: 32 },
    });
    this.running.add(thread);
    try {
      return await answerOf(thread, task.limits.milliseconds);
    } finally {
      this.running.delete(thread);
      await thread.terminate();
    }
  }
}

function answerOf(thread: Worker, milliseconds: number): Promise<ThreadAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve({ fault: 'FILE_TOO_SLOW' });
    }, milliseconds);
    thread.once('message', resolve);
    thread.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ fault: 'FILE_TOO_COMPLEX' });
      // Its words are left out, since they may be words of the file.
      else reject(new Error(`The thread that reads files failed: ${error.code ?? error.name}`));
    });
    thread.once('exit', () => {
      clearTimeout(timer);
      resolve({ fault: 'DAMAGED_FILE' });
    });
  });
}
