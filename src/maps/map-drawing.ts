import { geoConicConformal, geoMercator, geoPath, type GeoPath, type GeoProjection } from 'd3-geo';
import { escaped } from '../http/html-page.js';
import type { MapFrameName } from './map-frames.js';
import type { MapFeature } from './map-shapes.js';

export interface DrawnLayers {
  territories: readonly MapFeature[];
  departments: readonly MapFeature[];
  regions: readonly MapFeature[];
}

const grey = '#929292';
const land = '#eeeeee';
const blue = '#6a6af4';

/** Points on the longer side of a drawing. */
const sizes: Readonly<Record<MapFrameName, number>> = {
  metropole: 640,
  guadeloupe: 200,
  martinique: 200,
  guyane: 200,
  'la-reunion': 200,
  mayotte: 200,
};

/** A picture in SVG, with a link on each territory to its line in the list; colours stand in attributes, as pages have no style of their own. */
export function mapDrawing(
  frame: MapFrameName,
  name: string,
  { territories, departments, regions }: DrawnLayers,
  linkOf: (code: string) => string,
): string {
  const size = sizes[frame];
  const margin = size / 100;
  const whole = { type: 'FeatureCollection' as const, features: [...regions] };
  const projection = projectionOf(frame).fitExtent(
    [
      [margin, margin],
      [size - margin, size - margin],
    ],
    whole,
  );
  const path = geoPath(projection).digits(1);
  const all = (features: readonly MapFeature[]): string => features.map((shape) => drawn(path, shape)).join('');
  const links = territories.map(
    (shape) =>
      `<a href="${escaped(linkOf(shape.properties.code))}"><path d="${drawn(path, shape)}">` +
      `<title>${escaped(shape.properties.name)}</title></path></a>`,
  );
  return `<svg viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" role="group" aria-label="${escaped(name)}" stroke-linejoin="round">
<path d="${all(regions)}" fill="${land}" stroke="none"/>
<g fill="${blue}" fill-opacity="0.75" stroke="#ffffff" stroke-width="0.6">
${links.join('\n')}
</g>
<g fill="none" stroke="${grey}" pointer-events="none">
<path d="${all(departments)}" stroke-width="0.3"/>
<path d="${all(regions)}" stroke-width="0.9"/>
</g>
</svg>`;
}

const drawn = (path: GeoPath, shape: MapFeature): string => path(shape) ?? '';

const projectionOf = (frame: MapFrameName): GeoProjection =>
  frame === 'metropole' ? geoConicConformal().parallels([44, 49]).rotate([-3, 0]) : geoMercator();
