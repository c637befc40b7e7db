import type { DataSource } from 'typeorm';
import { Dice } from '../../bench/dice.js';
import type { Found, MatcherMemory } from '../../src/matcher/matcher-memory.js';
import { allCandidates, allOffers, type CandidateRow, type OfferRow } from '../../src/matcher/read-rows.js';
import { weights } from '../../src/scoring/weights.js';
import type { SaidFilter } from '../../src/matcher/row-filter.js';

export interface Rows {
  offers: OfferRow[];
  candidates: CandidateRow[];
}

/** Every open offer and every candidate of a database, as the matcher reads them, by their ids. */
export const readRows = (db: DataSource): Promise<Rows> =>
  db.transaction('REPEATABLE READ', async (tx) => ({
    offers: await gathered(allOffers(tx, 1_000)),
    candidates: await gathered(allCandidates(tx, 1_000)),
  }));

async function gathered<Row extends { id: string }>(pages: AsyncGenerator<Row[]>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const page of pages) all.push(...page);
  return all.sort((one, other) => (one.id < other.id ? -1 : 1));
}

const filters: SaidFilter[] = [
  {},
  {},
  { contractTypes: ['CDI', 'APPRENTICESHIP'] },
  { places: [{ regionCode: '84' }, { commune: { code: '75056', radiusKm: 150 } }] },
  { salaryAtLeast: 30_000, greenMission: false },
  { inTerritoireIndustrie: true },
];

/** Everything that a memory shows: rankings both ways, whole and by pages, for those who ask. */
export function rankingsOf(memory: MatcherMemory, { offers, candidates }: Rows, today: string, seed = 1) {
  const dice = new Dice(seed);
  const set = weights['2026-12']!;
  const found: Record<string, Found | object[]> = {};
  for (const [at, { places, ...facts }] of dice.some(candidates, 6, 6).entries()) {
    const filter = filters[at]!;
    const asked = { facts: { ...facts, hasPlaces: places.length > 0 }, places, filter, today };
    const page = memory.bestOffers({ ...asked, most: 20, after: null }, set);
    found[`offers for ${facts.id}`] = memory.bestOffers({ ...asked, most: 100_000, after: null }, set);
    found[`first offers for ${facts.id}`] = page;
    found[`next offers for ${facts.id}`] = memory.bestOffers(
      { ...asked, most: 20, after: page.ranked.at(-1) ?? null },
      set,
    );
  }
  for (const offer of dice.some(offers, 6, 6)) {
    const without = dice.some(candidates, 2, 2).map(({ id }) => id);
    found[`candidates for ${offer.id}`] = memory.bestCandidates(
      { offer, without, today, most: 100_000, after: null },
      set,
    );
    found[`first candidates for ${offer.id}`] = memory.bestCandidates(
      { offer, without, today, most: 10, after: null },
      set,
    );
    found[`candidates above for ${offer.id}`] = memory
      .candidatesAbove({ offer, today, tenths: 500 }, set)
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  }
  const { offers: offerCount, candidates: candidateCount } = {
    offers: memory.offers.count,
    candidates: memory.candidates.count,
  };
  return { found, offerCount, candidateCount };
}
