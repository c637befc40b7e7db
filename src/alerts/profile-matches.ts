import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { Matcher } from '../matcher/matcher.js';
import { Ranking } from '../ranking/ranking.service.js';
import { profileOf } from '../scoring/facts-of.js';
import { MatchCheck } from '../scoring/match-check.js';
import type { OfferFacts } from '../scoring/score-facts.js';

export interface ConcernedCandidate {
  id: string;
  /** Tenths of a point, 0 to 1,000. */
  tenths: number;
}

/** Those who pass every gate, with at least the score that each asked for. */
export type OfProfiles = (offer: OfferFacts) => Promise<ConcernedCandidate[]>;

/** So many are judged one by one, by their rows of now; of more the ranking answers, which looks at everyone. */
const few = 100;

interface Asking {
  id: string;
  /** The least score out of 100 that they want to be told of. */
  least: number;
}

/** Candidates who asked to be told of offers that suit their profile. */
@Injectable()
export class ProfileMatches {
  private readonly logger = new Logger(ProfileMatches.name);

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly candidates: CandidatesRepository,
    private readonly matcher: Matcher,
    private readonly ranking: Ranking,
    private readonly check: MatchCheck,
  ) {}

  /** For offers that were published by now, by all that is committed now; null when nobody asked. */
  async now(): Promise<OfProfiles | null> {
    const some = await this.asking(few + 1);
    if (some.length === 0) return null;
    if (some.length <= few) return this.byRows(some);
    if (await this.memoryCaughtUp()) return (offer) => this.ofMany(offer);
    return this.byRows(await this.asking(null));
  }

  /** One offer, by all that is committed now. */
  async of(offer: OfferFacts): Promise<ConcernedCandidate[]> {
    const ofProfiles = await this.now();
    return ofProfiles ? ofProfiles(offer) : [];
  }

  /** The memory follows the database by up to seconds: a profile saved just before an offer may be missing in it. */
  private async memoryCaughtUp(): Promise<boolean> {
    if (!this.matcher.ready) return false;
    try {
      await this.matcher.ask('catchUp', null);
      return true;
    } catch (error) {
      this.logger.warn(`the matcher could not catch up; profiles are judged by their rows: ${String(error)}`);
      return false;
    }
  }

  private async byRows(asking: readonly Asking[]): Promise<OfProfiles> {
    const rows = await this.candidates.byIds(asking.map(({ id }) => id));
    const suited = (offer: OfferFacts): ConcernedCandidate[] =>
      asking.flatMap(({ id, least }) => {
        const candidate = rows.get(id);
        if (!candidate) return [];
        const { failures, scored } = this.check.between(offer, profileOf(candidate));
        const tenths = Math.round(scored.score * 10);
        return failures.length === 0 && tenths >= least * 10 ? [{ id, tenths }] : [];
      });
    return (offer) => Promise.resolve(suited(offer));
  }

  private async ofMany(offer: OfferFacts): Promise<ConcernedCandidate[]> {
    const [{ least }] = await this.db.query<[{ least: number }]>(
      'SELECT coalesce(min(min_score), 100) AS least FROM alert_setting WHERE profile_alerts',
    );
    const ranked = await this.ranking.candidatesAbove(offer, least * 10);
    const wanted = await this.db.query<{ place: number }[]>(
      `SELECT place::int FROM unnest($1::uuid[], $2::int[]) WITH ORDINALITY AS ranked (id, tenths, place)
         JOIN alert_setting ON candidate_id = ranked.id AND profile_alerts AND ranked.tenths >= min_score * 10`,
      [ranked.map(({ id }) => id), ranked.map(({ tenths }) => tenths)],
    );
    return wanted.map(({ place }) => {
      const { id, tenths } = ranked[place - 1]!;
      return { id, tenths };
    });
  }

  /** All when `most` is null. */
  private asking(most: number | null): Promise<Asking[]> {
    return this.db.query<Asking[]>(
      'SELECT candidate_id AS id, min_score AS least FROM alert_setting WHERE profile_alerts LIMIT $1',
      [most],
    );
  }
}
