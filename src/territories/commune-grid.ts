import { distanceKm, earthKm, type LatLon } from './distance.js';
import type { CommuneFacts } from './facts.js';

const perDegree = 10;
const row = (degrees: number): number => Math.floor(degrees * perDegree);
const name = (latitudeRow: number, longitudeRow: number): string => `${latitudeRow}_${longitudeRow}`;

/** The name of the square of a tenth of a degree that holds a point, such as 462_56. */
export const cellOf = ({ latitude, longitude }: LatLon): string => name(row(latitude), row(longitude));

export interface Near {
  commune: CommuneFacts;
  km: number;
}

/** Communes by square, so that a radius looks only at the squares it touches. */
export class CommuneGrid {
  private readonly cells = new Map<string, CommuneFacts[]>();

  constructor(communes: Iterable<CommuneFacts>) {
    for (const commune of communes) {
      const cell = this.cells.get(commune.cell);
      if (cell) cell.push(commune);
      else this.cells.set(commune.cell, [commune]);
    }
  }

  inCell(cell: string): readonly CommuneFacts[] {
    return this.cells.get(cell) ?? [];
  }

  /** Communes whose centre lies within the radius, nearest first, then by code. */
  within(point: LatLon, km: number): Near[] {
    const found: Near[] = [];
    for (const cell of this.touched(point, km)) {
      for (const commune of cell) {
        const distance = distanceKm(point, commune);
        if (distance <= km) found.push({ commune, km: distance });
      }
    }
    return found.sort((one, other) => one.km - other.km || (one.commune.code < other.commune.code ? -1 : 1));
  }

  private touched(point: LatLon, km: number): Iterable<CommuneFacts[]> {
    const margin = 1e-6;
    const angle = km / earthKm;
    const north = (angle * 180) / Math.PI + margin;
    const narrowing = Math.sin(angle) / Math.cos((point.latitude * Math.PI) / 180);
    if (angle >= Math.PI / 2 || Math.abs(narrowing) >= 1) return this.cells.values();
    const east = (Math.asin(narrowing) * 180) / Math.PI + margin;
    if (point.longitude - east < -180 || point.longitude + east > 180) return this.cells.values();
    return this.box(
      row(point.latitude - north),
      row(point.latitude + north),
      row(point.longitude - east),
      row(point.longitude + east),
    );
  }

  private *box(south: number, north: number, west: number, east: number): Generator<CommuneFacts[]> {
    for (let latitudeRow = south; latitudeRow <= north; latitudeRow += 1) {
      for (let longitudeRow = west; longitudeRow <= east; longitudeRow += 1) {
        const cell = this.cells.get(name(latitudeRow, longitudeRow));
        if (cell) yield cell;
      }
    }
  }
}
