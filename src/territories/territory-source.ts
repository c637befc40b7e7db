import { type TerritoryGeneration, generations, inForce, territoryId } from './generation.js';
import type { GroupRecord } from './package-data.js';
import { readTable } from './reference-files.js';
import type { CommuneTables } from './commune-source.js';
import type { ReferenceTables, Row } from './reference-tables.js';
import type { MemberKind, Territory, TerritoryMember } from './territory.entity.js';

/** A row of reference/territories-*.csv; SOURCES.md says what the columns mean. */
export interface TerritoryRow {
  code: string;
  name: string;
  slug: string;
  members: string;
  exceptions: string;
  at_launch?: 'yes' | 'no' | 'unknown';
  known_since: string;
}

export type TerritoryTables = Pick<ReferenceTables, 'territories' | 'members' | 'territoryCommunes'>;

const files: Record<TerritoryGeneration, string> = {
  LAUNCH_2018_2022: 'territories-2018-2022.csv',
  CURRENT_2023_2027: 'territories-2023-2027.csv',
};

export const readTerritoryRows = (generation: TerritoryGeneration): TerritoryRow[] =>
  readTable<TerritoryRow>(files[generation]);

/** Both generations, their members' communes taken from the groups of today and mended by the exceptions. */
export function territoryTables(communes: CommuneTables, groups: readonly GroupRecord[]): TerritoryTables {
  const geography = new Geography(communes, groups);
  const all: TerritoryTables = { territories: [], members: [], territoryCommunes: [] };
  for (const generation of generations) {
    for (const row of readTerritoryRows(generation)) {
      const id = territoryId(generation, row.code);
      const { listed, today } = geography.communesOf(row);
      all.territories.push(territoryOf(row, generation, listed.size));
      all.members.push(...words(row.members).map((code) => ({ territoryId: id, ...geography.member(code) })));
      all.territoryCommunes.push(...[...today].map((communeCode) => ({ territoryId: id, communeCode })));
    }
  }
  return all;
}

const launched = { yes: true, no: false, unknown: null } as const;

const words = (list: string): string[] => list.split(' ').filter(Boolean);

function territoryOf(row: TerritoryRow, generation: TerritoryGeneration, listedCommunes: number): Row<Territory> {
  return {
    id: territoryId(generation, row.code),
    generation,
    code: row.code,
    name: row.name,
    slug: row.slug,
    inForceFrom: inForce[generation].from,
    inForceUntil: inForce[generation].until,
    listedCommunes,
    atLaunch: generation === 'CURRENT_2023_2027' ? false : launched[row.at_launch ?? 'unknown'],
    knownSince: row.known_since,
    retired: false,
  };
}

/** What the codes of the lists stand for today. */
export class Geography {
  private readonly groups: ReadonlyMap<string, GroupRecord>;
  private readonly names: ReadonlyMap<string, string>;
  private readonly aliases: ReadonlyMap<string, string>;

  constructor({ communes, aliases }: CommuneTables, groups: readonly GroupRecord[]) {
    this.groups = new Map(groups.map((group) => [group.code, group]));
    this.names = new Map(communes.map(({ code, name }) => [code, name]));
    this.aliases = new Map(aliases.map(({ formerCode, communeCode }) => [formerCode, communeCode]));
  }

  member(code: string): Pick<TerritoryMember, 'code' | 'kind' | 'name'> {
    const group = this.groups.get(code);
    const kind: MemberKind = group ? (group.type === 'EPT' ? 'EPT' : 'EPCI') : 'COMMUNE';
    return { code, kind, name: group?.nom ?? this.names.get(this.today(code))! };
  }

  /** The codes that the official list counts, and the communes of today that lie there. */
  communesOf({ code, members, exceptions }: TerritoryRow): { listed: Set<string>; today: Set<string> } {
    const listed = new Set(words(members).flatMap((member) => this.communesOfMember(member)));
    const again: string[] = [];
    for (const exception of words(exceptions)) {
      const [sign, commune] = [exception.charAt(0), exception.slice(1)];
      if (sign === '+') listed.add(commune);
      else if (!listed.delete(commune)) throw new Error(`${code}: ${exception} takes away what is not there.`);
      if (sign === '~') again.push(commune);
    }
    return { listed, today: new Set([...listed, ...again].map((each) => this.today(each)).sort()) };
  }

  private communesOfMember(member: string): string[] {
    const group = this.groups.get(member);
    return group ? group.membres.map(({ code }) => code) : [member];
  }

  private today(code: string): string {
    const today = this.names.has(code) ? code : this.aliases.get(code);
    if (!today) throw new Error(`${code} is no commune of today nor a former one.`);
    return today;
  }
}
