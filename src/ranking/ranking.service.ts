import { Injectable } from '@nestjs/common';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { checkPage, type PageArgs } from '../common/connection.js';
import type { ReadFilter } from '../offers/offer-filter.js';
import { candidateFacts } from '../scoring/facts-of.js';
import { type Checked, MatchCheck, type Profile } from '../scoring/match-check.js';
import type { OfferFacts } from '../scoring/score-facts.js';
import { currentWeights, type Weights } from '../scoring/weights.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { Wishes } from '../scoring/wishes.js';
import { MatchableOffers } from './matchable-offers.js';
import { afterOf, farAway, pageOf, type Ranked, type RankedPage, topOf } from './ranked.js';

/** Exact rankings both ways: everything that passes the gates, by one score. */
@Injectable()
export class Ranking {
  constructor(
    private readonly offers: MatchableOffers,
    private readonly candidates: CandidatesRepository,
    private readonly gazetteer: Gazetteer,
    private readonly check: MatchCheck,
  ) {}

  /** Open offers for someone, of those that the filter keeps. Throws BAD_USER_INPUT for a cursor of another list. */
  async offersFor(
    profile: Profile,
    filter: ReadFilter,
    page: PageArgs,
    weights: Weights = currentWeights,
  ): Promise<RankedPage> {
    checkPage(page);
    const after = afterOf(page);
    const wishes = new Wishes(this.gazetteer, profile.places, weights);
    const offers = await this.offers.openFor(profile.facts, wishes, filter);
    const check = this.check.of(profile, weights);
    const ranked = offers.flatMap((offer) => rankedAs(offer.id, check(offer)));
    return pageOf(topOf(ranked, page.first + 1, after), page);
  }

  /** Candidates who agreed to be seen, for an offer that is open; all but those of `without`. */
  async candidatesFor(offer: OfferFacts, without: ReadonlySet<string>, page: PageArgs): Promise<RankedPage> {
    checkPage(page);
    const after = afterOf(page);
    const candidates = (await this.candidates.visible()).filter(({ id }) => !without.has(id));
    const ranked = candidates.flatMap((one) =>
      rankedAs(one.id, this.check.between(offer, { facts: candidateFacts(one), places: one.places })),
    );
    return pageOf(topOf(ranked, page.first + 1, after), page);
  }
}

function rankedAs(id: string, { failures, scored }: Checked): Ranked[] {
  if (failures.length > 0) return [];
  return [{ id, tenths: Math.round(scored.score * 10), km: scored.rankKm ?? farAway }];
}
