import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { GraphQLError } from 'graphql';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { notACandidate } from '../candidates/candidates.service.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { plainLine } from '../common/plain-text.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import { same } from '../common/text.js';
import { checkedWords } from '../search/search-words.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { checkPlaces } from '../territories/place-check.js';
import { filterFrom, keptFilter } from './kept-filter.js';
import { PlainReading } from './plain-reading.js';
import type { SavedSearch } from './saved-search.entity.js';
import {
  mostSavedSearches,
  type SaveSearchArgs,
  SavedSearchDeleted,
  TooManySavedSearches,
} from './saved-search.type.js';
import { filterTooLong, nameProblems, notYourSearch } from './saved-search-refusals.js';
import { SavedSearchesRepository } from './saved-searches.repository.js';

const longestFilter = 20_000;

@Injectable()
export class SavedSearchesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly searches: SavedSearchesRepository,
    private readonly candidates: CandidatesRepository,
    private readonly reader: PlainReading,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  /** The candidate is held while it is saved, so that two requests at once make no twenty-first. */
  async save(by: Viewer, args: SaveSearchArgs): Promise<SavedSearch | Refusal> {
    if (by.role !== 'CANDIDATE') return notACandidate();
    const name = plainLine(args.name);
    const problems = [...nameProblems(name), ...this.problems(args)];
    if (problems.length > 0) return new InvalidInput(problems);
    return this.db.transaction(async (tx) => {
      const { id: candidateId } = await this.candidates.lockedOfAccount(tx, by.id);
      if ((await this.searches.count(tx, candidateId)) >= mostSavedSearches) return new TooManySavedSearches();
      return this.searches.insert(tx, {
        candidateId,
        name,
        words: checkedWords(args.words),
        literal: args.literal ?? false,
        filter: keptFilter(args.filter),
        createdAt: this.clock.now(),
      });
    });
  }

  async rename(by: Viewer, id: string, said: string): Promise<SavedSearch | Refusal> {
    if (by.role !== 'CANDIDATE') return notACandidate();
    const name = plainLine(said);
    const problems = nameProblems(name);
    if (problems.length > 0) return new InvalidInput(problems);
    if (!isUuid(id)) return notYourSearch();
    const { id: candidateId } = await this.candidates.ofAccount(by.id);
    return (await this.searches.rename(this.db.manager, candidateId, id, name)) ?? notYourSearch();
  }

  async delete(by: Viewer, id: string): Promise<SavedSearchDeleted | Refusal> {
    if (by.role !== 'CANDIDATE') return notACandidate();
    if (!isUuid(id)) return notYourSearch();
    const { id: candidateId } = await this.candidates.ofAccount(by.id);
    const deleted = await this.db.transaction((tx) => this.searches.delete(tx, candidateId, id));
    return deleted ? new SavedSearchDeleted(id) : notYourSearch();
  }

  /** What keeps the search from being carried out; places are told one by one. */
  private problems({ words, filter, literal }: SaveSearchArgs): InputProblem[] {
    const kept = keptFilter(filter);
    if (JSON.stringify(kept).length > longestFilter) return [filterTooLong()];
    const places = checkPlaces(this.gazetteer, kept.places ?? [], ['filter', 'places']);
    if (places.length > 0) return places;
    try {
      this.reader.of({ words: words ?? '', literal: literal ?? false, filter: filterFrom(kept) });
      return [];
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const [path = ''] = error.message.split(' : ');
      return [new InputProblem(path.split('.'), same(error.message))];
    }
  }
}
