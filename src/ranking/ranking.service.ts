import { Injectable, Logger } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { checkPage, type PageArgs } from '../common/connection.js';
import { Clock } from '../common/clock.js';
import { Matcher } from '../matcher/matcher.js';
import { apartFromAids, type ReadFilter } from '../offers/offer-filter.js';
import { profileOf } from '../scoring/facts-of.js';
import { type Checked, MatchCheck, type Profile } from '../scoring/match-check.js';
import type { OfferFacts } from '../scoring/score-facts.js';
import { currentWeights, type Weights } from '../scoring/weights.js';
import { afterOf, farAway, pageOf, type Ranked, type RankedPage, type Top, topOf } from './ranked.js';
import { SqlRanking } from './sql-offers.js';

/**
 * Exact rankings both ways: everything that passes the gates, by one score. The matcher answers from memory; while it is
 * not ready, or for a filter that it cannot judge, the database does, with the same result.
 */
@Injectable()
export class Ranking {
  private readonly logger = new Logger(Ranking.name);

  constructor(
    private readonly matcher: Matcher,
    private readonly sql: SqlRanking,
    private readonly candidates: CandidatesRepository,
    private readonly check: MatchCheck,
    private readonly clock: Clock,
  ) {}

  /** Open offers for someone, of those that the filter keeps. Throws BAD_USER_INPUT for a cursor of another list. */
  async offersFor(
    profile: Profile,
    filter: ReadFilter,
    page: PageArgs,
    weights: Weights = currentWeights,
  ): Promise<RankedPage> {
    checkPage(page);
    const after = afterOf(page);
    const most = page.first + 1;
    const { filter: plain, aids } = apartFromAids(filter);
    const asked = { ...profile, filter: plain.said, today: this.clock.today(), most, after, version: weights.version };
    const found = aids ? null : await this.fromMemory(() => this.matcher.ask('offers', asked));
    return pageOf(found ?? (await this.sql.offersFor(profile, filter, most, after, weights)), page);
  }

  /** Candidates who agreed to be seen, for an offer that is open; all but those of `without`. */
  async candidatesFor(offer: OfferFacts, without: ReadonlySet<string>, page: PageArgs): Promise<RankedPage> {
    checkPage(page);
    const after = afterOf(page);
    const most = page.first + 1;
    const version = currentWeights.version;
    const asked = { offer, without: [...without], today: this.clock.today(), most, after, version };
    const found = await this.fromMemory(() => this.matcher.ask('candidates', asked));
    return pageOf(found ?? (await this.candidatesFromRows(offer, without, most, after)), page);
  }

  /**
   * Everyone, visible or not, whom the offer suits with so many tenths of a point at least; for those who asked to be told,
   * whom the caller picks out.
   */
  async candidatesAbove(offer: OfferFacts, tenths: number): Promise<Ranked[]> {
    const asked = { offer, tenths, today: this.clock.today(), version: currentWeights.version };
    const found = await this.fromMemory(() => this.matcher.ask('above', asked));
    if (found) return found;
    const ranked = (await this.candidates.all()).flatMap((one) =>
      rankedAs(one.id, this.check.between(offer, profileOf(one))),
    );
    return ranked.filter((one) => one.tenths >= tenths);
  }

  /** Null when the matcher is not ready, or failed, which is logged: the database then answers. */
  private async fromMemory<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
    if (!this.matcher.ready) return null;
    try {
      return await ask();
    } catch (error) {
      if (error instanceof GraphQLError) throw error;
      this.logger.error('the matcher failed to answer; the database does', error);
      return null;
    }
  }

  private async candidatesFromRows(
    offer: OfferFacts,
    without: ReadonlySet<string>,
    most: number,
    after: Ranked | null,
  ): Promise<Top> {
    const candidates = (await this.candidates.visible()).filter(({ id }) => !without.has(id));
    return topOf(
      candidates.flatMap((one) => rankedAs(one.id, this.check.between(offer, profileOf(one)))),
      most,
      after,
    );
  }
}

function rankedAs(id: string, { failures, scored }: Checked): Ranked[] {
  if (failures.length > 0) return [];
  return [{ id, tenths: Math.round(scored.score * 10), evidence: scored.evidence, km: scored.rankKm ?? farAway }];
}
