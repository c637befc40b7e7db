import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AidedOffers } from '../aids/aided-offers.js';
import { Clock } from '../common/clock.js';
import { apartFromAids, OfferFilters, type ReadFilter } from '../offers/offer-filter.js';
import { openInSql } from '../offers/offer-status.js';
import type { Profile } from '../scoring/match-check.js';
import { SkillKnowledge } from '../scoring/skill-knowledge.js';
import { currentWeights, type Weights } from '../scoring/weights.js';
import { Wishes } from '../scoring/wishes.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { Ranked, Top } from './ranked.js';
import { sqlProfile } from './sql-profile.js';
import { rankingInSql } from './sql-query.js';

/**
 * The ranking of open offers for someone, computed by PostgreSQL alone: the same whole numbers as `gates` and `score`, to
 * the last tenth. It stands in while the matcher has not loaded, and tests hold the two against each other.
 */
@Injectable()
export class SqlRanking {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly filters: OfferFilters,
    private readonly aided: AidedOffers,
    private readonly knowledge: SkillKnowledge,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  /** The `most` best of those that the filter keeps, after `after`, and how many pass the gates in all. */
  async offersFor(
    { facts, places }: Profile,
    filter: ReadFilter,
    most: number,
    after: Ranked | null,
    weights: Weights = currentWeights,
  ): Promise<Top> {
    const today = this.clock.today();
    const parameters: unknown[] = [];
    const kept = await this.keptInSql(filter, today, parameters);
    const wishes = new Wishes(this.gazetteer, places, weights);
    const profile = sqlProfile(facts, wishes, this.gazetteer, this.knowledge, weights);
    const query = rankingInSql(
      profile,
      weights,
      { today, kept, most, after },
      (value, type) => `$${parameters.push(value)}::${type}`,
    );
    const [{ total, ranked }] = await this.db.query<[Top]>(query, parameters);
    return { total, ranked: ranked.map((one) => ({ ...one, km: one.km / 10 })) };
  }

  /** SQL cannot judge aids: with them, the offers to keep are found first. */
  private async keptInSql(asked: ReadFilter, today: string, parameters: unknown[]): Promise<string> {
    const { filter, aids } = apartFromAids(asked);
    const kept = this.filters.inSql(filter, parameters);
    if (!aids) return kept;
    const bound = [...parameters, today];
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT o.id FROM offer o WHERE ${openInSql('o', `$${bound.length}`)} AND ${kept}`,
      bound,
    );
    const among = await this.aided.among(
      rows.map(({ id }) => id),
      aids,
    );
    return `${kept} AND o.id = ANY($${parameters.push([...among])}::uuid[])`;
  }
}
