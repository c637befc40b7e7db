import { companyItems } from '../../src/eligibility/company-check.js';
import { type EligibilityVerdictName, verdictOf } from '../../src/eligibility/eligibility-check.js';
import type { RegisterSize } from '../../src/verification/register-size.js';
import { aCompany, rules } from './facts.js';

type Met = boolean | null;
const today = '2026-10-01';
const register = (differs: Partial<RegisterSize>): RegisterSize => ({
  staff: null,
  category: null,
  isSoleTrader: null,
  isClosed: false,
  ...differs,
});
const met = (facts: Parameters<typeof aCompany>[0], key: string, on = today): Met =>
  companyItems(rules, aCompany(facts), on).find((item) => item.key === key)!.met;

const alone = (headcount: number) => ({ headcount, figures: { groupHeadcount: headcount } });
const silent = { groupHeadcount: null, turnoverEuros: null, balanceSheetEuros: null };

test.each<[string, Parameters<typeof aCompany>[0], Met, Met, EligibilityVerdictName]>([
  ['a small company of its own', {}, true, true, 'ELIGIBLE'],
  ['249 staff', alone(249), true, true, 'ELIGIBLE'],
  ['250 staff: a mid-cap', alone(250), true, true, 'ELIGIBLE'],
  ['4,999 staff', alone(4_999), true, true, 'ELIGIBLE'],
  ['5,000 staff', alone(5_000), false, false, 'NOT_ELIGIBLE'],
  ['a small company of a large group', { figures: { groupHeadcount: 5_000 } }, false, false, 'NOT_ELIGIBLE'],
  ['a small company of a group just under', { figures: { groupHeadcount: 4_999 } }, true, true, 'ELIGIBLE'],
  ['nothing said of the group', { figures: silent }, true, null, 'UNKNOWN'],
  ['nothing said of its size', { headcount: null, figures: silent }, null, null, 'UNKNOWN'],
  ['no staff at all', alone(0), true, true, 'ELIGIBLE'],
  [
    'the register knows its band',
    { headcount: null, figures: silent, register: register({ staff: { from: 50, to: 99 } }) },
    true,
    null,
    'UNKNOWN',
  ],
  [
    'a band of 5,000 and more',
    { headcount: null, figures: silent, register: register({ staff: { from: 5_000, to: 9_999 } }) },
    false,
    null,
    'NOT_ELIGIBLE',
  ],
  [
    'the band just under',
    { headcount: null, figures: silent, register: register({ staff: { from: 2_000, to: 4_999 } }) },
    true,
    null,
    'UNKNOWN',
  ],
  [
    'the register has it as small or medium-sized',
    { figures: silent, register: register({ category: 'PME' }) },
    true,
    true,
    'ELIGIBLE',
  ],
  [
    'the register has it as mid-cap',
    { figures: silent, register: register({ category: 'ETI' }) },
    true,
    true,
    'ELIGIBLE',
  ],
  [
    'the register has it as large',
    { figures: silent, register: register({ category: 'GE' }) },
    true,
    false,
    'NOT_ELIGIBLE',
  ],
  ['the company says otherwise than the register', { register: register({ category: 'GE' }) }, true, null, 'UNKNOWN'],
  ['the register has it closed', { register: register({ isClosed: true }) }, true, true, 'NOT_ELIGIBLE'],
])('%s', (_what, facts, size, group, verdict) => {
  expect([met(facts, 'COMPANY_SIZE'), met(facts, 'LARGE_GROUP')]).toEqual([size, group]);
  expect(verdictOf(companyItems(rules, aCompany(facts), today))).toBe(verdict);
});

test.each([
  ['both small', { turnoverEuros: 50_000_000, balanceSheetEuros: 43_000_000 }, 'une PME.'],
  ['a large turnover, a small sheet', { turnoverEuros: 50_000_001, balanceSheetEuros: 43_000_000 }, 'une PME.'],
  ['a small turnover, a large sheet', { turnoverEuros: 50_000_000, balanceSheetEuros: 43_000_001 }, 'une PME.'],
  ['both large', { turnoverEuros: 50_000_001, balanceSheetEuros: 43_000_001 }, 'une ETI.'],
  ['neither said', { turnoverEuros: null, balanceSheetEuros: null }, 'une PME si'],
  ['one large, one not said', { turnoverEuros: 50_000_001, balanceSheetEuros: null }, 'une PME si'],
  ['250 staff', { groupHeadcount: 250 }, 'une ETI.'],
])('small or mid-cap: %s', (_what, figures, words) => {
  const [size] = companyItems(rules, aCompany({ figures }), today);
  expect(size!.explanation.fr.replaceAll('\u00a0', ' ')).toContain(words);
});

test.each<[string, object, RegisterSize | null, string, Met]>([
  ['said', { microEntrepreneur: true }, null, '2025-12-31', false],
  ['said not to be', { microEntrepreneur: false }, null, '2025-12-31', true],
  ['not said', { microEntrepreneur: null }, null, '2025-12-31', null],
  [
    'a legal person by the register',
    { microEntrepreneur: null },
    register({ isSoleTrader: false }),
    '2025-12-31',
    true,
  ],
  [
    'somebody’s own business: not known whether',
    { microEntrepreneur: null },
    register({ isSoleTrader: true }),
    '2025-12-31',
    null,
  ],
  ['after the end of VTE Vert', { microEntrepreneur: true }, null, '2026-01-01', null],
  ['before its beginning', { microEntrepreneur: true }, null, '2020-08-31', null],
])('a micro-entrepreneur is excluded from VTE Vert only: %s', (_what, figures, known, on, expected) => {
  const facts = { figures, register: known };
  expect(met(facts, 'MICRO_ENTREPRENEUR', on)).toBe(expected);
  expect(verdictOf(companyItems(rules, aCompany(facts), on))).toBe('ELIGIBLE');
});

test('a company in difficulty is excluded from VTE Vert only', () => {
  const on = '2025-12-31';
  expect([true, false, null].map((inDifficulty) => met({ figures: { inDifficulty } }, 'IN_DIFFICULTY', on))).toEqual([
    false,
    true,
    null,
  ]);
  expect(verdictOf(companyItems(rules, aCompany({ figures: { inDifficulty: true } }), on))).toBe('ELIGIBLE');
});

test('strangers read what is public alone, and it decides', () => {
  const items = companyItems(rules, aCompany({ figures: null }), today);
  expect(items.map(({ key, met: is, decides }) => [key, is, decides])).toEqual([
    ['COMPANY_SIZE', true, true],
    ['LARGE_GROUP', null, false],
    ['ANY_SECTOR', true, true],
    ['START_UP', true, true],
    ['IN_FRANCE', true, true],
  ]);
  expect(JSON.stringify(items.map(({ explanation }) => explanation))).not.toMatch(/20 000 000|20,000,000/);
  expect(verdictOf(items)).toBe('ELIGIBLE');
});
