import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../common/batch-loader.js';
import type { Candidate } from './candidate.entity.js';
import { CandidatesRepository } from './candidates.repository.js';

/** Candidates by id, read together for all resolvers of a request: who may see them was asked before. */
@Injectable()
export class CandidatesLoader extends BatchLoader<string, Candidate> {
  constructor(private readonly candidates: CandidatesRepository) {
    super();
  }

  protected async batch(ids: readonly string[]): Promise<(Candidate | Error)[]> {
    const byId = await this.candidates.byIds(ids);
    return ids.map((id) => byId.get(id) ?? new Error(`candidate ${id} is gone`));
  }
}
