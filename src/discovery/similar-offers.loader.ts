import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../common/batch-loader.js';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import { SearchEngine } from '../indexing/search-engine.js';
import { isOpen } from '../offers/offer-status.js';
import type { Offer } from '../offers/offer.entity.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { SkillsLoader } from '../skills/skills.loader.js';
import { distanceKm } from '../territories/distance.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { RelatedOccupations } from './related-occupations.js';
import { comparableHit, comparableRow, type Pooled, SimilarPool } from './similar-pool.js';
import { bestOf, compared, type Compared, type Likeness, rarityOf } from './similar-score.js';

export interface SimilarAsked {
  offer: Offer;
  first: number;
  context: RequestContext;
}

export interface SimilarFound {
  offer: Offer;
  compared: Compared;
}

const mostOfCompany = 2;

/** Rows read beyond those to be shown: some were closed or changed since they were indexed. */
const reserve = 4;

/** For all offers of a request whose similar ones are asked for: one request to the engine, one query of rows. */
@Injectable()
export class SimilarOffersLoader extends BatchLoader<SimilarAsked, SimilarFound[]> {
  constructor(
    private readonly engine: SearchEngine,
    private readonly pool: SimilarPool,
    private readonly offers: OffersRepository,
    private readonly skills: SkillsLoader,
    private readonly related: RelatedOccupations,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected async batch(keys: readonly SimilarAsked[]): Promise<SimilarFound[][]> {
    const likenesses = await Promise.all(keys.map((key) => this.likeness(key)));
    const queries = keys.map(({ offer }, index) => this.pool.queries(offer, likenesses[index]!));
    const answers = await this.engine.search(queries.flat());
    let read = 0;
    const shortlists = keys.map(({ offer, first }, index) => {
      const hits = answers.slice(read, (read += queries[index]!.length)).flatMap((answer): Pooled[] => answer.hits);
      return this.shortlist(offer, hits, likenesses[index]!, first);
    });
    const rows = await this.offers.byIds([...new Set(shortlists.flat())]);
    const today = this.clock.today();
    return keys.map(({ offer, first }, index) => {
      const found = shortlists[index]!.flatMap((id) => {
        const other = rows.get(id);
        if (!other || !isOpen(other, today)) return [];
        const likeness = compared(comparableRow(offer), comparableRow(other), likenesses[index]!);
        return [{ offer: other, compared: likeness, score: likeness.score, companyId: other.companyId }];
      });
      return bestOf(found, first, mostOfCompany);
    });
  }

  /** The best of the pool by what the index holds, each once. */
  private shortlist(offer: Offer, hits: readonly Pooled[], likeness: Likeness, first: number): string[] {
    const once = [...new Map(hits.map((hit) => [hit.id, hit])).values()];
    const base = comparableRow(offer);
    const scored = once.map((hit) => ({
      id: hit.id,
      companyId: hit.companyId,
      score: compared(base, comparableHit(hit), likeness).score,
    }));
    return bestOf(scored, first + reserve, mostOfCompany + 1).map(({ id }) => id);
  }

  private async likeness({ offer, context }: SimilarAsked): Promise<Likeness> {
    const { occupationCode, requiredSkillCodes, desiredSkillCodes } = offer;
    const [relatedOccupations, skills] = await Promise.all([
      occupationCode === null ? [] : this.related.of(occupationCode),
      Promise.all([...requiredSkillCodes, ...desiredSkillCodes].map((code) => this.skills.load(context, code))),
    ]);
    const counts = new Map(skills.map(({ code, occupationCount }) => [code, occupationCount]));
    return {
      relatedOccupations,
      rarity: (code) => rarityOf(counts.get(code) ?? 0),
      km: (one, other) => {
        const [from, to] = [this.gazetteer.commune(one), this.gazetteer.commune(other)];
        return from && to ? distanceKm(from, to) : null;
      },
    };
  }
}
