import { Worker } from 'node:worker_threads';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../common/config.js';
import { rateLimited } from '../common/errors.js';
import { type Progress, silent } from '../common/progress.js';
import { threadFile } from '../common/thread-file.js';
import { diplomaPeriods } from '../offers/vte-in-use.js';
import type { QuestionName, Questions, ThreadStart, Told } from './thread-protocol.js';

interface Waiting {
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
  tooLong: NodeJS.Timeout;
}

const longestPause = 30_000;
/** A thread that does not answer for so long hangs, and is ended. Catching up may mean to read everything again. */
const patience = { question: 10_000, catchUp: 300_000 };
/** Questions that may wait at a time: more would only wait for longer than anybody does. */
const mostWaiting = 100;
/** For so long a thread that cannot follow the database is still believed. */
const believedFor = 5_000;

/**
 * The door to the thread that holds offers and candidates in memory. It is started by `prepare`, and again when it dies;
 * while it is not ready, whoever would ask it takes another way.
 */
@Injectable()
export class Matcher implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Matcher.name);
  private readonly waiting = new Map<number, Waiting>();
  private readonly databaseUrl: string;
  private worker: Worker | null = null;
  private starting: Promise<void> | null = null;
  private progress: Progress = silent;
  private asked = 0;
  private deaths = 0;
  private closing = false;
  private isReady = false;
  private troubledSince: number | null = null;

  constructor(@Inject(CONFIG) { DATABASE_URL }: Pick<Config, 'DATABASE_URL'>) {
    this.databaseUrl = DATABASE_URL!;
  }

  /** Whether it holds everything as it is now and can be asked. */
  get ready(): boolean {
    return this.isReady && (this.troubledSince === null || Date.now() - this.troubledSince < believedFor);
  }

  /** Starts the thread; done when it has read everything. Rejects when that fails, and goes on trying meanwhile. */
  prepare(progress: Progress = silent): Promise<void> {
    this.progress = progress;
    return (this.starting ??= this.start());
  }

  /** Throws RATE_LIMITED when too many wait already. */
  ask<Name extends QuestionName>(name: Name, asked: Questions[Name]['asked']): Promise<Questions[Name]['answer']> {
    const { worker } = this;
    if (!worker || !this.isReady) return Promise.reject(new Error('the matcher is not ready'));
    if (this.waiting.size >= mostWaiting) return Promise.reject(rateLimited(5));
    const n = ++this.asked;
    return new Promise((resolve, reject) => {
      const tooLong = setTimeout(
        () => {
          this.logger.error(`the matcher did not answer “${name}” and is ended`);
          void worker.terminate();
        },
        name === 'catchUp' ? patience.catchUp : patience.question,
      );
      worker.postMessage({ n, name, asked, diplomaPeriods: diplomaPeriods() });
      this.waiting.set(n, { resolve, reject, tooLong });
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    this.isReady = false;
    const { worker } = this;
    if (!worker) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage('stop');
    const tooLong = setTimeout(() => void worker.terminate(), 3_000);
    await ended;
    clearTimeout(tooLong);
  }

  private start(): Promise<void> {
    const start: ThreadStart = { databaseUrl: this.databaseUrl };
    const worker = new Worker(threadFile(import.meta.url, 'matcher-thread.js'), { workerData: start });
    this.worker = worker;
    return new Promise((resolve, reject) => {
      worker.on('message', (told: Told) => {
        if ('ready' in told) {
          this.isReady = true;
          this.deaths = 0;
          resolve();
        } else this.hear(told);
      });
      worker.once('error', (error) => {
        this.logger.error('the thread of the matcher failed', error);
        reject(error);
      });
      worker.once('exit', () => {
        reject(new Error('the thread of the matcher ended'));
        this.died(worker);
      });
    });
  }

  private hear(told: Exclude<Told, { ready: true }>): void {
    if ('progress' in told) this.progress(...told.progress);
    else if ('trouble' in told) this.noteTrouble(told.trouble);
    else {
      const waiting = this.waiting.get(told.n);
      this.waiting.delete(told.n);
      clearTimeout(waiting?.tooLong);
      if ('error' in told) waiting?.reject(new Error(told.error));
      else waiting?.resolve(told.answer as never);
    }
  }

  /** Null when it follows again. */
  private noteTrouble(trouble: string | null): void {
    if (trouble === null) {
      this.troubledSince = null;
      this.logger.log('the matcher follows the database again');
    } else if (this.troubledSince === null) {
      this.troubledSince = Date.now();
      this.logger.error(`the matcher cannot follow the database: ${trouble}`);
    }
  }

  private died(worker: Worker): void {
    if (this.worker !== worker) return;
    this.worker = null;
    this.isReady = false;
    this.troubledSince = null;
    for (const { reject, tooLong } of this.waiting.values()) {
      clearTimeout(tooLong);
      reject(new Error('the thread of the matcher ended'));
    }
    this.waiting.clear();
    if (this.closing) return;
    this.deaths += 1;
    const pause = Math.min(500 * 2 ** this.deaths, longestPause);
    this.logger.warn(`the matcher is started again in ${pause} ms`);
    setTimeout(() => {
      if (this.closing) return;
      this.starting = this.start();
      this.starting.catch(() => undefined);
    }, pause).unref();
  }
}
