import { Injectable } from '@nestjs/common';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import type { PageArgs, PageInfo } from '../common/connection.js';
import { DeclinedCompanies } from '../invitations/declined-companies.js';
import type { Offer } from '../offers/offer.entity.js';
import { Ranking } from '../ranking/ranking.service.js';
import { profileOf } from '../scoring/facts-of.js';
import { MatchCheck } from '../scoring/match-check.js';
import { OfferFactsReader } from '../scoring/offer-facts-reader.js';
import { type ExplainedMatch, explained } from './explained-match.js';

export interface CandidateMatchPage {
  edges: { cursor: string; node: Candidate; match: ExplainedMatch }[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** Candidates for an open offer: those who agreed to be seen, and did not decline its company for good. */
@Injectable()
export class CandidateMatches {
  constructor(
    private readonly ranking: Ranking,
    private readonly check: MatchCheck,
    private readonly facts: OfferFactsReader,
    private readonly candidates: CandidatesRepository,
    private readonly declined: DeclinedCompanies,
  ) {}

  async page(offer: Offer, args: PageArgs, wantsEdges: boolean): Promise<CandidateMatchPage> {
    const [facts, without] = await Promise.all([this.facts.ofOne(offer), this.declined.candidatesOf(offer.companyId)]);
    const { entries, ...page } = await this.ranking.candidatesFor(facts, without, args);
    if (!wantsEdges || entries.length === 0) return { ...page, edges: [] };
    const rows = await this.candidates.byIds(entries.map(({ ranked }) => ranked.id));
    const edges = entries.flatMap(({ ranked: { id }, cursor }) => {
      const node = rows.get(id);
      if (!node?.visibleSince) return [];
      const profile = profileOf(node);
      const { failures, scored } = this.check.between(facts, profile);
      return failures.length === 0 ? [{ cursor, node, match: explained(scored, facts, profile) }] : [];
    });
    return { ...page, edges };
  }
}
