import fc from 'fast-check';
import {
  promptDays,
  type Responsiveness,
  responsivenessFit,
  sayResponsiveness,
  slowDays,
} from '../../src/companies/responsiveness.js';

const rates = fc.integer({ min: 0, max: 100 });
const delays = fc.option(fc.integer({ min: 0, max: 400 }));

test.each<[number, number | null, number]>([
  [100, 0, 10_000],
  [100, promptDays, 10_000],
  [100, promptDays + 1, 9783],
  [100, slowDays, 5000],
  [100, 400, 5000],
  [90, 3, 9000],
  [33, 12, 2941],
  [0, null, 0],
])('%i %% answered within %s days is worth %i', (rate, medianDays, fit) => {
  expect(responsivenessFit({ rate, medianDays })).toBe(fit);
});

test('it is a whole number from 0 to 10,000; more answers never lower it, longer delays never raise it', () => {
  fc.assert(
    fc.property(rates, rates, delays, delays, (one, other, soon, late) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const [fast, slow] = [soon ?? slowDays, late ?? slowDays].sort((a, b) => a - b);
      const worst = responsivenessFit({ rate: low, medianDays: slow! });
      const best = responsivenessFit({ rate: high, medianDays: fast! });
      expect([worst, best].every((fit) => Number.isInteger(fit) && fit >= 0 && fit <= 10_000)).toBe(true);
      expect(worst).toBeLessThanOrEqual(responsivenessFit({ rate: low, medianDays: fast! }));
      expect(responsivenessFit({ rate: low, medianDays: fast! })).toBeLessThanOrEqual(best);
    }),
  );
});

test.each<[Responsiveness, string, string]>([
  [
    { rate: 92, medianDays: 4 },
    'Répond à 92 % des candidatures, une fois sur deux en 4 jours au plus.',
    'Answers 92% of applications, half of the time within 4 days.',
  ],
  [
    { rate: 100, medianDays: 1 },
    'Répond à 100 % des candidatures, une fois sur deux en un jour au plus.',
    'Answers 100% of applications, half of the time within a day.',
  ],
  [
    { rate: 60, medianDays: 0 },
    'Répond à 60 % des candidatures, une fois sur deux le jour même.',
    'Answers 60% of applications, half of the time on the same day.',
  ],
  [
    { rate: 0, medianDays: null },
    'N’a répondu à aucune candidature depuis un an.',
    'Answered no application in a year.',
  ],
])('%j is said in plain words', (known, fr, en) => {
  expect(sayResponsiveness(known)).toEqual({ fr, en });
});
