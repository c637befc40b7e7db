import type { DataSource } from 'typeorm';
import type { JudgedOffer } from '../src/alerts/judged-offer.js';
import type { KeptFilter } from '../src/alerts/kept-filter.js';
import { filedUnder, type Frequency, lookedUpBy } from '../src/alerts/percolator.js';
import type { PlainSearch } from '../src/alerts/plain-reading.js';
import { levelsUpTo } from '../src/offers/offer-filter.js';
import type { Gazetteer } from '../src/territories/gazetteer.js';
import { batches } from './dice.js';

type Db = Pick<DataSource, 'query'>;

interface Row {
  id: string;
  words: string;
  literal: boolean;
  filter: KeptFilter;
}

/** The saved searches of the bench as a table that PostgreSQL can judge alone, filed under the same names. */
export async function buildSearchTable(
  db: Db,
  gazetteer: Gazetteer,
  frequency: Frequency,
  read: (row: Row) => PlainSearch,
): Promise<void> {
  await db.query(`CREATE TABLE bench_search (id uuid PRIMARY KEY, keys text[], words text[], trade text[],
    contracts text[], levels text[], missions text[], salary int, departments text[],
    latitude float8, longitude float8, km float8)`);
  const rows = await db.query<Row[]>('SELECT id, words, literal, filter FROM saved_search');
  for (const batch of batches(rows)) {
    const made = batch.map((row) => {
      const search = read(row);
      const { filter, places } = search;
      const circle = places.find(({ commune }) => commune?.radiusKm)?.commune;
      const centre = circle && gazetteer.commune(circle.code);
      return {
        id: row.id,
        keys: filedUnder(search, gazetteer, frequency),
        words: search.words,
        trade: search.trade,
        contracts: filter.contractTypes ?? null,
        levels: filter.studyLevel ? levelsUpTo(filter.studyLevel) : null,
        missions: filter.missionCategories ?? null,
        salary: filter.salaryAtLeast ?? null,
        departments: circle ? null : places.length > 0 ? places.map(({ departmentCode }) => departmentCode) : null,
        latitude: centre?.latitude ?? null,
        longitude: centre?.longitude ?? null,
        km: circle?.radiusKm ?? null,
      };
    });
    await db.query(
      `INSERT INTO bench_search SELECT row.* FROM jsonb_populate_recordset(NULL::bench_search, $1::jsonb) AS row`,
      [JSON.stringify(made)],
    );
  }
  await db.query('CREATE INDEX ON bench_search USING gin (keys)');
  await db.query('VACUUM ANALYZE bench_search');
}

const judging = `
  SELECT id FROM bench_search s
  WHERE s.keys && $1::text[] AND s.words <@ $2::text[] AND s.trade <@ $3::text[]
    AND (s.contracts IS NULL OR $4 = ANY(s.contracts))
    AND (s.levels IS NULL OR $5::text IS NULL OR $5 = ANY(s.levels))
    AND (s.missions IS NULL OR $6 = ANY(s.missions))
    AND (s.salary IS NULL OR $7::int IS NULL OR $7 >= s.salary)
    AND (s.departments IS NULL OR s.departments && $8::text[])
    AND (s.km IS NULL OR EXISTS (SELECT FROM unnest($9::float8[], $10::float8[]) AS site (latitude, longitude)
      WHERE 2 * 6371.0088 * asin(least(1, sqrt(sin(radians(site.latitude - s.latitude) / 2) ^ 2
        + cos(radians(s.latitude)) * cos(radians(site.latitude)) * sin(radians(site.longitude - s.longitude) / 2) ^ 2))) <= s.km))`;

export async function answeredInSql(db: Db, offer: JudgedOffer): Promise<string[]> {
  const { document, words, trade, sites } = offer;
  const rows = await db.query<{ id: string }[]>(judging, [
    lookedUpBy(offer),
    [...words],
    [...trade],
    document.contract,
    document.level ?? null,
    document.mission,
    document.salary ?? null,
    document.departments,
    sites.map(({ latitude }) => latitude),
    sites.map(({ longitude }) => longitude),
  ]);
  return rows.map(({ id }) => id);
}
