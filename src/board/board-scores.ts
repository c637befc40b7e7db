import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { Clock } from '../common/clock.js';
import type { Offer } from '../offers/offer.entity.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { profileOf } from '../scoring/facts-of.js';
import { MatchCheck } from '../scoring/match-check.js';
import { OfferFactsReader } from '../scoring/offer-facts-reader.js';
import type { OfferFacts, Scored } from '../scoring/score-facts.js';
import { currentWeights } from '../scoring/weights.js';
import { boardTables, type BoardWhere } from './board-where.js';

interface Pair {
  id: string;
  offerId: string;
  candidateId: string;
}

export interface PairScored {
  scored: Scored;
  offer: OfferFacts;
  candidate: Candidate;
}

const batch = 500;

/** How well those who applied suit the offers: of a page with reasons, of a whole board as numbers to order and filter by. */
@Injectable()
export class BoardScores {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly offers: OffersRepository,
    private readonly candidates: CandidatesRepository,
    private readonly facts: OfferFactsReader,
    private readonly check: MatchCheck,
    private readonly clock: Clock,
  ) {}

  /** By application; all rows are read together. */
  async of(pairs: readonly Pair[]): Promise<Map<string, PairScored>> {
    const [offers, candidates] = await Promise.all([
      this.offers.byIds([...new Set(pairs.map(({ offerId }) => offerId))]),
      this.candidates.byIds([...new Set(pairs.map(({ candidateId }) => candidateId))]),
    ]);
    const facts = await this.facts.of([...offers.values()] satisfies Offer[]);
    const scores = new Map<string, PairScored>();
    for (const { id, offerId, candidateId } of pairs) {
      const [offer, candidate] = [facts.get(offerId), candidates.get(candidateId)];
      if (!offer || !candidate) continue;
      scores.set(id, { scored: this.check.between(offer, profileOf(candidate)).scored, offer, candidate });
    }
    return scores;
  }

  /**
   * Kept scores of these applications are those of today: what has none, or one of another day, offer, profile or set of
   * weights, is scored, in batches in the order of ids, so that two who do it at once do not wait for each other in a ring.
   */
  async refresh(asked: BoardWhere): Promise<void> {
    for (let after: string | null = null; ;) {
      const stale: (Pair & { madeOf: string })[] = await this.stale(asked, after);
      const last = stale.at(-1);
      if (!last) return;
      const scores = await this.of(stale);
      await this.keep(
        stale.flatMap(({ id, madeOf }) => {
          const found = scores.get(id);
          return found ? [{ id, madeOf, score: Math.round(found.scored.score * 10) }] : [];
        }),
      );
      if (stale.length < batch) return;
      after = last.id;
    }
  }

  private stale(asked: BoardWhere, after: string | null): Promise<(Pair & { madeOf: string })[]> {
    const where = asked.copy();
    const madeOf = `concat_ws('|', ${where.value(`${currentWeights.version} ${this.clock.today()}`)}::text,
      extract(epoch FROM o.updated_at), extract(epoch FROM c.updated_at), coalesce(r.rate::text, '-'),
      coalesce(r.median_days::text, '-'))`;
    where.and(`s.made_of IS DISTINCT FROM ${madeOf}`);
    if (after !== null) where.and(`a.id > ${where.value(after)}::uuid`);
    return this.db.query(
      `SELECT a.id, a.offer_id AS "offerId", a.candidate_id AS "candidateId", ${madeOf} AS "madeOf" FROM ${boardTables}
         LEFT JOIN company_responsiveness r ON r.company_id = o.company_id
        WHERE ${where.sql} ORDER BY a.id LIMIT ${batch}`,
      where.parameters,
    );
  }

  /** Of applications that are still there. */
  private async keep(rows: readonly { id: string; madeOf: string; score: number }[]): Promise<void> {
    await this.db.query(
      `INSERT INTO application_score (application_id, score, made_of)
       SELECT a.id, row.score, row."madeOf" FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, score int, "madeOf" text)
         JOIN application a ON a.id = row.id ORDER BY a.id FOR KEY SHARE OF a
       ON CONFLICT (application_id) DO UPDATE SET score = excluded.score, made_of = excluded.made_of`,
      [JSON.stringify(rows)],
    );
  }
}
