import { type CandidateFacts, candidateItems } from '../../src/eligibility/candidate-check.js';
import { verdictOf, type EligibilityVerdictName } from '../../src/eligibility/eligibility-check.js';
import { checkOf } from '../../src/eligibility/summary.js';
import type { ContractType } from '../../src/offers/offer-words.js';
import { aCandidate, rules } from './facts.js';

type Met = boolean | null;
type Case = [
  what: string,
  on: string,
  facts: Partial<CandidateFacts>,
  contract: ContractType | null,
  diploma: Met,
  level: Met,
  verdict: EligibilityVerdictName,
];

/** Written by hand from the texts: alternance, or a diploma of under two years at the start; bac+2 at launch, bac+3 from 2023 on. */
const golden: Case[] = [
  ['a fresh master’s degree', '2026-10-01', {}, null, true, true, 'ELIGIBLE'],
  ['a day under two years', '2028-06-29', {}, 'CDI', true, true, 'ELIGIBLE'],
  ['two years to the day', '2028-06-30', {}, 'CDI', false, true, 'NOT_ELIGIBLE'],
  ['two years and a day', '2028-07-01', {}, 'CDD', false, true, 'NOT_ELIGIBLE'],
  ['a diploma of a leap day, the day before', '2026-02-27', { diplomaOn: '2024-02-29' }, 'CDI', true, true, 'ELIGIBLE'],
  [
    'a diploma of a leap day, the last of February',
    '2026-02-28',
    { diplomaOn: '2024-02-29' },
    'CDI',
    false,
    true,
    'NOT_ELIGIBLE',
  ],
  ['a start on a leap day, under two years', '2028-02-29', { diplomaOn: '2026-03-01' }, 'CDI', true, true, 'ELIGIBLE'],
  [
    'a start on a leap day, two years since the 28th',
    '2028-02-29',
    { diplomaOn: '2026-02-28' },
    'CDI',
    false,
    true,
    'NOT_ELIGIBLE',
  ],
  ['the end of a long month', '2028-08-30', { diplomaOn: '2026-08-31' }, 'CDI', true, true, 'ELIGIBLE'],
  ['the same, a day later', '2028-08-31', { diplomaOn: '2026-08-31' }, 'CDI', false, true, 'NOT_ELIGIBLE'],
  ['an old diploma in work-study', '2026-10-01', { diplomaOn: '2010-06-30' }, 'APPRENTICESHIP', true, true, 'ELIGIBLE'],
  [
    'professionalisation without a diploma',
    '2026-10-01',
    { diplomaOn: null },
    'PROFESSIONALISATION',
    true,
    true,
    'ELIGIBLE',
  ],
  ['an old diploma, nothing said of contracts', '2026-10-01', { diplomaOn: '2010-06-30' }, null, null, true, 'UNKNOWN'],
  [
    'an old diploma, work-study accepted too',
    '2026-10-01',
    { diplomaOn: '2010-06-30', contractTypes: ['CDI', 'APPRENTICESHIP'] },
    null,
    true,
    true,
    'ELIGIBLE',
  ],
  [
    'an old diploma, work-study accepted alone',
    '2026-10-01',
    { diplomaOn: '2010-06-30', contractTypes: ['APPRENTICESHIP'] },
    null,
    true,
    true,
    'ELIGIBLE',
  ],
  [
    'an old diploma, work-study not accepted',
    '2026-10-01',
    { diplomaOn: '2010-06-30', contractTypes: ['CDI', 'CDD'] },
    null,
    false,
    true,
    'NOT_ELIGIBLE',
  ],
  [
    'accepts work-study, on a permanent post',
    '2026-10-01',
    { diplomaOn: '2010-06-30', contractTypes: ['CDI', 'APPRENTICESHIP'] },
    'CDI',
    false,
    true,
    'NOT_ELIGIBLE',
  ],
  ['no date of a diploma', '2026-10-01', { diplomaOn: null }, 'CDI', null, true, 'UNKNOWN'],
  ['no date, nothing said of contracts', '2026-10-01', { diplomaOn: null }, null, null, true, 'UNKNOWN'],
  ['a student, all contracts', '2026-10-01', { diplomaOn: '2027-07-05' }, null, true, true, 'ELIGIBLE'],
  [
    'a student on a permanent post before the diploma',
    '2026-10-01',
    { diplomaOn: '2027-07-05' },
    'CDI',
    null,
    true,
    'UNKNOWN',
  ],
  ['the diploma on the day of the start', '2027-07-05', { diplomaOn: '2027-07-05' }, 'CDI', true, true, 'ELIGIBLE'],
  ['bac+2 in 2022', '2022-12-31', { studyLevel: 'BAC_2', diplomaOn: '2022-06-30' }, 'CDI', true, true, 'ELIGIBLE'],
  ['bac in 2022', '2022-12-31', { studyLevel: 'BAC', diplomaOn: '2022-06-30' }, 'CDI', true, false, 'NOT_ELIGIBLE'],
  [
    'bac+2 in 2023: since when is not known',
    '2023-06-01',
    { studyLevel: 'BAC_2', diplomaOn: '2022-06-30' },
    'CDI',
    true,
    null,
    'UNKNOWN',
  ],
  ['bac in 2023', '2023-06-01', { studyLevel: 'BAC', diplomaOn: '2022-06-30' }, 'CDI', true, false, 'NOT_ELIGIBLE'],
  ['bac+3 in 2023', '2023-06-01', { studyLevel: 'BAC_3', diplomaOn: '2022-06-30' }, 'CDI', true, true, 'ELIGIBLE'],
  [
    'bac+2 on the first day after',
    '2024-01-01',
    { studyLevel: 'BAC_2', diplomaOn: '2022-06-30' },
    'CDI',
    true,
    false,
    'NOT_ELIGIBLE',
  ],
  ['bac+2 in work-study now', '2026-10-01', { studyLevel: 'BAC_2' }, 'APPRENTICESHIP', true, false, 'NOT_ELIGIBLE'],
  ['a doctorate', '2026-10-01', { studyLevel: 'DOCTORATE' }, 'CDI', true, true, 'ELIGIBLE'],
  ['no level said', '2026-10-01', { studyLevel: null }, 'CDI', true, null, 'UNKNOWN'],
  ['the day of the launch', '2019-05-23', { diplomaOn: '2018-06-30' }, 'CDI', true, true, 'ELIGIBLE'],
  ['the day before it', '2019-05-22', { diplomaOn: '2018-06-30' }, 'CDI', null, null, 'UNKNOWN'],
];

test.each(golden)('%s', (_what, on, facts, contract, diploma, level, verdict) => {
  const items = candidateItems(rules, aCandidate(facts), on, contract);
  expect(items.map(({ key, met }) => [key, met])).toEqual([
    ['DIPLOMA_AGE', diploma],
    ['CANDIDATE_LEVEL', level],
  ]);
  expect(verdictOf(items)).toBe(verdict);
});

test('never a bare refusal: what is not met or not known tells what to do, while its rule is known', () => {
  for (const [, on, facts, contract] of golden.filter(([, day]) => day >= '2019-05-23')) {
    const check = checkOf('CANDIDATE', on, candidateItems(rules, aCandidate(facts), on, contract));
    for (const { met, whatToDo, field, explanation } of check.items) {
      expect(whatToDo === null).toBe(met === true);
      if (met !== true) expect(field).not.toBeNull();
      expect(explanation.fr).toMatch(/\.$/);
      expect(explanation.en).toMatch(/\.$/);
    }
    expect(check.summary.fr).not.toBe('');
  }
});
