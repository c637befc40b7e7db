import { isNafCode, nafLabel, normaliseNaf } from '../../src/companies/naf.js';

describe('NAF codes', () => {
  test.each([
    ['1089Z', '10.89Z'],
    ['10.89Z', '10.89Z'],
    [' 10.89z ', '10.89Z'],
    ['22.29A', '22.29A'],
    ['0111Z', '01.11Z'],
  ])('%s is %s', (written, normal) => {
    expect(normaliseNaf(written)).toBe(normal);
    expect(isNafCode(written)).toBe(true);
  });

  test.each(['', '10', '10.8', '10.89', '99.99Z', '1089', 'ABCDE', '10.89ZZ', '__proto__'])('%s is none', (written) => {
    expect(normaliseNaf(written)).toBeNull();
    expect(isNafCode(written)).toBe(false);
  });

  test('labels, of subclasses and of their divisions', () => {
    expect(nafLabel('2229A')).toMatch(/plastiques/i);
    expect(nafLabel('01')).toMatch(/Culture et production animale/);
    expect(nafLabel('99.99Z')).toBeNull();
  });
});
