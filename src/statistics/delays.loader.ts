import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BatchLoader } from '../common/batch-loader.js';
import type { Delays } from './sheet.js';

/** How long answers took in a scope and an interval, by `delaysKey`. */
@Injectable()
export class DelaysLoader extends BatchLoader<string, Delays> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  async batch(keys: readonly string[]): Promise<Delays[]> {
    const asked = keys.map((key) => key.split(' ') as [scope: string, interval: string]);
    const rows = await this.db.query<{ key: string; delays: Delays }[]>(
      `SELECT scope || ' ' || interval AS key, delays
         FROM stat_told CROSS JOIN LATERAL jsonb_each(told->'delays') AS each (interval, delays)
        WHERE scope = ANY($1) AND interval = ANY($2)`,
      [[...new Set(asked.map(([scope]) => scope))], [...new Set(asked.map(([, interval]) => interval))]],
    );
    const known = new Map(rows.map(({ key, delays }) => [key, delays]));
    return keys.map((key) => known.get(key) ?? {});
  }
}

export const delaysKey = (scope: string, interval: string): string => `${scope} ${interval}`;
