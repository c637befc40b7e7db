import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import type { ContractType } from '../offers/offer-words.js';
import { noteReport } from './case-book.js';
import { suspiciousIn } from './suspicious-words.js';

const atOnce = 200;

interface PostedOffer {
  id: string;
  title: string;
  description: string;
  contractType: ContractType;
}

/** Reads the words of offers soon after they are posted or revised, and reports those that a person should look at. */
@Injectable()
export class OfferReviewer implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'review-offers', cron: '* * * * *', work: () => this.review() });
  }

  /** Offers are not held, since whoever decides a case holds its offer first: one that goes meanwhile makes it begin again. */
  async review(): Promise<void> {
    while ((await this.db.transaction((tx) => this.some(tx))) === atOnce);
  }

  private async some(tx: EntityManager): Promise<number> {
    const [due] = await tx.query<[{ id: string }[], number]>(
      `DELETE FROM offer_review_due WHERE seq IN
         (SELECT seq FROM offer_review_due ORDER BY seq LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING offer_id AS id`,
      [atOnce],
    );
    const offers = await tx.query<PostedOffer[]>(
      `SELECT id, title, description, contract_type AS "contractType" FROM offer
        WHERE id = ANY ($1) AND status = 'OPEN' ORDER BY id`,
      [due.map(({ id }) => id)],
    );
    for (const offer of offers) await this.read(tx, offer);
    return due.length;
  }

  /** What an administrator has seen of an offer once is not told again. */
  private async read(tx: EntityManager, offer: PostedOffer): Promise<void> {
    const [first, ...others] = suspiciousIn(offer, this.clock.today());
    if (!first) return;
    const words = [first, ...others].map(({ found }) => `« ${found} »`).join(', ');
    const seen = await tx.query<unknown[]>(
      `SELECT FROM moderation_report r JOIN moderation_case c ON c.id = r.case_id
        WHERE c.offer_id = $1 AND r.origin = 'PLATFORM' AND r.words = $2 LIMIT 1`,
      [offer.id, words],
    );
    if (seen.length > 0) return;
    await noteReport(tx, {
      kind: 'OFFER',
      objectId: offer.id,
      origin: 'PLATFORM',
      reason: first.reason,
      words,
      callerKey: 'platform',
      at: this.clock.now(),
    });
  }
}
