import fc from 'fast-check';
import { companyProblems, draftOf, revised } from '../../src/companies/company-draft.js';
import { readSiret, sirenOf } from '../../src/companies/siret.js';

describe('a SIRET', () => {
  test.each([
    ['73282932000074', '73282932000074'],
    [' 732 829 320 00074 ', '73282932000074'],
    ['732\u00A0829\u202F320 00074', '73282932000074'],
    ['35600000000048', '35600000000048'],
    ['35600000009075', '35600000009075'],
    ['356 000 000 00015', '35600000000015'],
  ])('%j is %s', (written, siret) => {
    expect(readSiret(written)).toBe(siret);
  });

  test.each([
    ...['', '73282932000075', '732829320', '7328293200007', '732829320000740', '00000000000000', '35600000009076'],
    ...['732-829-320/00074', '7328293200007A', '٧٣٢٨٢٩٣٢٠٠٠٠٧٤', 'FR73282932000074'],
  ])('%j is none', (written) => {
    expect(readSiret(written)).toBeNull();
  });

  test('begins with the SIREN of the company', () => {
    expect(sirenOf('73282932000074')).toBe('732829320');
  });

  test('one wrong digit is always noticed', () => {
    fc.assert(
      fc.property(fc.nat(13), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digits = Array.from('73282932000074', Number);
        digits[place] = (digits[place]! + by) % 10;
        expect(readSiret(digits.join(''))).toBeNull();
      }),
    );
  });
});

const input = { name: 'Plasturgie du Haut-Bugey', communeCode: '01283' };
const draft = draftOf({
  ...input,
  nafCode: ' 2229a ',
  headcount: 84,
  description: '<p>Injection</p><p>Moules</p>',
  website: 'https://Exemple.fr',
});

test('what a company says is cleaned', () => {
  expect(draft).toEqual({
    name: 'Plasturgie du Haut-Bugey',
    communeCode: '01283',
    nafCode: '22.29A',
    headcount: 84,
    description: 'Injection\n\nMoules',
    website: 'https://exemple.fr/',
    ...{
      turnoverEuros: null,
      balanceSheetEuros: null,
      groupHeadcount: null,
      microEntrepreneur: null,
      inDifficulty: null,
    },
  });
  expect(
    draftOf({ ...input, communeCode: ' 2a004 ', nafCode: ' ', description: ' <br> ', website: '  ' }),
  ).toMatchObject({
    communeCode: '2A004',
    nafCode: null,
    description: null,
    website: null,
  });
});

test.each([
  ['name', { name: '<b>A</b>' }],
  ['name', { name: 'A'.repeat(201) }],
  ['nafCode', { nafCode: '99.99Z' }],
  ['nafCode', { nafCode: 'plasturgie' }],
  ['headcount', { headcount: -1 }],
  ['headcount', { headcount: 5_000_001 }],
  ['description', { description: 'a'.repeat(5001) }],
  ['website', { website: 'exemple.fr' }],
  ['website', { website: 'javascript:alert(1)//a.fr' }],
  ['website', { website: 'ftp://exemple.fr' }],
  ['website', { website: 'https://localhost/' }],
  ['website', { website: 'https://qui:secret@exemple.fr/' }],
  ['website', { website: `https://exemple.fr/${'a'.repeat(500)}` }],
])('%s: %j is a problem of its own', (field, said) => {
  expect(companyProblems(draftOf({ ...input, ...said })).map(({ path }) => path)).toEqual([[field]]);
});

test('limits are written as numbers are in each language', () => {
  const [problem] = companyProblems(draftOf({ ...input, headcount: -1 }));
  expect([problem!.text.fr, problem!.text.en]).toEqual([
    'L’effectif est un nombre de salariés, de 0 à 5\u202F000\u202F000.',
    'The headcount is a number of employees, from 0 to 5,000,000.',
  ]);
});

test.each([
  [{}],
  [{ headcount: 0 }],
  [{ headcount: 5_000_000 }],
  [{ name: 'É2' }],
  [{ website: 'http://www.exemple.fr/societe?a=1#b' }],
  [{ nafCode: '25.62B', description: 'a'.repeat(5000) }],
])('%j is no problem', (said) => {
  expect(companyProblems(draftOf({ ...input, ...said }))).toEqual([]);
});

test('a revision keeps what it does not name, empties what it nulls, and cannot empty name and commune', () => {
  expect(revised(draft, { headcount: 90 })).toEqual({ ...draft, headcount: 90 });
  expect(
    revised(draft, {
      nafCode: null,
      headcount: null,
      description: null,
      website: null,
      name: null!,
      communeCode: null!,
    }),
  ).toEqual({ ...draft, nafCode: null, headcount: null, description: null, website: null });
});
