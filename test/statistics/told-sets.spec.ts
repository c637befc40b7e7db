import fc from 'fast-check';
import { toldSets } from '../../src/statistics/told-sets.js';

const nesting = {
  scopes: ['nation', 'A', 'B', 't', 'u', 'v', 'A1', 'A2'],
  holders: new Map([
    ['A', ['nation']],
    ['B', ['nation']],
    ['t', ['nation', 'A', 'A1']],
    ['u', ['nation', 'A']],
    ['v', ['nation']],
    ['A1', ['nation', 'A']],
    ['A2', ['nation', 'A']],
  ]),
  families: new Map([
    [
      'nation',
      [
        ['A', 'B'],
        ['t', 'u', 'v'],
        ['A1', 'A2'],
      ],
    ],
    [
      'A',
      [
        ['t', 'u'],
        ['A1', 'A2'],
      ],
    ],
    ['A1', [['t']]],
  ]),
};

/** Each person is in some of the smallest places, and so in all that hold them. */
const people = fc.array(fc.subarray(['A1 t', 'A1 u', 'A2 u', 'A2', 'B v', 'A2 v', 'B'], { minLength: 1 }), {
  maxLength: 40,
});
const scopesOf = (wishes: readonly string[]): Set<string> =>
  new Set(['nation', ...wishes.flatMap((wish) => [wish.slice(0, 1), ...wish.split(' ')])]);

function countsOf(persons: readonly string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const person of persons) for (const scope of scopesOf(person)) counts.set(scope, (counts.get(scope) ?? 0) + 1);
  return counts;
}

const small = (count: number): boolean => count > 0 && count < 5;

test('no told count, no difference of two and no rest is a count of 1 to 4; nor are those without a skill', () => {
  fc.assert(
    fc.property(people, fc.infiniteStream(fc.boolean()), (persons, has) => {
      const all = toldSets(countsOf(persons), nesting);
      const skilled = toldSets(countsOf(persons.filter(() => has.next().value)), nesting, all);
      for (const told of [all, skilled]) {
        for (const [scope, count] of told) {
          expect(small(count)).toBe(false);
          for (const holder of nesting.holders.get(scope) ?? []) {
            if (told.has(holder)) expect(small(told.get(holder)! - count)).toBe(false);
          }
          for (const family of nesting.families.get(scope) ?? []) {
            const rest = family.reduce((left, each) => left - (told.get(each) ?? 0), count);
            expect(small(rest)).toBe(false);
          }
        }
      }
      for (const [scope, count] of skilled) expect(small(all.get(scope)! - count)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('what is large and far from the others is told', () => {
  const counts = new Map([
    ['nation', 40],
    ['A', 30],
    ['B', 10],
    ['t', 12],
    ['u', 3],
    ['A1', 12],
  ]);
  expect(Object.fromEntries(toldSets(counts, nesting))).toEqual({
    nation: 40,
    A: 30,
    B: 10,
    t: 12,
    v: 0,
    A1: 12,
    A2: 0,
  });
});
