import type { ReferenceTables } from './reference-tables.js';
import type { Target } from './reference-writes.js';

const text = 'text';
const flag = 'boolean';

interface Written {
  region: { code: string; name: string; retired: boolean };
  department: { code: string; name: string; region_code: string; retired: boolean };
  epci: { siren: string; name: string; kind: string; retired: boolean };
  commune: ReturnType<typeof communeRow>;
  territory: ReturnType<typeof territoryRow>;
  postalCode: { commune_code: string; code: string };
  alias: ReturnType<typeof aliasRow>;
  member: ReturnType<typeof memberRow>;
  territoryCommune: ReturnType<typeof territoryCommuneRow>;
}

/** How the rows of each table are written: their key and their columns. */
export const targets: { [Table in keyof Written]: Target<Written[Table]> } = {
  region: { table: 'region', key: ['code'], columns: { code: text, name: text, retired: flag } },
  department: {
    table: 'department',
    key: ['code'],
    columns: { code: text, name: text, region_code: text, retired: flag },
  },
  epci: { table: 'epci', key: ['siren'], columns: { siren: text, name: text, kind: text, retired: flag } },
  commune: {
    table: 'commune',
    key: ['code'],
    columns: {
      code: text,
      name: text,
      folded_name: text,
      department_code: text,
      epci_siren: text,
      population: 'integer',
      latitude: 'double precision',
      longitude: 'double precision',
      point_source: text,
      retired: flag,
    },
  },
  territory: {
    table: 'territory',
    key: ['id'],
    columns: {
      id: text,
      generation: text,
      code: text,
      name: text,
      slug: text,
      in_force_from: 'date',
      in_force_until: 'date',
      listed_communes: 'integer',
      at_launch: flag,
      known_since: 'date',
      retired: flag,
    },
  },
  postalCode: { table: 'postal_code', key: ['commune_code', 'code'], columns: { commune_code: text, code: text } },
  alias: {
    table: 'commune_alias',
    key: ['former_code'],
    columns: { former_code: text, commune_code: text, kind: text, name: text, folded_name: text },
  },
  member: {
    table: 'territory_member',
    key: ['territory_id', 'code'],
    columns: { territory_id: text, code: text, kind: text, name: text },
  },
  territoryCommune: {
    table: 'territory_commune',
    key: ['territory_id', 'commune_code'],
    columns: { territory_id: text, commune_code: text },
  },
};

export const communeRow = (commune: ReferenceTables['communes'][number]) => ({
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

export const territoryRow = (territory: ReferenceTables['territories'][number]) => ({
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

export const aliasRow = (alias: ReferenceTables['aliases'][number]) => ({
  former_code: alias.formerCode,
  commune_code: alias.communeCode,
  kind: alias.kind,
  name: alias.name,
  folded_name: alias.foldedName,
});

export const memberRow = ({ territoryId, code, kind, name }: ReferenceTables['members'][number]) => ({
  territory_id: territoryId,
  code,
  kind,
  name,
});

export const territoryCommuneRow = ({ territoryId, communeCode }: ReferenceTables['territoryCommunes'][number]) => ({
  territory_id: territoryId,
  commune_code: communeCode,
});
