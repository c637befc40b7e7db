import type { EntityManager } from 'typeorm';

type Columns<Row> = { readonly [Column in keyof Row & string]: string };

const batch = 10_000;

/** Table and column names come from this room's code alone; values are always bound, one array per column. */
function selectRows<Row>(columns: Columns<Row>): string {
  const types = Object.values<string>(columns).map((type, position) => `$${position + 1}::${type}[]`);
  return `SELECT * FROM unnest(${types.join(', ')})`;
}

const valuesOf = <Row>(rows: readonly Row[], columns: Columns<Row>): unknown[][] =>
  (Object.keys(columns) as (keyof Row)[]).map((column) => rows.map((row) => row[column]));

/** Adds new rows and changes those that differ, and touches no other. */
export async function upsertAll<Row>(
  tx: EntityManager,
  table: string,
  key: keyof Row & string,
  rows: readonly Row[],
  columns: Columns<Row>,
  report: (rows: number) => void,
): Promise<void> {
  const names = Object.keys(columns);
  const others = names.filter((name) => name !== key);
  const differs = (prefix: string): string => `(${others.map((name) => `${prefix}.${name}`).join(', ')})`;
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows.slice(from, from + batch);
    await tx.query(
      `INSERT INTO ${table} (${names.join(', ')}) ${selectRows(columns)}
       ON CONFLICT (${key}) DO UPDATE SET ${others.map((name) => `${name} = excluded.${name}`).join(', ')}
       WHERE ${differs(table)} IS DISTINCT FROM ${differs('excluded')}`,
      valuesOf(some, columns),
    );
    report(some.length);
  }
}

/** For tables to which nothing refers: all old rows go, all new ones come. */
export async function replaceAll<Row>(
  tx: EntityManager,
  table: string,
  rows: readonly Row[],
  columns: Columns<Row>,
): Promise<void> {
  await tx.query(`DELETE FROM ${table}`);
  await tx.query(
    `INSERT INTO ${table} (${Object.keys(columns).join(', ')}) ${selectRows(columns)}`,
    valuesOf(rows, columns),
  );
}

/** Removes the rows whose key is gone; one that is still referred to stays, marked retired. */
export async function dropVanished(tx: EntityManager, table: string, key: string, kept: string[]): Promise<void> {
  const vanished = await tx.query<{ key: string }[]>(
    `SELECT ${key} AS key FROM ${table} WHERE ${key} <> ALL ($1::text[])`,
    [kept],
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
