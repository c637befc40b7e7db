import type { Atlas } from './atlas.js';
import { earthKm, type LatLon } from './distance.js';
import type { TerritoryFacts } from './territory-facts.js';

/** How far a neighbour is looked for. */
export const farthestNeighbourKm = 300;

export interface Neighbour {
  readonly territory: TerritoryFacts;
  /** Between the two communes, one of each, whose centres are nearest to one another. */
  readonly km: number;
}

/** Points as unit vectors, x y z after one another, and the sphere that holds them. */
interface Cloud {
  territory: TerritoryFacts;
  points: Float64Array;
  centre: readonly [number, number, number];
  radius: number;
}

/**
 * The other territories of the same generation by the distance between nearest communes, not between centres: large
 * territories that touch are next to each other. Worked out when first asked for, a few milliseconds each, and kept.
 */
export class Neighbourhood {
  private clouds: ReadonlyMap<string, Cloud> | undefined;
  private readonly known = new Map<string, readonly Neighbour[]>();

  constructor(private readonly atlas: Pick<Atlas, 'territories' | 'byTerritory'>) {}

  /** All within 300 km, nearest first, then by code. */
  of(territoryId: string): readonly Neighbour[] {
    let found = this.known.get(territoryId);
    if (!found) this.known.set(territoryId, (found = this.find(territoryId)));
    return found;
  }

  private find(territoryId: string): Neighbour[] {
    this.clouds ??= new Map(
      [...this.atlas.territories.values()].map((one) => [one.id, cloud(one, this.atlas.byTerritory.get(one.id) ?? [])]),
    );
    const own = this.clouds.get(territoryId);
    if (!own) return [];
    const farthest = 2 * Math.sin(farthestNeighbourKm / earthKm / 2);
    const found: Neighbour[] = [];
    for (const other of this.clouds.values()) {
      if (other === own || other.territory.retired || other.territory.generation !== own.territory.generation) continue;
      if (chord(own.centre, other.centre) - own.radius - other.radius > farthest) continue;
      const km = 2 * earthKm * Math.asin(Math.min(1, nearest(own.points, other.points) / 2));
      if (km <= farthestNeighbourKm) found.push({ territory: other.territory, km });
    }
    return found.sort((one, other) => one.km - other.km || (one.territory.code < other.territory.code ? -1 : 1));
  }
}

function cloud(territory: TerritoryFacts, communes: readonly LatLon[]): Cloud {
  const points = Float64Array.from(communes.flatMap(vector));
  const centre = vector(territory.centre);
  let radius = 0;
  for (let at = 0; at < points.length; at += 3) {
    radius = Math.max(radius, chord(centre, [points[at]!, points[at + 1]!, points[at + 2]!]));
  }
  return { territory, points, centre, radius };
}

function vector({ latitude, longitude }: LatLon): [number, number, number] {
  const [north, east] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

const chord = ([a, b, c]: readonly [number, number, number], [x, y, z]: readonly [number, number, number]): number =>
  Math.hypot(a - x, b - y, c - z);

/** The shortest chord between points of two clouds; infinite when one has none. */
function nearest(one: Float64Array, other: Float64Array): number {
  let least = Infinity;
  for (let at = 0; at < one.length; at += 3) {
    const [a, b, c] = [one[at]!, one[at + 1]!, one[at + 2]!];
    for (let to = 0; to < other.length; to += 3) {
      const [x, y, z] = [a - other[to]!, b - other[to + 1]!, c - other[to + 2]!];
      const square = x * x + y * y + z * z;
      if (square < least) least = square;
    }
  }
  return Math.sqrt(least);
}
