import type { MemberKind } from './territory.entity.js';
import type { LatLon } from './distance.js';

/** What the gazetteer knows of each place. One object per place, shared by everyone: read only. */
export interface RegionFacts {
  readonly code: string;
  readonly name: string;
}

export interface DepartmentFacts {
  readonly code: string;
  readonly name: string;
  readonly regionCode: string;
}

export interface EpciFacts {
  readonly siren: string;
  readonly name: string;
  /** CC, CA, CU or METRO. */
  readonly kind: string;
}

export interface CommuneFacts extends Readonly<LatLon> {
  readonly code: string;
  readonly name: string;
  readonly foldedName: string;
  readonly postalCodes: readonly string[];
  readonly departmentCode: string;
  readonly regionCode: string;
  readonly epciSiren: string | null;
  readonly population: number;
  /** The square of a tenth of a degree it lies in; several communes share one. */
  readonly cell: string;
  /** No longer a commune of today; kept because something still refers to it, and never proposed. */
  readonly retired: boolean;
}

export interface TerritoryMemberFacts {
  readonly code: string;
  readonly kind: MemberKind;
  readonly name: string;
}
