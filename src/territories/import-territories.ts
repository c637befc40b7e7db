import type { DataSource, EntityManager } from 'typeorm';
import type { Progress } from '../common/progress.js';
import { communeTables } from './commune-source.js';
import { readPackageData } from './package-data.js';
import { sourcesFingerprint } from './reference-files.js';
import { isLoaded, noteLoaded } from './reference-load.js';
import type { ReferenceTables } from './reference-tables.js';
import { dropVanished, replaceAll, upsertAll } from './reference-writes.js';
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
  const { regions, departments, epcis, communes, aliases, territories, members, territoryCommunes } = tables;
  const total =
    regions.length + departments.length + epcis.length + communes.length * 2 + aliases.length + territories.length;
  let done = 0;
  const report = (rows: number): void => {
    progress(step, (done += rows), total);
  };
  await upsertAll(tx, 'region', 'code', regions, { code: 'text', name: 'text', retired: 'boolean' }, report);
  await upsertAll(
    tx,
    'department',
    'code',
    departments.map(({ regionCode, ...row }) => ({ ...row, region_code: regionCode })),
    { code: 'text', name: 'text', region_code: 'text', retired: 'boolean' },
    report,
  );
  await upsertAll(
    tx,
    'epci',
    'siren',
    epcis,
    { siren: 'text', name: 'text', kind: 'text', retired: 'boolean' },
    report,
  );
  await upsertAll(tx, 'commune', 'code', communes.map(communeRow), communeColumns, report);
  await upsertAll(tx, 'territory', 'id', territories.map(territoryRow), territoryColumns, report);
  const postalCodes = communes.flatMap(({ code, postalCodes: codes }) =>
    codes.map((each) => ({ commune_code: code, code: each })),
  );
  await replaceAll(tx, 'postal_code', postalCodes, { commune_code: 'text', code: 'text' });
  report(communes.length);
  await replaceAll(
    tx,
    'commune_alias',
    aliases.map(({ formerCode, communeCode, kind, name, foldedName }) => ({
      former_code: formerCode,
      commune_code: communeCode,
      kind,
      name,
      folded_name: foldedName,
    })),
    { former_code: 'text', commune_code: 'text', kind: 'text', name: 'text', folded_name: 'text' },
  );
  await replaceAll(
    tx,
    'territory_member',
    members.map(({ territoryId, code, kind, name }) => ({ territory_id: territoryId, code, kind, name })),
    { territory_id: 'text', code: 'text', kind: 'text', name: 'text' },
  );
  await replaceAll(
    tx,
    'territory_commune',
    territoryCommunes.map(({ territoryId, communeCode }) => ({ territory_id: territoryId, commune_code: communeCode })),
    { territory_id: 'text', commune_code: 'text' },
  );
  report(aliases.length);
  await dropVanished(
    tx,
    'territory',
    'id',
    territories.map(({ id }) => id),
  );
  await dropVanished(
    tx,
    'commune',
    'code',
    communes.map(({ code }) => code),
  );
  await dropVanished(
    tx,
    'epci',
    'siren',
    epcis.map(({ siren }) => siren),
  );
  await dropVanished(
    tx,
    'department',
    'code',
    departments.map(({ code }) => code),
  );
  await dropVanished(
    tx,
    'region',
    'code',
    regions.map(({ code }) => code),
  );
}

const communeColumns = {
  code: 'text',
  name: 'text',
  folded_name: 'text',
  department_code: 'text',
  epci_siren: 'text',
  population: 'integer',
  latitude: 'double precision',
  longitude: 'double precision',
  point_source: 'text',
  retired: 'boolean',
} as const;

const communeRow = (commune: ReferenceTables['communes'][number]): Record<keyof typeof communeColumns, unknown> => ({
  code: commune.code,
  name: commune.name,
  folded_name: commune.foldedName,
  department_code: commune.departmentCode,
  epci_siren: commune.epciSiren,
  population: commune.population,
  latitude: commune.latitude,
  longitude: commune.longitude,
  point_source: commune.pointSource,
  retired: commune.retired,
});

const territoryColumns = {
  id: 'text',
  generation: 'text',
  code: 'text',
  name: 'text',
  slug: 'text',
  in_force_from: 'date',
  in_force_until: 'date',
  listed_communes: 'integer',
  at_launch: 'boolean',
  known_since: 'date',
  retired: 'boolean',
} as const;

const territoryRow = (
  territory: ReferenceTables['territories'][number],
): Record<keyof typeof territoryColumns, unknown> => ({
  id: territory.id,
  generation: territory.generation,
  code: territory.code,
  name: territory.name,
  slug: territory.slug,
  in_force_from: territory.inForceFrom,
  in_force_until: territory.inForceUntil,
  listed_communes: territory.listedCommunes,
  at_launch: territory.atLaunch,
  known_since: territory.knownSince,
  retired: territory.retired,
});
