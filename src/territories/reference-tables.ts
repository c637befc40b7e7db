import type { EntityManager } from 'typeorm';
import type { Commune, CommuneAlias } from './commune.entity.js';
import type { Department, Epci, Region } from './division.entity.js';
import type { Territory, TerritoryCommune, TerritoryMember } from './territory.entity.js';

/** The columns of an entity in a plain object. */
export type Row<Entity> = { [Column in keyof Entity]: Entity[Column] };

/** Every table of this room: what the sources give, what the database keeps, what the gazetteer is filled from. */
export interface ReferenceTables {
  regions: Row<Region>[];
  departments: Row<Department>[];
  epcis: Row<Epci>[];
  communes: (Row<Commune> & { postalCodes: string[] })[];
  aliases: Row<CommuneAlias>[];
  territories: Row<Territory>[];
  members: Row<TerritoryMember>[];
  territoryCommunes: Row<TerritoryCommune>[];
}

/** All of it, in a few queries: about fifty thousand rows. */
export async function readReferenceTables(db: Pick<EntityManager, 'query'>): Promise<ReferenceTables> {
  const read = <One>(sql: string): Promise<One[]> => db.query<One[]>(sql);
  return {
    regions: await read('SELECT code, name, retired FROM region ORDER BY code'),
    departments: await read('SELECT code, name, region_code AS "regionCode", retired FROM department ORDER BY code'),
    epcis: await read('SELECT siren, name, kind, retired FROM epci ORDER BY siren'),
    communes: await read(`
      SELECT c.code, c.name, c.folded_name AS "foldedName", c.department_code AS "departmentCode",
        c.epci_siren AS "epciSiren", c.population, c.latitude, c.longitude, c.point_source AS "pointSource", c.retired,
        coalesce(p.codes, '{}') AS "postalCodes"
      FROM commune c
      LEFT JOIN (SELECT commune_code, array_agg(code ORDER BY code) AS codes FROM postal_code GROUP BY commune_code) p
        ON p.commune_code = c.code
      ORDER BY c.code`),
    aliases: await read(`
      SELECT former_code AS "formerCode", commune_code AS "communeCode", kind, name, folded_name AS "foldedName"
      FROM commune_alias ORDER BY former_code`),
    territories: await read(`
      SELECT id, generation, code, name, slug, in_force_from::text AS "inForceFrom",
        in_force_until::text AS "inForceUntil", listed_communes AS "listedCommunes", at_launch AS "atLaunch",
        known_since::text AS "knownSince", retired
      FROM territory ORDER BY generation, code`),
    members: await read(
      'SELECT territory_id AS "territoryId", code, kind, name FROM territory_member ORDER BY territory_id, code',
    ),
    territoryCommunes: await read(
      'SELECT territory_id AS "territoryId", commune_code AS "communeCode" FROM territory_commune ORDER BY territory_id, commune_code',
    ),
  };
}
