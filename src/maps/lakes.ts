import { northing, type Point, type Ring } from './plane.js';

/** The French half of Lake Geneva, which the outline of France has as land: its shore from west to east, by hand. */
const leman: readonly [longitude: number, latitude: number][] = [
  [6.24, 46.303],
  [6.268, 46.33],
  [6.302, 46.366],
  [6.328, 46.372],
  [6.356, 46.352],
  [6.38, 46.339],
  [6.42, 46.344],
  [6.455, 46.362],
  [6.477, 46.376],
  [6.495, 46.399],
  [6.525, 46.406],
  [6.537, 46.398],
  [6.588, 46.402],
  [6.66, 46.406],
  [6.72, 46.409],
  [6.77, 46.396],
  [6.81, 46.394],
  [6.83, 46.55],
  [6.24, 46.55],
];

export const lakes: readonly Ring[] = [leman.map(([longitude, latitude]): Point => [longitude, northing(latitude)])];
