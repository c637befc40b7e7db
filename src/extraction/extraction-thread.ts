import { Worker } from 'node:worker_threads';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { CONFIG, type Config } from '../common/config.js';
import { threadFile } from '../common/thread-file.js';
import type { Proposal, TextKind } from './proposal.js';
import type { ReadingAsked, ReadingStart, ReadingTold } from './reading-protocol.js';
import { TextNotRead } from './text-not-read.js';

/** What reading texts may cost a process. */
export const readingCosts = {
  /** For one text. An honest one takes a hundredth of a second. */
  milliseconds: 10_000,
  /** Texts that wait while one is read. */
  waiting: 8,
  /** Memory of the thread for objects; the words and the places take about 100. */
  heapMebibytes: 512,
};

interface Reading extends ReadingAsked {
  resolve: (proposal: Proposal) => void;
  reject: (error: Error) => void;
}

const longestPause = 30_000;

/**
 * Reads texts in a thread of its own, one at a time, so that nobody else waits for it. The thread is started by `prepare` or
 * by the first text, and again when it dies or a text takes too long.
 */
@Injectable()
export class ExtractionThread implements BeforeApplicationShutdown {
  private readonly logger = new Logger(ExtractionThread.name);
  private readonly waiting: Reading[] = [];
  private readonly databaseUrl: string;
  private current: Reading | null = null;
  private worker: Worker | null = null;
  private starting: Promise<void> | null = null;
  private timer: NodeJS.Timeout | undefined;
  private isReady = false;
  private closing = false;
  private failures = 0;
  private restart: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) { DATABASE_URL }: Pick<Config, 'DATABASE_URL'>,
    private readonly clock: Clock,
  ) {
    this.databaseUrl = DATABASE_URL!;
  }

  /** Done when the thread has read the words and places it looks for; texts may be given before. */
  prepare(): Promise<void> {
    return (this.starting ??= this.start());
  }

  /** Whether the next text would be refused as BUSY. */
  isFull(): boolean {
    return this.closing || this.waiting.length >= readingCosts.waiting;
  }

  /** What a text proposes. Throws TextNotRead. */
  read(text: string, kind: TextKind): Promise<Proposal> {
    return new Promise((resolve, reject) => {
      if (this.isFull()) {
        reject(new TextNotRead('BUSY'));
        return;
      }
      this.waiting.push({ text, kind, today: this.clock.today(), resolve, reject });
      this.prepare().catch(() => undefined);
      this.next();
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    clearTimeout(this.timer);
    clearTimeout(this.restart);
    const { worker } = this;
    if (worker) {
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      worker.postMessage('stop');
      const tooLong = setTimeout(() => void worker.terminate(), 1_000);
      await ended;
      clearTimeout(tooLong);
    }
    this.refuseAll();
  }

  private start(): Promise<void> {
    const start: ReadingStart = { databaseUrl: this.databaseUrl };
    const worker = new Worker(threadFile(import.meta.url, 'reading-thread.js'), {
      workerData: start,
      resourceLimits: { maxOldGenerationSizeMb: readingCosts.heapMebibytes, maxYoungGenerationSizeMb: 32 },
    });
    this.worker = worker;
    return new Promise((resolve, reject) => {
      worker.on('message', (told: ReadingTold) => {
        if ('ready' in told) resolve();
        if (this.worker === worker) this.hear(told);
      });
      // While it reads, an error of the thread may quote the text; before, it is one of the database.
      worker.once('error', (error: NodeJS.ErrnoException) => {
        this.logger.error(
          `the thread that reads texts failed: ${this.isReady ? (error.code ?? error.name) : error.message}`,
        );
      });
      worker.once('exit', () => {
        reject(new Error('the thread that reads texts ended'));
        if (this.worker === worker) this.died();
      });
    });
  }

  private hear(told: ReadingTold): void {
    if ('ready' in told) {
      this.isReady = true;
      this.failures = 0;
      this.next();
    } else if ('begun' in told) {
      this.timer = setTimeout(() => {
        void this.worker?.terminate();
      }, readingCosts.milliseconds);
    } else {
      clearTimeout(this.timer);
      const { current } = this;
      this.current = null;
      if ('proposal' in told) current?.resolve(told.proposal);
      else current?.reject(new Error(`a text could not be read: ${told.failedAt}`));
      this.next();
    }
  }

  private next(): void {
    if (!this.isReady || this.current) return;
    const next = this.waiting.shift();
    if (!next) return;
    this.current = next;
    const { text, kind, today } = next;
    this.worker!.postMessage({ text, kind, today } satisfies ReadingAsked);
  }

  /** Only the text being read is to blame; those that wait are read by the next thread, unless that could not start. */
  private died(): void {
    clearTimeout(this.timer);
    const wasReady = this.isReady;
    [this.worker, this.isReady] = [null, false];
    this.current?.reject(new TextNotRead(this.closing ? 'BUSY' : 'TOO_SLOW'));
    this.current = null;
    if (this.closing) return;
    if (!wasReady) this.refuseAll();
    this.failures += 1;
    const pause = wasReady ? 0 : Math.min(500 * 2 ** this.failures, longestPause);
    this.logger.warn(`the thread that reads texts is started again in ${pause} ms`);
    this.restart = setTimeout(() => {
      this.starting = this.start();
      this.starting.catch(() => undefined);
    }, pause).unref();
  }

  private refuseAll(): void {
    for (const { reject } of this.waiting.splice(0)) reject(new TextNotRead('BUSY'));
  }
}
