import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { responsivenessFit } from '../companies/responsiveness.js';
import type { Offer } from '../offers/offer.entity.js';
import { offerFacts } from './facts-of.js';
import type { OfferFacts } from './score-facts.js';

/** What a score may see of offers whose rows are there, with how their companies answer: one query for all. */
@Injectable()
export class OfferFactsReader {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async of(offers: readonly Offer[]): Promise<Map<string, OfferFacts>> {
    const answering = await this.answering([...new Set(offers.map(({ companyId }) => companyId))]);
    return new Map(offers.map((offer) => [offer.id, offerFacts(offer, answering.get(offer.companyId) ?? null)]));
  }

  async ofOne(offer: Offer): Promise<OfferFacts> {
    return (await this.of([offer])).get(offer.id)!;
  }

  /** Companies of which too little is known are left out. */
  private async answering(companyIds: readonly string[]): Promise<Map<string, number>> {
    if (companyIds.length === 0) return new Map();
    const rows = await this.db.query<{ id: string; rate: number; medianDays: number | null }[]>(
      `SELECT company_id AS id, rate, median_days AS "medianDays" FROM company_responsiveness
        WHERE company_id = ANY($1::uuid[])`,
      [companyIds],
    );
    return new Map(rows.map(({ id, ...known }) => [id, responsivenessFit(known)]));
  }
}
