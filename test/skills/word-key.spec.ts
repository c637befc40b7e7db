import { acceptableOccupationCode, acceptableSkillCode } from '../../src/skills/codes.js';
import { countingWords, titleForms, titleKeys, wordKey } from '../../src/skills/word-key.js';

test.each([
  ['Technicien / Technicienne de maintenance', ['Technicien de maintenance', 'Technicienne de maintenance']],
  ['Attaché commercial / Attachée commerciale', ['Attaché commercial', 'Attachée commerciale']],
  ['Responsable commercial / commerciale', ['Responsable commercial', 'Responsable commerciale']],
  ['Chef de projet / Cheffe de projet design', ['Chef de projet design', 'Cheffe de projet design']],
  ['Cadre Technico-commercial / Technico-commerciale', ['Cadre Technico-commercial', 'Cadre Technico-commerciale']],
  ['Data analyst', ['Data analyst']],
])('%s has its masculine and its feminine form', (title, forms) => {
  expect(titleForms(title)).toEqual(forms);
});

test('a key keeps the words that count, in the singular, and drops what is in brackets', () => {
  expect(wordKey('Gestion des stocks')).toBe('gestion stock');
  expect(wordKey('Maîtrise statistique des procédés (MSP)')).toBe('maitrise statistique procede');
  expect(wordKey("Ingénieur d'exploitation")).toBe('ingenieur exploitation');
  expect(wordKey('Responsable RSE - Responsabilité Sociétale')).toBe('responsable rse responsabilite societale');
  expect(titleKeys('Technicien / Technicienne QSE')).toEqual(['technicien qse', 'technicienne qse']);
});

test('R&D is one word, and the letters of a language or a method stay', () => {
  expect(wordKey('R&D')).toBe('rd');
  expect(wordKey('recherche et développement')).toBe('recherche developpement');
  expect(wordKey('C++')).toBe('c++');
  expect(wordKey('8D')).toBe('8d');
  expect(countingWords('ingenieur r d lyon').map(({ place }) => place)).toEqual([0, 1, 3]);
});

test('a code is acceptable when it is well formed or known', () => {
  expect(acceptableSkillCode('122401', new Set())).toBe(true);
  expect(acceptableSkillCode('power-bi', new Set(['power-bi']))).toBe(true);
  expect(acceptableSkillCode('power-bi', new Set())).toBe(false);
  expect(acceptableSkillCode('1', new Set())).toBe(false);
  expect(acceptableOccupationCode('H1402')).toBe(true);
  expect(acceptableOccupationCode('h1402')).toBe(false);
  expect(acceptableOccupationCode('H14022')).toBe(false);
});
