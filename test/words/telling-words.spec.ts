import { normalWords } from '../../src/words/normal-form.js';
import { emptyWords, roleWords } from '../../src/words/silent-words.js';
import { type TellingOptions, tellingWords } from '../../src/words/telling-words.js';

const told = (said: string, options?: TellingOptions): string => tellingWords(said, options).join(' ');

test.each([
  ['offre emploi VTE', ''],
  ['poste', ''],
  ['recherche un poste de soudeur', 'soudeur'],
  ['La Poste', 'poste'],
  ['facteur à la poste', 'facteur poste'],
  ['chargée de mission', 'charge mission'],
  ['Chargé(e) de recrutement', 'charge recrutement'],
  ['Technicien, technicienne', 'technicien'],
])('%s tells "%s"', (said, words) => {
  expect(told(said)).toBe(words);
});

test.each([
  ['Mars', 'mar'],
  ['emploi Mars', 'mar'],
  ['en mars', ''],
  ['à partir de septembre', ''],
  ['rentrée septembre', ''],
  ['rentrée 2027', ''],
  ['septembre 2027', ''],
  ['dès le 1er avril', ''],
  ['soudeur mars', 'soudeur'],
  ['soudeur à partir de septembre 2027', 'soudeur'],
  ['Windows 11', 'window 11'],
])('months: %s tells "%s"', (said, words) => {
  expect(told(said)).toBe(words);
});

test('silent words and those of roles are given in their normal form', () => {
  const strange = [...emptyWords, ...roleWords].filter((word) => normalWords(word).join(' ') !== word);
  expect(strange).toEqual([]);
});

test('what stands beside a month, or names a silent word, counts', () => {
  expect(told('mars', { beside: true })).toBe('');
  expect(told('recherche', { spared: new Set(['recherche']) })).toBe('recherche');
});
