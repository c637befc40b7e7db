import fc from 'fast-check';
import { criteria, type Fit } from '../../src/scoring/score-facts.js';
import { scoreOf, sharePoints } from '../../src/scoring/score-points.js';
import { always, sum, tenths } from './score-laws.js';

/** Some criteria with a fit and a weight each; often perfect, often nothing, and often just beside it. */
const fit = fc.oneof(fc.constantFrom(0, 1, 5_000, 9_999, 10_000), fc.integer({ min: 0, max: 10_000 }));
const weight = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 10_000 }));
const weighed = fc.uniqueArray(fc.record({ criterion: fc.constantFrom(...criteria), fit, weight }), {
  selector: ({ criterion }) => criterion,
  minLength: 1,
});
const shared = (given: { criterion: Fit['criterion']; fit: number; weight: number }[]) => {
  const weightOf = new Map(given.map(({ criterion, weight }) => [criterion, weight]));
  return sharePoints(
    given.map(({ criterion, fit }) => ({ criterion, fit, facts: {} }) as Fit),
    ({ criterion }) => weightOf.get(criterion)!,
  );
};

test('the points are the score, and those possible a hundred, in whole tenths', () => {
  always(weighed, (given) => {
    const { score, parts } = shared(given);
    const whole = sum(given.map((one) => one.weight));
    expect(tenths(score)).toBe(scoreOf(sum(given.map((one) => one.weight * one.fit)), whole));
    expect(sum(parts.map(({ points }) => tenths(points)))).toBe(tenths(score));
    expect(sum(parts.map(({ pointsPossible }) => tenths(pointsPossible)))).toBe(1_000);
    for (const { points, pointsPossible } of parts) {
      expect([points, pointsPossible]).toEqual([tenths(points) / 10, tenths(pointsPossible) / 10]);
    }
  });
});

test('a perfect part has all its points, a part of nothing none, and no part more than are possible', () => {
  always(weighed, (given) => {
    for (const { fit, points, pointsPossible } of shared(given).parts) {
      if (fit === 10_000) expect(points).toBe(pointsPossible);
      if (fit === 0) expect(points).toBe(0);
      expect(points >= 0 && points <= pointsPossible).toBe(true);
    }
  });
});

test('no part is told more than two tenths from what it exactly is', () => {
  always(weighed, (given) => {
    const whole = sum(given.map((one) => one.weight));
    shared(given).parts.forEach(({ points, pointsPossible }, at) => {
      const exact = (100 * given[at]!.weight) / whole;
      expect(Math.abs(pointsPossible - exact)).toBeLessThan(0.2);
      expect(Math.abs(points - (exact * given[at]!.fit) / 10_000)).toBeLessThan(0.2);
    });
  });
});

test('without a weight there is nothing to share', () => {
  expect(shared([{ criterion: 'SKILLS', fit: 10_000, weight: 0 }])).toEqual({ score: 0, parts: [] });
});

test('halves of a tenth are shared to the last one', () => {
  const given = (
    [
      [36, 1],
      [16, 1],
      [14, 0],
      [10, 1],
      [8, 0],
      [8, 0],
      [4, 1],
    ] as const
  ).map(([weight, perfect], at) => ({
    criterion: criteria[at]!,
    fit: perfect * 10_000,
    weight,
  }));
  const { score, parts } = shared(given);
  expect(score).toBe(68.8);
  expect(parts.map(({ points }) => points)).toEqual([37.5, 16.7, 0, 10.4, 0, 0, 4.2]);
});
