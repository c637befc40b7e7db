import type { RegisterAnswer } from '../../src/verification/company-register.js';
import { bandStaff } from '../../src/verification/headcount-bands.js';
import { sizeOf } from '../../src/verification/register-size.js';

const answer = (differs: Partial<RegisterAnswer>): RegisterAnswer => ({
  state: 'ACTIVE',
  name: null,
  otherNames: [],
  nafCode: null,
  headcountBand: null,
  closedOn: null,
  ...differs,
});

test.each([
  ['00', { from: 0, to: 0 }],
  ['01', { from: 1, to: 2 }],
  ['31', { from: 200, to: 249 }],
  ['32', { from: 250, to: 499 }],
  ['51', { from: 2_000, to: 4_999 }],
  ['52', { from: 5_000, to: 9_999 }],
  ['53', { from: 10_000, to: Infinity }],
  ['NN', null],
  ['99', null],
  [null, null],
])('the band %s', (code, expected) => {
  expect(bandStaff(code)).toEqual(expected);
});

test('the whole company counts before the establishment', () => {
  expect(sizeOf(answer({ headcountBand: '11', unitHeadcountBand: '52' })).staff).toEqual({ from: 5_000, to: 9_999 });
  expect(sizeOf(answer({ headcountBand: '11', unitHeadcountBand: 'NN' })).staff).toEqual({ from: 10, to: 19 });
});

test('an answer kept before these things were read leaves them open', () => {
  expect(sizeOf(answer({}))).toEqual({ staff: null, category: null, isSoleTrader: null, isClosed: false });
});

test('category, legal form and closing', () => {
  expect(sizeOf(answer({ category: 'GE', legalCategory: '1000', state: 'CLOSED' }))).toMatchObject({
    category: 'GE',
    isSoleTrader: true,
    isClosed: true,
  });
  expect(sizeOf(answer({ category: 'autre', legalCategory: '5710' }))).toMatchObject({
    category: null,
    isSoleTrader: false,
  });
});
