import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import { Facets } from './facets.js';
import { type FoundOffers, OfferSearchService } from './offer-search.service.js';
import { Concept, Facet, OfferSearchArgs, OfferSearchConnection } from './offer-search.type.js';
import { Understood } from './understood.js';

@Resolver(() => OfferSearchConnection)
export class OfferSearchResolver {
  constructor(
    private readonly searches: OfferSearchService,
    private readonly counts: Facets,
    private readonly understood: Understood,
  ) {}

  @Query(() => OfferSearchConnection, {
    complexity: 200,
    description:
      'Open offers by words, filters and places. Throws BAD_USER_INPUT, naming the field, for a place or cursor that does ' +
      'not exist or a page of over 100.',
  })
  searchOffers(@Args() args: OfferSearchArgs): Promise<FoundOffers> {
    return this.searches.search(args);
  }

  @ResolveField(() => [Facet], { complexity: 200, description: 'Counts by value, worked out only when asked for.' })
  facets(
    @Parent() found: FoundOffers,
    @Args('names', { type: () => [String], nullable: true, description: 'Only these facets; all when left out.' })
    names: string[] | null,
    @Context() context: RequestContext,
  ): Promise<Facet[]> {
    return this.counts.of(found.search, names, context);
  }

  @ResolveField(() => [Concept], {
    complexity: 200,
    description: 'How the words were read: skills, occupations, places, contracts and levels recognised in them.',
  })
  understoodAs(@Parent() { search }: FoundOffers, @Context() { language }: RequestContext): Promise<Concept[]> {
    return this.understood.in(search.said, language);
  }
}
