import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { DataSource, EntityManager } from 'typeorm';
import type { Progress } from '../common/progress.js';
import { readReferenceTables } from '../territories/reference-tables.js';
import { buildMaps, mapRecipe } from './build-maps.js';
import type { MapShape } from './map-shape.entity.js';

export type ListedMap = Pick<MapShape, 'frame' | 'layer' | 'etag' | 'bytes' | 'builtAt'> & { zippedBytes: number };

type Reads = Pick<EntityManager, 'query'>;

/** What is built from the reference data as they are now would bear this. */
export async function mapFingerprint(db: Reads): Promise<string> {
  const [{ data }] = await db.query<[{ data: string }]>(`
    SELECT concat_ws(' ',
      (SELECT md5(string_agg(concat_ws(',', code, department_code, epci_siren, population, latitude, longitude, retired),
        ';' ORDER BY code)) FROM commune),
      (SELECT md5(string_agg(concat_ws(',', former_code, commune_code, kind), ';' ORDER BY former_code)) FROM commune_alias),
      (SELECT md5(string_agg(concat_ws(',', siren, name, retired), ';' ORDER BY siren)) FROM epci),
      (SELECT md5(string_agg(concat_ws(',', code, name, region_code, retired), ';' ORDER BY code)) FROM department),
      (SELECT md5(string_agg(concat_ws(',', code, name, retired), ';' ORDER BY code)) FROM region),
      (SELECT md5(string_agg(concat_ws(',', id, code, generation, name, retired), ';' ORDER BY id)) FROM territory),
      (SELECT md5(string_agg(concat_ws(',', territory_id, commune_code), ';' ORDER BY territory_id, commune_code))
        FROM territory_commune)) AS data`);
  return createHash('sha256').update(`${mapRecipe} ${data}`).digest('hex');
}

/** Whether the stored outlines are those of the reference data as they are now. */
export async function mapsStand(db: Reads): Promise<boolean> {
  const stored = await db.query<{ fingerprint: string }[]>('SELECT DISTINCT fingerprint FROM map_shape');
  return stored.length === 1 && stored[0]!.fingerprint === (await mapFingerprint(db));
}

/** Builds from one moment of the reference data, and replaces what is stored all at once; answers how many files. */
export async function buildAndStoreMaps(db: DataSource, progress: Progress): Promise<number> {
  const { fingerprint, tables } = await db.transaction('REPEATABLE READ', async (tx) => ({
    fingerprint: await mapFingerprint(tx),
    tables: await readReferenceTables(tx),
  }));
  const built = buildMaps(tables, progress).map(({ frame, layer, topology }) => {
    const text = JSON.stringify(topology);
    const etag = createHash('sha256').update(text).digest('hex').slice(0, 24);
    return [frame, layer, fingerprint, etag, gzipSync(text, { level: 9 }), Buffer.byteLength(text)];
  });
  await db.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', ['vte maps']);
    await tx.query('DELETE FROM map_shape');
    for (const row of built) {
      await tx.query(
        'INSERT INTO map_shape (frame, layer, fingerprint, etag, zipped, bytes) VALUES ($1, $2, $3, $4, $5, $6)',
        row,
      );
    }
  });
  return built.length;
}
