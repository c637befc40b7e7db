import { Injectable } from '@nestjs/common';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { Clock } from '../common/clock.js';
import type { Offer } from '../offers/offer.entity.js';
import type { ReadFilter } from '../offers/offer-filter.js';
import { isOpen } from '../offers/offer-status.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { gates } from '../scoring/gates.js';
import { candidateFacts, offerFacts } from '../scoring/facts-of.js';
import { MatchableOffers } from './matchable-offers.js';
import type { Ranked } from './ranking.js';
import { score } from '../scoring/score.js';
import type { CandidateFacts, OfferFacts, Scored } from '../scoring/score-facts.js';
import { SkillKnowledge } from '../scoring/skill-knowledge.js';
import { currentWeights } from '../scoring/weights.js';
import { Wishes } from '../scoring/wishes.js';

/** Exact matching both ways: everything that passes the gates is scored, by one function. */
@Injectable()
export class MatchingService {
  constructor(
    private readonly offers: MatchableOffers,
    private readonly candidates: CandidatesRepository,
    private readonly gazetteer: Gazetteer,
    private readonly knowledge: SkillKnowledge,
    private readonly clock: Clock,
  ) {}

  async offersFor(candidate: Candidate, filter: ReadFilter): Promise<Ranked[]> {
    const facts = candidateFacts(candidate);
    const wishes = this.wishes(candidate);
    const offers = await this.offers.openFor(facts, wishes, filter);
    return offers.flatMap((offer) => this.ranked(offer.id, offer, facts, wishes));
  }

  /** Only candidates who agreed to be seen, and only while the offer is open: a draft is no reason to look at people. */
  async candidatesFor(offer: Offer): Promise<Ranked[]> {
    if (!isOpen(offer, this.clock.today())) return [];
    const facts = offerFacts(offer);
    const candidates = await this.candidates.visible();
    return candidates.flatMap((one) => this.ranked(one.id, facts, candidateFacts(one), this.wishes(one)));
  }

  private ranked(id: string, offer: OfferFacts, candidate: CandidateFacts, wishes: Wishes): Ranked[] {
    const scored = this.match(offer, candidate, wishes);
    return scored ? [{ id, scored }] : [];
  }

  /** Null when a gate keeps them apart. */
  private match(offer: OfferFacts, candidate: CandidateFacts, wishes: Wishes): Scored | null {
    const place = wishes.best(offer.communeCodes);
    if (gates(offer, candidate, place, this.clock.today()).length > 0) return null;
    const { closeness, rarity } = this.knowledge;
    return score(offer, candidate, place, { closeness, rarity, weights: currentWeights });
  }

  private wishes(candidate: Candidate): Wishes {
    return new Wishes(this.gazetteer, candidate.places, currentWeights);
  }
}
