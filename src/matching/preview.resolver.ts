import { Args, ArgsType, createUnionType, Field, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { InvalidInput, refusalOr } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import { MatchingOffersArgs, OfferMatchConnection } from './match-connections.type.js';
import { OfferMatches, type OfferMatchPage } from './offer-matches.js';
import { wantsEdges } from './page-wanted.js';
import { PreviewProfileInput } from './preview.input.js';
import { PreviewProfiles } from './preview-profile.js';

@ArgsType()
class PreviewArgs extends MatchingOffersArgs {
  @Field(() => PreviewProfileInput, { description: 'The profile to try.' })
  profile!: PreviewProfileInput;
}

const PreviewMatchesResult = createUnionType({
  name: 'PreviewMatchesResult',
  description: 'The offers, or why the profile cannot be ranked for.',
  types: () => [OfferMatchConnection, InvalidInput] as const,
  resolveType: refusalOr(OfferMatchConnection),
});

/** Matches for everyone, without an account and without a trace. */
@Resolver()
export class PreviewResolver {
  constructor(
    private readonly profiles: PreviewProfiles,
    private readonly matches: OfferMatches,
  ) {}

  @Asks('match.preview')
  @Query(() => PreviewMatchesResult, {
    // So that one request of someone unknown cannot ask for many.
    complexity: 10_000,
    description:
      'Offers for a profile given in the query, for everyone: best first, ranked and explained as for a candidate with ' +
      'that profile. Nothing is stored, neither the profile nor what was shown. Throws BAD_USER_INPUT for a filter, ' +
      'cursor or page that does not exist.',
  })
  async previewMatches(
    @Args() { profile: input, ...args }: PreviewArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OfferMatchPage | InvalidInput> {
    const profile = await this.profiles.read(input);
    return profile instanceof InvalidInput ? profile : this.matches.page(profile, args, wantsEdges(info));
  }
}
