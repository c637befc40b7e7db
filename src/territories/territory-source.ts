import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { referenceFile } from '../common/reference-file.js';
import { type TerritoryGeneration, generations, inForce } from './generation.js';
import { Geography } from './geography.js';
import { type ListedTerritory, tablesOf, type TerritoryTables } from './listed-territory.js';
import { readTable } from './reference-files.js';

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

const files: Record<TerritoryGeneration, string> = {
  LAUNCH_2018_2022: 'territories-2018-2022.csv',
  CURRENT_2023_2027: 'territories-2023-2027.csv',
};

export const readTerritoryRows = (generation: TerritoryGeneration): TerritoryRow[] =>
  readTable<TerritoryRow>(files[generation]);

/** What is known of a shipped list as of one that was imported. */
export const shippedFile = (
  generation: TerritoryGeneration,
): { source: string; sha256: string; territories: number } => ({
  source: files[generation],
  sha256: createHash('sha256')
    .update(readFileSync(referenceFile(files[generation])))
    .digest('hex'),
  territories: readTerritoryRows(generation).length,
});

/** Lists that were imported, by generation: each stands in the place of the one that is shipped. */
export type ImportedLists = Partial<Record<TerritoryGeneration, readonly ListedTerritory[]>>;

/** Both generations, by the lists in force. */
export function territoryTables(geography: Geography, imported: ImportedLists = {}): TerritoryTables {
  const all: TerritoryTables = { territories: [], members: [], territoryCommunes: [] };
  for (const generation of generations) {
    const list = imported[generation] ?? shippedList(generation, geography);
    const { territories, members, territoryCommunes } = tablesOf(generation, list, geography);
    all.territories.push(...territories);
    all.members.push(...members);
    all.territoryCommunes.push(...territoryCommunes);
  }
  return all;
}

const launched = { yes: true, no: false, unknown: null } as const;

const words = (list: string): string[] => list.split(' ').filter(Boolean);

/** The list of reference/: its members’ communes taken from the groups of today and mended by the exceptions. */
export const shippedList = (generation: TerritoryGeneration, geography: Geography): ListedTerritory[] =>
  readTerritoryRows(generation).map((row) => ({
    code: row.code,
    name: row.name,
    slug: row.slug,
    inForceFrom: inForce[generation].from,
    inForceUntil: inForce[generation].until,
    atLaunch: generation === 'CURRENT_2023_2027' ? false : launched[row.at_launch ?? 'unknown'],
    knownSince: row.known_since,
    members: words(row.members).map((code) => geography.member(code)),
    ...communesOf(row, geography),
  }));

/** The codes that the official list counts, and those that were re-established since. */
function communesOf(
  { code, members, exceptions }: TerritoryRow,
  geography: Geography,
): Pick<ListedTerritory, 'communes' | 'again'> {
  const listed = new Set(words(members).flatMap((member) => geography.communesOfMember(member)));
  const again: string[] = [];
  for (const exception of words(exceptions)) {
    const [sign, commune] = [exception.charAt(0), exception.slice(1)];
    if (sign === '+') listed.add(commune);
    else if (!listed.delete(commune)) throw new Error(`${code}: ${exception} takes away what is not there.`);
    if (sign === '~') again.push(commune);
  }
  const lost = [...listed, ...again].find((each) => geography.today(each) === undefined);
  if (lost) throw new Error(`${lost} is no commune of today nor a former one.`);
  return { communes: [...listed], again };
}
