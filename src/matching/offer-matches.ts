import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { PageInfo } from '../common/connection.js';
import type { Offer } from '../offers/offer.entity.js';
import { OfferFilters } from '../offers/offer-filter.js';
import { isOpen } from '../offers/offer-status.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { Ranking } from '../ranking/ranking.service.js';
import { MatchCheck, type Profile } from '../scoring/match-check.js';
import { OfferFactsReader } from '../scoring/offer-facts-reader.js';
import { type ExplainedMatch, explained } from './explained-match.js';
import type { MatchingOffersArgs } from './match-connections.type.js';

export interface OfferMatch {
  cursor: string;
  node: Offer;
  match: ExplainedMatch;
}

/** A page of offers ranked for a profile. */
export interface OfferMatchPage {
  edges: OfferMatch[];
  pageInfo: PageInfo;
  totalCount: number;
  scored: boolean;
  /** Whether distance orders what has no score. */
  nearestFirst: boolean;
}

/** Offers for a profile, whoever has it: the ranking tells which, the rows of the page tell why. */
@Injectable()
export class OfferMatches {
  constructor(
    private readonly ranking: Ranking,
    private readonly check: MatchCheck,
    private readonly facts: OfferFactsReader,
    private readonly filters: OfferFilters,
    private readonly offers: OffersRepository,
    private readonly clock: Clock,
  ) {}

  /** Two queries for the rows of a page, none when only the count is wanted. */
  async page(profile: Profile, args: MatchingOffersArgs, wantsEdges: boolean): Promise<OfferMatchPage> {
    const { entries, ...page } = await this.ranking.offersFor(profile, this.filters.read(args.filter), args);
    const scored = profile.facts.skills.length > 0;
    const nearestFirst = profile.places.some(({ commune, point }) => commune ?? point);
    if (!wantsEdges || entries.length === 0) return { ...page, scored, nearestFirst, edges: [] };
    const rows = await this.offers.byIds(entries.map(({ ranked }) => ranked.id));
    const facts = await this.facts.of([...rows.values()]);
    const check = this.check.of(profile);
    const today = this.clock.today();
    const edges = entries.flatMap(({ ranked: { id }, cursor }) => {
      const [node, offer] = [rows.get(id), facts.get(id)];
      if (!node || !offer || !isOpen(node, today)) return [];
      const { failures, scored } = check(offer);
      return failures.length === 0 ? [{ cursor, node, match: explained(scored, offer, profile) }] : [];
    });
    return { ...page, scored, nearestFirst, edges };
  }
}
