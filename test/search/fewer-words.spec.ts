import fc from 'fast-check';
import { wordsToLeaveOut } from '../../src/search/fewer-words.js';

const core = (hits: number) => ({ hits, core: true });
const other = (hits: number) => ({ hits, core: false });

test('without a trade nothing is left out', () => {
  expect(wordsToLeaveOut([other(5), other(0), other(9)])).toEqual([]);
});

test('a trade that nobody offers is not given up', () => {
  expect(wordsToLeaveOut([core(80), core(0), other(50)])).toEqual([]);
});

test('what no offer has goes first, then what most offers have, one more at each attempt', () => {
  expect(wordsToLeaveOut([core(80), other(3), other(0), other(90), other(0)])).toEqual([
    [2, 4],
    [2, 4, 3],
    [2, 4, 3, 1],
  ]);
  expect(wordsToLeaveOut([core(80), other(3), other(90)])).toEqual([[2], [2, 1]]);
});

test('a query that is only a trade is kept whole', () => {
  expect(wordsToLeaveOut([core(80), core(3)])).toEqual([]);
});

test('the core always stays, nothing that no offer has does, and each attempt gives up more than the one before', () => {
  const word = fc.record({ hits: fc.nat(50), core: fc.boolean() });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 10 }), (words) => {
      const attempts = wordsToLeaveOut(words);
      for (const left of attempts) {
        const kept = words.filter((_, place) => !left.includes(place));
        expect(left.some((place) => words[place]!.core)).toBe(false);
        expect(kept.some((one) => one.core)).toBe(true);
        expect(kept.every(({ hits }) => hits > 0)).toBe(true);
        expect(left.length).toBeGreaterThan(0);
      }
      attempts.slice(1).forEach((left, place) => {
        expect(left.length).toBe(attempts[place]!.length + 1);
      });
    }),
  );
});
