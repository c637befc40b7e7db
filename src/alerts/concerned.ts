import { Injectable } from '@nestjs/common';
import { type IndexableOffer, type OfferDocument, offerDocument } from '../indexing/offer-document.js';
import { OfferFactsReader } from '../scoring/offer-facts-reader.js';
import { type ConcernedCandidate, ProfileMatches } from './profile-matches.js';
import { SavedSearchBook } from './saved-search-book.js';

/** Whom an offer concerns. */
export interface ConcernedBy {
  /** Ids of the saved searches that it answers. */
  savedSearches: string[];
  /** Candidates who asked to be told of such offers, and how well it suits them. */
  candidates: ConcernedCandidate[];
}

@Injectable()
export class Concerned {
  constructor(
    private readonly searches: SavedSearchBook,
    private readonly profiles: ProfileMatches,
    private readonly facts: OfferFactsReader,
  ) {}

  /** Whether an offer can concern anyone at all; also reads into memory what is needed to tell. */
  async anyone(): Promise<boolean> {
    await this.searches.refresh();
    return this.searches.size > 0 || (await this.profiles.any());
  }

  /** By everything that was committed when it was called. */
  async of(offer: IndexableOffer, document: OfferDocument = offerDocument(offer)): Promise<ConcernedBy> {
    await this.searches.refresh();
    const facts = await this.facts.ofOne(offer.offer);
    return { savedSearches: this.searches.answeredBy(document), candidates: await this.profiles.of(facts) };
  }
}
