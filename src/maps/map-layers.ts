import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { filter, presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type CellTopology, dissolved } from './dissolve.js';
import type { MapLayerName } from './map-frames.js';

/** All that a shape says of itself. */
export interface ShapeProperties {
  code: string;
  name: string;
  /** Of territories only. */
  generation?: string;
}

export interface ShapeMembers extends ShapeProperties {
  communeCodes: ReadonlySet<string>;
}

export type LayerTopology = Topology<Record<string, GeometryCollection<ShapeProperties>>>;

type WeightedArc = [x: number, y: number, weight: number][];

/** Simplified together, so that a line that two of them share stays one line; EPCI would cut the others' lines into bits. */
const together: readonly (readonly MapLayerName[])[] = [
  ['territories-2018-2022', 'territories-2023-2027', 'departments', 'regions'],
  ['epcis'],
];

/** Steps in which coordinates are written, along the longer side of a frame: 15 metres in metropolitan France. */
const steps = 1e5;

/**
 * The layers of a frame, the cells dissolved by each; each a topology of its own, which holds its own lines only. Corners
 * whose triangle is smaller than `detail`, in square degrees, are left out.
 */
export function mapLayersOf(
  cells: CellTopology,
  members: Readonly<Record<MapLayerName, readonly ShapeMembers[]>>,
  detail: number,
): Map<MapLayerName, LayerTopology> {
  const layers = new Map<MapLayerName, LayerTopology>();
  for (const names of together) {
    const objects: Record<string, FeatureCollection<MultiPolygon, ShapeProperties>> = {};
    for (const name of names) {
      const features = members[name].flatMap((shape) => featureOf(cells, shape) ?? []);
      if (features.length === 0) layers.set(name, emptyLayer(name));
      else objects[name] = { type: 'FeatureCollection', features };
    }
    const weighted = presimplify(topology(objects) as LayerTopology);
    keepSmall(weighted.arcs as WeightedArc[], detail);
    const whole = simplify(weighted, detail);
    for (const name of Object.keys(objects) as MapLayerName[]) {
      const alone = filter({ ...whole, objects: { [name]: whole.objects[name]! } }, () => true) as LayerTopology;
      layers.set(name, quantize(alone, steps));
    }
  }
  return layers;
}

/** Lines of which nothing would be left, such as those of small islands, keep the corners that make most of their shape. */
function keepSmall(arcs: readonly WeightedArc[], detail: number): void {
  for (const arc of arcs) {
    const closed = arc[0]![0] === arc.at(-1)![0] && arc[0]![1] === arc.at(-1)![1];
    const strongest = arc.slice(1, -1).sort((one, other) => other[2] - one[2]);
    for (const corner of strongest.slice(0, closed ? 7 : 2)) corner[2] = Math.max(corner[2], detail);
  }
}

const emptyLayer = (name: MapLayerName): LayerTopology => ({
  type: 'Topology',
  objects: { [name]: { type: 'GeometryCollection', geometries: [] } },
  arcs: [],
});

function featureOf(
  cells: CellTopology,
  { communeCodes, ...properties }: ShapeMembers,
): Feature<MultiPolygon, ShapeProperties> | null {
  const geometry = dissolved(cells, communeCodes);
  return geometry && { type: 'Feature', properties, geometry };
}
