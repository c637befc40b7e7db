import type { TerritoryGeneration } from '../../src/territories/generation.js';
import { readGeography } from '../../src/territories/import-territories.js';
import { checkRows } from '../../src/territories/list-check.js';
import { type ListRow, readListCsv } from '../../src/territories/list-csv.js';
import { communesConcerned, diffLists, type ListDiff } from '../../src/territories/list-diff.js';
import { preparedLines } from '../../src/territories/list-words.js';
import { mergeList } from '../../src/territories/list-merge.js';
import type { ListedTerritory } from '../../src/territories/listed-territory.js';
import { shippedList } from '../../src/territories/territory-source.js';
import { sharedText, withSharedData } from './shared-data.js';

const { geography } = readGeography();
const current: TerritoryGeneration = 'CURRENT_2023_2027';
const shipped = shippedList(current, geography);

const rowsOf = (list: readonly ListedTerritory[]): ListRow[] =>
  list.flatMap(({ code, name, communes }) =>
    communes.map((commune) => ({ line: 1, commune, territory: code, name, member: null, memberName: null })),
  );

function imported(
  rows: readonly ListRow[],
  { generation = current, before = shipped, from = null as string | null } = {},
): { after: ListedTerritory[]; diff: ListDiff; taken: { listed: string; today: string }[] } {
  const { territories, problems, taken } = checkRows(rows, geography);
  expect(problems).toEqual([]);
  const after = mergeList(before, territories, { generation, from, until: null, today: '2026-11-23' }, geography);
  return { after, diff: diffLists(before, after, geography), taken };
}

const nothing = { added: [], gone: [], renamed: [], members: [], communes: [], periods: [] };
const basseTerre = shipped.find(({ code }) => code === 'ti-0101')!;

describe('a list that was imported', () => {
  test('changes nothing when it is the same, with members named or not', () => {
    const { after, diff } = imported(rowsOf(shipped));
    expect(diff).toMatchObject(nothing);
    expect(after.map((one) => ({ ...one, communes: new Set(one.communes) }))).toEqual(
      shipped.map((one) => ({ ...one, communes: new Set(one.communes) })),
    );
    expect(communesConcerned(shipped, after, geography)).toEqual([]);
  });

  test('says how many communes merged since, however few it names', () => {
    const { after, diff } = imported(rowsOf(shipped));
    const taken = Array.from({ length: 34 }, (_none, at) => ({ listed: `010${10 + at}`, today: '01015' }));
    const touched = { openOffers: 0, managers: 0, wishes: 0, savedSearches: 0 };
    const file = { source: 'liste.csv', sha256: '0'.repeat(64) };
    const rest = { generation: current, leftOut: [], concerned: [], comparedWith: null };
    const lines = preparedLines({ ...rest, file, taken, after, diff, touched });
    expect(lines).toContain('Communes reprises sous leur code d’aujourd’hui (merged since) : 34');
    expect(lines.find((line) => line.includes('→'))).toMatch(/ et 22 autres$/);
  });

  test('brings a new territory, with what it is made of and where its communes come from', () => {
    const rows = rowsOf(shipped).map((row) =>
      row.territory === 'ti-0101' && row.commune === '97105' ? { ...row, territory: 'ti-0199', name: 'La Ville' } : row,
    );
    const { after, diff } = imported(rows);
    expect(diff.added).toEqual([
      { code: 'ti-0199', name: 'La Ville', communes: 1, from: [{ code: 'ti-0101', name: 'Basse-Terre', share: 1 }] },
    ]);
    expect(diff.communes).toEqual([{ code: 'ti-0101', name: 'Basse-Terre', added: [], removed: ['97105'] }]);
    expect(after.find(({ code }) => code === 'ti-0199')).toMatchObject({
      slug: 'la-ville',
      inForceFrom: '2023-01-01',
      knownSince: '2026-11-23',
      members: [{ code: '97105', kind: 'COMMUNE', name: 'Basse-Terre' }],
    });
    expect(communesConcerned(shipped, after, geography)).toEqual(['97105']);
  });

  test('takes one away as if it had never been, or from a day on', () => {
    const rows = rowsOf(shipped).filter(({ territory }) => territory !== 'ti-0101');
    const mistake = imported(rows);
    expect(mistake.diff.gone).toEqual([{ code: 'ti-0101', name: 'Basse-Terre', communes: 17, into: [] }]);
    const end = imported(rows, { from: '2026-07-01' });
    expect(end.diff).toMatchObject({
      gone: [],
      periods: [{ code: 'ti-0101', was: ['2023-01-01', '2027-12-31'], is: ['2023-01-01', '2026-06-30'] }],
    });
    const again = imported(rows, { before: end.after });
    expect(again.diff).toMatchObject(nothing);
    expect(again.after.find(({ code }) => code === 'ti-0101')!.inForceUntil).toBe('2026-06-30');
  });

  test('renames one, whose address follows; other apostrophes and capitals are no other name', () => {
    const named = (name: string): ListRow[] =>
      rowsOf(shipped).map((row) => (row.territory === 'ti-0103' ? { ...row, name } : row));
    expect(imported(named("TERRES DE CANNES ET INDUSTRIES D'AVENIR")).diff).toMatchObject(nothing);
    const { after, diff } = imported(named('Basse-Terre'));
    expect(diff.renamed).toEqual([
      { code: 'ti-0103', name: 'Basse-Terre', was: 'Terres de Cannes et Industries d’Avenir' },
    ]);
    expect(after.filter(({ name }) => name === 'Basse-Terre').map(({ slug }) => slug)).toEqual([
      'basse-terre',
      'basse-terre-ti-0103',
    ]);
  });

  test('is refused line by line for unknown communes, a commune in two territories and two names of one', () => {
    const row = (line: number, commune: string, territory: string, name = territory): ListRow => ({
      line,
      commune,
      territory,
      name,
      member: null,
      memberName: null,
    });
    const { problems, taken } = checkRows(
      [
        row(2, '01283', 'ti-1'),
        row(3, '01283', 'ti-1'),
        row(4, '01283', 'ti-2'),
        row(5, '99999', 'ti-1'),
        row(6, '01004', 'ti-1', 'Autre'),
        row(7, '69381', 'ti-1'),
        row(8, '69382', 'ti-3'),
      ],
      geography,
    );
    expect(problems.map(({ line, text }) => `${line} ${text.fr}`)).toEqual([
      '4 La commune 01283 est déjà dans ti-1, ligne 2.',
      '5 Aucune commune ne porte ni n’a porté le code 99999.',
      '6 ti-1 s’appelle « ti-1 », ligne 2, et « Autre » ici.',
      '8 La commune 69382 (aujourd’hui la même que 69381) est déjà dans ti-1, ligne 7.',
    ]);
    expect(taken).toEqual([{ listed: '69381', today: '69123' }]);
    expect(basseTerre.communes).toHaveLength(17);
  });
});

withSharedData('the official lists', () => {
  const read = (path: string): ListRow[] => {
    const { rows, problems } = readListCsv(sharedText(path));
    expect(problems).toEqual([]);
    return rows;
  };

  test('of the 183 and the 149 change nothing in the shipped ones', () => {
    for (const [generation, path] of [
      [current, 'territories/ti_183_2023-2027_communes.csv.gz'],
      ['LAUNCH_2018_2022', 'territories/ti_149_2018-2022_communes.csv.gz'],
    ] as const) {
      const before = shippedList(generation, geography);
      const { after, diff, taken } = imported(read(path), { generation, before });
      expect({ ...diff, counts: {} }).toEqual({ ...nothing, counts: {} });
      expect(communesConcerned(before, after, geography)).toEqual([]);
      expect(after.map(({ communes }) => communes.length)).toEqual(before.map(({ communes }) => communes.length));
      expect(taken).toHaveLength(generation === current ? 34 : 0);
    }
  });

  test('of October 2020, imported for the first generation, lacks the one of 2022', () => {
    const before = shippedList('LAUNCH_2018_2022', geography);
    const { diff, after, taken } = imported(read('territories/ti_148_2020_communes.csv.gz'), {
      generation: 'LAUNCH_2018_2022',
      before,
    });
    expect(after).toHaveLength(148);
    expect(taken).toHaveLength(40);
    expect(taken).toContainEqual({ listed: '95282', today: '95169' });
    expect(diff.added.length - diff.gone.length).toBe(-1);
  });
});
