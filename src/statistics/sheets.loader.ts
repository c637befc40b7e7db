import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BatchLoader } from '../common/batch-loader.js';
import { nobody, type Sheet } from './sheet.js';

export interface KnownSheet {
  sheet: Sheet;
  /** Null before the first count. */
  computedAt: Date | null;
  demo: boolean;
}

const empty: Sheet = {
  ...nobody,
  offers: [],
  candidates: null,
  skills: { asked: [], offered: [] },
  occupations: [],
  categories: [],
  contracts: [],
};

/**
 * What was counted of places, by the key of their scope; an empty sheet for a place that was not counted yet. Sheets are kept
 * until the next count: a list of all territories reads one row.
 */
@Injectable()
export class SheetsLoader extends BatchLoader<string, KnownSheet> {
  private kept: { count: string; sheets: Map<string, KnownSheet> } = { count: '', sheets: new Map() };

  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  async batch(keys: readonly string[]): Promise<KnownSheet[]> {
    const [last] = await this.db.query<{ count: string }[]>('SELECT xmin::text AS count FROM stat_refresh');
    const { count, sheets } = this.kept;
    const known = last?.count === count ? sheets : new Map<string, KnownSheet>();
    const missing = keys.filter((key) => !known.has(key));
    if (missing.length > 0) await this.read(missing, known);
    return keys.map((key) => known.get(key) ?? { sheet: empty, computedAt: null, demo: false });
  }

  private async read(keys: readonly string[], known: Map<string, KnownSheet>): Promise<void> {
    const rows = await this.db.query<(KnownSheet & { scope: string; count: string })[]>(
      `SELECT scope, sheet, computed_at AS "computedAt", demo, stat_refresh.xmin::text AS count
         FROM stat_sheet CROSS JOIN stat_refresh WHERE scope = ANY($1)`,
      [keys],
    );
    const [first] = rows;
    if (first && first.count !== this.kept.count) this.kept = { count: first.count, sheets: new Map() };
    for (const { scope, sheet, computedAt, demo } of rows) {
      const each = { sheet, computedAt, demo };
      known.set(scope, each);
      this.kept.sheets.set(scope, each);
    }
  }
}
