import fc from 'fast-check';
import { Dice } from '../../bench/dice.js';
import {
  insertCandidates,
  insertCompanies,
  insertOffers,
  makeCandidates,
  makeOffers,
  readWorld,
} from '../../bench/population.js';
import { MatcherMemory } from '../../src/matcher/matcher-memory.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { AFollower } from './a-follower.js';
import { rankingsOf, readRows, type Rows } from './rankings-of.js';

/** Rows that come, change and go in any order leave the same as those that are there in the end, put once. */
let database: TestDatabase;
let follower: AFollower;
let rows: Rows;
const today = '2026-11-20';

beforeAll(async () => {
  database = await testDatabase('matcher_rows');
  follower = await AFollower.of(database.url);
  const world = await readWorld(follower.db);
  const companies = await insertCompanies(follower.db, world, 8);
  await insertOffers(follower.db, makeOffers(world, companies, 250, today));
  await insertCandidates(follower.db, makeCandidates(world, 150, today));
  rows = await readRows(follower.db);
}, 60_000);
afterAll(async () => {
  await follower.stop();
  await database.drop();
});

const empty = () => new MatcherMemory(follower.gazetteer, follower.knowledge, { offers: 0, candidates: 0 });

/** Under the name of one of few, what another says: the same ids come again with something else each time. */
const act = fc.record({
  side: fc.constantFrom('offers' as const, 'candidates' as const),
  id: fc.nat({ max: 99 }),
  says: fc.nat({ max: 149 }),
  leaves: fc.boolean(),
});

test('the rows are a fair trial: most of those who ask find some', () => {
  const memory = empty();
  for (const row of rows.offers) memory.offers.put(row);
  for (const row of rows.candidates) memory.candidates.put(row);
  const { found } = rankingsOf(memory, rows, today);
  const lengths = Object.values(found).map((one) => ('ranked' in one ? one.ranked.length : one.length));
  expect(lengths.filter((length) => length > 0).length).toBeGreaterThan(lengths.length / 2);
});

test('put, put again and removed in any order, they rank as if put once', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 50, maxLength: 800, size: 'max' }), fc.nat(), (acts, seed) => {
      const memory = empty();
      const there = {
        offers: new Map<string, Rows['offers'][0]>(),
        candidates: new Map<string, Rows['candidates'][0]>(),
      };
      for (const { side, id: at, says, leaves } of acts) {
        const { id } = rows[side][at]!;
        if (leaves) {
          memory[side].remove(id);
          there[side].delete(id);
        } else if (side === 'offers') {
          const row = { ...rows.offers[says]!, id };
          memory.offers.put(row);
          there.offers.set(id, row);
        } else {
          const row = { ...rows.candidates[says]!, id };
          memory.candidates.put(row);
          there.candidates.set(id, row);
        }
      }
      const once = empty();
      const dice = new Dice(seed);
      const shuffled = <Row>(some: Map<string, Row>): Row[] => {
        const all = [...some.values()].map((row) => ({ row, place: dice.int(0, 1_000_000) }));
        return all.sort((one, other) => one.place - other.place).map(({ row }) => row);
      };
      for (const row of shuffled(there.offers)) once.offers.put(row);
      for (const row of shuffled(there.candidates)) once.candidates.put(row);
      expect(rankingsOf(memory, rows, today, seed)).toEqual(rankingsOf(once, rows, today, seed));
    }),
    { numRuns: 25 },
  );
});

test('rows that come and go for ever take no more room than those that are there', () => {
  const memory = empty();
  const round = (by: number): void => {
    for (const [at, { id }] of rows.offers.entries()) memory.offers.put({ ...rows.offers[(at + by) % 250]!, id });
    for (const [at, { id }] of rows.candidates.entries()) {
      memory.candidates.put({ ...rows.candidates[(at + by) % 150]!, id });
    }
  };
  for (let by = 0; by < 10; by += 1) round(by);
  const bytes = [memory.offers.bytes, memory.candidates.bytes];
  for (let by = 10; by < 260; by += 1) round(by);
  expect([memory.offers.bytes, memory.candidates.bytes]).toEqual(bytes);
  expect([memory.offers.count, memory.candidates.count]).toEqual([250, 150]);
  expect([memory.offers.ids.slots, memory.candidates.ids.slots]).toEqual([250, 150]);
});

test('removing one that is not there changes nothing', () => {
  const memory = empty();
  memory.offers.put(rows.offers[0]!);
  memory.offers.remove(rows.offers[1]!.id);
  memory.candidates.remove(rows.candidates[1]!.id);
  memory.offers.remove(rows.offers[0]!.id);
  memory.offers.remove(rows.offers[0]!.id);
  expect([memory.offers.count, memory.candidates.count]).toEqual([0, 0]);
});
