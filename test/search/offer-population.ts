import {
  insertCompanies,
  insertOffers,
  makeOffers,
  type MadeOffer,
  readWorld,
  type World,
} from '../../bench/population.js';
import { openInSql } from '../../src/offers/offer-status.js';
import { OfferFilters } from '../../src/offers/offer-filter.js';
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
  if (indexed) await platform.app.get(Reindex).run(() => undefined);
  return { world, companyIds, offers };
}

/** The truth: ids of the open offers that a filter keeps, by SQL, in order. */
export async function idsInSql(platform: Platform, filter: OfferFilter, also = 'true'): Promise<string[]> {
  const filters = platform.app.get(OfferFilters);
  const parameters: unknown[] = [platform.today()];
  const condition = filters.inSql(filters.read(filter), parameters);
  const rows = await platform.db.query<{ id: string }[]>(
    `SELECT o.id FROM offer o WHERE ${openInSql('o', '$1')} AND ${condition} AND ${also} ORDER BY o.id`,
    parameters,
  );
  return rows.map(({ id }) => id);
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
