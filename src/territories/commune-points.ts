import type { PointSource } from './commune.entity.js';
import type { LatLon } from './distance.js';
import type { PackageData } from './package-data.js';

export interface SourcedPoint extends LatLon {
  pointSource: PointSource;
}

interface Placeless {
  code: string;
  postalCodes: readonly string[];
  epciSiren: string | null;
}

/**
 * A point for every commune: the hand-written correction, else the package's centre, else the mean of the communes it
 * was made of, else of those that share a postal code and the EPCI, else of the EPCI.
 */
export function communePoints(
  communes: readonly Placeless[],
  formerCodes: ReadonlyMap<string, readonly string[]>,
  { points, corrections }: Pick<PackageData, 'points' | 'corrections'>,
): Map<string, SourcedPoint> {
  const known = new Map<string, LatLon>();
  for (const { code, centre } of points) {
    if (centre) known.set(code, { longitude: centre.coordinates[0], latitude: centre.coordinates[1] });
  }
  const found = new Map<string, SourcedPoint>();
  const put = (code: string, point: LatLon | undefined, pointSource: PointSource): void => {
    if (point && !found.has(code)) found.set(code, { ...point, pointSource });
  };
  for (const { code, latitude, longitude } of corrections) {
    put(code, { latitude: Number(latitude), longitude: Number(longitude) }, 'CORRECTION');
  }
  for (const { code } of communes) {
    put(code, known.get(code), 'PACKAGE');
    put(code, mean((formerCodes.get(code) ?? []).flatMap((former) => known.get(former) ?? [])), 'FORMER_COMMUNES');
  }
  const sure = communes.filter(({ code }) => found.has(code));
  for (const lost of communes.filter(({ code }) => !found.has(code))) {
    const group = sure.filter(({ epciSiren }) => epciSiren !== null && epciSiren === lost.epciSiren);
    const near = group.filter(({ postalCodes }) => postalCodes.some((code) => lost.postalCodes.includes(code)));
    const meanOf = (those: Placeless[]): LatLon | undefined => mean(those.map(({ code }) => found.get(code)!));
    put(lost.code, meanOf(near), 'SAME_POSTAL_CODE');
    put(lost.code, meanOf(group), 'SAME_EPCI');
  }
  return found;
}

function mean(points: readonly LatLon[]): LatLon | undefined {
  if (points.length === 0) return undefined;
  const of = (coordinate: (point: LatLon) => number): number =>
    points.reduce((sum, point) => sum + coordinate(point), 0) / points.length;
  return { latitude: of(({ latitude }) => latitude), longitude: of(({ longitude }) => longitude) };
}
