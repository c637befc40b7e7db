import { isStandard, leadsToStandard, namesStandard } from '../../src/words/standards.js';

test('a standard is announced by who publishes it; EN and AS in capitals', () => {
  for (const written of ['ISO', 'iso', 'NF', 'EN', 'DIN', 'CEI', 'norme', 'Normes', 'IATF', 'AS']) {
    expect(leadsToStandard(written)).toBe(true);
  }
  for (const written of ['en', 'as', 'à', 'isolation', '']) expect(leadsToStandard(written)).toBe(false);
});

test('a text names a standard, or only has the letters', () => {
  expect(['iso 9001', 'EN 9100', 'AS9100', 'normes qualité'].map(namesStandard)).toEqual([true, true, true, true]);
  expect(['en 69', 'as 12', 'isolation 45001', 'énorme'].map(namesStandard)).toEqual([false, false, false, false]);
  expect(isStandard('14001') && !isStandard('01100')).toBe(true);
});
