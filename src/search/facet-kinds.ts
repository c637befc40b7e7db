import type { OfferFilter } from '../offers/offer-filter.input.js';
import type { FacetedField } from './engine-filter.js';
import type { OfferDocument } from '../indexing/offer-document.js';

export interface FacetKind {
  name: string;
  /** The part of the filter that chooses among its values, which its own counts ignore. */
  field: FacetedField;
  attribute: keyof OfferDocument;
  chosen: (filter: OfferFilter) => readonly string[];
}

export const facetKinds: FacetKind[] = [
  { name: 'contractTypes', field: 'contractTypes', attribute: 'contract', chosen: (said) => said.contractTypes ?? [] },
  {
    name: 'studyLevel',
    field: 'studyLevel',
    attribute: 'level',
    chosen: (said) => (said.studyLevel ? [said.studyLevel] : []),
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
  { name: 'territories', field: 'places', attribute: 'territories', chosen: chosenPlaces('territoryId') },
  { name: 'departments', field: 'places', attribute: 'departments', chosen: chosenPlaces('departmentCode') },
  { name: 'regions', field: 'places', attribute: 'regions', chosen: chosenPlaces('regionCode') },
];

export const facetNames = facetKinds.map(({ name }) => name);

function chosenPlaces(field: 'territoryId' | 'departmentCode' | 'regionCode') {
  return ({ places }: OfferFilter): string[] => (places ?? []).flatMap((place) => place[field] ?? []);
}
