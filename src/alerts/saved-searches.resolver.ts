import { Args, Context, createUnionType, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import { CandidateAccess } from '../candidates/candidate-access.js';
import { wishedPlace } from '../candidates/candidate-place.type.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidateType } from '../candidates/candidate.type.js';
import type { RequestContext } from '../common/context.js';
import { InvalidInput, NotAllowed, type Refusal, refusalOr } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { filterFrom } from './kept-filter.js';
import type { SavedSearch } from './saved-search.entity.js';
import {
  SavedOfferFilter,
  SavedSearchDeleted,
  SavedSearchType,
  SaveSearchArgs,
  TooManySavedSearches,
} from './saved-search.type.js';
import { SavedSearchesRepository } from './saved-searches.repository.js';
import { SavedSearchesService } from './saved-searches.service.js';

const SaveSearchResult = createUnionType({
  name: 'SaveSearchResult',
  description: 'The saved search, or why nothing was saved.',
  types: () => [SavedSearchType, InvalidInput, NotAllowed, TooManySavedSearches] as const,
  resolveType: refusalOr(SavedSearchType),
});

const RenameSavedSearchResult = createUnionType({
  name: 'RenameSavedSearchResult',
  description: 'The saved search, or why it keeps its name.',
  types: () => [SavedSearchType, InvalidInput, NotAllowed] as const,
  resolveType: refusalOr(SavedSearchType),
});

const DeleteSavedSearchResult = createUnionType({
  name: 'DeleteSavedSearchResult',
  description: 'That the search was deleted, or why not.',
  types: () => [SavedSearchDeleted, NotAllowed] as const,
  resolveType: refusalOr(SavedSearchDeleted),
});

const idArgument = { type: () => ID, description: 'The saved search.' };

/** Keeping searches: an act of a candidate, on their own. */
@Resolver(() => SavedSearchType)
export class SavedSearchesResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly service: SavedSearchesService,
    private readonly gazetteer: Gazetteer,
  ) {}

  @Asks('search.save')
  @Mutation(() => SaveSearchResult, {
    description:
      'Keeps a search: offers published from now on that answer it become alerts. At most 20 for each candidate, and 60 saved or deleted in an hour.',
  })
  async saveSearch(@Args() args: SaveSearchArgs, @Context() context: RequestContext): Promise<SavedSearch | Refusal> {
    return this.service.save(await this.viewers.required(context), args);
  }

  @Asks('search.manage')
  @Mutation(() => RenameSavedSearchResult, { description: 'Gives a saved search another name.' })
  async renameSavedSearch(
    @Args('id', idArgument) id: string,
    @Args('name', { type: () => String, description: 'Its new name: 1 to 100 characters.' }) name: string,
    @Context() context: RequestContext,
  ): Promise<SavedSearch | Refusal> {
    return this.service.rename(await this.viewers.required(context), id, name);
  }

  @Asks('search.manage')
  @Mutation(() => DeleteSavedSearchResult, {
    description: 'Deletes a saved search, with those of its alerts that were not seen and have no other reason.',
  })
  async deleteSavedSearch(
    @Args('id', idArgument) id: string,
    @Context() context: RequestContext,
  ): Promise<SavedSearchDeleted | Refusal> {
    return this.service.delete(await this.viewers.required(context), id);
  }

  @ResolveField(() => SavedOfferFilter, { description: 'Which offers it keeps, as it was said.' })
  filter(@Parent() { filter }: SavedSearch): SavedOfferFilter {
    const { places, ...said } = filterFrom(filter);
    return { ...said, places: (places ?? []).map((place) => wishedPlace(place, this.gazetteer)) };
  }
}

@Resolver(() => CandidateType)
export class CandidateSavedSearchesResolver {
  constructor(
    private readonly searches: SavedSearchesRepository,
    private readonly access: CandidateAccess,
  ) {}

  @Asks('search.read')
  @ResolveField(() => [SavedSearchType], {
    complexity: 20,
    description:
      'The searches the candidate keeps, at most 20, latest first. For the candidate alone: FORBIDDEN to others.',
  })
  async savedSearches(@Parent() candidate: Candidate, @Context() context: RequestContext): Promise<SavedSearch[]> {
    await this.access.require('search.read', candidate, context);
    return this.searches.ofCandidate(candidate.id);
  }
}
