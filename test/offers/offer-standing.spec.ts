import fc from 'fast-check';
import { bearable, deepest, standing } from '../../src/offers/offer-standing.js';

const publishedAt = new Date('2026-09-01T10:00:00Z');
const day = 86_400_000;
const sunk = (waitingApplications: number, openings = 1): number =>
  (publishedAt.valueOf() - standing({ publishedAt, waitingApplications, openings })) / day;

test.each([
  [0, 1, 0],
  [5, 1, 0],
  [6, 1, 1],
  [12, 1, 7],
  [19, 1, 14],
  [20, 1, 14],
  [100_000, 1, 14],
  [10, 2, 0],
  [11, 2, 0],
  [12, 2, 1],
  [6, 0, 1],
])('%i applications that wait for %i openings: %i days', (waiting, openings, days) => {
  expect(sunk(waiting, openings)).toBe(days);
});

const count = fc.integer({ min: 0, max: 100_000 });
const openings = fc.integer({ min: 1, max: 500 });

test('bounded: never above the publication, never more than fourteen days under it', () => {
  fc.assert(
    fc.property(count, openings, (waiting, places) => sunk(waiting, places) >= 0 && sunk(waiting, places) <= deepest),
  );
});

test('monotone: more applications never lift an offer, more openings never sink it', () => {
  fc.assert(
    fc.property(count, count, openings, openings, (waiting, more, places, others) => {
      expect(sunk(waiting + more, places)).toBeGreaterThanOrEqual(sunk(waiting, places));
      expect(sunk(waiting, places + others)).toBeLessThanOrEqual(sunk(waiting, places));
    }),
  );
});

test('an offer over a fortnight newer stands above whatever the applications, and a bearable crowd changes nothing', () => {
  fc.assert(
    fc.property(count, openings, (waiting, places) => {
      const newer = new Date(publishedAt.valueOf() + (deepest + 1) * day);
      const older = standing({ publishedAt, waitingApplications: 0, openings: 1 });
      expect(standing({ publishedAt: newer, waitingApplications: waiting, openings: places })).toBeGreaterThan(older);
      expect(sunk(Math.min(waiting, bearable * places), places)).toBe(0);
    }),
  );
});
