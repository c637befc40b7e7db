import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import type { Offer } from '../offers/offer.entity.js';
import { OfferType } from '../offers/offer.type.js';
import { checkedFirst, mostShown } from './shown.js';
import { SimilarOffersLoader } from './similar-offers.loader.js';
import { SimilarOffer } from './similar-offers.type.js';
import { SimilarReasons } from './similar-reasons.js';

@Resolver(() => OfferType)
export class SimilarOffersResolver {
  constructor(
    private readonly similar: SimilarOffersLoader,
    private readonly reasons: SimilarReasons,
  ) {}

  @ResolveField(() => [SimilarOffer], {
    complexity: 1000,
    description:
      'Other open offers like this one, the most alike first, at most two of one company: by occupation, skills, distance, ' +
      'mission and contract; an offer that says neither occupation nor skills is compared by mission and place.',
  })
  async similarOffers(
    @Parent() offer: Offer,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: 6,
      description: `How many at the most, from 1 to ${mostShown}.`,
    })
    asked: number | null,
    @Context() context: RequestContext,
  ): Promise<{ offer: Offer; reasons: string[] }[]> {
    const found = await this.similar.load(context, { offer, first: checkedFirst(asked ?? 6), context });
    const told = found.map(async (one) => ({ offer: one.offer, reasons: await this.reasons.of(one, context) }));
    return (await Promise.all(told)).filter(({ reasons }) => reasons.length > 0);
  }
}
