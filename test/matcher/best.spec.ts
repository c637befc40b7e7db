import fc from 'fast-check';
import { Best, meritOf } from '../../src/matcher/best.js';
import { Uuids, uuidWords } from '../../src/matcher/uuids.js';

interface Row {
  id: string;
  tenths: number;
  evidence: number;
  hectometres: number;
}

/** Few values, so that many rows tie in one or both. */
const values = {
  tenths: fc.integer({ min: 0, max: 6 }),
  evidence: fc.constantFrom(0, 50, 100),
  hectometres: fc.constantFrom(0, 5, 120, 999_990),
};
const rows = fc.uniqueArray(fc.record({ id: fc.uuid(), ...values }), { selector: ({ id }) => id, maxLength: 60 });
const inOrder = (one: Row, other: Row): number =>
  other.tenths - one.tenths ||
  other.evidence - one.evidence ||
  one.hectometres - other.hectometres ||
  (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

function found(given: readonly Row[], most: number, after: Row | null, heedFloor: boolean): Row[] {
  const ids = new Uuids(0);
  const slots = given.map(({ id }) => ids.add(id));
  const best = new Best(
    ids,
    most,
    after && { ...after, merit: meritOf(after.tenths, after.evidence), id: uuidWords(after.id) },
  );
  for (const [at, { tenths, evidence, hectometres }] of given.entries()) {
    if (heedFloor && tenths < best.floor) continue;
    best.offer(slots[at]!, tenths, evidence, hectometres);
  }
  return best.list().map(({ slot, ...points }) => ({ id: ids.name(slot), ...points }));
}

test('they are the first of all when sorted, with or without what lies below the floor', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 20 }), fc.boolean(), (given, most, heedFloor) => {
      expect(found(given, most, null, heedFloor)).toEqual([...given].sort(inOrder).slice(0, most));
    }),
    { numRuns: 500 },
  );
});

test('after one of them, or after one that is gone, come the next', () => {
  const after = fc.record({ id: fc.uuid(), ...values });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 20 }), after, fc.nat(), (given, most, gone, which) => {
      for (const last of [gone, given[which % Math.max(given.length, 1)] ?? gone]) {
        const rest = given.filter((row) => inOrder(row, last) > 0).sort(inOrder);
        expect(found(given, most, last, true)).toEqual(rest.slice(0, most));
      }
    }),
    { numRuns: 500 },
  );
});

test('page after page, they are all of them, once each', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 7 }), (given, most) => {
      const all: Row[] = [];
      for (let page = found(given, most, null, true); page.length > 0; page = found(given, most, all.at(-1)!, true)) {
        all.push(...page);
      }
      expect(all).toEqual([...given].sort(inOrder));
    }),
  );
});

test('the floor lets everything in while there is room, and then what ties with the last', () => {
  const ids = new Uuids(0);
  const best = new Best(ids, 2, null);
  const [a, b, c] = ['a', 'b', 'c'].map((digit) => ids.add(`${digit.repeat(8)}-0000-4000-8000-000000000000`));
  expect(best.floor).toBe(-1);
  best.offer(b!, 0, 0, 0);
  expect(best.floor).toBe(-1);
  best.offer(c!, 0, 0, 0);
  expect(best.floor).toBe(0);
  best.offer(a!, 0, 0, 0);
  expect(best.list().map(({ slot }) => slot)).toEqual([a, b]);
});
