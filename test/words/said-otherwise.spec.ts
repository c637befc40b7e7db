import { normalWords } from '../../src/words/normal-form.js';
import { isAcronym, saidOtherwise } from '../../src/words/said-otherwise.js';

const otherwise = (text: string): string[] => saidOtherwise(normalWords(text));

test.each([
  ['Responsable QSE', 'hygiène sécurité environnement'],
  ['Responsable QSE', 'QHSE'],
  ['Responsable qualité sécurité environnement', 'HSE'],
  ['Technicien GMAO', 'maintenance assistée ordinateur'],
  ['gestion de maintenance assistée par ordinateur', 'GMAO'],
  ['Dessinateur CAO', 'DAO'],
  ['Conducteur de travaux BTP', 'bâtiment travaux publics'],
  ['industrie agro-alimentaire', 'IAA'],
  ['Chargée de ressources humaines', 'RH'],
  ['Ingénieur R&D', 'développement'],
])('%s is also said with %s', (text, words) => {
  expect(otherwise(text)).toEqual(expect.arrayContaining(normalWords(words)));
});

test('words apart or in another order stand for no acronym', () => {
  expect(otherwise('environnement de travail, sécurité, qualité de vie')).toEqual([]);
  expect(otherwise('nos clients et si possible mes équipes')).toEqual([]);
});

test('an acronym is a whole word, a word of the language is none', () => {
  expect(isAcronym('rh')).toBe(true);
  expect(isAcronym('qualite')).toBe(false);
});
