import { Injectable } from '@nestjs/common';
import { documentsOf } from '../indexing/indexer.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { judgedOffer } from './judged-offer.js';
import { OfferReader } from './offer-reader.js';
import type { Frequency } from './percolator.js';

const sampled = 500;

/** How common words are among offers: counted in a few hundred open ones, which their random ids choose. */
@Injectable()
export class WordSample {
  constructor(
    private readonly offers: OfferReader,
    private readonly gazetteer: Gazetteer,
  ) {}

  async frequency(): Promise<Frequency> {
    const counts = new Map<string, number>();
    const { documents } = documentsOf(await this.offers.some(sampled));
    for (const document of documents) {
      for (const word of judgedOffer(document, this.gazetteer).words) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    return (word) => counts.get(word) ?? 0;
  }
}
