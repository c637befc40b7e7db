import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Uuids, uuidWords } from '../../src/matcher/uuids.js';

/** Few ids, so that the same ones come and go again; some differ in one digit only, others share the words of the hash. */
const ids = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((n) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`),
  fc
    .integer({ min: 0, max: 15 })
    .map((n) => `${n.toString(16).repeat(8)}-0000-4000-8000-0000${n.toString(16).repeat(8)}`),
  fc.uuid(),
);
const acts = fc.array(fc.record({ id: ids, leaves: fc.boolean() }), { maxLength: 400 });

/** What a Map makes of the same acts. */
function played(
  given: { id: string; leaves: boolean }[],
  uuids = new Uuids(0),
): { uuids: Uuids; model: Map<string, number> } {
  const model = new Map<string, number>();
  for (const { id, leaves } of given) {
    if (leaves) {
      uuids.remove(id);
      model.delete(id);
    } else if (!model.has(id)) model.set(id, uuids.add(id));
  }
  return { uuids, model };
}

test('whatever comes and goes, each id has a slot of its own, found again by its name, and nobody else has one', () => {
  fc.assert(
    fc.property(acts, (given) => {
      const { uuids, model } = played(given);
      for (const { id } of given) expect(uuids.slotOf(id)).toBe(model.get(id) ?? -1);
      expect(new Set(model.values()).size).toBe(model.size);
      for (const [id, slot] of model) {
        expect(uuids.name(slot)).toBe(id);
        expect(slot).toBeLessThan(uuids.slots);
      }
    }),
    { numRuns: 300 },
  );
});

test('they compare as strings do, among each other and with one that has no slot', () => {
  fc.assert(
    fc.property(fc.uniqueArray(ids, { minLength: 2, maxLength: 30 }), ids, (all, other) => {
      const uuids = new Uuids(0);
      const slots = all.map((id) => uuids.add(id));
      const asStrings = [...all].sort();
      const bySlot = [...slots].sort((one, two) => uuids.compare(one, two));
      expect(bySlot.map((slot) => uuids.name(slot))).toEqual(asStrings);
      for (const slot of slots) {
        const name = uuids.name(slot);
        expect(Math.sign(uuids.compareTo(slot, uuidWords(other)))).toBe(name < other ? -1 : name > other ? 1 : 0);
      }
    }),
  );
});

test('an id in capitals is the same id', () => {
  const uuids = new Uuids(0);
  const slot = uuids.add('abcdef01-2345-4678-9abc-def012345678');
  expect(uuids.slotOf('ABCDEF01-2345-4678-9ABC-DEF012345678')).toBe(slot);
});

test('it grows far beyond what was expected', () => {
  const uuids = new Uuids(10);
  const all = Array.from({ length: 20_000 }, () => randomUUID() as string);
  const slots = all.map((id) => uuids.add(id));
  expect(slots).toEqual(all.map((_, at) => at));
  expect(all.map((id) => uuids.slotOf(id))).toEqual(slots);
  expect(uuids.slotOf(randomUUID())).toBe(-1);
});

test('those who left leave their slots: with as many there as before, it takes no more room, however many came and went', () => {
  const uuids = new Uuids(64);
  let there = Array.from({ length: 64 }, () => randomUUID() as string);
  for (const id of there) uuids.add(id);
  const { slots, bytes } = uuids;
  for (let round = 0; round < 1_000; round += 1) {
    for (const id of there) uuids.remove(id);
    expect(there.every((id) => uuids.slotOf(id) === -1)).toBe(true);
    there = there.map(() => randomUUID());
    for (const id of there) uuids.add(id);
  }
  expect(new Set(there.map((id) => uuids.slotOf(id))).size).toBe(64);
  expect(uuids.slots).toBe(slots);
  expect(uuids.bytes).toBeLessThanOrEqual(bytes);
});

test('taking away who is not there changes nothing', () => {
  const { uuids, model } = played([{ id: '00000000-0000-4000-8000-000000000001', leaves: false }]);
  uuids.remove('00000000-0000-4000-8000-000000000002');
  uuids.remove('00000000-0000-4000-8000-000000000002');
  for (const [id, slot] of model) expect(uuids.slotOf(id)).toBe(slot);
  expect(uuids.add('00000000-0000-4000-8000-000000000002')).toBe(1);
});
