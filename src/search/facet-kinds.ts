import type { OfferDocument } from '../indexing/offer-document.js';
import type { OfferFilter } from '../offers/offer-filter.input.js';
import { studyLevels } from '../skills/study-level.js';
import type { FacetedField } from './engine-filter.js';

/** How many offers by value. */
export type Counts = Record<string, number>;

export interface FacetKind {
  name: string;
  /** The part of the filter that chooses among its values, which its own counts ignore. */
  field: FacetedField;
  attribute: keyof OfferDocument;
  /** The values that a filter names, written as documents write them. */
  chosen: (filter: OfferFilter) => readonly string[];
  /** What choosing each value finds, where its filter keeps more than the offers that have it; `total` counts all offers. */
  finds?: (counts: Counts, total: number, chosen: readonly string[]) => Counts;
  /** By the values themselves rather than most frequent first. */
  inOrder?: true;
}

export const facetKinds: FacetKind[] = [
  { name: 'contractTypes', field: 'contractTypes', attribute: 'contract', chosen: (said) => said.contractTypes ?? [] },
  {
    name: 'studyLevel',
    field: 'studyLevel',
    attribute: 'level',
    chosen: (said) => (said.studyLevel ? [said.studyLevel] : []),
    finds: enoughFor,
    inOrder: true,
  },
  {
    name: 'missionCategories',
    field: 'missionCategories',
    attribute: 'mission',
    chosen: (said) => said.missionCategories ?? [],
  },
  { name: 'remoteWork', field: 'remoteWork', attribute: 'remote', chosen: (said) => said.remoteWork ?? [] },
  {
    name: 'greenMission',
    field: 'greenMission',
    attribute: 'green',
    chosen: (said) => (typeof said.greenMission === 'boolean' ? [String(said.greenMission)] : []),
  },
  {
    name: 'occupationCodes',
    field: 'occupationCodes',
    attribute: 'occupationCode',
    chosen: (said) => said.occupationCodes ?? [],
  },
  { name: 'skillCodes', field: 'skillCodes', attribute: 'skillCodes', chosen: (said) => said.skillCodes ?? [] },
  {
    name: 'companies',
    field: 'companyId',
    attribute: 'companyId',
    chosen: (said) => (said.companyId ? [said.companyId.toLowerCase()] : []),
  },
  {
    name: 'startMonths',
    field: 'startMonths',
    attribute: 'startMonth',
    chosen: (said) => said.startMonths ?? [],
    finds: withSilent,
    inOrder: true,
  },
  { name: 'aids', field: 'aids', attribute: 'aids', chosen: (said) => said.aids ?? [] },
  { name: 'territories', field: 'places', attribute: 'territories', chosen: chosenPlaces('territoryId') },
  { name: 'departments', field: 'places', attribute: 'departments', chosen: chosenPlaces('departmentCode') },
  { name: 'regions', field: 'places', attribute: 'regions', chosen: chosenPlaces('regionCode') },
];

export const facetNames = facetKinds.map(({ name }) => name);

function chosenPlaces(field: 'territoryId' | 'departmentCode' | 'regionCode') {
  return ({ places }: OfferFilter): string[] => (places ?? []).flatMap((place) => place[field] ?? []);
}

const silent = (counts: Counts, total: number): number =>
  total - Object.values(counts).reduce((sum, count) => sum + count, 0);

/** By level of study, the offers for which it is enough, as its filter keeps them: those that ask for less or do not say. */
function enoughFor(counts: Counts, total: number, chosen: readonly string[]): Counts {
  let enough = silent(counts, total);
  const enoughBy: Counts = {};
  for (const level of studyLevels) {
    const count = counts[level] ?? 0;
    enough += count;
    if (count > 0 || chosen.includes(level)) enoughBy[level] = enough;
  }
  return enoughBy;
}

/** By month, the offers that start in it or do not say when, as its filter keeps them. */
function withSilent(counts: Counts, total: number, chosen: readonly string[]): Counts {
  const everywhere = silent(counts, total);
  const months = [...new Set([...Object.keys(counts), ...chosen])].sort();
  return Object.fromEntries(months.map((month) => [month, (counts[month] ?? 0) + everywhere]));
}
