import fc from 'fast-check';
import { wordsToLeaveOut } from '../../src/search/fewer-words.js';

const known = (hits: number) => ({ hits, known: true });
const talk = (hits: number) => ({ hits, known: false });

test('of one or two words none is left out', () => {
  expect(wordsToLeaveOut([known(5), talk(0)])).toEqual([]);
});

test('of three or four one, first the one that most offers have', () => {
  expect(wordsToLeaveOut([known(80), known(20), known(3)])).toEqual([[0]]);
});

test('of many a quarter, one more at each attempt', () => {
  const words = [90, 5, 80, 4, 3, 2, 6, 7].map(known);
  expect(wordsToLeaveOut(words)).toEqual([[0], [0, 2]]);
});

test('a trade that nobody offers is not given up', () => {
  expect(wordsToLeaveOut([known(80), known(50), known(0)])).toEqual([]);
});

test('a word that no offer has and no trade knows goes first', () => {
  expect(wordsToLeaveOut([known(80), known(50), talk(0)])).toEqual([[2]]);
  expect(wordsToLeaveOut([known(80), talk(0), talk(0)])).toEqual([]);
});

test('talk around a trade may go altogether, when two words of the trade stay', () => {
  expect(wordsToLeaveOut([known(8), known(5), talk(0), talk(0), talk(9)])).toEqual([
    [2, 3],
    [2, 3, 4],
  ]);
});

test('at least half of the words or two of the trade always stay, and no attempt gives up fewer than the one before', () => {
  const word = fc.record({ hits: fc.nat(50), known: fc.boolean() });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 10 }), (words) => {
      const attempts = wordsToLeaveOut(words);
      for (const left of attempts) {
        const kept = words.filter((_, place) => !left.includes(place));
        expect(kept.length >= words.length / 2 || kept.filter((one) => one.known).length >= 2).toBe(true);
        expect(kept.length).toBeGreaterThanOrEqual(2);
        expect(kept.every(({ hits }) => hits > 0)).toBe(true);
      }
      attempts.slice(1).forEach((left, place) => {
        expect(left.length).toBeGreaterThan(attempts[place]!.length);
      });
    }),
  );
});
