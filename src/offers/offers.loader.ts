import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../common/batch-loader.js';
import type { Offer } from './offer.entity.js';
import { OffersRepository } from './offers.repository.js';

/** Offers by id whatever their state, read together for all resolvers of a request: who may see them was asked before. */
@Injectable()
export class OffersLoader extends BatchLoader<string, Offer> {
  constructor(private readonly offers: OffersRepository) {
    super();
  }

  protected async batch(ids: readonly string[]): Promise<(Offer | Error)[]> {
    const byId = await this.offers.byIds(ids);
    return ids.map((id) => byId.get(id) ?? new Error(`offer ${id} is gone`));
  }
}
