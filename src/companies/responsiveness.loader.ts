import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BatchLoader } from '../common/batch-loader.js';
import type { CompanyResponsiveness } from './responsiveness.entity.js';

/** How companies answer, by their ids; null where too few applications can tell. */
@Injectable()
export class ResponsivenessLoader extends BatchLoader<string, CompanyResponsiveness | null> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(ids: readonly string[]): Promise<(CompanyResponsiveness | null)[]> {
    const rows = await this.db.query<CompanyResponsiveness[]>(
      `SELECT company_id AS "companyId", answered, due, rate, median_days AS "medianDays", computed_at AS "computedAt"
         FROM company_responsiveness WHERE company_id = ANY($1::uuid[])`,
      [ids],
    );
    const byId = new Map(rows.map((row) => [row.companyId, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }
}
