import {
  insertCompanies,
  insertOffers,
  makeOffers,
  type MadeOffer,
  readWorld,
  type World,
} from '../../bench/population.js';
import { AidsService } from '../../src/aids/aids.service.js';
import { CompaniesRepository } from '../../src/companies/companies.repository.js';
import type { Aid } from '../../src/offers/aid-names.js';
import { openInSql } from '../../src/offers/offer-status.js';
import { OffersRepository } from '../../src/offers/offers.repository.js';
import { apartFromAids, OfferFilters } from '../../src/offers/offer-filter.js';
import type { OfferFilter } from '../../src/offers/offer-filter.input.js';
import { Reindex } from '../../src/indexing/reindex.js';
import type { Platform } from '../support/platform.js';

export interface Population {
  world: World;
  companyIds: string[];
  offers: MadeOffer[];
}

/** Generated offers in the tables and, when `indexed`, in the index. */
export async function populate(platform: Platform, count: number, indexed = true): Promise<Population> {
  const world = await readWorld(platform.db);
  const companyIds = await insertCompanies(platform.db, world, 12);
  const offers = makeOffers(world, companyIds, count, platform.today());
  await insertOffers(platform.db, offers);
  await differ(platform);
  if (indexed) await platform.app.get(Reindex).run(() => undefined);
  return { world, companyIds, offers };
}

/** Sizes of companies and lengths of contracts on both sides of what the rules of the aids ask for, and unknown. */
async function differ(platform: Platform): Promise<void> {
  await platform.db.query(
    `UPDATE company SET headcount = ('{NULL,8,40,251,4999,6000}'::int[])[1 + place % 6]
     FROM (SELECT id AS numbered, row_number() OVER (ORDER BY id) AS place FROM company) AS places WHERE id = numbered`,
  );
  await platform.db.query(
    `UPDATE offer SET duration_months = ('{NULL,10,12,24}'::int[])[1 + place % 4]
     FROM (SELECT id AS numbered, row_number() OVER (ORDER BY id) AS place FROM offer) AS places WHERE id = numbered`,
  );
}

/** The truth: ids of the open offers that a filter keeps, by SQL and the verdicts on aids, in order. */
export async function idsInSql(platform: Platform, filter: OfferFilter, also = 'true'): Promise<string[]> {
  const filters = platform.app.get(OfferFilters);
  const parameters: unknown[] = [platform.today()];
  const { filter: inSql, aids } = apartFromAids(filters.read(filter));
  const condition = filters.inSql(inSql, parameters);
  const rows = await platform.db.query<{ id: string }[]>(
    `SELECT o.id FROM offer o WHERE ${openInSql('o', '$1')} AND ${condition} AND ${also} ORDER BY o.id`,
    parameters,
  );
  const ids = rows.map(({ id }) => id);
  return aids ? aided(platform, ids, aids) : ids;
}

/** By the verdicts that people read, offer by offer. */
async function aided(platform: Platform, ids: string[], aids: readonly Aid[]): Promise<string[]> {
  const offers = await platform.app.get(OffersRepository).byIds(ids);
  const companies = await platform.app
    .get(CompaniesRepository)
    .byIds(Array.from(offers.values(), (one) => one.companyId));
  return ids.filter((id) => {
    const offer = offers.get(id)!;
    const { headcount } = companies.find((company) => company.id === offer.companyId)!;
    const answers = platform.app.get(AidsService).forOffer(offer, headcount);
    return answers.some(({ aid, verdict }) => verdict !== 'NOT_ENTITLED' && aids.includes(aid));
  });
}

const SEARCH = `query ($words: String, $filter: OfferFilter, $sort: OfferSort, $first: Int, $after: String) {
  searchOffers(words: $words, filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount widenedToKm pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor distanceKm matchedWords node { id title } } } }`;

export const search = (platform: Platform, args: object = {}): Promise<any> =>
  platform.ask(SEARCH, args).then(({ searchOffers }) => searchOffers);

/** Every edge of a search, page after page. */
export async function allEdges(platform: Platform, args: object, size = 100): Promise<any[]> {
  const edges: any[] = [];
  let after: string | null = null;
  for (;;) {
    const page: any = await search(platform, { ...args, first: size, after });
    edges.push(...page.edges);
    if (!page.pageInfo.hasNextPage) return edges;
    after = page.pageInfo.endCursor;
  }
}

export const idsOf = (edges: any[]): string[] => edges.map(({ node }) => node.id).sort();
