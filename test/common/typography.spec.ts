import fc from 'fast-check';
import { same } from '../../src/common/text.js';
import { typeset } from '../../src/common/typography.js';

const set = (fr: string): string => typeset({ fr, en: 'In English' }).fr;

test.each([
  ['Entretien fixé : lundi', 'Entretien fixé\u00a0: lundi'],
  ['Prêt ? Oui ! Non ; peut-être', 'Prêt\u202f? Oui\u202f! Non\u202f; peut-être'],
  ['à « Soudage »', 'à «\u00a0Soudage\u00a0»'],
  ['à 12 km, 32 000 € et 5 %', 'à 12\u00a0km, 32 000\u00a0€ et 5\u202f%'],
  ['« A » : « B »', '«\u00a0A\u00a0»\u00a0: «\u00a0B\u00a0»'],
])('%s does not break before its marks', (plain, expected) => {
  expect(set(plain)).toBe(expected);
});

test.each([
  ['a time', 'lundi à 14:30'],
  ['an address', 'https://vte.example/lien?jeton=a:b;c!&d=%20'],
  ['an address before a mark', 'Voir https://vte.example/a ; puis'],
  ['an e-mail address before a mark', 'De camille@exemple.fr ! Enfin'],
])('%s stays', (_what, text) => {
  expect(set(text)).toBe(text);
});

test('what is quoted keeps its own spaces', () => {
  expect(set('Elle écrit : « a ? b : c ! »')).toBe('Elle écrit\u00a0: «\u00a0a ? b : c !\u00a0»');
});

test('somebody’s own words and English stay as they are', () => {
  expect(typeset(same('Quand ? Ici !'))).toEqual(same('Quand ? Ici !'));
  expect(typeset({ fr: 'Quand ?', en: 'When ? « x »' }).en).toBe('When ? « x »');
});

const marks = Array.from(' \n:;!?%«»€@/.5akm\u00a0');

test('setting twice changes nothing, and only spaces are changed', () => {
  const texts = fc.array(fc.constantFrom(...marks, 'https://', ' km', '« ', ' »'), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join('');
      const once = set(text);
      expect(set(once)).toBe(once);
      expect(once.replace(/[\u00a0\u202f]/g, ' ')).toBe(text.replace(/[\u00a0\u202f]/g, ' '));
    }),
  );
});
