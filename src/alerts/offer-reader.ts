import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AidsService } from '../aids/aids.service.js';
import { Clock } from '../common/clock.js';
import { IndexableOffers } from '../indexing/indexable-offers.js';
import type { IndexableOffer } from '../indexing/offer-document.js';
import { Lexicon } from '../skills/lexicon.js';
import { Gazetteer } from '../territories/gazetteer.js';

/** Open offers with everything that their documents are made of: alerts judge what the search would find. */
@Injectable()
export class OfferReader {
  private readonly offers: IndexableOffers;

  constructor(
    @InjectDataSource() db: DataSource,
    lexicon: Lexicon,
    aids: AidsService,
    gazetteer: Gazetteer,
    clock: Clock,
  ) {
    this.offers = new IndexableOffers(db, lexicon, aids, gazetteer, clock);
  }

  /** Those of the ids that are open now, by the places and words of now. */
  async open(tx: EntityManager, ids: readonly string[]): Promise<IndexableOffer[]> {
    await this.offers.refreshReference();
    return this.offers.open(tx, ids);
  }

  some(most: number): Promise<IndexableOffer[]> {
    return this.offers.openAfter(null, most);
  }
}
