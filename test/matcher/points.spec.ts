import fc from 'fast-check';
import { sumFor, tenthsOf } from '../../src/matcher/points.js';
import { criteria, type CriterionName, type Fit } from '../../src/scoring/score-facts.js';
import { sharePoints } from '../../src/scoring/score-points.js';
import { full, weights } from '../../src/scoring/weights.js';

const between = criteria.filter((one) => one !== 'RESPONSIVENESS');
const fit = fc.oneof(fc.constantFrom(0, 1, full / 2, full - 1, full), fc.integer({ min: 0, max: full }));
const fits = fc.uniqueArray(fc.record({ criterion: fc.constantFrom(...between), fit }), {
  selector: ({ criterion }) => criterion,
  minLength: 1,
});
const answering = fc.option(fit);
/** Every set of weights ever used, and some in which how a company answers decides more. */
const sets = fc
  .tuple(fc.constantFrom(...Object.values(weights)), fc.option(fc.integer({ min: 0, max: 99 })))
  .map(([set, percent]) => ({ ...set, responsiveness: percent ?? set.responsiveness }));

/** The score in tenths, as the pure function makes it of the same fits. */
function pure(
  given: readonly { criterion: CriterionName; fit: number }[],
  answers: number | null,
  { criteria: weightOf, responsiveness }: (typeof weights)[string],
): number {
  const percent = answers === null ? 0 : responsiveness;
  const own = ({ criterion }: { criterion: CriterionName }): number =>
    criterion === 'RESPONSIVENESS' ? 0 : weightOf[criterion];
  const whole = given.reduce((sum, one) => sum + own(one), 0);
  const all = [...given, ...(answers === null ? [] : [{ criterion: 'RESPONSIVENESS' as const, fit: answers }])];
  const { score } = sharePoints(
    all.map((one) => ({ ...one, facts: {} }) as Fit),
    (one) => (one.criterion === 'RESPONSIVENESS' ? whole * percent : own(one) * (100 - percent)),
  );
  return Math.round(score * 10);
}

test('the tenths are those of the pure score, to the last one', () => {
  fc.assert(
    fc.property(fits, answering, sets, (given, answers, set) => {
      const sum = given.reduce((total, { criterion, fit }) => total + set.criteria[criterion] * fit, 0);
      const weight = given.reduce((total, { criterion }) => total + set.criteria[criterion], 0);
      expect(tenthsOf(sum, weight, answers ?? -1, set)).toBe(pure(given, answers, set));
    }),
    { numRuns: 3_000 },
  );
});

test('with nothing in common there is no score, however well the company answers', () => {
  for (const set of Object.values(weights)) expect(tenthsOf(0, 0, full, set)).toBe(0);
});

const whole = fc.integer({ min: 1, max: 100 });

test('whatever gives so many tenths has the sum that is asked for them', () => {
  fc.assert(
    fc.property(whole, fc.nat(), answering, sets, (weight, some, answers, set) => {
      const sum = some % (weight * full + 1);
      const tenths = tenthsOf(sum, weight, answers ?? -1, set);
      for (let floor = tenths; floor >= Math.max(tenths - 2, 0); floor -= 1) {
        expect(sum).toBeGreaterThanOrEqual(sumFor(floor, weight, answers ?? -1, set) - 1e-6);
      }
    }),
    { numRuns: 3_000 },
  );
});

test('it asks for a little less at most: the next whole sum above gives them', () => {
  fc.assert(
    fc.property(whole, fc.integer({ min: 1, max: 1_000 }), answering, sets, (weight, tenths, answers, set) => {
      const enough = Math.ceil(sumFor(tenths, weight, answers ?? -1, set) + 1e-6);
      expect(tenthsOf(Math.max(enough, 0), weight, answers ?? -1, set)).toBeGreaterThanOrEqual(tenths);
    }),
    { numRuns: 3_000 },
  );
});
