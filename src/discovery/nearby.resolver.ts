import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import type { FoundOffers } from '../search/offer-search.service.js';
import { OfferSearchConnection } from '../search/offer-search.type.js';
import { type FoundNearby, Nearby } from './nearby.js';
import { NearbyOffers } from './nearby.type.js';
import { checkedFirst, mostShown } from './shown.js';

@Resolver(() => OfferSearchConnection)
export class NearbyResolver {
  constructor(private readonly offers: Nearby) {}

  @ResolveField(() => [NearbyOffers], {
    complexity: 300,
    description:
      'When the whole search finds fewer than ten offers, what comes close to it: farther around its communes, in ' +
      'neighbouring territories, of related occupations; without the offers found. Empty when it finds enough.',
  })
  nearby(
    @Parent() found: FoundOffers,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: 5,
      description: `How many of each kind at the most, from 1 to ${mostShown}.`,
    })
    first: number | null,
    @Context() context: RequestContext,
  ): Promise<FoundNearby[]> {
    return this.offers.of(found, checkedFirst(first ?? 5), context);
  }
}
