import type { EntityManager } from 'typeorm';

/** The columns of a table that rows bring, with their PostgreSQL types. */
export type Columns<Row> = { readonly [Column in keyof Row & string]: string };

/** Table and column names come from this room's code alone; values are always bound, one array per column. */
export interface Target<Row> {
  table: string;
  key: readonly (keyof Row & string)[];
  columns: Columns<Row>;
}

const batch = 10_000;

const bound = (types: readonly string[]): string =>
  `unnest(${types.map((type, position) => `$${position + 1}::${type}[]`).join(', ')})`;

const valuesOf = <Row>(rows: readonly Row[], columns: readonly (keyof Row)[]): unknown[][] =>
  columns.map((column) => rows.map((row) => row[column]));

/** Adds new rows and changes those that differ, and touches no other. */
export async function upsertAll<Row>(
  tx: EntityManager,
  { table, key, columns }: Target<Row>,
  rows: readonly Row[],
  report: (rows: number) => void,
): Promise<void> {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const others = names.filter((name) => !key.includes(name));
  const all = (prefix: string): string => `(${others.map((name) => `${prefix}.${name}`).join(', ')})`;
  const change =
    others.length === 0
      ? 'DO NOTHING'
      : `DO UPDATE SET ${others.map((name) => `${name} = excluded.${name}`).join(', ')}
         WHERE ${all(table)} IS DISTINCT FROM ${all('excluded')}`;
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows.slice(from, from + batch);
    await tx.query(
      `INSERT INTO ${table} (${names.join(', ')}) SELECT * FROM ${bound(Object.values(columns))}
       ON CONFLICT (${key.join(', ')}) ${change}`,
      valuesOf(some, names),
    );
    report(some.length);
  }
}

/** For tables to which nothing refers: they become exactly these rows. */
export async function mirrorAll<Row>(tx: EntityManager, target: Target<Row>, rows: readonly Row[]): Promise<void> {
  const { table, key, columns } = target;
  await tx.query(
    `DELETE FROM ${table} WHERE (${key.join(', ')}) NOT IN (SELECT * FROM ${bound(key.map((name) => columns[name]))})`,
    valuesOf(rows, key),
  );
  await upsertAll(tx, target, rows, () => undefined);
}

/** Removes the rows whose key is gone; one that is still referred to stays, marked retired. */
export async function dropVanished<Row>(
  tx: EntityManager,
  { table, key: [key] }: Target<Row>,
  rows: readonly Row[],
): Promise<void> {
  const vanished = await tx.query<{ key: string }[]>(
    `SELECT ${key} AS key FROM ${table} WHERE ${key} NOT IN (SELECT unnest($1::text[]))`,
    [rows.map((row) => row[key!])],
  );
  for (const row of vanished) {
    await tx
      .transaction((inner) => inner.query(`DELETE FROM ${table} WHERE ${key} = $1`, [row.key]))
      .catch(async (error: unknown) => {
        if (!isReferredTo(error)) throw error;
        await tx.query(`UPDATE ${table} SET retired = true WHERE ${key} = $1`, [row.key]);
      });
  }
}

const isReferredTo = (error: unknown): boolean => (error as { code?: unknown }).code === '23503';
