import type { TerritoryGeneration } from './generation.js';
import { territoryId } from './generation.js';
import type { Geography } from './geography.js';
import type { ReferenceTables } from './reference-tables.js';
import type { MemberKind } from './territory.entity.js';

/** A territory as a list has it, shipped or imported, with the codes of communes of when it was made. */
export interface ListedTerritory {
  code: string;
  name: string;
  slug: string;
  inForceFrom: string;
  inForceUntil: string;
  atLaunch: boolean | null;
  knownSince: string;
  members: { code: string; kind: MemberKind; name: string }[];
  communes: string[];
  /** Communes re-established since out of listed ones: they lie there and are not counted. */
  again: string[];
}

export type TerritoryTables = Pick<ReferenceTables, 'territories' | 'members' | 'territoryCommunes'>;

/** The rows of a list; communes that no longer exist under their code are taken to the one of today. */
export function tablesOf(
  generation: TerritoryGeneration,
  list: readonly ListedTerritory[],
  geography: Geography,
): TerritoryTables {
  const tables: TerritoryTables = { territories: [], members: [], territoryCommunes: [] };
  for (const { members, communes, again, ...listed } of list) {
    const id = territoryId(generation, listed.code);
    tables.territories.push({ ...listed, id, generation, listedCommunes: communes.length, retired: false });
    tables.members.push(...members.map(({ code, kind, name }) => ({ territoryId: id, code, kind, name })));
    const today = geography.allToday([...communes, ...again]);
    tables.territoryCommunes.push(...today.map((communeCode) => ({ territoryId: id, communeCode })));
  }
  return tables;
}
