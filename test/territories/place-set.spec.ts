import fc from 'fast-check';
import { EngineFilter } from '../../src/search/engine-filter.js';
import { Gazetteer } from '../../src/territories/gazetteer.js';
import type { Place } from '../../src/territories/place.js';
import { canonical } from '../../src/territories/place-memory.js';
import { PlaceSet, resolvePlaces } from '../../src/territories/place-set.js';
import { realPlaces } from './real-places.js';

/** Sets of places taken apart, kept, and said to the engine; over the real communes. */
const { tables, gazetteer } = realPlaces();

function placeSet(places: Place[], where = gazetteer): PlaceSet {
  const resolved = resolvePlaces(where, places, []);
  if (resolved instanceof PlaceSet) return resolved;
  throw new Error(JSON.stringify(resolved));
}

const commune = fc.constantFrom(...tables.communes.filter(({ retired }) => !retired));
const radiusKm = fc.double({ min: 0.5, max: 200, noNaN: true });
const circle = fc.record({ commune: fc.record({ code: commune.map(({ code }) => code), radiusKm }) });
const place: fc.Arbitrary<Place> = fc.oneof(
  circle,
  fc.record({ commune: fc.record({ code: commune.map(({ code }) => code) }) }),
  fc
    .tuple(commune, radiusKm)
    .map(([{ latitude, longitude }, km]) => ({ point: { latitude, longitude, radiusKm: km } })),
  fc.constantFrom(...tables.departments).map(({ code }) => ({ departmentCode: code })),
  fc.constantFrom(...tables.regions).map(({ code }) => ({ regionCode: code })),
  fc.constantFrom(...tables.territories).map(({ id }) => ({ territoryId: id })),
  fc.constantFrom(...tables.epcis).map(({ siren }) => ({ epciSiren: siren })),
);
const places = fc.array(place, { minLength: 1, maxLength: 4 });
const runs = { numRuns: 25 };
const codes = (set: PlaceSet): string[] => [...set.communes.keys()].sort();

test('nearest first, and those without a distance last', () => {
  fc.assert(
    fc.property(places, (asked) => {
      const set = placeSet(asked);
      const ordered = set.byDistance();
      expect(ordered.map(({ commune: { code } }) => code).sort()).toEqual(codes(set));
      const kms = ordered.map(({ km }) => km ?? Infinity);
      expect(kms.every((km, at) => at === 0 || km >= kms[at - 1]!)).toBe(true);
      expect(ordered.every(({ commune: { code }, km }) => set.km(code) === km)).toBe(true);
    }),
    runs,
  );
});

test('so many of the nearest are the nearest, and the same set each time', () => {
  const whole = placeSet([{ commune: { code: '69123', radiusKm: 30 } }]);
  const ten = whole.nearest(10);
  expect(ten.members).toEqual(whole.byDistance().slice(0, 10));
  expect(whole.nearest(10)).toBe(ten);
  expect(whole.nearest(100_000)).toBe(whole);
});

describe('kept sets', () => {
  test('are the same whatever the order, the repetitions and former codes', () => {
    fc.assert(
      fc.property(places, (asked) => {
        const set = placeSet(asked);
        expect(placeSet([...asked].reverse())).toBe(set);
        expect(placeSet([...asked, asked[0]!])).toBe(set);
      }),
      runs,
    );
    const lyon = { commune: { code: '69123', radiusKm: 10 } };
    expect(placeSet([{ commune: { code: '69381', radiusKm: 10 } }])).toBe(placeSet([lyon]));
  });

  test('are told apart by every number and kind', () => {
    const named = [
      { commune: { code: '69123' } },
      { commune: { code: '69123', radiusKm: 10 } },
      { commune: { code: '69123', radiusKm: 10.5 } },
      { point: { latitude: 45.1, longitude: 4.2, radiusKm: 10 } },
      { point: { latitude: 45.1, longitude: 4.2, radiusKm: 11 } },
      { departmentCode: '84' },
      { regionCode: '84' },
    ];
    expect(new Set(named.map((one) => canonical(gazetteer, [one]))).size).toBe(named.length);
    expect(canonical(gazetteer, named.slice(0, 2))).not.toBe(canonical(gazetteer, named.slice(0, 1)));
  });

  test('are made anew once the gazetteer is filled again', () => {
    const refilled = Object.create(Gazetteer.prototype) as Gazetteer;
    refilled.fill(tables);
    const asked = [{ departmentCode: '01' }];
    const before = placeSet(asked, refilled);
    expect(placeSet(asked, refilled)).toBe(before);
    refilled.fill({
      ...tables,
      communes: tables.communes.filter(({ code }) => code !== '01283'),
      territoryCommunes: tables.territoryCommunes.filter(({ communeCode }) => communeCode !== '01283'),
    });
    const after = placeSet(asked, refilled);
    expect([before.has('01283'), after.has('01283')]).toEqual([true, false]);
  });
});

describe('for the engine', () => {
  /** What the engine would keep: the communes named, and those of the cells and departments named. */
  function kept(condition: string): string[] {
    const listed = (attribute: string): Set<string> => {
      const list = new RegExp(`\\b${attribute} IN \\[([^\\]]*)\\]`).exec(condition)?.[1] ?? '';
      return new Set(Array.from(list.matchAll(/"([^"]*)"/g), ([, value]) => value!));
    };
    const [departments, cells, alone] = [listed('departments'), listed('cells'), listed('communes')];
    return [...gazetteer.communes()]
      .filter(({ code, cell, departmentCode }) => alone.has(code) || cells.has(cell) || departments.has(departmentCode))
      .map(({ code }) => code)
      .sort();
  }
  const engineFilter = new EngineFilter(gazetteer);

  test('the condition keeps exactly the communes of the set, and of its parts', () => {
    fc.assert(
      fc.property(places, fc.nat(300), (asked, count) => {
        const set = placeSet(asked);
        expect(kept(engineFilter.placedIn(set))).toEqual(codes(set));
        expect(kept(engineFilter.placedIn(set.nearest(count)))).toEqual(codes(set.nearest(count)));
      }),
      runs,
    );
  });

  test('is short: a whole department is one name', () => {
    expect(engineFilter.placedIn(placeSet([{ departmentCode: '01' }]))).toBe('(departments IN ["01"])');
    expect(engineFilter.placedIn(placeSet([{ commune: { code: '75056', radiusKm: 200 } }])).length).toBeLessThan(
      15_000,
    );
    expect(kept(engineFilter.placedIn(new PlaceSet([])))).toEqual([]);
  });

  test('is written once for each set', () => {
    const set = placeSet([{ regionCode: '84' }]);
    expect(engineFilter.placedIn(set)).toBe(
      engineFilter.placedIn(placeSet([{ regionCode: '84' }, { regionCode: '84' }])),
    );
  });
});
