import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { notACandidate } from '../candidates/candidates.service.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { plainLine } from '../common/plain-text.js';
import { InvalidInput, type Refusal } from '../common/refusal.js';
import { may } from '../permissions/may.js';
import { checkedWords } from '../search/search-words.js';
import { keptFilter } from './kept-filter.js';
import { SavedSearchAttempts } from './saved-search-attempts.js';
import { SavedSearchCheck } from './saved-search-check.js';
import type { SavedSearch } from './saved-search.entity.js';
import {
  mostSavedSearches,
  type SaveSearchArgs,
  SavedSearchDeleted,
  TooManySavedSearches,
} from './saved-search.type.js';
import { nameProblems, notYourSearch } from './saved-search-refusals.js';
import { SavedSearchesRepository } from './saved-searches.repository.js';

@Injectable()
export class SavedSearchesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly searches: SavedSearchesRepository,
    private readonly candidates: CandidatesRepository,
    private readonly check: SavedSearchCheck,
    private readonly attempts: SavedSearchAttempts,
    private readonly clock: Clock,
  ) {}

  /** The candidate is held while it is saved, so that two requests at once make no twenty-first. */
  async save(by: Viewer, args: SaveSearchArgs): Promise<SavedSearch | Refusal> {
    if (!may(by, 'search.save')) return notACandidate();
    await this.attempts.count(by);
    const name = plainLine(args.name);
    const [literal, filter] = [args.literal ?? false, keptFilter(args.filter)];
    const problems = [...nameProblems(name), ...(await this.check.problems(args.words ?? '', literal, filter))];
    if (problems.length > 0) return new InvalidInput(problems);
    return this.db.transaction(async (tx) => {
      const { id: candidateId } = await this.candidates.lockedOfAccount(tx, by.id);
      if ((await this.searches.count(tx, candidateId)) >= mostSavedSearches) return new TooManySavedSearches();
      return this.searches.insert(tx, {
        candidateId,
        name,
        words: checkedWords(args.words),
        literal,
        filter,
        createdAt: this.clock.now(),
      });
    });
  }

  async rename(by: Viewer, id: string, said: string): Promise<SavedSearch | Refusal> {
    if (!may(by, 'search.save')) return notACandidate();
    const name = plainLine(said);
    const problems = nameProblems(name);
    if (problems.length > 0) return new InvalidInput(problems);
    if (!isUuid(id)) return notYourSearch();
    const { id: candidateId } = await this.candidates.ofAccount(by.id);
    return (await this.searches.rename(this.db.manager, candidateId, id, name)) ?? notYourSearch();
  }

  async delete(by: Viewer, id: string): Promise<SavedSearchDeleted | Refusal> {
    if (!may(by, 'search.save')) return notACandidate();
    if (!isUuid(id)) return notYourSearch();
    await this.attempts.count(by);
    const { id: candidateId } = await this.candidates.ofAccount(by.id);
    const deleted = await this.db.transaction((tx) => this.searches.delete(tx, candidateId, id));
    return deleted ? new SavedSearchDeleted(id) : notYourSearch();
  }
}
