import { cellOf, CommuneGrid } from './commune-grid.js';
import type { CommuneFacts, DepartmentFacts, EpciFacts, RegionFacts } from './facts.js';
import type { ReferenceTables } from './reference-tables.js';
import { TerritoryFacts } from './territory-facts.js';

/** The reference tables as maps; made in one go and replaced whole, so that nobody sees half of a reload. */
export interface Atlas {
  regions: ReadonlyMap<string, RegionFacts>;
  departments: ReadonlyMap<string, DepartmentFacts>;
  epcis: ReadonlyMap<string, EpciFacts>;
  communes: ReadonlyMap<string, CommuneFacts>;
  /** Former code to the code of today. */
  aliases: ReadonlyMap<string, string>;
  formerNames: readonly { foldedName: string; communeCode: string }[];
  territories: ReadonlyMap<string, TerritoryFacts>;
  byDepartment: ReadonlyMap<string, CommuneFacts[]>;
  byRegion: ReadonlyMap<string, CommuneFacts[]>;
  byEpci: ReadonlyMap<string, CommuneFacts[]>;
  byTerritory: ReadonlyMap<string, CommuneFacts[]>;
  territoriesOfCommune: ReadonlyMap<string, TerritoryFacts[]>;
  grid: CommuneGrid;
}

export function atlasOf(tables: ReferenceTables): Atlas {
  const departments = keyed(tables.departments, ({ code }) => code);
  const communes = keyed(
    tables.communes.map((row): CommuneFacts => communeFacts(row, departments)),
    ({ code }) => code,
  );
  const all = [...communes.values()];
  const byTerritory = grouped(
    tables.territoryCommunes,
    ({ territoryId }) => territoryId,
    ({ communeCode }) => communes.get(communeCode)!,
  );
  const members = grouped(
    tables.members,
    ({ territoryId }) => territoryId,
    ({ code, kind, name }) => ({ code, kind, name }),
  );
  const territories = keyed(
    tables.territories.map((row) => new TerritoryFacts(row, members.get(row.id) ?? [], byTerritory.get(row.id) ?? [])),
    ({ id }) => id,
  );
  return {
    regions: keyed(tables.regions, ({ code }) => code),
    departments,
    epcis: keyed(tables.epcis, ({ siren }) => siren),
    communes,
    aliases: new Map(tables.aliases.map(({ formerCode, communeCode }) => [formerCode, communeCode])),
    formerNames: tables.aliases.flatMap(({ foldedName, communeCode }) =>
      foldedName ? { foldedName, communeCode } : [],
    ),
    territories,
    byDepartment: grouped(all, ({ departmentCode }) => departmentCode),
    byRegion: grouped(all, ({ regionCode }) => regionCode),
    byEpci: grouped(
      all.filter(({ epciSiren }) => epciSiren),
      ({ epciSiren }) => epciSiren!,
    ),
    byTerritory,
    territoriesOfCommune: grouped(
      tables.territoryCommunes,
      ({ communeCode }) => communeCode,
      ({ territoryId }) => territories.get(territoryId)!,
    ),
    grid: new CommuneGrid(all),
  };
}

function communeFacts(
  row: ReferenceTables['communes'][number],
  departments: ReadonlyMap<string, DepartmentFacts>,
): CommuneFacts {
  const { code, name, foldedName, postalCodes, departmentCode, epciSiren, population, latitude, longitude, retired } =
    row;
  return {
    code,
    name,
    foldedName,
    postalCodes,
    departmentCode,
    regionCode: departments.get(departmentCode)!.regionCode,
    epciSiren,
    population,
    latitude,
    longitude,
    cell: cellOf(row),
    retired,
  };
}

const keyed = <Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row> =>
  new Map(rows.map((row) => [key(row), row]));

function grouped<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]>;
function grouped<Row, Value>(
  rows: readonly Row[],
  key: (row: Row) => string,
  value: (row: Row) => Value,
): Map<string, Value[]>;
function grouped<Row>(
  rows: readonly Row[],
  key: (row: Row) => string,
  value: (row: Row) => unknown = (row) => row,
): Map<string, unknown[]> {
  const groups = new Map<string, unknown[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(value(row));
    else groups.set(key(row), [value(row)]);
  }
  return groups;
}
