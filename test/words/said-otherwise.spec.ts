import { normalWords, textWords } from '../../src/words/normal-form.js';
import { isAcronym, saidOtherwise, textSaidOtherwise } from '../../src/words/said-otherwise.js';

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

const ofText = (text: string): string[] => textSaidOtherwise(textWords(text));

test('in a text, acronyms that are words elsewhere count in capitals', () => {
  expect(ofText('You will be part of a team')).toEqual([]);
  expect(ofText('pièces en bi injection, travail sur les ifs')).toEqual([]);
  expect(ofText('Technicien BE')).toEqual(expect.arrayContaining(normalWords('bureau études')));
  expect(ofText('assistante rh, animateur qse')).toEqual(expect.arrayContaining(normalWords('ressources sécurité')));
  expect(ofText('recherche et développement')).toContain('recherche');
});

test('an API is an automaton only among automatons; an automaton is an API', () => {
  expect(ofText('Web developer, conception d’une API REST')).toEqual([]);
  expect(ofText('Automaticien : programmation API Siemens')).toContain('programmable');
  expect(ofText('automates programmables')).toContain('api');
});

test('an acronym is a whole word, a word of the language is none', () => {
  expect(isAcronym('rh')).toBe(true);
  expect(isAcronym('qualite')).toBe(false);
});
