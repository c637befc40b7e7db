import { generationOn } from '../../src/territories/generation.js';
import { readTerritoryRows } from '../../src/territories/territory-source.js';
import { realPlaces } from './real-places.js';
import { sharedTable, withSharedData } from './shared-data.js';

const { tables, gazetteer } = realPlaces();
const first = gazetteer.territoriesOfGeneration('LAUNCH_2018_2022');
const second = gazetteer.territoriesOfGeneration('CURRENT_2023_2027');
const names = (code: string, on: string): string[] => gazetteer.territoriesOf(code, on).map(({ name }) => name);

describe('the Territoires d’industrie', () => {
  test('are 149 and 183, with the communes that the official lists count', () => {
    expect([first.length, second.length]).toEqual([149, 183]);
    const counted = (list: typeof first): number => list.reduce((sum, { communeCount }) => sum + communeCount, 0);
    expect([counted(first), counted(second)]).toEqual([16_151, 18_664]);
  });

  test('each has members, communes, departments, regions, inhabitants, a centre among its communes and a slug of its own', () => {
    const bare = [...first, ...second].filter(
      ({ id, members, departmentCodes, regionCodes, population, centre, slug }) =>
        members.length === 0 ||
        gazetteer.communesOfTerritory(id).length === 0 ||
        departmentCodes.length === 0 ||
        regionCodes.length === 0 ||
        population < 1000 ||
        !/^[a-z0-9-]+$/.test(slug) ||
        gazetteer
          .communesWithin(centre, 40)
          .every(({ commune }) => !gazetteer.communesOfTerritory(id).includes(commune)),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
    expect(new Set(second.map(({ slug }) => slug)).size).toBe(183);
  });

  test('15 of the 183 cross a border of regions; 12 members are single communes and 3 are EPT', () => {
    expect(second.filter(({ regionCodes }) => regionCodes.length > 1)).toHaveLength(15);
    const kinds = (list: typeof first, kind: string): number =>
      list.flatMap(({ members }) => members).filter((member) => member.kind === kind).length;
    expect([kinds(second, 'COMMUNE'), kinds(second, 'EPT'), kinds(second, 'EPCI')]).toEqual([12, 3, 626]);
    expect([kinds(first, 'COMMUNE'), kinds(first, 'EPT'), kinds(first, 'EPCI')]).toEqual([38, 3, 547]);
  });

  test('a commune lies in one at most on any day', () => {
    const codes = tables.communes.map(({ code }) => code);
    expect(codes.filter((code) => gazetteer.territoriesOf(code, '2020-01-01').length > 1)).toEqual([]);
    expect(codes.filter((code) => gazetteer.territoriesOf(code, '2026-01-01').length > 1)).toEqual([]);
  });

  test('are looked up by commune and day, and codes mean another place in the other generation', () => {
    expect(names('01283', '2021-06-01')).toHaveLength(1);
    expect(names('01283', '2026-01-01')).toHaveLength(1);
    expect(names('01283', '2018-11-21')).toEqual([]);
    expect(names('01283', '2028-01-01')).toEqual([]);
    expect(names('75056', '2026-01-01')).toEqual([]);
    expect(gazetteer.territoryByCode('LAUNCH_2018_2022', 'ti-0101')?.name).toContain('Cap Excellence');
    expect(gazetteer.territoryByCode('CURRENT_2023_2027', 'ti-0101')?.name).toBe('Basse-Terre');
    expect(['2022-12-31', '2023-01-01', '2027-12-31'].map(generationOn)).toEqual([
      'LAUNCH_2018_2022',
      'CURRENT_2023_2027',
      'CURRENT_2023_2027',
    ]);
  });

  test('communes re-established since the list stay in the territory of the commune they were part of', () => {
    expect(gazetteer.territoriesOf('85165', '2026-01-01')).toEqual(gazetteer.territoriesOf('85084', '2026-01-01'));
    expect(names('85165', '2026-01-01')).toEqual(['Bocage vendéen']);
  });

  test('a list by region holds those that cross into it', () => {
    const lacq = gazetteer.territoryByCode('CURRENT_2023_2027', 'ti-7510')!;
    expect(lacq.regionCodes).toEqual(['75', '76']);
    for (const region of lacq.regionCodes) {
      expect(gazetteer.territoriesOfGeneration('CURRENT_2023_2027', region)).toContain(lacq);
    }
  });

  test('what is not known of the launch list is said so', () => {
    const count = (value: boolean | null): number => first.filter(({ atLaunch }) => atLaunch === value).length;
    expect([count(true), count(false), count(null)]).toEqual([32, 1, 116]);
    expect(first.filter(({ knownSince }) => knownSince > '2021').map(({ name }) => name)).toEqual([
      'Soissonnais-Valois',
      'Challans-Gois',
      'Mont des Avaloirs',
      'Finistère',
    ]);
  });
});

withSharedData('compared with the official lists, commune by commune', () => {
  const bySuccessor = (path: string): Map<string, string> =>
    new Map(sharedTable(path).map(({ code_insee_cog2026, code_ti }) => [code_insee_cog2026!, code_ti!]));

  const differences = (path: string, on: string): string[] => {
    const theirs = bySuccessor(path);
    return tables.communes.flatMap(({ code }) => {
      const ours = gazetteer.territoriesOf(code, on)[0]?.code;
      return ours === theirs.get(code) ? [] : [code];
    });
  };

  test('the first generation is the same', () => {
    expect(differences('territories/ti_149_2018-2022_communes.csv.gz', '2022-12-31')).toEqual([]);
  });

  test('the second is the same, but for the communes that were re-established since', () => {
    const again = readTerritoryRows('CURRENT_2023_2027').flatMap(({ exceptions }) =>
      exceptions.split(' ').flatMap((each) => (each.startsWith('~') ? each.slice(1) : [])),
    );
    expect(again).toHaveLength(6);
    expect(differences('territories/ti_183_2023-2027_communes.csv.gz', '2024-01-01').sort()).toEqual(again.sort());
  });

  test('the communes counted are those of the lists, by their codes of then', () => {
    for (const [path, territories] of [
      ['territories/ti_149_2018-2022_communes.csv.gz', first],
      ['territories/ti_183_2023-2027_communes.csv.gz', second],
    ] as const) {
      const counts = new Map<string, number>();
      for (const { code_ti } of sharedTable(path)) counts.set(code_ti!, (counts.get(code_ti!) ?? 0) + 1);
      expect(territories.map(({ code, communeCount }) => [code, communeCount])).toEqual([...counts].sort());
    }
  });
});
