import { bestWorkplace } from '../../src/aids/aid-facts.js';
import { aidBook, readAidTable } from '../../src/aids/aid-rule-book.js';
import { ruleSentences } from '../../src/aids/aid-rule-words.js';
import type { AidRule, AidTable } from '../../src/aids/aid-rules.js';
import { AidCheckInput, checkAidInput } from '../../src/aids/aid.input.js';
import { checkContent, readContent } from '../../src/rulebooks/rule-book-check.js';
import { oyonnax, paris } from './an-aid-check.js';

const table = readAidTable();
const { rules, combinations } = table;
const problemsOf = (differs: { rules?: unknown[]; combinations?: unknown[] }) =>
  checkContent(aidBook, { ...table, ...differs }).problems;

test('each rule of the shipped table says where it comes from and when it was checked', () => {
  for (const rule of [...rules, ...combinations]) {
    expect(rule.source.length).toBeGreaterThan(10);
    expect(rule.checkedOn >= '2026-11-23').toBe(true);
  }
  for (const { inForceFrom, inForceUntil } of rules)
    expect(inForceUntil === null || inForceFrom <= inForceUntil).toBe(true);
});

test('each rule reads as sentences in both languages, without a word of its data left out', () => {
  for (const rule of rules) {
    const lines = ruleSentences(rule);
    expect(lines.length).toBe(rule.conditions.length + rule.amounts.length + rule.undertakings.length + 3);
    for (const { fr, en } of lines)
      expect([fr, en]).toEqual([expect.stringMatching(/\S\.$/), expect.stringMatching(/\S\.$/)]);
    expect(lines.map(({ fr }) => fr).join(' ')).not.toMatch(/undefined|null|\.\./);
  }
});

test('a table with overlapping periods is refused, with the place', () => {
  expect(problemsOf({ rules: [rules[0], ...rules] })).toEqual([
    expect.objectContaining({
      path: ['rules', 1, 'inForceFrom'],
      text: expect.objectContaining({
        fr: 'Les règles de « VTE en Territoire d’industrie » se chevauchent ou ne sont pas dans l’ordre au 20/07/2020.',
      }) as object,
    }),
  ]);
});

test('a table that forgets an aid is refused by its name', () => {
  const problems = problemsOf({ rules: rules.filter(({ aid }) => aid !== 'MOBILI_JEUNE') });
  expect(problems?.map(({ text }) => text.en)).toEqual(['There is no rule for “Mobili-Jeune VTE (housing)”.']);
});

const changed = (change: (rule: AidRule & Record<string, unknown>) => void): AidTable => {
  const copy = structuredClone(table);
  change(copy.rules[0] as AidRule & Record<string, unknown>);
  return copy;
};
test.each<[string, (rule: AidRule & Record<string, unknown>) => void, (string | number)[]]>([
  [
    'a misspelt condition',
    (rule) => Object.assign(rule.conditions[0]!, { kind: 'IN_TERRITORIES' }),
    ['rules', 0, 'conditions', 0, 'kind'],
  ],
  ['an amount below nothing', (rule) => (rule.amounts[0]!.euros = -1), ['rules', 0, 'amounts', 0, 'euros']],
  ['a field nobody knows', (rule) => (rule['until'] = '2020-01-01'), ['rules', 0]],
  ['a day that does not exist', (rule) => (rule.inForceFrom = '2021-02-30'), ['rules', 0, 'inForceFrom']],
  ['an end before the beginning', (rule) => (rule.inForceUntil = '2019-01-01'), ['rules', 0, 'inForceFrom']],
  ['both an end and a last known day', (rule) => (rule.knownUntil = '2022-12-31'), ['rules', 0, 'inForceUntil']],
  ['no amount for the other cases', (rule) => (rule.amounts[0]!.headcountUnder = 50), ['rules', 0, 'amounts']],
  [
    'a range from more to less',
    (rule) => Object.assign(rule.amounts[0]!, { euros: null, between: { least: 2, most: 1 } }),
    ['rules', 0, 'amounts', 0],
  ],
  [
    'a sum that is also one by the month',
    (rule) => (rule.amounts[0]!.perMonth = { least: 10, most: 100, months: 12 }),
    ['rules', 0, 'amounts', 0],
  ],
  [
    'a share of the spending without the sum that limits it',
    (rule) => Object.assign(rule.amounts[0]!, { euros: null, percentOfSpending: 50 }),
    ['rules', 0, 'amounts', 0],
  ],
  [
    'months by the million, of which more is made than GraphQL can say',
    (rule) => Object.assign(rule.amounts[0]!, { euros: null, perMonth: { least: 0, most: 1_000_000, months: 9e9 } }),
    ['rules', 0, 'amounts', 0, 'perMonth', 'months'],
  ],
  [
    'a delay that ends after every calendar',
    (rule) => (rule.conditions = [{ kind: 'LABEL_REQUESTED_WITHIN', months: 9e15 }]),
    ['rules', 0, 'conditions', 0, 'months'],
  ],
  [
    'less than nobody',
    (rule) => (rule.conditions = [{ kind: 'HEADCOUNT_UNDER', limit: -5 }]),
    ['rules', 0, 'conditions', 0, 'limit'],
  ],
  [
    'no contract at all',
    (rule) => (rule.conditions = [{ kind: 'CONTRACT', monthsAtLeast: {} }]),
    ['rules', 0, 'conditions', 0, 'monthsAtLeast'],
  ],
  [
    'something hidden in words',
    (rule) => (rule.undertakings = [Object.assign({ fr: 'a', en: 'b' }, { more: [] })]),
    ['rules', 0, 'undertakings', 0],
  ],
])('%s is refused where it stands, in both languages', (_what, change, path) => {
  const { problems } = checkContent(aidBook, changed(change));
  expect(problems?.map((one) => one.path)).toContainEqual(path);
  expect(problems?.every(({ text }) => text.fr.endsWith('.') && text.en.endsWith('.'))).toBe(true);
});

test('two lines for the same two aids and days are refused, whatever their order', () => {
  const [first] = combinations;
  const turned = { ...first!, aids: [...first!.aids].reverse() };
  expect(problemsOf({ combinations: [...combinations, turned] })).toHaveLength(1);
  expect(() => readContent(aidBook, { ...table, combinations: [first, turned] })).toThrow('combinations.1');
  const backwards = { ...first, from: '2024-01-01' };
  expect(problemsOf({ combinations: [backwards] })).toMatchObject([{ path: ['combinations', 0, 'from'] }]);
});

test('of several workplaces the one in a territory counts, then one that may be', () => {
  const unsure = { ...paris, territories: null };
  expect(bestWorkplace([paris, unsure, oyonnax])).toBe(oyonnax);
  expect(bestWorkplace([paris, unsure])).toBe(unsure);
  expect(bestWorkplace([paris])).toBe(paris);
  expect(bestWorkplace([])).toBeUndefined();
  const inOne = { ...oyonnax, earlierTerritories: [] };
  const before = { ...paris, earlierTerritories: ['Saint-Malo'] };
  expect(bestWorkplace([inOne, oyonnax])).toBe(oyonnax);
  expect(bestWorkplace([paris, before])).toBe(before);
  expect(bestWorkplace([before, unsure])).toBe(unsure);
});

test.each([
  ['durationMonths', 0],
  ['durationMonths', 121],
  ['headcount', -1],
  ['monthsSinceDiploma', -1],
  ['vteVertOfSiret', -1],
  ['vteVertOfSiren', 1001],
  ['turnoverEuros', -1],
  ['balanceSheetEuros', -1],
  ['payPercentOfMinimumWage', -1],
  ['leftAfterMonths', 121],
  ['plannedSpendingEuros', -1],
])('%s of %i is refused by name', (field, value) => {
  const hire = { workplaceCommuneCode: '01283', hiredOn: '2021-03-01', contractType: 'CDI' as const };
  const input = Object.assign(new AidCheckInput(), hire, { [field]: value });
  expect(() => {
    checkAidInput(input);
  }).toThrow(field);
});
