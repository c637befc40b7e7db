import { distanceKm } from '../../src/territories/distance.js';
import { realPlaces } from './real-places.js';
import { sharedLines, withSharedData } from './shared-data.js';

const { gazetteer } = realPlaces();
const first = gazetteer.territoriesOfGeneration('LAUNCH_2018_2022');
const second = gazetteer.territoriesOfGeneration('CURRENT_2023_2027');
const current = (code: string): string => `CURRENT_2023_2027:${code}`;
const launch = (code: string): string => `LAUNCH_2018_2022:${code}`;

describe('neighbours', () => {
  test('come nearest first, from nearest commune to nearest commune, and both ways alike', () => {
    for (const { id } of second) {
      const all = gazetteer.neighbours(id, { first: 200 });
      const kms = all.map(({ km }) => km);
      expect(kms).toEqual([...kms].sort((one, other) => one - other));
      for (const { territory, km } of all) {
        const back = gazetteer
          .neighbours(territory.id, { first: 200 })
          .find(({ territory: { id: one } }) => one === id);
        expect(back?.km).toBeCloseTo(km, 9);
      }
    }
  });

  test('the distance is that of the two nearest communes, and nobody near is left out', () => {
    const issoire = gazetteer.territory(current('ti-8408'))!;
    const here = gazetteer.communesOfTerritory(issoire.id);
    const expected = second
      .filter(({ id }) => id !== issoire.id)
      .map(({ id }) => ({
        id,
        km: Math.min(...gazetteer.communesOfTerritory(id).flatMap((each) => here.map((one) => distanceKm(one, each)))),
      }))
      .filter(({ km }) => km <= 60)
      .sort((one, other) => one.km - other.km);
    const found = gazetteer.neighbours(issoire.id, { first: 200, withinKm: 60 });
    expect(found.map(({ territory }) => territory.id)).toEqual(expected.map(({ id }) => id));
    for (const [at, { km }] of found.entries()) expect(km).toBeCloseTo(expected[at]!.km, 6);
  });

  test('an island has those across the sea only when they are near enough; an unknown one has none', () => {
    const reunion = second.find(({ regionCodes }) => regionCodes.includes('04'))!;
    const regions = gazetteer.neighbours(reunion.id).flatMap(({ territory }) => territory.regionCodes);
    expect(new Set(regions)).toEqual(new Set(['04']));
    expect(gazetteer.neighbours(current('ti-0000'))).toEqual([]);
    expect(gazetteer.neighbours(reunion.id, { first: 0 })).toEqual([]);
  });

  test('are answered in microseconds once they are known', () => {
    for (const { id } of second) gazetteer.neighbours(id);
    const started = performance.now();
    for (let round = 0; round < 100; round += 1) for (const { id } of second) gazetteer.neighbours(id, { first: 5 });
    expect((performance.now() - started) / (100 * second.length)).toBeLessThan(0.2);
  });
});

describe('the crosswalk between the generations', () => {
  const change = (id: string): string => gazetteer.crosswalk(id)!.change;

  test('says in one word what became of each', () => {
    expect(change(current('ti-0101'))).toBe('NEW');
    expect(change(launch('ti-0301'))).toBe('ENDED');
    expect(change(current('ti-0102'))).toBe('CONTINUED');
    expect(gazetteer.crosswalk('nowhere')).toBeUndefined();
    const named = (name: string): string => change(second.find((one) => one.name === name)!.id);
    expect(named('Berry Sologne')).toBe('EXTENDED');
    expect(named('Melun – Villaroche')).toBe('SPLIT');
  });

  test('is the same from both ends, and shares are of inhabitants', () => {
    for (const { id, population } of [...first, ...second]) {
      const { passages } = gazetteer.crosswalk(id)!;
      expect(passages.reduce((sum, { sharedPopulation }) => sum + sharedPopulation, 0)).toBeLessThanOrEqual(population);
      for (const { territory, sharedPopulation, share, shareOfOther, change: word } of passages) {
        expect([share, shareOfOther]).toEqual([sharedPopulation / population, sharedPopulation / territory.population]);
        const back = gazetteer.crosswalk(territory.id)!.passages.find((each) => each.territory.id === id);
        expect(back).toMatchObject({ sharedPopulation, change: word, share: shareOfOther, shareOfOther: share });
      }
    }
  });
});

withSharedData('compared with the shared crosswalk', () => {
  test('every territory of the first generation has the same ones after it, with the same share', () => {
    const theirs = new Map<string, number>();
    for (const row of sharedLines('territories/passage_ti_149_vers_183.csv')) {
      if (row.code_183) theirs.set(`${row.code_149} ${row.code_183}`, Number(row.part_population_149));
    }
    const ours = new Map<string, number>();
    for (const { id, code } of first) {
      for (const { territory, share } of gazetteer.crosswalk(id)!.passages)
        ours.set(`${code} ${territory.code}`, share);
    }
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
    for (const [pair, share] of theirs) expect(Math.abs(ours.get(pair)! - share)).toBeLessThan(0.02);
  });
});
