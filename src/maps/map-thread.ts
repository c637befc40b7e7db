import { parentPort, workerData } from 'node:worker_threads';
import { DataSource } from 'typeorm';
import { buildAndStoreMaps } from './map-store.js';
import type { MapThreadStart, MapThreadTold } from './map-builder.js';

/** The thread that builds the outlines: half a minute of one core that nobody else is to wait for. */
const port = parentPort!;
const tell = (told: MapThreadTold): void => {
  port.postMessage(told);
};

const { databaseUrl } = workerData as MapThreadStart;
const db = await new DataSource({
  type: 'postgres',
  url: databaseUrl,
  poolSize: 1,
  connectTimeoutMS: 15_000,
  applicationName: 'vte-territoires-maps',
}).initialize();
try {
  const files = await buildAndStoreMaps(db, (step, done, total) => {
    tell({ step, done, total });
  });
  tell({ files });
} finally {
  await db.destroy();
}
