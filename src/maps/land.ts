import { createRequire } from 'node:module';
import { difference, intersection, union } from 'polyclip-ts';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { lakes } from './lakes.js';
import type { MapSite } from './map-sites.js';
import {
  type Box,
  boxOf,
  doubleArea,
  isInside,
  latitudeOf,
  northing,
  type Point,
  type Ring,
  type Shape,
  touch,
  widened,
} from './plane.js';

/** Natural Earth at 1:10 million: its outline of France, overseas departments included, in Mercator degrees. */
export function outlinesOfFrance(): Shape[] {
  const world = createRequire(import.meta.url)('world-atlas/countries-10m.json') as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const france = feature(world, world.objects.countries).features.find(
    ({ properties }) => properties.name === 'France',
  );
  if (france?.geometry.type !== 'MultiPolygon') throw new Error('world-atlas has no outline of France');
  return france.geometry.coordinates.map((polygon) =>
    polygon.map((ring) => ring.map(([longitude, latitude]): Point => [longitude!, northing(latitude!)])),
  );
}

const degreeKm = 111.2;
const corners = 16;

/** Kilometres: land is made up half the way to the next site, within these. */
const smallest = 0.9;
const largest = 1.8;

interface Piece {
  shape: Shape;
  box: Box;
}

/** The land of a frame, by pieces with the box of each. */
export class Land {
  private readonly pieces: readonly Piece[];
  /** What of it lies around each square degree, so that a cell is not compared with a whole coast. */
  private readonly tiles = new Map<string, readonly Piece[]>();

  /**
   * The outline is coarse: it lacks small islands and cuts capes off. Where the centre of a commune falls in the sea there is
   * land around it all the same.
   */
  constructor(outlines: readonly Shape[], sites: readonly MapSite[]) {
    const points = sites.map(({ longitude, latitude }): Point => [longitude, northing(latitude)]);
    const frame = widened(boxOf(points), 0.5);
    const near = outlines.filter((shape) => touch(boxOf(shape[0]!), frame));
    const lost = points.filter((point) => !near.some((shape) => isInside(point, shape[0]!)));
    const made = lost.map((point): Shape => [disc(point, nearest(point, points))]);
    const dry = difference(
      near,
      lakes.filter((lake) => touch(boxOf(lake), frame)).map((lake) => [lake]),
    );
    const all = union(dry, ...made.map((shape) => [shape]));
    this.pieces = all.map((shape) => ({ shape, box: boxOf(shape[0]!) }));
  }

  /** What of a cell is land: the cell itself where no coast or border is near. */
  within(cell: Ring): Shape[] {
    const box = widened(boxOf(cell), 1e-6);
    const shapes = cutPieces(this.around(box), box).map(({ shape }) => shape);
    if (shapes.length === 0) return [];
    if (shapes.some((shape) => shape.length === 1 && fills(shape[0]!, box))) return [[cell]];
    return intersection([cell], shapes);
  }

  private around(box: Box): readonly Piece[] {
    const [column, row] = [Math.floor(box.west), Math.floor(box.south)];
    const tile = { west: column, south: row, east: column + 2, north: row + 2 };
    if (box.east > tile.east || box.north > tile.north) return this.pieces;
    const key = `${column} ${row}`;
    const known = this.tiles.get(key) ?? cutPieces(this.pieces, tile);
    this.tiles.set(key, known);
    return known;
  }
}

const cutPieces = (pieces: readonly Piece[], box: Box): Piece[] =>
  pieces
    .filter((piece) => touch(piece.box, box))
    .map(({ shape }) => shape.map((ring) => cutToBox(ring, box)).filter((ring) => Math.abs(doubleArea(ring)) > 1e-12))
    .filter(({ length }) => length > 0)
    .map((shape) => ({ shape, box: boxOf(shape[0]!) }));

function nearest([x, y]: Point, points: readonly Point[]): number {
  let least = Infinity;
  for (const [px, py] of points) {
    const distance = (px - x) ** 2 + (py - y) ** 2;
    if (distance > 0 && distance < least) least = distance;
  }
  return Math.sqrt(least);
}

function disc([x, y]: Point, toNext: number): Ring {
  const perKm = 1 / (degreeKm * Math.cos((latitudeOf(y) * Math.PI) / 180));
  const radius = Math.min(Math.max(0.5 * toNext, smallest * perKm), largest * perKm);
  return Array.from({ length: corners }, (_none, at): Point => {
    const angle = (2 * Math.PI * at) / corners;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** Sutherland and Hodgman: what comes out has the right inside, though parts may hang together along the box. */
function cutToBox(ring: Ring, { west, south, east, north }: Box): Ring {
  let points = ring;
  for (const [axis, limit, sign] of [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ] as const) {
    const cut: Ring = [];
    for (let at = 0, before = points.length - 1; at < points.length; before = at, at += 1) {
      const [a, b] = [points[before]!, points[at]!];
      const [from, to] = [(a[axis] - limit) * sign, (b[axis] - limit) * sign];
      if (from < 0 !== to < 0) {
        const part = from / (from - to);
        const point: Point = [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
        point[axis] = limit;
        cut.push(point);
      }
      if (to >= 0) cut.push(b);
    }
    points = cut;
  }
  return points;
}

/** Whether the box lies wholly on land: a ring that only runs along its sides has no area. */
const fills = (ring: Ring, { west, south, east, north }: Box): boolean =>
  Math.abs(doubleArea(ring)) > 2 * (east - west) * (north - south) * (1 - 1e-9);
