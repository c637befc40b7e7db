import { Args, Context, Int, Query, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import { badInput } from '../common/errors.js';
import { fold } from '../common/fold.js';
import { Asks } from '../permissions/act.decorator.js';
import { mixed } from './suggest-likeness.js';
import { SuggestCompanies } from './suggest-companies.js';
import { SuggestNames } from './suggest-names.js';
import { SuggestPlaces } from './suggest-places.js';
import { SearchSuggestion } from './suggest.type.js';

const mostSuggestions = 20;
const longestTyped = 200;

@Resolver(() => SearchSuggestion)
export class SuggestResolver {
  constructor(
    private readonly names: SuggestNames,
    private readonly places: SuggestPlaces,
    private readonly companies: SuggestCompanies,
  ) {}

  @Asks('offer.search')
  @Query(() => [SearchSuggestion], {
    complexity: 50,
    description:
      'What to search for, as one types: jobs, skills, places and companies with open offers, mixed. Exact names first, then ' +
      'those that begin like it, then those of which a later word does; none of the four takes more than half of the list ' +
      'while another has something. Accents and hyphens optional; nothing for an empty text; what is beyond 200 characters ' +
      'does not count.',
  })
  async suggestSearches(
    @Args('startingWith', { type: () => String, description: 'What was typed so far.' }) startingWith: string,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: 10,
      description: `How many at the most, from 0 to ${mostSuggestions}.`,
    })
    asked: number | null,
    @Context() { language }: RequestContext,
  ): Promise<SearchSuggestion[]> {
    const first = asked ?? 10;
    if (first < 0 || first > mostSuggestions) {
      throw badInput(
        `first doit être entre 0 et ${mostSuggestions}. (first must be between 0 and ${mostSuggestions}.)`,
      );
    }
    const typed = startingWith.slice(0, longestTyped);
    if (first === 0 || fold(typed) === '') return [];
    const [jobs, skills, companies] = await Promise.all([
      this.names.jobs(typed, first, language),
      this.names.skills(typed, first, language),
      this.companies.companies(typed, first),
    ]);
    return mixed([jobs, skills, this.places.places(typed, first, language), companies], first);
  }
}
