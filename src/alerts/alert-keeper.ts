import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Announcements } from '../common/announcements.js';
import { Clock } from '../common/clock.js';
import { documentsOf } from '../indexing/indexer.js';
import type { IndexableOffer } from '../indexing/offer-document.js';
import { AlertsDue } from './alerts-due.js';
import { AlertWriter, type Found } from './alert-writer.js';
import { Concerned } from './concerned.js';
import { OfferReader } from './offer-reader.js';

const channel = 'vte_alerts';
const pollEvery = 2_000;
const tidyEvery = 3_600_000;
const batchSize = 50;
const longestPause = 30_000;

/**
 * The worker's part: finds whom each published offer concerns, and writes their alerts. Wakes at each announced commit, and
 * looks every two seconds in case an announcement was lost. Several may run: one works at a time.
 */
@Injectable()
export class AlertKeeper implements BeforeApplicationShutdown {
  private readonly logger = new Logger(AlertKeeper.name);
  private running: Promise<void> | null = null;
  private stopped = false;
  private due = false;
  private endPause: () => void = () => undefined;
  private failures = 0;
  private tidiedAt = 0;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly announcements: Announcements,
    private readonly debts: AlertsDue,
    private readonly offers: OfferReader,
    private readonly concerned: Concerned,
    private readonly writer: AlertWriter,
    private readonly clock: Clock,
  ) {}

  async start(): Promise<void> {
    await this.announcements.listen(channel, () => {
      this.wake();
    });
    this.running = this.loop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  /**
   * One batch of the offers that were opened; answers how many, 0 when there is none or another process is at it. What is due
   * is taken away in the transaction that writes the alerts: whatever fails or is killed gives it back.
   */
  async once(): Promise<number> {
    const anyone = await this.concerned.anyone();
    return this.db.transaction(async (tx) => {
      const ids = await this.debts.take(tx, batchSize);
      if (ids.length === 0) return 0;
      const news = await this.debts.notConsidered(tx, await this.offers.open(tx, [...new Set(ids)]));
      if (anyone) await this.writer.write(tx, await this.find(news), this.clock.now());
      await this.debts.considered(tx, news);
      return ids.length;
    });
  }

  /** Until nothing is due. */
  async all(): Promise<void> {
    while ((await this.once()) > 0);
  }

  private async find(offers: readonly IndexableOffer[]): Promise<Found[]> {
    const { documents, broken } = documentsOf(offers);
    for (const { id, error } of broken) this.logger.error(`offer ${id} cannot be considered: ${String(error)}`);
    const byId = new Map(offers.map((one) => [one.offer.id, one]));
    const found: Found[] = [];
    for (const document of documents) {
      const offer = byId.get(document.id)!;
      found.push({ offer: offer.offer, concerned: await this.concerned.of(offer, document) });
    }
    return found;
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      try {
        this.due = false;
        const taken = await this.once();
        await this.tidySometimes(this.db.manager);
        this.failures = 0;
        if (taken === 0) await this.pause(pollEvery);
      } catch (error) {
        this.failures += 1;
        if (!this.ended) this.logger.warn(`alerts could not be found, try ${this.failures}: ${String(error)}`);
        await this.pause(Math.min(500 * 2 ** this.failures, longestPause));
      }
    }
  }

  private async tidySometimes(db: EntityManager): Promise<void> {
    if (Date.now() - this.tidiedAt < tidyEvery) return;
    await this.debts.forgetOldChanges(db);
    this.tidiedAt = Date.now();
  }

  /** As it is now: while the loop waited, the process may have been told to end. */
  private get ended(): boolean {
    return this.stopped;
  }

  private wake(): void {
    this.due = true;
    this.endPause();
  }

  /** After a failure an announcement does not cut the pause short: a database that fails is not helped by hurry. */
  private async pause(milliseconds: number): Promise<void> {
    if (this.stopped || (this.due && this.failures === 0)) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.endPause = () => {
        if (this.failures > 0 && !this.stopped) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.endPause = () => undefined;
  }
}
