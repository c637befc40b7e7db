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

export type WhomItConcerns = (offer: IndexableOffer, document?: OfferDocument) => Promise<ConcernedBy>;

export const nobody: ConcernedBy = { savedSearches: [], candidates: [] };

@Injectable()
export class Concerned {
  constructor(
    private readonly searches: SavedSearchBook,
    private readonly profiles: ProfileMatches,
    private readonly facts: OfferFactsReader,
  ) {}

  /**
   * For offers that were published by now, by everything that is committed now; null when none can concern anyone. To be
   * asked for once a batch: it reads into memory what is needed to tell.
   */
  async now(): Promise<WhomItConcerns | null> {
    await this.searches.refresh();
    const profiles = await this.profiles.now();
    if (this.searches.size === 0 && !profiles) return null;
    return async (offer, document = offerDocument(offer)) => ({
      savedSearches: this.searches.answeredBy(document),
      candidates: profiles ? await profiles(await this.facts.ofOne(offer.offer)) : [],
    });
  }

  /** Between batches: searches that were deleted, or whose candidate was erased, leave the memory too. */
  keepUp(): Promise<void> {
    return this.searches.keepUp();
  }

  /** One offer, by everything that is committed now. */
  async of(offer: IndexableOffer): Promise<ConcernedBy> {
    const whom = await this.now();
    return whom ? whom(offer) : nobody;
  }
}
