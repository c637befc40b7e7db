import fc from 'fast-check';
import { before, delayOf, delayWords, type RetentionRule } from '../../src/privacy/retention-delays.js';
import { retentionRules } from '../../src/privacy/retention-rules.js';
import { heldFor } from '../../src/privacy/purge-guards.js';

describe('the table', () => {
  const text = { fr: 'x', en: 'x' };
  const line = (since: string, months: number): RetentionRule => ({
    id: 'A',
    what: text,
    from: text,
    delay: { months },
    since,
    by: 'purge',
  });

  test('of the lines of a rule the latest in force holds; before the first none does', () => {
    const rules = [line('2027-01-01', 12), line('2026-01-01', 24)];
    expect(delayOf('A', '2025-12-31', rules)).toBeNull();
    expect(delayOf('A', '2026-12-31', rules)).toEqual({ months: 24 });
    expect(delayOf('A', '2027-01-01', rules)).toEqual({ months: 12 });
    expect(delayOf('B', '2027-01-01', rules)).toBeNull();
  });

  test('candidates are asked after 23 months and erased after 24; contacts go after two years, the log within one', () => {
    const delay = (id: string) => delayOf(id, '2026-11-23', retentionRules);
    expect([delay('CANDIDATE_ASKED'), delay('CANDIDATE_ERASED'), delay('APPLICATION')]).toEqual([
      { months: 23 },
      { months: 24 },
      { months: 24 },
    ]);
    expect(delay('AUDIT')).toEqual({ days: 365 });
    expect(delay('SESSION')).toEqual({ days: 30 });
  });

  test('every line is dated and in words', () => {
    for (const { what, from, delay, since } of retentionRules) {
      expect(since).toMatch(/^\d{4}-\d\d-\d\d$/);
      for (const { fr, en } of [what, from, delayWords(delay)]) expect(fr && en).toBeTruthy();
    }
    expect(delayWords({ months: 24 })).toEqual({ fr: '24 mois', en: '24 months' });
    expect(delayWords({ hours: 1 })).toEqual({ fr: '1 heure', en: '1 hour' });
  });
});

describe('moments', () => {
  test.each([
    ['2026-03-31T10:00:00Z', { months: 1 }, '2026-02-28T10:00:00Z'],
    ['2028-03-31T10:00:00Z', { months: 1 }, '2028-02-29T10:00:00Z'],
    ['2028-02-29T10:00:00Z', { months: 24 }, '2026-02-28T10:00:00Z'],
    ['2026-01-15T10:00:00Z', { months: 23 }, '2024-02-15T10:00:00Z'],
    ['2026-01-15T10:00:00Z', { days: 30 }, '2025-12-16T10:00:00Z'],
    ['2026-01-15T00:20:00Z', { minutes: 30 }, '2026-01-14T23:50:00Z'],
  ])('%s less %j is %s', (now, delay, then) => {
    expect(before(new Date(now), delay)).toEqual(new Date(then));
  });

  test('a later moment is never due earlier', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.nat(40 * 86_400_000),
        fc.integer({ min: 1, max: 36 }),
        (now, more, months) =>
          before(now, { months }) <= before(new Date(now.valueOf() + more), { months }) ||
          // Moments of one day keep their hour, so that ends of months may change places by less than a day.
          before(now, { months }).valueOf() - before(new Date(now.valueOf() + more), { months }).valueOf() < 86_400_000,
      ),
    );
  });
});

describe('the guards', () => {
  const now = new Date('2026-11-23T03:52:00Z');
  const count = (due: number, of: number) => [{ rule: 'CANDIDATE_ERASED' as const, due, of, done: 0 }];
  const moved = (milliseconds: number) => new Date(now.valueOf() + milliseconds);

  test('clocks may differ by five minutes, either way, and no more', () => {
    expect(heldFor(now, moved(300_000), [])).toEqual([]);
    expect(heldFor(now, moved(-300_000), [])).toEqual([]);
    expect(heldFor(now, moved(300_001), [])).toEqual(['CLOCKS_DISAGREE']);
    expect(heldFor(now, moved(-300_001), [])).toEqual(['CLOCKS_DISAGREE']);
  });

  test('five per cent may go, and no more; ten always may', () => {
    expect(heldFor(now, now, count(50, 1_000))).toEqual([]);
    expect(heldFor(now, now, count(51, 1_000))).toEqual(['TOO_MANY']);
    expect(heldFor(now, now, count(10, 10))).toEqual([]);
    expect(heldFor(now, now, count(11, 11))).toEqual(['TOO_MANY']);
    expect(heldFor(now, now, count(11, 220))).toEqual([]);
  });

  test('many small purges of one day are one', () => {
    const went = (n: number) => new Map([['CANDIDATE_ERASED' as const, n]]);
    expect(heldFor(now, now, count(30, 970), went(30))).toEqual(['TOO_MANY']);
    expect(heldFor(now, now, count(20, 970), went(30))).toEqual([]);
    expect(heldFor(now, now, count(0, 10), went(30))).toEqual([]);
  });

  test('both at once are told both', () => {
    expect(heldFor(now, moved(600_000), count(60, 100))).toEqual(['CLOCKS_DISAGREE', 'TOO_MANY']);
  });
});
