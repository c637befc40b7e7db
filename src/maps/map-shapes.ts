import { gunzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Feature, MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import { DataSource } from 'typeorm';
import { mapFrames, mapLayers, type MapFrameName, type MapLayerName } from './map-frames.js';
import type { LayerTopology, ShapeProperties } from './map-layers.js';
import type { ListedMap } from './map-store.js';

export type MapFeature = Feature<MultiPolygon, ShapeProperties>;

interface Opened {
  etag: string;
  features: Promise<readonly MapFeature[]>;
}

/** Reads the outlines that are stored; those of a layer are kept in memory as long as they are the stored ones. */
@Injectable()
export class MapShapes {
  private readonly opened = new Map<string, Opened>();

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** What there is, in the order of frames and layers; nothing until they were built for the first time. */
  async list(): Promise<ListedMap[]> {
    const rows = await this.db.query<ListedMap[]>(
      `SELECT frame, layer, etag, bytes, octet_length(zipped) AS "zippedBytes", built_at AS "builtAt" FROM map_shape`,
    );
    const order = ({ frame, layer }: ListedMap): number => mapFrames.indexOf(frame) * 10 + mapLayers.indexOf(layer);
    return rows.sort((one, other) => order(one) - order(other));
  }

  /** The etag alone, so that whoever has the file already costs nothing. */
  async etag(frame: MapFrameName, layer: MapLayerName): Promise<string | null> {
    const rows = await this.db.query<{ etag: string }[]>('SELECT etag FROM map_shape WHERE frame = $1 AND layer = $2', [
      frame,
      layer,
    ]);
    return rows[0]?.etag ?? null;
  }

  /** Null when another one is stored by now. */
  async zipped(frame: MapFrameName, layer: MapLayerName, etag: string): Promise<Buffer | null> {
    const rows = await this.db.query<{ zipped: Buffer }[]>(
      'SELECT zipped FROM map_shape WHERE frame = $1 AND layer = $2 AND etag = $3',
      [frame, layer, etag],
    );
    return rows[0]?.zipped ?? null;
  }

  /** Of each of these maps, in degrees; null until they were built. */
  async features(maps: readonly (readonly [MapFrameName, MapLayerName])[]): Promise<(readonly MapFeature[] | null)[]> {
    const rows = await this.db.query<{ key: string; etag: string }[]>(
      `SELECT frame || ' ' || layer AS key, etag FROM map_shape WHERE frame || ' ' || layer = ANY ($1)`,
      [maps.map((names) => names.join(' '))],
    );
    const etags = new Map(rows.map(({ key, etag }) => [key, etag]));
    return Promise.all(
      maps.map(async ([frame, layer]) => {
        const etag = etags.get(`${frame} ${layer}`);
        return etag === undefined ? null : this.kept(frame, layer, etag);
      }),
    );
  }

  private kept(frame: MapFrameName, layer: MapLayerName, etag: string): Promise<readonly MapFeature[]> {
    const key = `${frame} ${layer}`;
    const known = this.opened.get(key);
    if (known?.etag === etag) return known.features;
    const features = this.open(frame, layer, etag);
    this.opened.set(key, { etag, features });
    features.catch(() => this.opened.delete(key));
    return features;
  }

  private async open(frame: MapFrameName, layer: MapLayerName, etag: string): Promise<readonly MapFeature[]> {
    const zipped = await this.zipped(frame, layer, etag);
    if (!zipped) return [];
    const topology = JSON.parse(gunzipSync(zipped).toString()) as LayerTopology;
    return feature(topology, topology.objects[layer]!).features as MapFeature[];
  }
}
