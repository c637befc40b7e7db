import fc from 'fast-check';
import { InputProblem } from '../../src/common/refusal.js';
import { distanceKm } from '../../src/territories/distance.js';
import type { Place } from '../../src/territories/place.js';
import { checkPlaces } from '../../src/territories/place-check.js';
import { PlaceSet, resolvePlaces } from '../../src/territories/place-set.js';
import { realPlaces } from './real-places.js';

const { tables, gazetteer } = realPlaces();

function placeSet(...places: Place[]): PlaceSet {
  const resolved = resolvePlaces(gazetteer, places, ['filter', 'places']);
  if (resolved instanceof PlaceSet) return resolved;
  throw new Error(JSON.stringify(resolved));
}

function problems(...places: Place[]): string[] {
  const resolved = resolvePlaces(gazetteer, places, ['filter', 'places']);
  if (resolved instanceof PlaceSet) return [];
  expect(resolved.every((problem) => problem instanceof InputProblem && problem.text.fr && problem.text.en)).toBe(true);
  return resolved.map(({ path }) => path.join('.'));
}

const frenchPointParts = {
  latitude: fc.double({ min: 41.3, max: 51.1, noNaN: true }),
  longitude: fc.double({ min: -5.2, max: 9.6, noNaN: true }),
};
const frenchPoint = fc.record(frenchPointParts);
const radius = fc.double({ min: 0.5, max: 200, noNaN: true });

describe('distance', () => {
  test('Oyonnax to Lyon is the way back too', () => {
    const [oyonnax, lyon] = [gazetteer.commune('01283')!, gazetteer.commune('69123')!];
    expect(distanceKm(oyonnax, lyon)).toBeCloseTo(distanceKm(lyon, oyonnax), 9);
    expect(
      Math.round(distanceKm({ latitude: 46.256, longitude: 5.655 }, { latitude: 45.764, longitude: 4.8357 })),
    ).toBe(84);
  });

  test('half way round the earth', () => {
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(20_015.1, 0);
  });
});

describe('communes within a radius', () => {
  test('are exactly those that a look at every commune finds, nearest first', () => {
    fc.assert(
      fc.property(frenchPoint, radius, (point, km) => {
        const near = gazetteer.communesWithin(point, km);
        const all = tables.communes.filter((commune) => distanceKm(point, commune) <= km);
        expect(new Set(near.map(({ commune }) => commune.code))).toEqual(new Set(all.map(({ code }) => code)));
        expect(near.every(({ km: distance }, at) => at === 0 || distance >= near[at - 1]!.km)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('poles, the date line and the antipodes are no exception', () => {
    for (const [latitude, longitude] of [
      [90, 0],
      [-90, 12],
      [0, 180],
      [-12, -180],
    ] as const) {
      expect(gazetteer.communesWithin({ latitude, longitude }, 200)).toEqual([]);
    }
    expect(gazetteer.communesWithin({ latitude: 90, longitude: 0 }, 10_008)).toHaveLength(
      tables.communes.filter(({ latitude }) => latitude > 0).length,
    );
  });
});

describe('places', () => {
  test('a commune alone is that commune; a former code is understood', () => {
    expect([...placeSet({ commune: { code: '01283' } }).communes]).toEqual([['01283', 0]]);
    expect(placeSet({ commune: { code: '69381' } }).has('69123')).toBe(true);
    expect(placeSet({ commune: { code: '01283', radiusKm: null } }).communes.size).toBe(1);
  });

  test('a radius takes the communes whose centre is within it', () => {
    const around = placeSet({ commune: { code: '01283', radiusKm: 30 } });
    expect(around.has('01283') && around.has('01269')).toBe(true);
    expect(around.has('29019')).toBe(false);
    expect([...around.communes.values()].every((km) => km !== null && km <= 30)).toBe(true);
  });

  test('departments, regions, EPCI and territories are all their communes, without a distance', () => {
    expect(placeSet({ departmentCode: '01' }).communes.size).toBe(gazetteer.communesOfDepartment('01').length);
    expect(placeSet({ regionCode: '94' }).communes.size).toBe(gazetteer.communesOfRegion('94').length);
    const oyonnax = gazetteer.commune('01283')!;
    expect(placeSet({ epciSiren: oyonnax.epciSiren! }).has('01283')).toBe(true);
    const territory = gazetteer.territoriesOf('01283', '2026-01-01')[0]!;
    const set = placeSet({ territoryId: territory.id });
    expect(set.has('01283')).toBe(true);
    expect(set.km('01283')).toBeNull();
  });

  test('are a union; with any point, every commune has its distance to the nearest one', () => {
    const point = { latitude: 46.256, longitude: 5.655, radiusKm: 20 };
    const set = placeSet({ point }, { departmentCode: '29' }, { commune: { code: '29019' } });
    for (const { code } of gazetteer.communesOfDepartment('29')) expect(set.km(code)).toBeLessThan(120);
    expect(set.km('29019')).toBe(0);
    expect(set.km('01283')).toBeLessThan(5);
    expect(set.has('75056')).toBe(false);
    expect(placeSet({ departmentCode: '01' }, { departmentCode: '01' }).communes.size).toBe(
      gazetteer.communesOfDepartment('01').length,
    );
  });

  test('the union holds what each place holds, and nothing else', () => {
    const place = fc.oneof(
      fc.record({ point: fc.record({ ...frenchPointParts, radiusKm: fc.double({ min: 1, max: 60, noNaN: true }) }) }),
      fc.constantFrom(...tables.departments.map(({ code }) => ({ departmentCode: code }))),
      fc.constantFrom(...tables.territories.map(({ id }) => ({ territoryId: id }))),
    );
    fc.assert(
      fc.property(fc.array(place, { maxLength: 4 }), (places: Place[]) => {
        const each = places.flatMap((one) => [...placeSet(one).communes.keys()]);
        expect(new Set(placeSet(...places).communes.keys())).toEqual(new Set(each));
      }),
      { numRuns: 25 },
    );
  });

  test('a wider radius never gives fewer communes, nor another distance', () => {
    fc.assert(
      fc.property(frenchPoint, radius, radius, (point, one, other) => {
        const narrow = placeSet({ point: { ...point, radiusKm: Math.min(one, other) } });
        const wide = placeSet({ point: { ...point, radiusKm: Math.max(one, other) } });
        expect([...narrow.communes].filter(([code, km]) => wide.km(code) !== km)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test.each([
    [{ departmentCode: '20' }, 'Ce code ne désigne aucun département.'],
    [{ regionCode: '99' }, 'Ce code ne désigne aucune région.'],
    [{ epciSiren: '123456789' }, 'Ce SIREN n’est celui d’aucune intercommunalité (EPCI).'],
    [{ territoryId: 'CURRENT_2023_2027:ti-9999' }, 'Cet identifiant n’est celui d’aucun Territoire d’industrie.'],
  ])('%j is refused in French that agrees', (place, french) => {
    expect(checkPlaces(gazetteer, [place], []).map(({ text }) => text.fr)).toEqual([french]);
  });

  test('what is wrong is said with its path, all of it at once', () => {
    expect(
      problems(
        { commune: { code: '99999', radiusKm: 0 } },
        { point: { latitude: 91, longitude: -181, radiusKm: 201 } },
        { departmentCode: '20' },
        { regionCode: '99' },
        { epciSiren: '123456789' },
        { territoryId: 'CURRENT_2023_2027:ti-9999' },
        { commune: { code: '01283', radiusKm: -3 } },
        { point: { latitude: NaN, longitude: Infinity, radiusKm: NaN } },
        {},
        { departmentCode: '01', regionCode: '84' },
        { departmentCode: '' },
        { commune: { code: '98818' } },
      ),
    ).toEqual([
      'filter.places.0.commune.code',
      'filter.places.0.commune.radiusKm',
      'filter.places.1.point.latitude',
      'filter.places.1.point.longitude',
      'filter.places.1.point.radiusKm',
      'filter.places.2.departmentCode',
      'filter.places.3.regionCode',
      'filter.places.4.epciSiren',
      'filter.places.5.territoryId',
      'filter.places.6.commune.radiusKm',
      'filter.places.7.point.latitude',
      'filter.places.7.point.longitude',
      'filter.places.7.point.radiusKm',
      'filter.places.8',
      'filter.places.9',
      'filter.places.10.departmentCode',
      'filter.places.11.commune.code',
    ]);
    const many = Array.from({ length: 21 }, () => ({ departmentCode: '01' }));
    expect(problems(...many)).toEqual(['filter.places']);
    expect(problems(...many.slice(1))).toEqual([]);
  });
});
