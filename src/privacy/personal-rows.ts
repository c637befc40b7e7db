import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { ExportedData } from '../accounts/personal-data.js';
import { personalTables } from './personal-columns.js';
import { type PersonalTable, toldRows } from './personal-table.js';

/** Rows about one person in every registered table: the registry says how they are found. */
@Injectable()
export class PersonalRows {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Of each table but those named, every column that is not withheld, and what it leads to in words. */
  async all(accountId: string, but: ReadonlySet<string>): Promise<ExportedData[]> {
    const exported: ExportedData[] = [];
    for (const table of personalTables) {
      const told = toldRows(table);
      if (told === null || but.has(table.name)) continue;
      const rows = await this.db.query<unknown[]>(selected(table, toldColumns(table), told, table.explained), [
        accountId,
      ]);
      if (rows.length > 0) exported.push({ name: table.name, rows });
    }
    return exported;
  }

  /** The ids of all rows that go with the person: what logs, queues and letters to others may name them by. */
  async ids(tx: EntityManager, accountId: string): Promise<string[]> {
    const found = new Set([accountId]);
    for (const table of personalTables) {
      if (table.whose === null || ![...table.personal, ...table.plain].includes('id')) continue;
      const rows = await tx.query<{ id: string | number }[]>(selected(table, ['id'], table.whose), [accountId]);
      for (const { id } of rows) found.add(String(id));
    }
    return [...found];
  }
}

/** What an export tells of a row: all that is not withheld, also what is plain, since a row is not understood without it. */
export const toldColumns = ({ personal, plain, withheld = {} }: PersonalTable): string[] =>
  [...personal, ...plain].filter((column) => !(column in withheld));

/** Names come from the registry alone, which a test holds against the schema. */
const selected = (
  table: PersonalTable,
  columns: string[],
  whose: string,
  explained: Readonly<Record<string, string>> = {},
): string => {
  const told = columns.map((column) => `t."${column}"`);
  const added = Object.entries(explained).map(([name, sql]) => `${sql} AS "${name}"`);
  return `SELECT ${[...told, ...added].join(', ')} FROM "${table.name}" AS t WHERE ${whose}`;
};
