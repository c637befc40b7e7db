import { type EligibilityVerdictName, verdictOf } from '../../src/eligibility/eligibility-check.js';
import { type PostFacts, postItems } from '../../src/eligibility/post-check.js';
import { checkOf } from '../../src/eligibility/summary.js';
import type { VteRuleName } from '../../src/offers/vte-rules.js';
import { aPost, oyonnax, rules } from './facts.js';

type Met = boolean | null;
const today = '2026-10-01';
/** A day of which the minimum wage is known. */
const inSpring = '2026-04-01';
const itemsOf = (facts: Partial<PostFacts>, on: string, someone = false) => postItems(rules, aPost(facts), on, someone);
const paris = { communeCode: '75056', communeName: 'Paris', territories: [], list: '2023-2027' };
const mayotte = { ...paris, communeCode: '97611', communeName: 'Mamoudzou' };
const later = { ...paris, territories: null, list: null };

/** What one condition comes to, and the whole with all others met. */
test.each<[string, VteRuleName, Partial<PostFacts>, string, Met, EligibilityVerdictName]>([
  ['CDI', 'CONTRACT', {}, today, true, 'ELIGIBLE'],
  ['CDD of 11 months', 'CONTRACT', { contractType: 'CDD', durationMonths: 11 }, today, false, 'NOT_ELIGIBLE'],
  ['CDD of 12', 'CONTRACT', { contractType: 'CDD', durationMonths: 12 }, today, true, 'ELIGIBLE'],
  ['CDD without a length', 'CONTRACT', { contractType: 'CDD' }, today, null, 'UNKNOWN'],
  [
    'apprenticeship of 9 months',
    'CONTRACT',
    { contractType: 'APPRENTICESHIP', durationMonths: 9 },
    today,
    false,
    'NOT_ELIGIBLE',
  ],
  ['apprenticeship of 10', 'CONTRACT', { contractType: 'APPRENTICESHIP', durationMonths: 10 }, today, true, 'ELIGIBLE'],
  [
    'professionalisation of 9',
    'CONTRACT',
    { contractType: 'PROFESSIONALISATION', durationMonths: 9 },
    today,
    false,
    'NOT_ELIGIBLE',
  ],
  [
    'professionalisation of 10',
    'CONTRACT',
    { contractType: 'PROFESSIONALISATION', durationMonths: 10 },
    today,
    true,
    'ELIGIBLE',
  ],
  ['no contract said', 'CONTRACT', { contractType: null }, today, null, 'UNKNOWN'],
  ['the day before the launch', 'CONTRACT', {}, '2019-05-22', null, 'UNKNOWN'],
  ['no project said', 'TRANSFORMS_COMPANY', { transformsCompany: null }, today, null, 'UNKNOWN'],
  ['far from the management', 'REPORTS_TO_MANAGEMENT', { reportsToManagement: false }, today, false, 'NOT_ELIGIBLE'],
  ['nothing said of it', 'REPORTS_TO_MANAGEMENT', { reportsToManagement: null }, today, null, 'UNKNOWN'],
  ['no tutor', 'TUTOR', { hasTutor: false }, today, false, 'NOT_ELIGIBLE'],
  ['nothing said of a tutor', 'TUTOR', { hasTutor: null }, today, null, 'UNKNOWN'],
  ['bac+3 asked for', 'CANDIDATE_LEVEL', {}, today, true, 'ELIGIBLE'],
  ['bac+2 asked for', 'CANDIDATE_LEVEL', { studyLevel: 'BAC_2' }, today, null, 'UNKNOWN'],
  ['bac+2 asked for in 2022', 'CANDIDATE_LEVEL', { studyLevel: 'BAC_2' }, '2022-12-31', true, 'ELIGIBLE'],
  ['bac+2 asked for in 2023', 'CANDIDATE_LEVEL', { studyLevel: 'BAC_2' }, '2023-01-01', null, 'UNKNOWN'],
  ['no level asked for', 'CANDIDATE_LEVEL', { studyLevel: null }, today, null, 'UNKNOWN'],
  ['pay a euro under 12.02 an hour', 'MINIMUM_WAGE', { salaryMin: 21_876 }, inSpring, false, 'NOT_ELIGIBLE'],
  ['pay just over it', 'MINIMUM_WAGE', { salaryMin: 21_877 }, inSpring, true, 'ELIGIBLE'],
  ['the last day it is known', 'MINIMUM_WAGE', { salaryMin: 21_876 }, '2026-05-31', false, 'NOT_ELIGIBLE'],
  ['the day after, when it may have risen', 'MINIMUM_WAGE', { salaryMin: 21_877 }, '2026-06-01', null, 'ELIGIBLE'],
  ['the last day of 11.88', 'MINIMUM_WAGE', { salaryMin: 21_622 }, '2025-12-31', true, 'ELIGIBLE'],
  ['and on the day it rose', 'MINIMUM_WAGE', { salaryMin: 21_622 }, '2026-01-01', false, 'NOT_ELIGIBLE'],
  ['before the first figure of the table', 'MINIMUM_WAGE', { salaryMin: 10_000 }, '2024-10-31', null, 'ELIGIBLE'],
  [
    'only the highest pay said, under it',
    'MINIMUM_WAGE',
    { salaryMin: null, salaryMax: 20_000 },
    inSpring,
    false,
    'NOT_ELIGIBLE',
  ],
  ['no pay said', 'MINIMUM_WAGE', { salaryMin: null, salaryMax: null }, today, null, 'ELIGIBLE'],
  [
    'pay of an apprentice',
    'MINIMUM_WAGE',
    { contractType: 'APPRENTICESHIP', durationMonths: 24, salaryMin: 12_000 },
    today,
    null,
    'ELIGIBLE',
  ],
  ['pay in Mayotte', 'MINIMUM_WAGE', { sites: [mayotte], salaryMin: 18_000 }, today, null, 'ELIGIBLE'],
  ['a green mission', 'GREEN_MISSION', { greenMission: true }, '2025-12-31', true, 'ELIGIBLE'],
  ['one that is not', 'GREEN_MISSION', {}, '2025-12-31', false, 'ELIGIBLE'],
  ['nothing said of it', 'GREEN_MISSION', { greenMission: null }, '2025-12-31', null, 'ELIGIBLE'],
  ['green after the end of VTE Vert', 'GREEN_MISSION', { greenMission: true }, '2026-01-01', null, 'ELIGIBLE'],
  ['in a Territoire d’industrie', 'TERRITORY', {}, today, true, 'ELIGIBLE'],
  ['one of two sites in one', 'TERRITORY', { sites: [paris, oyonnax] }, today, true, 'ELIGIBLE'],
  ['in none', 'TERRITORY', { sites: [paris] }, today, false, 'ELIGIBLE'],
  ['no site said', 'TERRITORY', { sites: [] }, today, null, 'ELIGIBLE'],
  ['after the last list', 'TERRITORY', { sites: [later] }, '2028-01-01', null, 'ELIGIBLE'],
  ['the label is a reminder', 'LABEL_REQUEST', {}, today, null, 'ELIGIBLE'],
  ['the diploma of nobody yet is a reminder', 'DIPLOMA_AGE', {}, today, null, 'ELIGIBLE'],
])('%s', (_what, key, facts, on, met, verdict) => {
  const items = itemsOf(facts, on);
  expect(items.find((item) => item.key === key)!.met).toBe(met);
  expect(verdictOf(items)).toBe(verdict);
});

test('with someone on the post, what depends on them is not asked of the post', () => {
  const keys = itemsOf({}, today, true).map(({ key }) => key);
  expect(keys).not.toContain('CANDIDATE_LEVEL');
  expect(keys).not.toContain('DIPLOMA_AGE');
});

test('nothing that decides is refused or left open without a way on', () => {
  const silent = {
    contractType: null,
    transformsCompany: null,
    reportsToManagement: null,
    hasTutor: null,
    studyLevel: null,
    salaryMin: null,
    salaryMax: null,
    sites: [],
  };
  const badly = {
    contractType: 'CDD' as const,
    durationMonths: 3,
    reportsToManagement: false,
    hasTutor: false,
    salaryMin: 9_000,
  };
  for (const facts of [silent, badly]) {
    for (const item of itemsOf(facts, inSpring)) {
      if (item.decides && item.met !== true) expect([item.key, item.whatToDo, item.field]).not.toContain(null);
    }
  }
  const check = checkOf('POST', inSpring, itemsOf(badly, inSpring));
  expect(check.summary.fr).toContain('4 conditions du VTE ne sont pas remplies');
  expect(check.summary.fr).toContain('ne publie pas de contrat plus court');
});

test('the territory comes with its list, and the aid with the day until which it is known', () => {
  const item = itemsOf({}, today).find(({ key }) => key === 'TERRITORY')!;
  expect(item.explanation.fr).toContain('liste 2023-2027');
  expect(item.explanation.fr).toContain('attestée jusqu’au 31 octobre 2023');
  expect(item.decides).toBe(false);
});
