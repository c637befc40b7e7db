import fc from 'fast-check';
import { addDays } from '../../src/common/clock.js';
import type { OfferDraft } from '../../src/offers/offer-draft.js';
import { missingMonths, offerProblems } from '../../src/offers/offer-rules.js';
import { aDraft } from './a-draft.js';

const today = '2026-09-01';
const many = (count: number) => Array.from({ length: count }, (_, index) => String(100_000 + index));
const sites = (count: number) => Array.from({ length: count }, () => ({ communeCode: '01283', address: null }));
const paths = (differs: Partial<OfferDraft>, before?: OfferDraft): string[] =>
  offerProblems(aDraft(differs), today, before).map(({ path }) => path.join('.'));

test.each<[string, Partial<OfferDraft>, string[]]>([
  ['nothing said that need not be', {}, []],
  ['a title of 4', { title: 'aaaa' }, ['title']],
  ['a title of 5', { title: 'aaaaa' }, []],
  ['a title of 150', { title: 'a'.repeat(150) }, []],
  ['a title of 151', { title: 'a'.repeat(151) }, ['title']],
  ['150 signs outside the basic plane', { title: '🔧'.repeat(150) }, []],
  ['3 signs outside the basic plane', { title: '🔧'.repeat(3) }, ['title']],
  ['a description of 29', { description: 'a'.repeat(29) }, ['description']],
  ['a description of 30', { description: 'a'.repeat(30) }, []],
  ['a description of 10,000', { description: 'a'.repeat(10_000) }, []],
  ['a description of 10,001', { description: 'a'.repeat(10_001) }, ['description']],
  ['no site', { sites: [] }, ['sites']],
  ['20 sites', { sites: sites(20) }, []],
  ['21 sites', { sites: sites(21) }, ['sites']],
  ['an address of 200 signs', { sites: [{ communeCode: '01283', address: '🏭'.repeat(200) }] }, []],
  [
    'an address of 201',
    { sites: [...sites(1), { communeCode: '01283', address: 'a'.repeat(201) }] },
    ['sites.1.address'],
  ],
  ['a CDD of 11', { contractType: 'CDD', durationMonths: 11 }, ['durationMonths']],
  ['a CDD of 12', { contractType: 'CDD', durationMonths: 12 }, []],
  ['a CDD without duration', { contractType: 'CDD' }, ['durationMonths']],
  ['an apprenticeship of 9', { contractType: 'APPRENTICESHIP', durationMonths: 9 }, ['durationMonths']],
  ['an apprenticeship of 10', { contractType: 'APPRENTICESHIP', durationMonths: 10 }, []],
  ['an apprenticeship without duration', { contractType: 'APPRENTICESHIP' }, []],
  ['a professionalisation of 9', { contractType: 'PROFESSIONALISATION', durationMonths: 9 }, ['durationMonths']],
  ['0 months', { durationMonths: 0 }, ['durationMonths']],
  ['60 months', { contractType: 'CDD', durationMonths: 60 }, []],
  ['61 months', { contractType: 'CDD', durationMonths: 61 }, ['durationMonths']],
  ['no opening', { openings: 0 }, ['openings']],
  ['50 openings', { openings: 50 }, []],
  ['51 openings', { openings: 51 }, ['openings']],
  ['starting today', { startsOn: today }, []],
  ['started yesterday', { startsOn: '2026-08-31' }, ['startsOn']],
  ['starting in two years', { startsOn: addDays(today, 730) }, []],
  ['starting later than that', { startsOn: addDays(today, 731) }, ['startsOn']],
  ['ending today', { expiresOn: today }, []],
  ['ended yesterday', { expiresOn: '2026-08-31' }, ['expiresOn']],
  ['ending in a year', { expiresOn: addDays(today, 366) }, []],
  ['ending later than that', { expiresOn: addDays(today, 367) }, ['expiresOn']],
  ['pay of 4,999', { salaryMin: 4_999 }, ['salaryMin']],
  ['pay of 300,001', { salaryMax: 300_001 }, ['salaryMax']],
  ['both out of bounds', { salaryMin: 1, salaryMax: 400_000 }, ['salaryMin', 'salaryMax']],
  ['equal pays', { salaryMin: 30_000, salaryMax: 30_000 }, []],
  ['pays the wrong way round', { salaryMin: 30_001, salaryMax: 30_000 }, ['salaryMax']],
  ['15 skills a list', { requiredSkillCodes: many(15), desiredSkillCodes: many(15) }, []],
  ['16 required skills', { requiredSkillCodes: many(16) }, ['requiredSkillCodes']],
  ['16 desired skills', { desiredSkillCodes: many(16) }, ['desiredSkillCodes']],
])('%s', (_name, differs, expected) => {
  expect(paths(differs)).toEqual(expected);
});

test('days that passed since the offer was written are no fault of its revision, new ones are', () => {
  const before = aDraft({ startsOn: '2026-06-01', expiresOn: '2026-08-01' });
  expect(paths({ startsOn: '2026-06-01', expiresOn: '2026-08-01' }, before)).toEqual([]);
  expect(paths({ startsOn: '2026-06-02', expiresOn: '2026-08-02' }, before)).toEqual(['startsOn', 'expiresOn']);
});

test('every problem is told at once, in both languages', () => {
  const problems = offerProblems(aDraft({ title: '', description: '', sites: [], openings: 0, salaryMin: 0 }), today);
  expect(problems.map(({ path }) => path[0])).toEqual(['title', 'description', 'sites', 'openings', 'salaryMin']);
  for (const { text } of problems) {
    expect(text.fr).toMatch(/\.$/);
    expect(text.en).toMatch(/\.$/);
    expect(text.fr).not.toBe(text.en);
  }
});

test('a contract is too short exactly when a problem of its duration says so', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('CDI', 'CDD', 'APPRENTICESHIP', 'PROFESSIONALISATION'),
      fc.integer({ min: 1, max: 60 }),
      (contractType, durationMonths) => {
        const draft = aDraft({ contractType, durationMonths });
        const least = missingMonths(draft, today);
        expect(least !== null && durationMonths < least).toBe(offerProblems(draft, today).length > 0);
      },
    ),
  );
});
