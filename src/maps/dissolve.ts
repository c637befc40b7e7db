import { feature, mergeArcs } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, MultiPolygon, Topology } from 'topojson-specification';
import type { Feature, FeatureCollection, MultiPolygon as GeoMultiPolygon, Position } from 'geojson';
import { doubleArea, latitudeOf, type Point, type Shape } from './plane.js';

interface Properties {
  communeCode: string;
}
export type CellTopology = Topology<{ cells: GeometryCollection<Properties> }>;
export type CellShapes = { communeCode: string; shapes: Shape[] };

/** To about a metre: corners that are the same but for rounding become the same. */
const digits = 5;

/** Below about a fiftieth of a square kilometre at our latitudes, what the coast cuts off is a splinter. */
const splinter = 4e-6;

/** The cells as one topology, in degrees, outer rings with the clock as d3-geo wants them. */
export function cellTopology(cells: readonly CellShapes[]): CellTopology {
  const features = cells.map(({ communeCode, shapes }) => {
    const sorted = shapes.toSorted((one, other) => Math.abs(doubleArea(other[0]!)) - Math.abs(doubleArea(one[0]!)));
    const kept = sorted.filter((shape, at) => at === 0 || Math.abs(doubleArea(shape[0]!)) > splinter);
    const coordinates = kept
      .map((shape) => shape.map((ring, at) => positions(ring, at === 0)).filter(({ length }) => length > 3))
      .filter(({ length }) => length > 0);
    return {
      type: 'Feature' as const,
      properties: { communeCode },
      geometry: { type: 'MultiPolygon' as const, coordinates },
    };
  });
  const collection: FeatureCollection<GeoMultiPolygon, Properties> = { type: 'FeatureCollection', features };
  return topology({ cells: collection }) as CellTopology;
}

/** Closed, or empty when nothing is left of it. Rounding may fold a thin end into a line that goes there and back: it is cut off. */
function positions(ring: readonly Point[], clockwise: boolean): Position[] {
  const rounded: Point[] = [];
  const add = (point: Point): void => {
    if (rounded.length > 0 && same(rounded.at(-1)!, point)) return;
    if (rounded.length > 1 && same(rounded.at(-2)!, point)) rounded.pop();
    else rounded.push(point);
  };
  for (const [x, y] of ring) add([Number(x.toFixed(digits)), Number(latitudeOf(y).toFixed(digits))]);
  while (rounded.length > 2) {
    if (same(rounded[0]!, rounded.at(-1)!)) rounded.pop();
    else if (same(rounded[1]!, rounded.at(-1)!)) rounded.shift();
    else if (same(rounded[0]!, rounded.at(-2)!)) rounded.pop();
    else break;
  }
  if (rounded.length < 3) return [];
  if (doubleArea(rounded) < 0 !== clockwise) rounded.reverse();
  return [...rounded, rounded[0]!];
}

const same = (one: Point, other: Point): boolean => one[0] === other[0] && one[1] === other[1];

/** One shape out of the cells of these communes; null when none of them has a cell. */
export function dissolved(cells: CellTopology, communeCodes: ReadonlySet<string>): GeoMultiPolygon | null {
  const own = (cells.objects.cells.geometries as MultiPolygon<Properties>[]).filter(({ properties }) =>
    communeCodes.has(properties!.communeCode),
  );
  if (own.length === 0) return null;
  const merged = mergeArcs(cells, own);
  const { geometry } = feature(cells, merged) as Feature<GeoMultiPolygon>;
  return geometry.coordinates.length === 0 ? null : geometry;
}
