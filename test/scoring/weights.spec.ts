import { criteria } from '../../src/scoring/score-facts.js';
import { currentWeights, full, rounded, type Weights, weights } from '../../src/scoring/weights.js';

const versions = Object.entries(weights);
const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value
      ? Object.values(value).flatMap(numbersIn)
      : [];

describe.each(versions)('the weights of %s', (version, set: Weights) => {
  test('are kept under their own name, and make 100', () => {
    expect(set.version).toBe(version);
    expect(Object.values(set.criteria).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });

  test('weigh every criterion between the two, and nothing else', () => {
    expect(Object.keys(set.criteria).sort()).toEqual(criteria.filter((one) => one !== 'RESPONSIVENESS').sort());
  });

  test('are whole numbers, none below nothing, none above a perfect fit', () => {
    for (const number of numbersIn(set)) expect(Number.isInteger(number) && number >= 0 && number <= full).toBe(true);
  });

  test('let how a company answers decide three points at most', () => {
    expect(set.responsiveness).toBeLessThanOrEqual(3);
  });

  test('never let a related skill count more than the skill itself at its lowest level', () => {
    expect(set.skills.related).toBeLessThanOrEqual(set.skills.levels.NOTION);
    const { NOTION, PRACTISED, MASTERED } = set.skills.levels;
    expect([NOTION, PRACTISED, MASTERED]).toEqual([NOTION, PRACTISED, MASTERED].sort((one, other) => one - other));
    expect(MASTERED).toBe(100);
    expect(set.skills.desired).toBeLessThan(100);
  });

  test('never let more of the same be better than all of it', () => {
    const degrees = set.studyLevel.above;
    expect(degrees[0]).toBe(full);
    expect([...degrees].sort((one, other) => other - one)).toEqual(degrees);
    expect(set.distance.outside).toBeLessThan(100);
  });
});

test('a set once used is never edited', () => {
  expect(weights['2026-11']).toMatchObject({
    criteria: { SKILLS: 50, DISTANCE: 18, OCCUPATION: 8, STUDY_LEVEL: 7, CONTRACT: 5, AVAILABILITY: 4, MISSION: 4 },
    responsiveness: 0,
    skills: { desired: 40, levels: { NOTION: 60, PRACTISED: 90, MASTERED: 100 }, related: 60 },
  });
  expect(weights['2026-12']).toEqual({ ...weights['2026-11'], version: '2026-12', responsiveness: 3 });
});

test('the version in use is the latest', () => {
  expect(currentWeights).toBe(weights[Object.keys(weights).sort().at(-1)!]);
});

test.each([
  [0, 7, 0],
  [1, 2, 1],
  [1, 3, 0],
  [2, 3, 1],
  [3, 2, 2],
  [4_999, 10_000, 0],
  [5_000, 10_000, 1],
  [99_999_999_999, 100_000_000, 1_000],
])('%d / %d is nearest to %d; a half goes up', (numerator, denominator, whole) => {
  expect(rounded(numerator, denominator)).toBe(whole);
});
