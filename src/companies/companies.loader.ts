import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../common/batch-loader.js';
import { CompaniesRepository } from './companies.repository.js';
import type { Company } from './company.entity.js';

/** Companies by id, read together for all resolvers of a request. */
@Injectable()
export class CompaniesLoader extends BatchLoader<string, Company> {
  constructor(private readonly companies: CompaniesRepository) {
    super();
  }

  protected async batch(ids: readonly string[]): Promise<(Company | Error)[]> {
    const byId = new Map((await this.companies.byIds(ids)).map((company) => [company.id, company]));
    return ids.map((id) => byId.get(id) ?? new Error(`company ${id} is gone`));
  }
}
