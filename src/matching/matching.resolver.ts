import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CandidateAccess } from '../candidates/candidate-access.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidateType } from '../candidates/candidate.type.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { checkPage, PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { OfferAccess } from '../offers/offer-access.js';
import type { Offer } from '../offers/offer.entity.js';
import { OfferFilters } from '../offers/offer-filter.js';
import { OfferType } from '../offers/offer.type.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { CandidateMatchConnection, MatchingOffersArgs, OfferMatchConnection } from './match-connections.type.js';
import { MatchingService } from './matching.service.js';
import { pageOfRanked } from './ranking.js';

/** Offers for a candidate: for the candidate alone. */
@Resolver(() => CandidateType)
export class MatchingOffersResolver {
  constructor(
    private readonly matching: MatchingService,
    private readonly access: CandidateAccess,
    private readonly filters: OfferFilters,
    private readonly offers: OffersRepository,
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
    checkPage(args);
    const ranked = await this.matching.offersFor(candidate, this.filters.read(args.filter));
    const { entries, ...page } = pageOfRanked(ranked, args);
    const rows = await this.offers.byIds(entries.map((entry) => entry.ranked.id));
    return {
      ...page,
      edges: entries.flatMap(({ ranked: { id, scored }, cursor }) => {
        const node = rows.get(id);
        return node ? [{ cursor, node, match: scored }] : [];
      }),
    };
  }
}

/** Candidates for an offer: for members of its company alone. */
@Resolver(() => OfferType)
export class MatchingCandidatesResolver {
  constructor(
    private readonly matching: MatchingService,
    private readonly access: OfferAccess,
    private readonly candidates: CandidatesRepository,
  ) {}

  @ResolveField(() => CandidateMatchConnection, {
    complexity: 400,
    description:
      'Candidates who agreed to be seen, best first; only those who pass every gate, and only while the offer is open. For members of the company: FORBIDDEN to others.',
  })
  async matchingCandidates(@Parent() offer: Offer, @Args() args: PageArgs, @Context() context: RequestContext) {
    await this.access.requireMember(offer, context);
    checkPage(args);
    const { entries, ...page } = pageOfRanked(await this.matching.candidatesFor(offer), args);
    const rows = await this.candidates.byIds(entries.map((entry) => entry.ranked.id));
    return {
      ...page,
      edges: entries.flatMap(({ ranked: { id, scored }, cursor }) => {
        const node = rows.get(id);
        return node?.visibleSince ? [{ cursor, node, match: scored }] : [];
      }),
    };
  }
}
