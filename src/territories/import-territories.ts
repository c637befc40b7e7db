import type { DataSource, EntityManager } from 'typeorm';
import type { Progress } from '../common/progress.js';
import { type CommuneTables, communeTables } from './commune-source.js';
import { Geography } from './geography.js';
import { readPackageData } from './package-data.js';
import { isLoaded, noteLoaded } from './reference-load.js';
import type { ReferenceTables } from './reference-tables.js';
import { aliasRow, communeRow, memberRow, targets, territoryCommuneRow, territoryRow } from './reference-columns.js';
import { dropVanished, mirrorAll, upsertAll } from './reference-writes.js';
import { importedLists, loadFingerprint } from './territory-lists-stored.js';
import { makeRoomForSlugs, retireVanished } from './territory-retiring.js';
import { type ImportedLists, territoryTables } from './territory-source.js';

/** Everything of this room out of the packages and the lists in force, without a database. */
export function referenceTables(imported: ImportedLists = {}): ReferenceTables {
  const { communes, geography } = readGeography();
  return { ...communes, ...territoryTables(geography, imported) };
}

/** The communes, and what codes of lists stand for among them. */
export function readGeography(): { communes: CommuneTables; geography: Geography } {
  const data = readPackageData();
  const communes = communeTables(data);
  return { communes, geography: new Geography(communes, [...data.epcis, ...data.epts]) };
}

export const referenceLock = "SELECT pg_advisory_xact_lock(hashtext('vte reference territories'))";

/**
 * Makes the database say what the sources and the imported lists say: new rows are added, changed ones changed, vanished ones
 * removed, or kept and marked retired where something refers to them. Does nothing when the same were loaded before.
 */
export async function loadTerritories(db: DataSource, progress: Progress): Promise<void> {
  if (await isLoaded(db.manager, 'territories', await loadFingerprint(db.manager))) return;
  await db.transaction(async (tx) => {
    await tx.query(referenceLock);
    const fingerprint = await loadFingerprint(tx);
    if (await isLoaded(tx, 'territories', fingerprint)) return;
    await writeReferenceTables(tx, referenceTables(await importedLists(tx)), progress);
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
  await makeRoomForSlugs(tx, tables.territories);
  await upsertAll(tx, targets.territory, territories, report);
  const kept = await retireVanished(tx, tables.territories);
  await mirrorAll(
    tx,
    targets.postalCode,
    tables.communes.flatMap(({ code, postalCodes }) => postalCodes.map((each) => ({ commune_code: code, code: each }))),
  );
  await mirrorAll(tx, targets.alias, tables.aliases.map(aliasRow));
  await mirrorAll(tx, targets.member, [...tables.members.map(memberRow), ...kept.members]);
  await mirrorAll(tx, targets.territoryCommune, [
    ...tables.territoryCommunes.map(territoryCommuneRow),
    ...kept.communes,
  ]);
  await dropVanished(tx, targets.commune, communes);
  await dropVanished(tx, targets.epci, epcis);
  await dropVanished(tx, targets.department, departments);
  await dropVanished(tx, targets.region, regions);
  report(total - done);
}
