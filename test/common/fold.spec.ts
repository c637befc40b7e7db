import fc from 'fast-check';
import { fold } from '../../src/common/fold.js';

test.each([
  ['Œuvre d’Été à St-Étienne', 'oeuvre d ete a st etienne'],
  ['  C++ / C#,\tISO 9001 ', 'c++ c# iso 9001'],
  ['L’Haÿ-les-Roses', 'l hay les roses'],
  ['Lætitia ŒDIPE', 'laetitia oedipe'],
  ['ﬁnance', 'finance'],
  ['INGÉNIEUR·E', 'ingenieur e'],
  ['e\u0301te\u0301', 'ete'],
  ['🔧', ''],
  ['', ''],
])('fold(%j) is %j', (given, expected) => {
  expect(fold(given)).toBe(expected);
});

test('folding twice is folding once, with single spaces inside and none around', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => {
      const folded = fold(words);
      expect(fold(folded)).toBe(folded);
      expect(folded).not.toMatch(/^ | {2}| $/);
    }),
    { numRuns: 500 },
  );
});
