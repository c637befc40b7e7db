import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Announcements } from '../common/announcements.js';
import { Clock } from '../common/clock.js';
import { documentsOf } from '../indexing/indexer.js';
import type { IndexableOffer } from '../indexing/offer-document.js';
import { AlertsDue } from './alerts-due.js';
import { AlertWriter, type Found } from './alert-writer.js';
import { Concerned, nobody } from './concerned.js';
import { OfferReader } from './offer-reader.js';

const channel = 'vte_alerts';
const pollEvery = 2_000;
const batchSize = 50;
const longestPause = 30_000;

/**
 * The worker's part: finds whom each published offer concerns, and writes their alerts. Wakes at each announced commit, and
 * looks every two seconds in case an announcement was lost. Several may run: one writes at a time.
 */
@Injectable()
export class AlertKeeper implements BeforeApplicationShutdown {
  private readonly logger = new Logger(AlertKeeper.name);
  private running: Promise<void> | null = null;
  private stopped = false;
  private due = false;
  private endPause: () => void = () => undefined;
  private failures = 0;

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
   * One batch of the offers that were opened; answers how many, 0 when there is none or another process is at it. It is found
   * whom they concern before the transaction, which needs no second connection then. What is due is taken away in the
   * transaction that writes the alerts: whatever fails or is killed gives it back.
   */
  async once(): Promise<number> {
    const due = await this.debts.next(batchSize);
    if (due.length === 0) return 0;
    const ids = [...new Set(due.map(({ offerId }) => offerId))];
    const { manager } = this.db;
    const found = await this.find(await this.debts.notConsidered(manager, await this.offers.open(manager, ids)));
    return this.db.transaction(async (tx) => {
      const taken = await this.debts.take(tx, due);
      if (taken.size === 0) return 0;
      const ours = found.filter(({ offer }) => taken.has(offer.id));
      const offers = await this.debts.notConsidered(
        tx,
        ours.map(({ offer }) => ({ offer })),
      );
      const news = new Set(offers.map(({ offer }) => offer.id));
      await this.writer.write(
        tx,
        ours.filter(({ offer }) => news.has(offer.id)),
        this.clock.now(),
      );
      await this.debts.considered(tx, offers);
      return taken.size;
    });
  }

  /** Until nothing is due. */
  async all(): Promise<void> {
    while ((await this.once()) > 0);
  }

  /** One that breaks concerns nobody, and keeps no other from being considered. */
  private async find(offers: readonly IndexableOffer[]): Promise<Found[]> {
    const whom = await this.concerned.now();
    const { documents, broken } = documentsOf(offers);
    for (const { id, error } of broken) this.logger.error(`offer ${id} cannot be considered: ${String(error)}`);
    const byId = new Map(documents.map((document) => [document.id, document]));
    const found: Found[] = [];
    for (const offer of offers) {
      const document = byId.get(offer.offer.id);
      found.push({ offer: offer.offer, concerned: whom && document ? await whom(offer, document) : nobody });
    }
    return found;
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      try {
        this.due = false;
        const taken = await this.once();
        this.failures = 0;
        if (taken === 0) await this.concerned.keepUp();
        if (taken === 0) await this.pause(pollEvery);
      } catch (error) {
        this.failures += 1;
        if (!this.ended) this.logger.warn(`alerts could not be found, try ${this.failures}: ${String(error)}`);
        await this.pause(Math.min(500 * 2 ** this.failures, longestPause));
      }
    }
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
