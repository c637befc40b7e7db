import type { DataSource, EntityManager } from 'typeorm';
import type { Progress } from '../common/progress.js';
import { communeTables } from './commune-source.js';
import { readPackageData } from './package-data.js';
import { sourcesFingerprint } from './reference-files.js';
import { isLoaded, noteLoaded } from './reference-load.js';
import type { ReferenceTables } from './reference-tables.js';
import { aliasRow, communeRow, memberRow, targets, territoryCommuneRow, territoryRow } from './reference-columns.js';
import { dropVanished, mirrorAll, upsertAll } from './reference-writes.js';
import { territoryTables } from './territory-source.js';

/** Everything of this room out of the packages and the tables in reference/, without a database. */
export function referenceTables(): ReferenceTables {
  const data = readPackageData();
  const communes = communeTables(data);
  return { ...communes, ...territoryTables(communes, [...data.epcis, ...data.epts]) };
}

/**
 * Makes the database say what the sources say: new rows are added, changed ones changed, vanished ones removed, or kept
 * and marked retired where something refers to them. Does nothing when the same sources were loaded before.
 */
export async function loadTerritories(db: DataSource, progress: Progress): Promise<void> {
  const fingerprint = sourcesFingerprint();
  if (await isLoaded(db.manager, 'territories', fingerprint)) return;
  const tables = referenceTables();
  await db.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', ['vte reference territories']);
    if (await isLoaded(tx, 'territories', fingerprint)) return;
    await writeReferenceTables(tx, tables, progress);
    await noteLoaded(tx, 'territories', fingerprint);
  });
}

const step = 'Communes et territoires';

/** Writes in the order in which rows refer to each other, and takes away in the opposite one. */
export async function writeReferenceTables(
  tx: EntityManager,
  tables: ReferenceTables,
  progress: Progress,
): Promise<void> {
  const regions = tables.regions;
  const departments = tables.departments.map(({ regionCode, ...row }) => ({ ...row, region_code: regionCode }));
  const epcis = tables.epcis;
  const communes = tables.communes.map(communeRow);
  const territories = tables.territories.map(territoryRow);
  const total = (regions.length + departments.length + epcis.length + communes.length + territories.length) * 2;
  let done = 0;
  const report = (rows: number): void => {
    progress(step, (done += rows), total);
  };
  await upsertAll(tx, targets.region, regions, report);
  await upsertAll(tx, targets.department, departments, report);
  await upsertAll(tx, targets.epci, epcis, report);
  await upsertAll(tx, targets.commune, communes, report);
  await upsertAll(tx, targets.territory, territories, report);
  await mirrorAll(
    tx,
    targets.postalCode,
    tables.communes.flatMap(({ code, postalCodes }) => postalCodes.map((each) => ({ commune_code: code, code: each }))),
  );
  await mirrorAll(tx, targets.alias, tables.aliases.map(aliasRow));
  await mirrorAll(tx, targets.member, tables.members.map(memberRow));
  await mirrorAll(tx, targets.territoryCommune, tables.territoryCommunes.map(territoryCommuneRow));
  await dropVanished(tx, targets.territory, territories);
  await dropVanished(tx, targets.commune, communes);
  await dropVanished(tx, targets.epci, epcis);
  await dropVanished(tx, targets.department, departments);
  await dropVanished(tx, targets.region, regions);
  report(total - done);
}
