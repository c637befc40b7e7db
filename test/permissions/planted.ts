import { personalTables } from '../../src/privacy/personal-columns.js';
import type { Platform } from '../support/platform.js';
import { markPattern } from './marks.js';

/** Personal columns that hold words in which no mark was planted: the register of personal data says which are personal. */
export async function unplanted({ db }: Platform): Promise<string[]> {
  const columns = await db.query<{ table: string; column: string }[]>(
    `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
     WHERE c.table_schema = 'public' AND c.data_type IN ('text', 'character varying', 'json', 'jsonb')
       AND NOT EXISTS ( -- Only words of a list may stand there.
         SELECT FROM pg_constraint rule JOIN pg_attribute a ON a.attrelid = rule.conrelid AND rule.conkey = ARRAY[a.attnum]
         WHERE rule.contype = 'c' AND rule.conrelid = c.table_name::regclass AND a.attname = c.column_name
           AND pg_get_constraintdef(rule.oid) LIKE '%= ANY (ARRAY[%')
     ORDER BY 1, 2`,
  );
  const isPersonal = ({ table, column }: { table: string; column: string }): boolean =>
    personalTables.some(({ name, personal }) => name === table && personal.includes(column));
  const found: string[] = [];
  for (const { table, column } of columns.filter(isPersonal)) {
    const planted = await db.query<unknown[]>(`SELECT FROM "${table}" WHERE "${column}"::text ~* $1 LIMIT 1`, [
      markPattern.source,
    ]);
    if (planted.length === 0) found.push(`${table}.${column}`);
  }
  return found;
}
