import type { LatLon } from './distance.js';

/** A place to look in, with exactly one field: what clients send (PlaceInput), and as plain JSON what is stored. */
export interface Place {
  commune?: { code: string; radiusKm?: number | null };
  point?: LatLon & { radiusKm: number };
  departmentCode?: string;
  regionCode?: string;
  epciSiren?: string;
  territoryId?: string;
}
