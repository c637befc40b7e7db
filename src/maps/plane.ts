export type Point = [x: number, y: number];
export type Ring = Point[];
/** An outer ring and its holes. */
export type Shape = Ring[];

const degree = Math.PI / 180;

/**
 * Mercator in degrees: at any latitude both axes are stretched alike, so that the line halfway between two neighbours lies
 * halfway.
 */
export const northing = (latitude: number): number =>
  Math.log(Math.tan(Math.PI / 4 + (latitude * degree) / 2)) / degree;

export const latitudeOf = (y: number): number => (2 * Math.atan(Math.exp(y * degree)) - Math.PI / 2) / degree;

/** Twice the signed area: above 0 for rings that turn against the clock. */
export function doubleArea(ring: readonly Point[]): number {
  let sum = 0;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1)
    sum += ring[before]![0] * ring[at]![1] - ring[at]![0] * ring[before]![1];
  return sum;
}

/** Even-odd; the ring may be closed or not. */
export function isInside([x, y]: Point, ring: readonly Point[]): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
    const [a, b] = [ring[at]!, ring[before]!];
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

export function boxOf(points: Iterable<Point>): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [x, y] of points) {
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  return box;
}

export const touch = (one: Box, other: Box): boolean =>
  one.west <= other.east && other.west <= one.east && one.south <= other.north && other.south <= one.north;

export const widened = ({ west, south, east, north }: Box, by: number): Box => ({
  west: west - by,
  south: south - by,
  east: east + by,
  north: north + by,
});
