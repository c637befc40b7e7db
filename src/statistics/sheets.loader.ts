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

/** What was counted of places, by the key of their scope; an empty sheet for a place that was not counted yet. */
@Injectable()
export class SheetsLoader extends BatchLoader<string, KnownSheet> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  async batch(keys: readonly string[]): Promise<KnownSheet[]> {
    const rows = await this.db.query<(KnownSheet & { scope: string })[]>(
      `SELECT scope, sheet, computed_at AS "computedAt", demo FROM stat_sheet CROSS JOIN stat_refresh WHERE scope = ANY($1)`,
      [keys],
    );
    const known = new Map(rows.map((row) => [row.scope, row]));
    return keys.map((key) => known.get(key) ?? { sheet: empty, computedAt: null, demo: false });
  }
}
