import { Args, Context, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CandidateAccess } from '../candidates/candidate-access.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidateType } from '../candidates/candidate.type.js';
import { Clock } from '../common/clock.js';
import { checkPage, PageArgs, pageInfo } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { OfferAccess } from '../offers/offer-access.js';
import type { Offer } from '../offers/offer.entity.js';
import { isOpen } from '../offers/offer-status.js';
import { OfferType } from '../offers/offer.type.js';
import { Asks } from '../permissions/act.decorator.js';
import { profileOf } from '../scoring/facts-of.js';
import { CandidateMatches, type CandidateMatchPage } from './candidate-matches.js';
import { CandidateMatchConnection, MatchingOffersArgs, OfferMatchConnection } from './match-connections.type.js';
import { discreetMatch } from './discreet.js';
import { MatchWords } from './match-words.js';
import { OfferMatches, type OfferMatchPage } from './offer-matches.js';
import { wantsEdges } from './page-wanted.js';
import { ShownMatches } from './shown-matches.js';

/** Offers for a candidate: for the candidate alone. */
@Resolver(() => CandidateType)
export class MatchingOffersResolver {
  constructor(
    private readonly matches: OfferMatches,
    private readonly access: CandidateAccess,
    private readonly shown: ShownMatches,
  ) {}

  @Asks('match.readOffers')
  @ResolveField(() => OfferMatchConnection, {
    complexity: 400,
    description: 'Best first; only offers that pass every gate. For the candidate alone: FORBIDDEN to others.',
  })
  async matchingOffers(
    @Parent() candidate: Candidate,
    @Args() args: MatchingOffersArgs,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OfferMatchPage> {
    await this.access.require('match.readOffers', candidate, context);
    const page = await this.matches.page(profileOf(candidate), args, wantsEdges(info));
    this.shown.note(
      { accountId: candidate.accountId, shownTo: 'CANDIDATE' },
      page.edges.map(({ node, match }) => ({ offerId: node.id, candidateId: candidate.id, scored: match })),
    );
    return page;
  }
}

/** Candidates for an offer: for members of its company alone. */
@Resolver(() => OfferType)
export class MatchingCandidatesResolver {
  constructor(
    private readonly matches: CandidateMatches,
    private readonly access: OfferAccess,
    private readonly shown: ShownMatches,
    private readonly clock: Clock,
  ) {}

  @Asks('match.readCandidates')
  @ResolveField(() => CandidateMatchConnection, {
    complexity: 400,
    description:
      'Candidates who agreed to be seen, best first; only those who pass every gate, only while the offer is open, and none ' +
      'who declined the company for good. For members of the company: FORBIDDEN to others, administrators among them. The ' +
      'reasons are told without the candidate’s own figures, as in matchBetween.',
  })
  async matchingCandidates(
    @Parent() offer: Offer,
    @Args() args: PageArgs,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CandidateMatchPage> {
    const { id } = await this.access.require('match.readCandidates', offer, context);
    if (!isOpen(offer, this.clock.today())) return emptyPage(args);
    const page = await this.matches.page(offer, args, wantsEdges(info));
    this.shown.note(
      { accountId: id, shownTo: 'COMPANY' },
      page.edges.map(({ node, match }) => ({ offerId: offer.id, candidateId: node.id, scored: match })),
    );
    return { ...page, edges: page.edges.map((edge) => ({ ...edge, match: discreetMatch(edge.match) })) };
  }
}

/** A draft or an offer that ended is no reason to look at people. */
function emptyPage(args: PageArgs): CandidateMatchPage {
  checkPage(args);
  return { edges: [], pageInfo: pageInfo([], false, false), totalCount: 0 };
}

@Resolver(() => OfferMatchConnection)
export class OfferMatchConnectionResolver {
  constructor(private readonly words: MatchWords) {}

  @ResolveField(() => String, { nullable: true })
  explanation(@Parent() { scored, nearestFirst }: OfferMatchPage, @Context() context: RequestContext): string | null {
    return scored ? null : this.words.unscoredOffers(nearestFirst, context);
  }
}
