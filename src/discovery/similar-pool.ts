import { Injectable } from '@nestjs/common';
import { type EngineQueryParams, type Hit } from '../indexing/search-engine.js';
import type { Offer } from '../offers/offer.entity.js';
import { OfferFilters } from '../offers/offer-filter.js';
import { EngineFilter, inList } from '../search/engine-filter.js';
import type { Comparable, Likeness } from './similar-score.js';

const nearKm = 50;

/** Workplaces around which is looked; an offer of twenty sites is near everything. */
const mostSites = 5;

/** Skills by which is looked, the rarest: a common one brings offers that share nothing else. */
const mostSkills = 10;

/** Read of each kind; the engine's time goes with the documents it reads. */
const poolSize = { near: 30, anywhere: 15 };

const attributes = ['id', 'companyId', 'occupationCode', 'skillCodes', 'mission', 'contract', 'communes'] as const;

/** A hit of the pool: what the index holds of an offer that may be similar. */
export type Pooled = Pick<Hit, (typeof attributes)[number]>;

export const comparableHit = (hit: Pooled): Comparable => ({
  occupationCode: hit.occupationCode ?? null,
  skillCodes: hit.skillCodes,
  missionCategory: hit.mission,
  contractType: hit.contract,
  communeCodes: hit.communes,
});

export const comparableRow = (offer: Offer): Comparable => ({
  occupationCode: offer.occupationCode,
  skillCodes: [...offer.requiredSkillCodes, ...offer.desiredSkillCodes],
  missionCategory: offer.missionCategory,
  contractType: offer.contractType,
  communeCodes: offer.sites.map(({ communeCode }) => communeCode),
});

/** Where offers similar to one are looked for in the index. */
@Injectable()
export class SimilarPool {
  constructor(
    private readonly engineFilter: EngineFilter,
    private readonly filters: OfferFilters,
  ) {}

  /**
   * The newest of the same occupation, and of related ones or with a skill in common, each around its workplaces and
   * anywhere; for an offer that says neither, the newest of its family of missions.
   */
  queries(offer: Offer, likeness: Likeness): EngineQueryParams[] {
    const places = offer.sites
      .slice(0, mostSites)
      .map(({ communeCode: code }) => ({ commune: { code, radiusKm: nearKm } }));
    const near = this.filters.read({ places }).places;
    const wanted = (condition: string, limit: number, ...where: string[]): EngineQueryParams => ({
      q: '',
      filter: [`id != "${offer.id}"`, condition, ...where],
      limit,
      attributesToRetrieve: [...attributes],
    });
    return this.conditions(offer, likeness).flatMap((condition) => [
      ...(near ? [wanted(condition, poolSize.near, this.engineFilter.placedIn(near))] : []),
      wanted(condition, poolSize.anywhere),
    ]);
  }

  private conditions(offer: Offer, { relatedOccupations, rarity }: Likeness): string[] {
    const { occupationCode: own } = offer;
    const skills = [...new Set(comparableRow(offer).skillCodes)]
      .sort((one, other) => rarity(other) - rarity(one))
      .slice(0, mostSkills);
    const alike = [
      ...(relatedOccupations.length > 0 ? [inList('occupationCode', relatedOccupations)] : []),
      ...(skills.length > 0 ? [inList('skillCodes', skills)] : []),
    ];
    const conditions = [
      ...(own === null ? [] : [inList('occupationCode', [own])]),
      ...(alike.length > 0 ? [`(${alike.join(' OR ')})`] : []),
    ];
    return conditions.length > 0 ? conditions : [inList('mission', [offer.missionCategory])];
  }
}
