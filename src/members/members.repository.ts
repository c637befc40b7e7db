import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { MomentAfter } from '../common/moment-page.js';
import type { CompanyRole } from '../permissions/company-role.js';
import type { CompanyMemberType } from './member.type.js';

/** Members of companies, as their colleagues see them. */
@Injectable()
export class MembersRepository {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** One over `first`, whoever joined first comes first. */
  ofCompany(companyId: string, first: number, after: MomentAfter | undefined): Promise<CompanyMemberType[]> {
    return this.db.query<CompanyMemberType[]>(
      `SELECT account.id, account.email, member.role, member.joined_at AS "joinedAt"
         FROM company_member AS member JOIN account ON account.id = member.account_id
        WHERE member.company_id = $1 AND ($2::timestamptz IS NULL OR (member.joined_at, account.id) > ($2, $3::uuid))
        ORDER BY member.joined_at, account.id LIMIT $4`,
      [companyId, after?.[0] ?? null, after?.[1] ?? null, first + 1],
    );
  }

  async one(tx: EntityManager, companyId: string, accountId: string): Promise<CompanyMemberType | null> {
    const [row] = await tx.query<CompanyMemberType[]>(
      `SELECT account.id, account.email, member.role, member.joined_at AS "joinedAt"
         FROM company_member AS member JOIN account ON account.id = member.account_id
        WHERE member.company_id = $1 AND member.account_id = $2`,
      [companyId, accountId],
    );
    return row ?? null;
  }

  async hasAddress(tx: EntityManager, companyId: string, email: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `SELECT FROM company_member JOIN account ON account.id = account_id WHERE company_id = $1 AND email = $2`,
      [companyId, email],
    );
    return rows.length > 0;
  }

  /** To be asked while the company is held. */
  async hasOtherOwner(tx: EntityManager, companyId: string, accountId: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `SELECT FROM company_member WHERE company_id = $1 AND account_id <> $2 AND role = 'owner' LIMIT 1`,
      [companyId, accountId],
    );
    return rows.length > 0;
  }

  async owners(db: EntityManager, companyId: string): Promise<string[]> {
    const rows = await db.query<{ id: string }[]>(
      `SELECT account_id AS id FROM company_member WHERE company_id = $1 AND role = 'owner' ORDER BY joined_at, account_id`,
      [companyId],
    );
    return rows.map(({ id }) => id);
  }

  async setRole(tx: EntityManager, companyId: string, accountId: string, role: CompanyRole): Promise<void> {
    await tx.query('UPDATE company_member SET role = $3 WHERE company_id = $1 AND account_id = $2', [
      companyId,
      accountId,
      role,
    ]);
  }

  async remove(tx: EntityManager, companyId: string, accountId: string): Promise<void> {
    await tx.query('DELETE FROM company_member WHERE company_id = $1 AND account_id = $2', [companyId, accountId]);
  }

  /** Whoever may no longer let people in lets nobody in by letters that are on their way. */
  async withdrawInvitationsOf(tx: EntityManager, companyId: string, accountId: string, now: Date): Promise<void> {
    await tx.query(
      'UPDATE member_invitation SET withdrawn_at = $3 WHERE company_id = $1 AND invited_by = $2 AND withdrawn_at IS NULL',
      [companyId, accountId, now],
    );
  }
}
