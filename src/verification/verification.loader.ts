import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { BatchLoader } from '../common/batch-loader.js';
import { CompanyVerification } from './verification.entity.js';

/** What is known of companies, by their ids; null where nothing was ever noted. */
@Injectable()
export class VerificationLoader extends BatchLoader<string, CompanyVerification | null> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(ids: readonly string[]): Promise<(CompanyVerification | null)[]> {
    const rows = await this.db.manager.findBy(CompanyVerification, { companyId: In([...ids]) });
    const byId = new Map(rows.map((row) => [row.companyId, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }
}
