import fc from 'fast-check';
import { languageOf, same } from '../../src/common/text.js';

test.each([
  [undefined, 'fr'],
  ['', 'fr'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['EN', 'en'],
  ['fr-FR,en;q=0.9', 'fr'],
  ['fr;q=0.4, en;q=0.8', 'en'],
  ['en ; q=0.5 , fr ; q=0.4', 'en'],
  ['de, en;q=0.3', 'en'],
  ['de', 'fr'],
  ['*', 'fr'],
  ['en;q=0', 'fr'],
  ['en;q=0, fr;q=0', 'fr'],
  ['english', 'fr'],
  ['en;q=beaucoup', 'en'],
  [',;q=,;;', 'fr'],
])('Accept-Language %j is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});

test('any header has an answer', () => {
  fc.assert(fc.property(fc.string(), (header) => ['fr', 'en'].includes(languageOf(header))));
});

test('a name is the same in both languages', () => {
  expect(same('Oyonnax')).toEqual({ fr: 'Oyonnax', en: 'Oyonnax' });
});
