import { bestWorkplace } from '../../src/aids/aid-facts.js';
import { readAidRules } from '../../src/aids/aid-rule-book.js';
import { parseAidRules } from '../../src/aids/aid-rules.js';
import { AidCheckInput, checkAidInput } from '../../src/aids/aid.input.js';
import { oyonnax, paris } from './an-aid-check.js';

const rules = readAidRules();

test('each rule of the shipped table says where it comes from and when it was checked', () => {
  for (const rule of rules) {
    expect(rule.source.length).toBeGreaterThan(10);
    expect(rule.checkedOn >= '2026-11-23').toBe(true);
    expect(rule.inForceUntil === null || rule.inForceFrom <= rule.inForceUntil).toBe(true);
  }
});

test('a table with overlapping periods is refused', () => {
  const [first] = rules;
  expect(() => parseAidRules([first, ...rules])).toThrow('overlap');
});

test('a table that forgets an aid is refused', () => {
  expect(() => parseAidRules(rules.filter(({ aid }) => aid !== 'MOBILI_JEUNE'))).toThrow('MOBILI_JEUNE');
});

test('a table with a misspelt condition is refused', () => {
  const [first, ...others] = structuredClone(rules);
  expect(() => parseAidRules([{ ...first, conditions: [{ kind: 'IN_TERRITORIES' }] }, ...others])).toThrow();
});

test('of several workplaces the one in a territory counts, then one that may be', () => {
  const unsure = { ...paris, territories: null };
  expect(bestWorkplace([paris, unsure, oyonnax])).toBe(oyonnax);
  expect(bestWorkplace([paris, unsure])).toBe(unsure);
  expect(bestWorkplace([paris])).toBe(paris);
  expect(bestWorkplace([])).toBeUndefined();
});

test.each([
  ['durationMonths', 0],
  ['durationMonths', 121],
  ['headcount', -1],
  ['monthsSinceDiploma', -1],
])('%s of %i is refused by name', (field, value) => {
  const hire = { workplaceCommuneCode: '01283', hiredOn: '2021-03-01', contractType: 'CDI' as const };
  const input = Object.assign(new AidCheckInput(), hire, { [field]: value });
  expect(() => {
    checkAidInput(input);
  }).toThrow(field);
});
