import { Injectable } from '@nestjs/common';
import type { Offer } from '../offers/offer.entity.js';
import { offerFacts } from './facts-of.js';
import type { OfferFacts } from './score-facts.js';

/** What a score may see of offers whose rows are there, with how their companies answer. */
@Injectable()
export class OfferFactsReader {
  of(offers: readonly Offer[]): Promise<Map<string, OfferFacts>> {
    return Promise.resolve(new Map(offers.map((offer) => [offer.id, offerFacts(offer, null)])));
  }

  async ofOne(offer: Offer): Promise<OfferFacts> {
    return (await this.of([offer])).get(offer.id)!;
  }
}
