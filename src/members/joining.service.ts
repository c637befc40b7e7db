import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import type { Refusal } from '../common/refusal.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyFollowers } from '../companies/company-followers.js';
import type { CompanyRole } from '../permissions/company-role.js';
import { may } from '../permissions/may.js';
import { companyOf, hashOf } from './inviting-members.service.js';
import { JoinRequest } from './join-request.entity.js';
import { MemberInvitation } from './member-invitation.entity.js';
import { MemberLetters } from './member-letters.js';
import { MemberInvitationNotValid, onlyCompanyAccounts } from './member-refusals.js';

/** The reader of a letter joins the company. */
@Injectable()
export class JoiningService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly companies: CompaniesRepository,
    private readonly followers: CompanyFollowers,
    private readonly letters: MemberLetters,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What the link leads to; null when it works no longer. */
  async invited(token: string): Promise<{ email: string; role: CompanyRole; company: Company } | null> {
    const said = await this.db.manager.findOneBy(MemberInvitation, { tokenHash: hashOf(token) });
    const company = said && this.isOpen(said) ? await this.companies.byId(said.companyId) : null;
    return company && { email: said!.email, role: said!.role, company };
  }

  /** Pressing twice at once changes nothing and is no error. */
  async accept(by: Viewer, token: string): Promise<Company | Refusal> {
    const tokenHash = hashOf(token);
    const said = await this.db.manager.findOneBy(MemberInvitation, { tokenHash });
    if (!said || !this.isFor(by, said)) return new MemberInvitationNotValid();
    if (!may(by, 'company.join')) return onlyCompanyAccounts();
    return this.db.transaction(async (tx) => {
      const company = await this.companies.lockedFor(tx, by.id, said.companyId);
      const invitation = company && (await tx.findOneBy(MemberInvitation, { tokenHash }));
      const role = company && (await this.companies.memberRole(by.id, company.id, tx));
      if (company && role && !invitation) return company;
      if (!invitation || !this.isFor(by, invitation)) return new MemberInvitationNotValid();
      await tx.delete(MemberInvitation, { id: invitation.id });
      await tx.delete(JoinRequest, { companyId: company.id, accountId: by.id });
      if (role) return company;
      const member = { companyId: company.id, accountId: by.id, role: invitation.role, joinedAt: this.clock.now() };
      await this.companies.addMember(tx, member);
      await this.followers.joined(tx, company.id);
      await this.letters.note(tx, 'joined', company.id, by.id);
      const details = { role: member.role };
      await this.audit.note(tx, { actor: by, act: 'company.join', ...companyOf(company.id), details });
      return company;
    });
  }

  /** The link alone is not enough: a letter may be passed on. */
  private isFor(by: Viewer, invitation: MemberInvitation): boolean {
    return invitation.email === by.email && this.isOpen(invitation);
  }

  private isOpen({ withdrawnAt, expiresAt }: MemberInvitation): boolean {
    return withdrawnAt === null && expiresAt > this.clock.now();
  }
}
