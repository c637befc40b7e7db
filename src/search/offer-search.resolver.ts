import { Args, Context, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../common/context.js';
import { badInput } from '../common/errors.js';
import type { Offer } from '../offers/offer.entity.js';
import { Asks } from '../permissions/act.decorator.js';
import { Facets } from './facets.js';
import { FullyRemote } from './fully-remote.js';
import { type FoundOffers, OfferSearchService } from './offer-search.service.js';
import { Concept, Facet, FullyRemoteOffers, OfferSearchArgs, OfferSearchConnection } from './offer-search.type.js';
import { wantedFields } from './wanted-fields.js';

const mostRemote = 20;

@Resolver(() => OfferSearchConnection)
export class OfferSearchResolver {
  constructor(
    private readonly searches: OfferSearchService,
    private readonly counts: Facets,
    private readonly remote: FullyRemote,
  ) {}

  @Asks('offer.search')
  @Query(() => OfferSearchConnection, {
    complexity: 200,
    description:
      'Open offers by words, filters and places. Throws BAD_USER_INPUT, naming the field, for a place or cursor that does ' +
      'not exist or a page of over 100.',
  })
  searchOffers(@Args() args: OfferSearchArgs, @Info() info: GraphQLResolveInfo): Promise<FoundOffers> {
    return this.searches.search(args, wantedFields(info));
  }

  @ResolveField(() => [Facet], { complexity: 200, description: 'Counts by value, worked out only when asked for.' })
  async facets(
    @Parent() found: FoundOffers,
    @Args('names', { type: () => [String], nullable: true, description: 'Only these facets; all when left out.' })
    names: string[] | null,
    @Context() context: RequestContext,
  ): Promise<Facet[]> {
    if (!found.counts) return this.counts.of(found.search, names, context);
    const facets = await this.counts.labelled(found.counts, context);
    return facets.filter(({ name }) => !names || names.includes(name));
  }

  @ResolveField(() => [Concept], {
    complexity: 200,
    description: 'How the words were read: skills, occupations, places, contracts and levels recognised in them.',
  })
  understoodAs(@Parent() { search }: FoundOffers, @Context() { language }: RequestContext): Concept[] {
    return search.understanding.concepts.map(({ kind, code, label, words, applied }) => ({
      kind,
      code,
      label: label[language],
      words,
      applied: applied && !search.reading.literal,
    }));
  }

  @ResolveField(() => FullyRemoteOffers, {
    complexity: 200,
    description:
      'Offers done wholly from home that answer the words and the other filters, but have no workplace in the places ' +
      'searched: they are counted neither in the list nor in its facets, for their distance means nothing. Empty when no place was asked for.',
  })
  async fullyRemoteElsewhere(
    @Parent() { search }: FoundOffers,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: 5,
      description: `How many at the most, from 0 to ${mostRemote}.`,
    })
    asked: number | null,
  ): Promise<{ totalCount: number; offers: Offer[] }> {
    const first = asked ?? 5;
    if (first < 0 || first > mostRemote) {
      throw badInput(`first doit être entre 0 et ${mostRemote}. (first must be between 0 and ${mostRemote}.)`);
    }
    return this.remote.elsewhere(search, first);
  }
}
