import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Announcements } from '../common/announcements.js';
import { type Progress, silent } from '../common/progress.js';
import { OfferMovesService } from '../offers/offer-moves.service.js';
import { outboxChannel } from '../outbox/outbox.js';
import { Drift } from './drift.js';
import { reasonOf } from './engine-http.js';
import { Indexer } from './indexer.js';
import { Rebuild } from './rebuild.js';

const pollEvery = 1_000;
const lookEvery = 5_000;
const expireEvery = 60_000;
const longestPause = 5_000;

/**
 * Keeps the index true while the process lives: wakes at each announced commit, looks once a second in case an
 * announcement was lost, and takes offers offline when their last day has passed. Several may run: one works at a time.
 */
@Injectable()
export class IndexWorker implements BeforeApplicationShutdown {
  private readonly logger = new Logger(IndexWorker.name);
  private stopped = false;
  private running: Promise<void> | null = null;
  /** Set by an announcement, so that one that comes while a batch is being written is not slept over. */
  private due = false;
  private endPause: () => void = () => undefined;
  private failures = 0;
  private prepared = false;
  private lastLook = 0;
  private lastExpiry = 0;

  constructor(
    private readonly announcements: Announcements,
    private readonly indexer: Indexer,
    private readonly rebuild: Rebuild,
    private readonly drift: Drift,
    private readonly moves: OfferMovesService,
  ) {}

  /** Builds the index when it is missing or of another version, mends differences, and then follows the outbox. */
  async start(): Promise<void> {
    await this.announcements.listen(outboxChannel, () => {
      this.wake();
    });
    this.running = this.loop();
  }

  /** Brings the index up to date; what `start` does first unless it was done, and after every failure. */
  async prepare(progress: Progress = silent): Promise<void> {
    await this.lookAfter(progress);
    await this.indexer.all();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.expireSometimes();
        if (!this.prepared || Date.now() - this.lastLook >= lookEvery) await this.lookAfter(silent);
        this.due = false;
        const paid = await this.indexer.once();
        this.failures = 0;
        if (paid === 0) await this.pause(pollEvery);
      } catch (error) {
        if (this.ended) return;
        this.prepared = false;
        this.failures += 1;
        this.logger.error(`indexing failed, try ${this.failures}: ${reasonOf(error)}`);
        await this.pause(Math.min(250 * 2 ** this.failures, longestPause));
      }
    }
  }

  /**
   * Builds the index when that is due: one that someone deleted is built again although nothing was posted meanwhile.
   * After each building, as at the start and after a failure, differences are marked, and so mended with what is marked.
   */
  private async lookAfter(progress: Progress): Promise<void> {
    if (await this.rebuild.whenDue(progress)) this.prepared = false;
    if (!this.prepared) {
      const marked = await this.drift.mend(await this.drift.report());
      if (marked > 0) this.logger.warn(`${marked} differences between database and index, being mended`);
    }
    this.prepared = true;
    this.lastLook = Date.now();
  }

  private async expireSometimes(): Promise<void> {
    if (Date.now() - this.lastExpiry < expireEvery) return;
    while ((await this.moves.expire()) > 0);
    this.lastExpiry = Date.now();
  }

  private wake(): void {
    this.due = true;
    if (!this.failing || this.stopped) this.endPause();
  }

  /** After a failure the pause is kept whole: new marks are no reason to ask an engine again that is away. */
  private pause(milliseconds: number): Promise<void> {
    if (this.stopped || (this.due && !this.failing)) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** A shutdown may come while anything is awaited. */
  private get ended(): boolean {
    return this.stopped;
  }

  private get failing(): boolean {
    return this.failures > 0;
  }
}
