import { jest } from '@jest/globals';
import { CandidatesRepository } from '../../src/candidates/candidates.repository.js';
import { SqlRanking } from '../../src/ranking/sql-offers.js';
import type { Platform } from '../support/platform.js';

const OFFERS = `{ viewer { candidate { matchingOffers(first: 100) { totalCount edges { node { id } match { score } } } } } }`;
const CANDIDATES = `query ($id: ID!) { offer(id: $id) { matchingCandidates(first: 100) {
  totalCount edges { node { id } match { score } } } } }`;

/** Ids in their order. */
export const offersFor = async (platform: Platform, token: string): Promise<string[]> =>
  (await platform.ask(OFFERS, {}, { token })).viewer.candidate.matchingOffers.edges.map(({ node }: any) => node.id);

export const candidatesFor = async (platform: Platform, token: string, id: string): Promise<string[]> =>
  (await platform.ask(CANDIDATES, { id }, { token })).offer.matchingCandidates.edges.map(({ node }: any) => node.id);

/** How many rankings the database was asked for from now on, instead of the memory. */
export function rankedBySql(platform: Platform): () => number {
  const offers = jest.spyOn(platform.app.get(SqlRanking, { strict: false }), 'offersFor');
  const candidates = jest.spyOn(platform.app.get(CandidatesRepository, { strict: false }), 'visible');
  return () => offers.mock.calls.length + candidates.mock.calls.length;
}
