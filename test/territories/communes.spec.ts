import { distanceKm, type LatLon } from '../../src/territories/distance.js';
import { realPlaces } from './real-places.js';
import { sharedTable, withSharedData } from './shared-data.js';

const { tables, gazetteer } = realPlaces();

const median = (numbers: number[]): number => [...numbers].sort((one, other) => one - other)[numbers.length >> 1]!;
const middle = (points: readonly LatLon[]): LatLon => ({
  latitude: median(points.map(({ latitude }) => latitude)),
  longitude: median(points.map(({ longitude }) => longitude)),
});

describe('the communes of France', () => {
  test('are 34,875, in 101 departments and 18 regions', () => {
    expect(tables.communes).toHaveLength(34_875);
    expect(new Set(tables.communes.map(({ code }) => code)).size).toBe(34_875);
    expect(tables.departments).toHaveLength(101);
    expect(tables.regions).toHaveLength(18);
    expect(tables.communes.filter(({ code }) => gazetteer.isOutsideFrance(code))).toEqual([]);
  });

  test('each has a name, a department, a postal code and a point', () => {
    const broken = tables.communes.filter(
      ({ foldedName, departmentCode, postalCodes, latitude, longitude }) =>
        !/^[a-z0-9 ]+$/.test(foldedName) ||
        !gazetteer.region(gazetteer.department(departmentCode)?.regionCode ?? '') ||
        postalCodes.length === 0 ||
        !postalCodes.every((code) => /^\d{5}$/.test(code)) ||
        !Number.isFinite(latitude + longitude),
    );
    expect(broken).toEqual([]);
  });

  test('all but four islands belong to an EPCI that is known', () => {
    expect(tables.communes.filter(({ epciSiren }) => epciSiren === null).map(({ name }) => name)).toEqual([
      'Île-de-Bréhat',
      'Île-de-Sein',
      'Ouessant',
      "L'Île-d'Yeu",
    ]);
    expect(tables.communes.filter(({ epciSiren }) => epciSiren && !gazetteer.epci(epciSiren))).toEqual([]);
  });

  test('each point lies near those of its department, and has a neighbour in it', () => {
    const far = tables.departments.flatMap(({ code: departmentCode }) => {
      const communes = gazetteer.communesOfDepartment(departmentCode);
      const centre = middle(communes);
      const reach = departmentCode === '973' ? 320 : 130;
      return communes.filter((commune) => distanceKm(commune, centre) > reach);
    });
    expect(far).toEqual([]);
    const lonely = tables.communes.filter((commune) => {
      const others = gazetteer.communesOfDepartment(commune.departmentCode);
      return !others.some((other) => other.code !== commune.code && distanceKm(commune, other) <= 35);
    });
    const alone = lonely.map(({ departmentCode }) => departmentCode).filter((code) => code !== '973');
    expect(alone).toEqual(['75']);
  });

  test('the source of each point is kept, and few are guessed', () => {
    const counts = new Map<string, number>();
    for (const { pointSource } of tables.communes) counts.set(pointSource, (counts.get(pointSource) ?? 0) + 1);
    expect(counts.get('CORRECTION')).toBe(43);
    expect(counts.get('PACKAGE')! + counts.get('CORRECTION')!).toBeGreaterThanOrEqual(34_863);
    expect((counts.get('SAME_POSTAL_CODE') ?? 0) + (counts.get('SAME_EPCI') ?? 0)).toBeLessThanOrEqual(5);
  });

  test('former codes lead to the commune of today, and no alias hides a commune', () => {
    const today = new Map(tables.communes.map(({ code, name }) => [code, name]));
    const wrong = tables.aliases.filter(
      ({ formerCode, communeCode }) => !today.has(communeCode) || (today.has(formerCode) && formerCode !== communeCode),
    );
    expect(wrong).toEqual([]);
    expect(gazetteer.commune('69381')?.name).toBe('Lyon');
    expect(gazetteer.commune('75115')?.name).toBe('Paris');
    expect(gazetteer.commune('13208')?.name).toBe('Marseille');
    expect(gazetteer.commune('74011')?.name).toBe('Annecy');
    expect(gazetteer.commune('01015')?.name).toBe('Arboys en Bugey');
    expect(gazetteer.commune('99999')).toBeUndefined();
  });

  test('a code of elsewhere is told apart from one that does not exist', () => {
    for (const code of ['97502', '97701', '97801', '98818', '98735', '99109']) {
      expect(gazetteer.isOutsideFrance(code)).toBe(true);
    }
    for (const code of ['01283', '97411', '00000', '97499', '9873', '99000', 'abcde']) {
      expect(gazetteer.isOutsideFrance(code)).toBe(false);
    }
  });
});

withSharedData('compared with independent points', () => {
  let theirs: Record<string, string>[] = [];
  beforeAll(() => {
    theirs = sharedTable('communes/communes_fr_master.csv.gz');
  });

  test('the communes, departments, EPCI and postal codes are the same', () => {
    expect(theirs).toHaveLength(34_875);
    expect(theirs.filter(({ code_insee }) => gazetteer.commune(code_insee!)?.code !== code_insee)).toEqual([]);
    expect(
      theirs.filter(({ code_insee, departement }) => gazetteer.commune(code_insee!)?.departmentCode !== departement),
    ).toEqual([]);
  });

  test('points that were not corrected by hand lie close', () => {
    const corrected = new Set(
      tables.communes.filter(({ pointSource }) => pointSource === 'CORRECTION').map(({ code }) => code),
    );
    const apart = theirs
      .filter(({ code_insee, lat }) => lat && !corrected.has(code_insee!))
      .map(({ code_insee, lat, lon }) =>
        distanceKm(gazetteer.commune(code_insee!)!, { latitude: Number(lat), longitude: Number(lon) }),
      )
      .sort((one, other) => one - other);
    const at = (share: number): number => apart[Math.floor(apart.length * share)]!;
    expect(at(0.5)).toBeLessThan(0.4);
    expect(at(0.99)).toBeLessThan(2);
    expect(apart.filter((km) => km > 5).length).toBeLessThanOrEqual(12);
    expect(apart.at(-1)).toBeLessThan(7.5);
  });
});
