import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MapFrameName, MapLayerName } from './map-frames.js';

/** The outlines of a layer in a frame, as they are served. */
@Entity('map_shape')
export class MapShape {
  @PrimaryColumn({ name: 'frame', type: 'text', primaryKeyConstraintName: 'map_shape_pk' })
  frame!: MapFrameName;

  @PrimaryColumn({ name: 'layer', type: 'text', primaryKeyConstraintName: 'map_shape_pk' })
  layer!: MapLayerName;

  /** Of the reference data and the recipe it was built from. */
  @Column({ name: 'fingerprint', type: 'text' })
  fingerprint!: string;

  /** The beginning of the SHA-256 of its text. */
  @Column({ name: 'etag', type: 'text' })
  etag!: string;

  /** The TopoJSON, by gzip. */
  @Column({ name: 'zipped', type: 'bytea' })
  zipped!: Buffer;

  /** The length of the TopoJSON itself. */
  @Column({ name: 'bytes', type: 'integer' })
  bytes!: number;

  @Column({ name: 'built_at', type: 'timestamptz', default: () => 'now()' })
  builtAt!: Date;
}
