import fc from 'fast-check';
import { Lists } from '../../src/matcher/lists.js';

const list = fc.array(fc.integer({ min: 0, max: 0xffff_ffff }), { maxLength: 20 });
/** Longer than the largest room, and just beside the rooms there are. */
const long = fc
  .constantFrom(0, 1, 2, 3, 4, 5, 127, 128, 129, 255, 256, 257, 1_000)
  .map((length) => Array.from({ length }, (_, at) => at));
const acts = fc.array(
  fc.oneof({ weight: 3, arbitrary: fc.oneof(list, list, long) }, { weight: 2, arbitrary: fc.nat() }),
  { maxLength: 200 },
);

test('every list that was put and not taken stands where it was put, whatever came and went beside it', () => {
  fc.assert(
    fc.property(acts, (given) => {
      const lists = new Lists(0);
      const there: { list: number[]; place: number }[] = [];
      for (const act of given) {
        if (Array.isArray(act)) there.push({ list: act, place: lists.put(act) });
        else if (there.length > 0) {
          const [{ list, place }] = there.splice(act % there.length, 1) as [(typeof there)[number]];
          lists.take(place, list.length);
        }
      }
      for (const { list, place } of there) {
        expect([...lists.values.subarray(place, place + list.length)]).toEqual(list);
      }
    }),
    { numRuns: 300 },
  );
});

test('a list that is taken leaves its room to one about as long', () => {
  const lists = new Lists();
  const first = lists.put([1, 2, 3]);
  lists.put([7, 8, 9]);
  lists.take(first, 3);
  expect(lists.put([4, 5, 6, 7])).toBe(first);
  lists.take(first, 4);
  expect(lists.put([1, 2])).not.toBe(first);
});

test('with as many lists as before it takes no more room, however many came and went', () => {
  const lists = new Lists();
  let places = Array.from({ length: 500 }, (_, at) => ({ length: at % 7, place: lists.put(Array(at % 7).fill(at)) }));
  for (let round = 0; round < 200; round += 1) {
    for (const { place, length } of places) lists.take(place, length);
    places = places.map(({ length }) => ({ length, place: lists.put(Array(length).fill(round)) }));
  }
  const { bytes } = lists;
  expect(bytes).toBeLessThan(500 * 8 * 4 * 2);
});

test('an empty list takes no room and leaves none', () => {
  const lists = new Lists();
  expect([lists.put([]), lists.put([]), lists.put([9])]).toEqual([0, 0, 0]);
  lists.take(0, 0);
  lists.put([8]);
  expect(lists.values[0]).toBe(9);
});
