import { Injectable } from '@nestjs/common';
import { geoBounds } from 'd3-geo';
import { BatchLoader } from '../common/batch-loader.js';
import type { MapFrameName, MapLayerName } from './map-frames.js';
import type { MapBoxType } from './map.type.js';
import { type MapFeature, MapShapes } from './map-shapes.js';

/** The boxes of a layer by the codes of its shapes; asked for by all resolvers of a request, read once. */
@Injectable()
export class MapBoxesLoader extends BatchLoader<`${MapFrameName} ${MapLayerName}`, ReadonlyMap<string, MapBoxType>> {
  private readonly known = new WeakMap<readonly MapFeature[], ReadonlyMap<string, MapBoxType>>();

  constructor(private readonly shapes: MapShapes) {
    super();
  }

  protected async batch(
    keys: readonly `${MapFrameName} ${MapLayerName}`[],
  ): Promise<ReadonlyMap<string, MapBoxType>[]> {
    const maps = keys.map((key) => key.split(' ') as [MapFrameName, MapLayerName]);
    const all = await this.shapes.features(maps);
    return all.map((features) => this.boxesOf(features ?? []));
  }

  private boxesOf(features: readonly MapFeature[]): ReadonlyMap<string, MapBoxType> {
    const known = this.known.get(features);
    if (known) return known;
    const boxes = new Map(
      features.map((shape) => {
        const [[west, south], [east, north]] = geoBounds(shape);
        return [shape.properties.code, { west, south, east, north }];
      }),
    );
    this.known.set(features, boxes);
    return boxes;
  }
}
