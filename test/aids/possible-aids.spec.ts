import fc from 'fast-check';
import { aidBook, readAidTable } from '../../src/aids/aid-rule-book.js';
import type { AidAmount, AidCondition, AidRule, AidTable } from '../../src/aids/aid-rules.js';
import { AidsService } from '../../src/aids/aids.service.js';
import { Clock } from '../../src/common/clock.js';
import { aids } from '../../src/offers/aid-names.js';
import { Offer } from '../../src/offers/offer.entity.js';
import { contractTypes } from '../../src/offers/offer-words.js';
import { checkContent } from '../../src/rulebooks/rule-book-check.js';
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
      fc
        .constantFrom('01283', '75056', '97213', '35288', '44109', '97302', ...communeCodes.slice(0, 400))
        .map((code) => ({
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

/** Conditions that an administrator could write, with limits of any size. */
const level = fc.constantFrom(...studyLevels);
const months = fc.integer({ min: 1, max: 40 });
const size = fc.record({
  staffUnder: fc.constantFrom(10, 250, 5_000, 100_000),
  turnoverUpTo: fc.constantFrom(0, 50_000_000),
  balanceSheetUpTo: fc.constantFrom(0, 43_000_000),
});
const assumed = fc.constantFrom({}, { assumed: true }, { assumed: false });
const condition: fc.Arbitrary<AidCondition> = fc.oneof(
  fc.constantFrom<AidCondition>({ kind: 'IN_TERRITORY' }, { kind: 'IN_TERRITORY', listNotKnown: true }),
  fc.constant<AidCondition>({ kind: 'GREEN_MISSION' }),
  fc.record({
    kind: fc.constant('HEADCOUNT_UNDER' as const),
    limit: fc.constantFrom(0, 10, 50, 250, 251, 1_000, 5_000),
    notKnownAbove: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('SME_OR_MID_CAP' as const), sme: size, midCap: size }),
  fc
    .dictionary(fc.constantFrom(...contractTypes), fc.integer({ min: 0, max: 40 }), { minKeys: 1 })
    .map((monthsAtLeast): AidCondition => ({ kind: 'CONTRACT', monthsAtLeast: { ...monthsAtLeast } })),
  fc.record({ kind: fc.constant('LEVEL_AT_LEAST' as const), level }),
  fc.record({ kind: fc.constant('LEVEL_AT_LEAST' as const), level, notKnownFrom: level }),
  fc.record({ kind: fc.constant('LEVEL_AT_MOST' as const), level, notKnownUpTo: level }),
  fc.record({ kind: fc.constant('LEVEL_AT_MOST' as const), level, notKnownOverseasUpTo: level }),
  months.map((underMonths): AidCondition => ({ kind: 'RECENT_DIPLOMA', underMonths })),
  assumed.map((how): AidCondition => ({ kind: 'TRANSFORMING_POST', ...how })),
  fc.tuple(months, assumed).map(([most, how]): AidCondition => ({
    kind: 'LABEL_REQUESTED_WITHIN',
    months: most,
    ...how,
  })),
  fc.constant<AidCondition>({ kind: 'NOT_ASKED', fr: 'Autre chose', en: 'Something else' }),
);
const amount = fc.record({
  euros: fc.constantFrom(null, 0, 4_000),
  fr: fc.constant('Un montant'),
  en: fc.constant('An amount'),
}) as fc.Arbitrary<AidAmount>;
/** Rules of one aid, one after the other from the first day; the last without an end, sometimes. */
const rulesOf = (aid: (typeof aids)[number]): fc.Arbitrary<AidRule[]> =>
  fc
    .tuple(
      fc.uniqueArray(day, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(fc.array(condition, { minLength: 1, maxLength: 6 }), amount), { minLength: 4, maxLength: 4 }),
      fc.constantFrom('NOT_YET' as const, 'NOT_IN_TABLE' as const),
      fc.constantFrom('COMPANY' as const, 'YOUNG_PERSON' as const, 'NOBODY' as const),
      fc.boolean(),
    )
    .map(([days, parts, before, paidTo, isOpen]) =>
      [...days].sort().map((inForceFrom, place, all): AidRule => {
        const next = all[place + 1];
        const end = next ? dayBefore(next) : '2027-06-30';
        const last = end < inForceFrom ? inForceFrom : end;
        const [conditions, paid] = parts[place]!;
        const open = !next && isOpen;
        return {
          ...{ aid, before, paidTo, inForceFrom, conditions, amounts: [paid], undertakings: [] },
          ...{ inForceUntil: open ? null : last, knownUntil: open ? last : null },
          ...{ source: 'Une table écrite au hasard', checkedOn: '2026-11-23' },
        };
      }),
    );
const dayBefore = (on: string): string => new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10);
const anyTable: fc.Arbitrary<AidTable> = fc
  .tuple(...aids.map(rulesOf))
  .map((rules) => ({ rules: rules.flat(), combinations: readAidTable().combinations }));

test('are right by whatever table an administrator writes', () => {
  fc.assert(
    fc.property(
      anyTable,
      fc.array(fc.tuple(offer, headcount, day), { minLength: 30, maxLength: 30 }),
      (table, many) => {
        expect(checkContent(aidBook, table).problems).toBeNull();
        const changed = new AidsService(bookOf(table), gazetteer, clock);
        for (const [one, staff, today] of many) {
          clock.moment = `${today}T12:00:00Z`;
          const answers = changed.forOffer(one, staff);
          const possible = answers.filter(({ verdict }) => verdict !== 'NOT_ENTITLED').map(({ aid }) => aid);
          expect(changed.possibleFor(one, staff)).toEqual(possible);
          const plan = changed.planForOffer(one, staff);
          for (const set of [...(plan?.company ?? []), ...(plan?.youngPerson ?? [])]) {
            expect(set.aids.every((aid) => possible.includes(aid))).toBe(true);
            expect(set.verdict === 'ENTITLED' || set.mostEuros === null).toBe(true);
          }
        }
      },
    ),
    { numRuns: 80 },
  );
});
