import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Candidate } from '../candidates/candidate.entity.js';
import { profileOf } from '../scoring/facts-of.js';
import { MatchCheck } from '../scoring/match-check.js';
import type { OfferFacts } from '../scoring/score-facts.js';

export interface ConcernedCandidate {
  id: string;
  /** Tenths of a point, 0 to 1,000. */
  tenths: number;
}

const pageSize = 1_000;

/** Candidates who asked to be told of offers that suit their profile. */
@Injectable()
export class ProfileMatches {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly check: MatchCheck,
  ) {}

  /** Whether anyone asked. */
  async any(): Promise<boolean> {
    const [row] = await this.db.query<[{ any: boolean }]>(
      'SELECT EXISTS (SELECT FROM alert_setting WHERE profile_alerts) AS any',
    );
    return row.any;
  }

  /** Those who pass every gate, with at least the score that each asked for. */
  async of(offer: OfferFacts): Promise<ConcernedCandidate[]> {
    const concerned: ConcernedCandidate[] = [];
    for (let after: string | null = null, page: Candidate[] = []; ; after = page.at(-1)!.id) {
      page = await this.page(after);
      const least = await this.leastScores(page);
      for (const candidate of page) {
        const { failures, scored } = this.check.between(offer, profileOf(candidate));
        const tenths = Math.round(scored.score * 10);
        const wanted = least.get(candidate.id);
        if (failures.length === 0 && scored.scored && wanted !== undefined && tenths >= wanted * 10) {
          concerned.push({ id: candidate.id, tenths });
        }
      }
      if (page.length < pageSize) return concerned;
    }
  }

  private page(after: string | null): Promise<Candidate[]> {
    const query = this.db
      .createQueryBuilder(Candidate, 'candidate')
      .where('candidate.id IN (SELECT candidate_id FROM alert_setting WHERE profile_alerts)')
      .orderBy('candidate.id')
      .limit(pageSize);
    if (after !== null) query.andWhere('candidate.id > :after', { after });
    return query.getMany();
  }

  private async leastScores(candidates: readonly Candidate[]): Promise<Map<string, number>> {
    const rows = await this.db.query<{ id: string; least: number }[]>(
      'SELECT candidate_id AS id, min_score AS least FROM alert_setting WHERE profile_alerts AND candidate_id = ANY($1)',
      [candidates.map(({ id }) => id)],
    );
    return new Map(rows.map(({ id, least }) => [id, least]));
  }
}
