import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { BatchLoader } from '../common/batch-loader.js';
import { CompanyMember } from '../companies/company.entity.js';
import type { CompanyRole } from '../permissions/company-role.js';

/** "<account> <company>" */
type Key = string;
export const roleKey = (accountId: string, companyId: string): Key => `${accountId} ${companyId}`;

/** What the caller is to the companies of all that a request shows, read together; for reads, never inside a transaction. */
@Injectable()
export class CompanyRoles extends BatchLoader<Key, CompanyRole | null> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(keys: readonly Key[]): Promise<(CompanyRole | null)[]> {
    const [accountIds, companyIds] = [0, 1].map((part) => [...new Set(keys.map((key) => key.split(' ')[part]!))]);
    const members = await this.db.manager.findBy(CompanyMember, {
      accountId: In(accountIds!),
      companyId: In(companyIds!),
    });
    const roles = new Map(members.map(({ accountId, companyId, role }) => [roleKey(accountId, companyId), role]));
    return keys.map((key) => roles.get(key) ?? null);
  }
}
