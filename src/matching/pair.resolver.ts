import { Args, ArgsType, Context, Field, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import { Asks } from '../permissions/act.decorator.js';
import type { GateJudged } from '../scoring/explain-gates.js';
import { MatchBetweenType, MatchGateType, WhyNotType } from './gate.type.js';
import { type PairExplained, PairMatches, type WhyNot } from './pair-matches.js';

@ArgsType()
class WhyNotArgs {
  @Field(() => ID, { description: 'The offer.' })
  offerId!: string;
}

@ArgsType()
class MatchBetweenArgs extends WhyNotArgs {
  @Field(() => ID, { description: 'The candidate.' })
  candidateId!: string;
}

@Resolver(() => MatchGateType)
export class PairResolver {
  constructor(private readonly pairs: PairMatches) {}

  @Asks('match.explain')
  @Query(() => WhyNotType, {
    nullable: true,
    complexity: 50,
    description:
      'Which conditions an offer meets for the signed-in candidate: UNAUTHENTICATED to strangers, FORBIDDEN to accounts ' +
      'of other roles. Null for an offer that was never public, as for one that does not exist.',
  })
  whyNot(@Args() { offerId }: WhyNotArgs, @Context() context: RequestContext): Promise<WhyNot | null> {
    return this.pairs.whyNot(offerId, context);
  }

  @Asks('match.readPair')
  @Query(() => MatchBetweenType, {
    nullable: true,
    complexity: 50,
    description:
      'How an offer and a candidate suit each other: for the candidate, of an offer they may see; for members of the ' +
      'company of an open offer, of a candidate that this company may see, 60 times an hour for each candidate and ' +
      'RATE_LIMITED beyond. Null for everyone else, administrators among them, as for what does not exist. Companies read ' +
      'the score, its points, and whether contract, level, diploma, first free day, place, pay and remote work suit; ' +
      'distances by steps of 10, 25, 50 and 100 km; never the days, the pay or the places that the profile says.',
  })
  matchBetween(
    @Args() { offerId, candidateId }: MatchBetweenArgs,
    @Context() context: RequestContext,
  ): Promise<PairExplained | null> {
    return this.pairs.between(offerId, candidateId, context);
  }

  @ResolveField(() => String)
  explanation(@Parent() { explanation }: GateJudged, @Context() { language }: RequestContext): string {
    return explanation[language];
  }
}
