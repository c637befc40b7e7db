import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, In, type Repository } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { unauthenticated } from '../common/errors.js';
import { isUuid } from '../common/node.js';
import type { CompanyRole } from '../permissions/company-role.js';
import { may } from '../permissions/may.js';
import type { Act } from '../permissions/rules.js';
import type { CompanyFigures } from './company-figures.js';
import { Company, CompanyMember } from './company.entity.js';

/** What is kept of a company when it is made; the rest is filled by the database. */
export type NewCompany = Pick<Company, 'siret' | 'siren' | 'name' | 'communeCode'> &
  Partial<Pick<Company, 'nafCode' | 'headcount' | 'description' | 'website' | 'verifiedAt' | 'demo'> & CompanyFigures>;

@Injectable()
export class CompaniesRepository {
  constructor(
    @InjectRepository(Company) private readonly companies: Repository<Company>,
    @InjectRepository(CompanyMember) private readonly members: Repository<CompanyMember>,
  ) {}

  /** Null when there is none, and for an id that cannot be one. */
  async byId(id: string): Promise<Company | null> {
    return isUuid(id) ? this.companies.findOneBy({ id }) : null;
  }

  /** In no particular order; unknown ids are left out. */
  byIds(ids: readonly string[]): Promise<Company[]> {
    return this.companies.findBy({ id: In(ids.filter(isUuid)) });
  }

  /** By id; unknown ids are left out. */
  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const named = await this.companies.find({
      select: { id: true, name: true },
      where: { id: In(ids.filter(isUuid)) },
    });
    return new Map(named.map(({ id, name }) => [id, name]));
  }

  /** The companies an account acts for, by name. */
  ofAccount(accountId: string): Promise<Company[]> {
    return this.companies
      .createQueryBuilder('company')
      .innerJoin(CompanyMember, 'member', 'member.company_id = company.id AND member.account_id = :accountId', {
        accountId,
      })
      .orderBy('company.name')
      .addOrderBy('company.id')
      .getMany();
  }

  /** Null for someone who is no member of it. Inside a transaction, give it. */
  async memberRole(accountId: string, companyId: string, tx?: EntityManager): Promise<CompanyRole | null> {
    if (!isUuid(companyId)) return null;
    const members = tx?.getRepository(CompanyMember) ?? this.members;
    return (await members.findOneBy({ accountId, companyId }))?.role ?? null;
  }

  /** Whether the caller may do this with the company, as far as that depends on their role in it. */
  async may(viewer: Viewer | null, act: Act, companyId: string, tx?: EntityManager): Promise<boolean> {
    return may(viewer, act, { companyRole: viewer && (await this.memberRole(viewer.id, companyId, tx)) });
  }

  /** Whether the caller may post and manage offers for the company: its owners and recruiters, and administrators. */
  mayManage(viewer: Viewer, companyId: string, tx?: EntityManager): Promise<boolean> {
    return this.may(viewer, 'offer.manage', companyId, tx);
  }

  /** The row as it is now, which nobody else changes before the transaction ends. */
  async locked(tx: EntityManager, id: string): Promise<Company | null> {
    return isUuid(id) ? tx.findOne(Company, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  /**
   * The same for an act of this account, which is held first, as everyone does: someone who is being erased holds their
   * account and waits for the company. Throws UNAUTHENTICATED for an account that is gone.
   */
  async lockedFor(tx: EntityManager, accountId: string, id: string): Promise<Company | null> {
    const account = await tx.query<unknown[]>('SELECT FROM account WHERE id = $1 FOR KEY SHARE', [accountId]);
    if (account.length === 0) throw unauthenticated();
    return this.locked(tx, id);
  }

  /** To be asked once an offer of it is held: suspending a company waits for its offers. */
  async isSuspended(tx: EntityManager, id: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>('SELECT FROM company WHERE id = $1 AND suspended_at IS NOT NULL', [id]);
    return rows.length > 0;
  }

  /** Keeps the company and its last member from being erased before the transaction ends; others may hold it too. */
  async hold(tx: EntityManager, id: string): Promise<void> {
    await tx.query('SELECT FROM company WHERE id = $1 FOR SHARE', [id]);
  }

  /** Null when its SIRET is already registered: the unique constraint is the judge, so two at once make one. */
  async insert(tx: EntityManager, company: NewCompany): Promise<Company | null> {
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(Company)
      .values(company)
      .orIgnore()
      .returning('*')
      .execute();
    const [id] = (inserted.raw as { id: string }[]).map((row) => row.id);
    return id === undefined ? null : tx.findOneBy(Company, { id });
  }

  async addMember(tx: EntityManager, member: CompanyMember): Promise<void> {
    await tx.insert(CompanyMember, member);
  }

  async change(tx: EntityManager, id: string, changes: Partial<NewCompany>): Promise<void> {
    if (Object.keys(changes).length > 0) await tx.update(Company, { id }, changes);
  }

  /**
   * The companies that would lose their last member with this account; to be asked before it is erased. Locks them, so
   * that two members who leave at once do not each count on the other.
   */
  async withoutMembers(tx: EntityManager, accountId: string): Promise<string[]> {
    await tx.query(
      `SELECT FROM company WHERE id IN (SELECT company_id FROM company_member WHERE account_id = $1) ORDER BY id FOR UPDATE`,
      [accountId],
    );
    const rows = await tx.query<{ id: string }[]>(
      `SELECT company_id AS id FROM company_member AS mine WHERE account_id = $1 AND NOT EXISTS
         (SELECT FROM company_member AS other WHERE other.company_id = mine.company_id AND other.account_id <> $1)`,
      [accountId],
    );
    return rows.map((row) => row.id);
  }

  async removeMemberships(tx: EntityManager, accountId: string): Promise<void> {
    await tx.delete(CompanyMember, { accountId });
  }
}
