import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CandidateAccess } from '../candidates/candidate-access.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidateType } from '../candidates/candidate.type.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { Clock } from '../common/clock.js';
import { checkPage, PageArgs, pageInfo } from '../common/connection.js';
import { isOpen } from '../offers/offer-status.js';
import type { RequestContext } from '../common/context.js';
import { OfferAccess } from '../offers/offer-access.js';
import type { Offer } from '../offers/offer.entity.js';
import { OfferFilters } from '../offers/offer-filter.js';
import { OfferType } from '../offers/offer.type.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { Ranking } from '../ranking/ranking.service.js';
import { MatchCheck } from '../scoring/match-check.js';
import { OfferFactsReader } from '../scoring/offer-facts-reader.js';
import { profileOf } from '../scoring/facts-of.js';
import { CandidateMatchConnection, MatchingOffersArgs, OfferMatchConnection } from './match-connections.type.js';

/** Offers for a candidate: for the candidate alone. */
@Resolver(() => CandidateType)
export class MatchingOffersResolver {
  constructor(
    private readonly ranking: Ranking,
    private readonly check: MatchCheck,
    private readonly facts: OfferFactsReader,
    private readonly access: CandidateAccess,
    private readonly filters: OfferFilters,
    private readonly offers: OffersRepository,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => OfferMatchConnection, {
    complexity: 400,
    description: 'Best first; only offers that pass every gate. For the candidate alone: FORBIDDEN to others.',
  })
  async matchingOffers(
    @Parent() candidate: Candidate,
    @Args() args: MatchingOffersArgs,
    @Context() context: RequestContext,
  ) {
    await this.access.requireSelf(candidate, context);
    const profile = profileOf(candidate);
    const { entries, ...page } = await this.ranking.offersFor(profile, this.filters.read(args.filter), args);
    const rows = await this.offers.byIds(entries.map((entry) => entry.ranked.id));
    const facts = await this.facts.of([...rows.values()]);
    const check = this.check.of(profile);
    return {
      ...page,
      edges: entries.flatMap(({ ranked: { id }, cursor }) => {
        const [node, offer] = [rows.get(id), facts.get(id)];
        const checked = node && offer && isOpen(node, this.clock.today()) ? check(offer) : null;
        return checked?.failures.length === 0 ? [{ cursor, node, match: checked.scored }] : [];
      }),
    };
  }
}

/** Candidates for an offer: for members of its company alone. */
@Resolver(() => OfferType)
export class MatchingCandidatesResolver {
  constructor(
    private readonly ranking: Ranking,
    private readonly check: MatchCheck,
    private readonly facts: OfferFactsReader,
    private readonly access: OfferAccess,
    private readonly candidates: CandidatesRepository,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => CandidateMatchConnection, {
    complexity: 400,
    description:
      'Candidates who agreed to be seen, best first; only those who pass every gate, and only while the offer is open. For members of the company: FORBIDDEN to others.',
  })
  async matchingCandidates(@Parent() offer: Offer, @Args() args: PageArgs, @Context() context: RequestContext) {
    await this.access.requireMember(offer, context);
    if (!isOpen(offer, this.clock.today())) return emptyPage(args);
    const facts = await this.facts.ofOne(offer);
    const { entries, ...page } = await this.ranking.candidatesFor(facts, new Set(), args);
    const rows = await this.candidates.byIds(entries.map((entry) => entry.ranked.id));
    return {
      ...page,
      edges: entries.flatMap(({ ranked: { id }, cursor }) => {
        const node = rows.get(id);
        const checked = node?.visibleSince ? this.check.between(facts, profileOf(node)) : null;
        return checked?.failures.length === 0 ? [{ cursor, node, match: checked.scored }] : [];
      }),
    };
  }
}

/** A draft or an offer that ended is no reason to look at people. */
function emptyPage(args: PageArgs) {
  checkPage(args);
  return { edges: [], pageInfo: pageInfo([], false, false), totalCount: 0 };
}
