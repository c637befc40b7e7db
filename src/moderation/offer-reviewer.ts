import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import type { ContractType } from '../offers/offer-words.js';
import { noteFound } from './case-book.js';
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
    for (const offer of offers) {
      await noteFound(tx, 'OFFER', offer.id, suspiciousIn(offer, this.clock.today()), this.clock.now());
    }
    return due.length;
  }
}
