import fc from 'fast-check';
import { AidsService } from '../../src/aids/aids.service.js';
import { Clock } from '../../src/common/clock.js';
import { Offer } from '../../src/offers/offer.entity.js';
import { contractTypes } from '../../src/offers/offer-words.js';
import { studyLevels } from '../../src/skills/study-level.js';
import { realPlaces } from '../territories/real-places.js';
import { bookOf } from './shipped-book.js';

const { tables, gazetteer } = realPlaces();

/** A clock that each run sets. */
class SetClock extends Clock {
  moment = '2026-11-23T10:00:00Z';
  override now = (): Date => new Date(this.moment);
}
const clock = new SetClock();
const service = new AidsService(bookOf(), gazetteer, clock);

/** Around the days on which a rule begins or ends, and any other. */
const day = fc.oneof(
  fc.constantFrom('2018-11-21', '2018-11-22', '2020-07-19', '2020-07-20', '2022-12-31', '2023-01-01', '2023-10-31'),
  fc.constantFrom('2023-11-01', '2025-12-31', '2026-01-01', '2027-12-31', '2028-01-01'),
  fc.integer({ min: 0, max: 4_500 }).map((days) => {
    return new Date(Date.parse('2017-01-01') + days * 86_400_000).toISOString().slice(0, 10);
  }),
);
const communeCodes = tables.communes.map(({ code }) => code);
const offer = fc
  .record({
    startsOn: fc.option(day),
    contractType: fc.constantFrom(...contractTypes),
    durationMonths: fc.option(fc.constantFrom(1, 5, 6, 9, 10, 11, 12, 23, 24, 36)),
    studyLevel: fc.option(fc.constantFrom(...studyLevels)),
    greenMission: fc.boolean(),
    sites: fc.array(
      fc.constantFrom('01283', '75056', '97213', ...communeCodes.slice(0, 400)).map((code) => ({
        communeCode: code,
        address: null,
      })),
      { maxLength: 3 },
    ),
  })
  .map((facts) => Object.assign(new Offer(), facts));
const headcount = fc.option(fc.constantFrom(0, 1, 9, 10, 11, 49, 50, 249, 250, 251, 999, 1_000, 4_999, 5_000, 90_000));

test('are those whose verdict is not a refusal, for every offer and day', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(offer, headcount, day), { minLength: 20, maxLength: 20 }), (many) => {
      for (const [one, staff, today] of many) {
        clock.moment = `${today}T12:00:00Z`;
        const answers = service.forOffer(one, staff);
        const possible = answers.filter(({ verdict }) => verdict !== 'NOT_ENTITLED').map(({ aid }) => aid);
        expect(service.possibleFor(one, staff)).toEqual(possible);
      }
    }),
    { numRuns: 60 },
  );
});

test('hold for every day of one period, and the period has another name when they may not', async () => {
  await fc.assert(
    fc.asyncProperty(offer, headcount, day, day, async (one, staff, some, other) => {
      if ((await service.periodKey(some)) !== (await service.periodKey(other))) return;
      clock.moment = `${some}T12:00:00Z`;
      const then = service.possibleFor(one, staff);
      clock.moment = `${other}T12:00:00Z`;
      expect(service.possibleFor(one, staff)).toEqual(then);
    }),
    { numRuns: 300 },
  );
  const keys = await Promise.all(
    ['2020-07-19', '2020-07-20', '2022-12-31', '2023-01-01', '2027-12-31', '2028-01-01'].map((on) =>
      service.periodKey(on),
    ),
  );
  expect(new Set(keys).size).toBe(keys.length);
  expect(await service.periodKey('2021-02-01')).toBe(await service.periodKey('2021-11-30'));
});

test('nobody is reasoned about twice: a hundred thousand offers take seconds', () => {
  const offers = fc.sample(fc.tuple(offer, headcount), { numRuns: 2_000, seed: 1 });
  const before = performance.now();
  for (let time = 0; time < 50; time += 1) {
    for (const [one, staff] of offers) service.possibleFor(one, staff);
  }
  expect(performance.now() - before).toBeLessThan(5_000);
});
