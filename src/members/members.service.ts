import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import type { Refusal } from '../common/refusal.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyFollowers } from '../companies/company-followers.js';
import type { CompanyRole } from '../permissions/company-role.js';
import { companyOf } from './inviting-members.service.js';
import type { CompanyMemberType } from './member.type.js';
import { MemberLetters } from './member-letters.js';
import { LastOwner, notYourMembers } from './member-refusals.js';
import { MembersRepository } from './members.repository.js';

/** Whoever changes who belongs to a company holds its row, so that its owners are counted by one at a time. */
@Injectable()
export class MembersService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly companies: CompaniesRepository,
    private readonly members: MembersRepository,
    private readonly followers: CompanyFollowers,
    private readonly letters: MemberLetters,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Giving someone the role they have changes nothing and is no error. */
  changeRole(
    by: Viewer,
    companyId: string,
    accountId: string,
    role: CompanyRole,
  ): Promise<CompanyMemberType | Refusal> {
    return this.managed(by, companyId, accountId, async (tx, member) => {
      if (member.role === role) return member;
      if (await this.isLastOwner(tx, companyId, member)) return new LastOwner();
      await this.members.setRole(tx, companyId, accountId, role);
      if (role === 'owner') await this.followers.joined(tx, companyId);
      else await this.members.withdrawInvitationsOf(tx, companyId, accountId, this.clock.now());
      if (accountId !== by.id) await this.letters.note(tx, 'role', companyId, accountId);
      await this.noted(tx, by, companyId, { accountId, from: member.role, to: role });
      return Object.assign(member, { role });
    });
  }

  remove(by: Viewer, companyId: string, accountId: string): Promise<Company | Refusal> {
    return this.managed(by, companyId, accountId, async (tx, member, company) => {
      if (await this.isLastOwner(tx, companyId, member)) return new LastOwner();
      await this.members.remove(tx, companyId, accountId);
      await this.members.withdrawInvitationsOf(tx, companyId, accountId, this.clock.now());
      if (accountId !== by.id) await this.letters.note(tx, 'removed', companyId, accountId);
      await this.noted(tx, by, companyId, { accountId, from: member.role, to: null });
      return company;
    });
  }

  async leave(by: Viewer, companyId: string): Promise<Company | Refusal> {
    return this.db.transaction(async (tx) => {
      const company = await this.companies.lockedFor(tx, by.id, companyId);
      const member = company && (await this.members.one(tx, companyId, by.id));
      if (!member || !(await this.companies.may(by, 'company.leave', companyId, tx))) return notYourMembers();
      if (await this.isLastOwner(tx, companyId, member)) return new LastOwner();
      await this.members.remove(tx, companyId, by.id);
      await this.letters.note(tx, 'left', companyId, by.id);
      const details = { from: member.role, to: null };
      await this.audit.note(tx, { actor: by, act: 'company.leave', ...companyOf(companyId), details });
      return company;
    });
  }

  private managed<Result>(
    by: Viewer,
    companyId: string,
    accountId: string,
    act: (tx: EntityManager, member: CompanyMemberType, company: Company) => Promise<Result | Refusal>,
  ): Promise<Result | Refusal> {
    return this.db.transaction(async (tx) => {
      const company = await this.companies.lockedFor(tx, by.id, companyId);
      if (!company || !(await this.companies.may(by, 'company.manageMembers', companyId, tx))) return notYourMembers();
      const member = isUuid(accountId) ? await this.members.one(tx, companyId, accountId) : null;
      return member ? act(tx, member, company) : notYourMembers();
    });
  }

  private async isLastOwner(tx: EntityManager, companyId: string, { id, role }: CompanyMemberType): Promise<boolean> {
    return role === 'owner' && !(await this.members.hasOtherOwner(tx, companyId, id));
  }

  private async noted(
    tx: EntityManager,
    by: Viewer,
    companyId: string,
    details: { accountId: string; from: CompanyRole; to: CompanyRole | null },
  ): Promise<void> {
    await this.audit.note(tx, { actor: by, act: 'company.manageMembers', ...companyOf(companyId), details });
  }
}
