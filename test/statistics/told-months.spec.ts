import fc from 'fast-check';
import type { Part } from '../../src/statistics/safe-split.js';
import { coverOf, nextMonth, sumTold, nobody, type Sheet } from '../../src/statistics/sheet.js';
import { partsOf, toldIn, ToldMonths } from '../../src/statistics/told-months.js';
import { Attacker } from './attacker.js';

/** Departments of two regions; a territory lies in one department, in two, and one crosses the border of the regions. */
const areas = [
  { region: 'A', department: 'A1', territory: '' },
  { region: 'A', department: 'A1', territory: 't' },
  { region: 'A', department: 'A2', territory: 'u' },
  { region: 'A', department: 'A1', territory: 'u' },
  { region: 'A', department: 'A2', territory: 'v' },
  { region: 'B', department: 'B1', territory: 'v' },
  { region: 'B', department: 'B1', territory: '' },
  { region: 'C', department: 'C1', territory: '' },
] as const;

const at = (is: (area: (typeof areas)[number]) => boolean): number[] =>
  areas.flatMap((area, position) => (is(area) ? [position] : []));

const scopes: Record<string, number[]> = { nation: at(() => true) };
for (const { region, department, territory } of areas) {
  scopes[`region ${region}`] = at((area) => area.region === region);
  scopes[`department ${department}`] = at((area) => area.department === department);
  if (territory) scopes[`territory ${territory}`] = at((area) => area.territory === territory);
}

const part = (key: string, parts: Part[]): Part => ({ key, parts, areas: parts.flatMap((each) => each.areas) });
const distinct = (words: string[]): string[] => [...new Set(words)];
const root = part(
  'nation',
  distinct(areas.map(({ region }) => region)).map((region) => {
    const inside = areas.flatMap((area, position) => (area.region === region ? [{ ...area, position }] : []));
    return part(
      region,
      distinct(inside.map(({ territory }) => territory)).map((territory) =>
        part(
          `${region} ${territory}`,
          inside
            .filter((area) => area.territory === territory)
            .map(({ department, position }) => ({
              key: `${region} ${territory} ${department}`,
              areas: [position],
              parts: [],
            })),
        ),
      ),
    );
  }),
);

const months = Array.from({ length: 15 }, (_, index) => nextMonth('2025-01', index));
const monthsIn = (interval: string): string[] => {
  const inner = partsOf(interval);
  return inner.length > 0 ? inner.flatMap(monthsIn) : [interval];
};

/** Mostly small counts, so that there is something to hide. */
const count = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 9 }) },
  { weight: 1, arbitrary: fc.integer({ min: 10, max: 60 }) },
);
const world = fc.array(fc.array(count, { minLength: areas.length, maxLength: areas.length }), {
  minLength: months.length,
  maxLength: months.length,
});

function toldOf(counts: readonly (readonly number[])[]): ToldMonths {
  const told = new ToldMonths(root);
  months.forEach((month, index) => {
    told.add(month, counts[index]!);
  });
  return told;
}

const column = (month: string, area: number): number => months.indexOf(month) * areas.length + area;

const row = (within: readonly number[], over: readonly string[]): number[] => {
  const cells = new Array<number>(months.length * areas.length).fill(0);
  for (const month of over) for (const area of within) cells[column(month, area)] = 1;
  return cells;
};

test('whoever adds and subtracts all that is told never finds a count of 1 to 4, not even knowing what is 0', () => {
  let masked = 0;
  let shown = 0;
  fc.assert(
    fc.property(world, (counts) => {
      const truth = counts.flat();
      const { told } = toldOf(counts);
      const rows: number[][] = [];
      const zero = new Set<number>();
      for (const [interval, each] of told) {
        for (const within of Object.values(scopes)) {
          const value = toldIn(each, new Set(within));
          if (value === null) {
            masked += 1;
            continue;
          }
          shown += 1;
          const cells = row(within, monthsIn(interval));
          rows.push(cells);
          expect(value).toBe(sumOf(cells, truth));
          if (value === 0) cells.forEach((cell, index) => cell === 1 && zero.add(index));
        }
      }
      const attacker = new Attacker(rows, zero);
      const places = [...Object.values(scopes), ...areas.map((_, position) => [position])];
      for (let from = 0; from < months.length; from += 1) {
        for (let until = from; until < months.length; until += 1) {
          for (const within of places) {
            const cells = row(within, months.slice(from, until + 1));
            const value = sumOf(cells, truth);
            if (value >= 1 && value <= 4) expect(attacker.knows(cells)).toBe(false);
          }
        }
      }
      for (const one of rows.slice(0, 60)) {
        for (const other of rows.slice(0, 60)) {
          if (!other.every((cell, index) => cell <= one[index]!)) continue;
          const left = sumOf(one, truth) - sumOf(other, truth);
          expect(left === 0 || left >= 5).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(shown).toBeGreaterThan(masked / 10);
});

const sumOf = (cells: readonly number[], truth: readonly number[]): number =>
  cells.reduce((sum, cell, index) => sum + cell * truth[index]!, 0);

test('what was told of a month stays told whatever comes after it', () => {
  fc.assert(
    fc.property(world, world, (counts, others) => {
      const one = toldOf(counts);
      const other = toldOf([...counts.slice(0, 7), ...others.slice(7)]);
      for (const interval of [...months.slice(0, 7), '2025-Q1', '2025-Q2']) {
        for (const within of Object.values(scopes)) {
          expect(toldIn(one.told.get(interval)!, new Set(within))).toBe(
            toldIn(other.told.get(interval)!, new Set(within)),
          );
        }
      }
    }),
    { numRuns: 50 },
  );
});

/** The told counts of one scope, as a sheet holds them. */
function sheetOf(counts: readonly (readonly number[])[], scope: string): Sheet {
  const applications: Record<string, number> = {};
  for (const [interval, each] of toldOf(counts).told) {
    const value = toldIn(each, new Set(scopes[scope]));
    if (value !== null) applications[interval] = value;
  }
  return { ...nobody, people: { applications } } as Sheet;
}

const steady = (...each: number[]): number[][] => months.map(() => each);

test('where one territory of a region is small, the next smallest is masked with it, and the region is told', () => {
  const counts = steady(40, 3, 12, 0, 9, 0, 20, 20);
  const january = (scope: string): number | null =>
    sumTold(sheetOf(counts, scope), 'applications', '2025-01', '2025-01');
  expect(january('territory t')).toBeNull();
  expect(january('territory v')).toBeNull();
  expect(january('territory u')).toBe(12);
  expect([january('region A'), january('nation')]).toEqual([64, 104]);
  expect(january('department A1')).toBeNull();
});

test('a territory that is small in each month is told of by the quarter, or by the year', () => {
  const counts = steady(40, 3, 12, 0, 4, 0, 20, 20);
  const sheet = sheetOf(counts, 'territory t');
  expect(sumTold(sheet, 'applications', '2025-02', '2025-02')).toBeNull();
  expect(sumTold(sheet, 'applications', '2025-01', '2025-03')).toBe(9);
  expect(sumTold(sheet, 'applications', '2025-04', '2025-12')).toBe(27);
  expect(sumTold(sheet, 'applications', '2025-01', '2025-12')).toBe(36);
  const rarely = sheetOf(
    steady(40, 1, 12, 0, 1, 0, 20, 20).map((row, index) => (index % 2 === 0 ? row : [40, 0, 12, 0, 0, 0, 20, 20])),
    'territory t',
  );
  expect(sumTold(rarely, 'applications', '2025-01', '2025-03')).toBeNull();
});

test('where nothing can be told of a month, the quarter starts afresh', () => {
  const counts = steady(1, 0, 0, 0, 0, 0, 1, 0);
  const sheet = sheetOf(counts, 'nation');
  expect(sumTold(sheet, 'applications', '2025-01', '2025-01')).toBeNull();
  expect(sumTold(sheet, 'applications', '2025-01', '2025-03')).toBe(6);
});

test('a period is made of the longest intervals that lie in it', () => {
  expect(coverOf('2024-11', '2026-05')).toEqual(['2024-11', '2024-12', '2025', '2026-Q1', '2026-04', '2026-05']);
  expect(coverOf('2025-02', '2025-02')).toEqual(['2025-02']);
});
