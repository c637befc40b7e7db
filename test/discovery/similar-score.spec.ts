import fc from 'fast-check';
import {
  bestOf,
  type Comparable,
  compared,
  type Likeness,
  rarityOf,
  worth,
} from '../../src/discovery/similar-score.js';

const counts: Record<string, number> = { amdec: 2, gmao: 14, excel: 400, anglais: 500 };
const places: Record<string, number> = { oyonnax: 0, bellignat: 3, lyon: 75, brest: 800 };
const likeness: Likeness = {
  relatedOccupations: ['H1503', 'I1102'],
  rarity: (code) => rarityOf(counts[code] ?? 0),
  km: (one, other) => (one in places && other in places ? Math.abs(places[one]! - places[other]!) : null),
};

const offer = (differs: Partial<Comparable> = {}): Comparable => ({
  occupationCode: 'H1502',
  skillCodes: ['amdec', 'excel'],
  missionCategory: 'PRODUCTION',
  contractType: 'CDI',
  communeCodes: ['oyonnax'],
  ...differs,
});
const score = (differs: Partial<Comparable>, base = offer()): number => compared(base, offer(differs), likeness).score;
const nothing: Partial<Comparable> = {
  occupationCode: null,
  skillCodes: [],
  missionCategory: 'FINANCE',
  contractType: 'CDD',
  communeCodes: [],
};

test('the same offer again is worth 100, one that shares nothing 0', () => {
  expect(score({})).toBeCloseTo(100);
  expect(score(nothing)).toBe(0);
  expect(Object.values(worth).reduce((sum, part) => sum + part)).toBe(100);
});

test.each([
  ['the same occupation', { occupationCode: 'H1502' }, 40],
  ['the nearest related one', { occupationCode: 'H1503' }, 24],
  ['the next one', { occupationCode: 'I1102' }, 22],
  ['an unrelated one', { occupationCode: 'M1203' }, 0],
  ['the same commune', { communeCodes: ['brest', 'oyonnax'] }, 15],
  ['three quarters of the way to 100 km', { communeCodes: ['lyon'] }, 3.75],
  ['the other end of France', { communeCodes: ['brest'] }, 0],
  ['the same mission', { missionCategory: 'PRODUCTION' }, 10],
  ['the same contract', { contractType: 'CDI' }, 5],
])('%s', (_, differs, points) => {
  expect(score({ ...nothing, ...differs })).toBeCloseTo(points);
});

test('a rare skill in common tells more than a common one, and comes first', () => {
  expect(score({ ...nothing, skillCodes: ['amdec'] })).toBeGreaterThan(
    3 * score({ ...nothing, skillCodes: ['excel'] }),
  );
  expect(compared(offer(), offer({ skillCodes: ['excel', 'gmao', 'amdec'] }), likeness).sharedSkills).toEqual([
    'amdec',
    'excel',
  ]);
});

test('what neither says is no likeness', () => {
  const silent = offer({ occupationCode: null, skillCodes: [], communeCodes: ['nowhere'] });
  expect(compared(silent, silent, likeness)).toEqual({
    score: 15,
    occupation: null,
    sharedSkills: [],
    sameMission: true,
    km: null,
  });
});

test('always between 0 and 100, and one more shared skill never makes less alike', () => {
  const some = fc.record({
    occupationCode: fc.constantFrom('H1502', 'H1503', 'M1203', null),
    skillCodes: fc.subarray(['amdec', 'gmao', 'excel', 'anglais', 'unknown']),
    missionCategory: fc.constantFrom('PRODUCTION', 'FINANCE'),
    contractType: fc.constantFrom('CDI', 'CDD'),
    communeCodes: fc.subarray(['oyonnax', 'bellignat', 'lyon', 'brest']),
  });
  fc.assert(
    fc.property(some, some, (one, other) => {
      const { score } = compared(one, other, likeness);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100.000_001);
      const more = { ...other, skillCodes: [...new Set([...other.skillCodes, ...one.skillCodes])] };
      expect(compared(one, more, likeness).score).toBeGreaterThanOrEqual(score - 1e-9);
    }),
  );
});

test('the best, at most two of one company, the first of equals first', () => {
  const items = ['a1', 'a2', 'a3', 'b1', 'c1'].map((id, place) => ({
    id,
    companyId: id[0]!,
    score: place < 3 ? 9 : 5,
  }));
  expect(bestOf(items, 4, 2).map(({ id }) => id)).toEqual(['a1', 'a2', 'b1', 'c1']);
  expect(bestOf(items, 1, 2).map(({ id }) => id)).toEqual(['a1']);
  expect(bestOf([], 3, 2)).toEqual([]);
});
