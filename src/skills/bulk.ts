import type { EntityManager } from 'typeorm';

/** The type of each column, by its name, in the order they are written. */
export type Columns<Row> = { readonly [Column in keyof Row & string]: 'text' | 'boolean' | 'smallint' };

const batch = 10_000;

/** Inserts rows in few statements, one bound array a column. Names of tables and columns come from this room's code alone. */
export async function insertAll<Row>(
  tx: EntityManager,
  table: string,
  columns: Columns<Row>,
  rows: readonly Row[],
  report: (rows: number) => void = () => undefined,
): Promise<void> {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const arrays = names.map((name, position) => `$${position + 1}::${columns[name]}[]`);
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows.slice(from, from + batch);
    await tx.query(
      `INSERT INTO ${table} (${names.join(', ')}) SELECT * FROM unnest(${arrays.join(', ')})`,
      names.map((name) => some.map((row) => row[name])),
    );
    report(some.length);
  }
}

/** A table for the time of the transaction, filled with these rows: what comes is compared in SQL with what is there. */
export async function stage<Row>(
  tx: EntityManager,
  table: string,
  columns: Columns<Row>,
  rows: readonly Row[],
  report?: (rows: number) => void,
): Promise<void> {
  const names = Object.keys(columns) as (keyof Row & string)[];
  await tx.query(
    `CREATE TEMPORARY TABLE ${table} (${names.map((name) => `${name} ${columns[name]}`).join(', ')}) ON COMMIT DROP`,
  );
  await insertAll(tx, table, columns, rows, report);
  await tx.query(`ANALYZE ${table}`);
}

/** Keeps how many occupations call for each skill. */
export async function countOccupations(tx: EntityManager): Promise<void> {
  await tx.query(
    `UPDATE skill SET occupation_count = counted
     FROM (SELECT code, count(skill_code)::integer AS counted FROM skill
           LEFT JOIN occupation_skill ON skill_code = code GROUP BY code) fresh
     WHERE fresh.code = skill.code AND occupation_count <> counted`,
  );
}

/** One transaction at a time writes skills and occupations; the others wait. */
export const skillsLock = `SELECT pg_advisory_xact_lock(hashtext('vte reference skills'))`;
