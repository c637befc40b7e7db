import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, MoreThan } from 'typeorm';
import { Attempts } from '../accounts/attempts.js';
import { emailProblem, normaliseEmail } from '../accounts/email.js';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import { isUuid } from '../common/node.js';
import type { Language } from '../common/text.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import type { Company } from '../companies/company.entity.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import { linkPath } from '../mail/link-pages.js';
import { Mailer } from '../mail/mailer.js';
import type { CompanyRole } from '../permissions/company-role.js';
import { MemberInvitation } from './member-invitation.entity.js';
import { AlreadyMember, notYourMembers, TooManyMemberInvitations } from './member-refusals.js';
import { asRole } from './member-role.js';
import { MembersRepository } from './members.repository.js';

const day = 86_400_000;

/** How long the link of a letter works. */
export const invitationLife = 7 * day;

/** Addresses a company may write to within that time; few while nobody knows whether it is the company it says it is. */
export const mostInvitations = (company: Pick<Company, 'verifiedAt'>): number => (company.verifiedAt ? 20 : 5);

/** The part of the address of the page that the letter leads to. */
export const invitationPage = 'rejoindre-entreprise';

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Owners write to whom they want beside them. Nothing here asks whether an address has an account. */
@Injectable()
export class InvitingMembersService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly companies: CompaniesRepository,
    private readonly members: MembersRepository,
    private readonly mailer: Mailer,
    private readonly attempts: Attempts,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Who was invited within a day is not written to again: only the role changes. */
  async invite(
    by: Viewer,
    { companyId, email: given, role }: { companyId: string; email: string; role: CompanyRole },
    language: Language,
  ): Promise<MemberInvitation | Refusal> {
    const email = normaliseEmail(given);
    const problem = emailProblem(email);
    // Before it is known who asks for it: many companies of one person must not fill a mailbox together.
    if (!problem) await this.attempts.letter(email);
    return this.db.transaction(async (tx) => {
      const company = await this.companies.lockedFor(tx, by.id, companyId);
      if (!company || !(await this.companies.may(by, 'company.manageMembers', companyId, tx))) return notYourMembers();
      if (company.suspendedAt) return new CompanySuspended();
      if (problem) return new InvalidInput([new InputProblem(['email'], problem)]);
      if (await this.members.hasAddress(tx, companyId, email)) return new AlreadyMember();
      const now = this.clock.now();
      const before = await tx.findOneBy(MemberInvitation, { companyId, email });
      const most = mostInvitations(company);
      if ((!before || before.expiresAt <= now) && (await this.written(tx, companyId)) >= most) {
        return new TooManyMemberInvitations(most);
      }
      await this.audit.note(tx, {
        actor: by,
        act: 'company.manageMembers',
        ...companyOf(companyId),
        details: { role },
      });
      if (before && now.valueOf() - before.invitedAt.valueOf() < day) {
        await tx.update(MemberInvitation, { id: before.id }, { role, withdrawnAt: null });
        return Object.assign(before, { role, withdrawnAt: null });
      }
      return this.write(tx, { company, email, role, by, now }, language);
    });
  }

  /** Withdrawing what was withdrawn already changes nothing and is no error. */
  async withdraw(by: Viewer, id: string): Promise<MemberInvitation | Refusal> {
    return this.db.transaction(async (tx) => {
      const said = isUuid(id) ? await tx.findOneBy(MemberInvitation, { id }) : null;
      const company = said && (await this.companies.lockedFor(tx, by.id, said.companyId));
      if (!company || !(await this.companies.may(by, 'company.manageMembers', company.id, tx))) return notYourMembers();
      const invitation = await tx.findOneBy(MemberInvitation, { id });
      if (!invitation) return notYourMembers();
      const withdrawnAt = invitation.withdrawnAt ?? this.clock.now();
      await tx.update(MemberInvitation, { id }, { withdrawnAt });
      await this.audit.note(tx, { actor: by, act: 'company.manageMembers', ...companyOf(company.id) });
      return Object.assign(invitation, { withdrawnAt });
    });
  }

  private written(tx: EntityManager, companyId: string): Promise<number> {
    return tx.countBy(MemberInvitation, { companyId, expiresAt: MoreThan(this.clock.now()) });
  }

  private async write(tx: EntityManager, invited: Invited, language: Language): Promise<MemberInvitation> {
    const { company, email, role, by, now } = invited;
    const token = randomBytes(32).toString('base64url');
    await tx.upsert(
      MemberInvitation,
      {
        companyId: company.id,
        email,
        role,
        tokenHash: hashOf(token),
        invitedBy: by.id,
        invitedAt: now,
        expiresAt: new Date(now.valueOf() + invitationLife),
        withdrawnAt: null,
      },
      ['companyId', 'email'],
    );
    await this.mailer.write(tx, {
      kind: 'member-invitation',
      to: { email, language },
      subject: { fr: `Rejoignez ${company.name} sur VTE Territoires`, en: `Join ${company.name} on VTE Territoires` },
      paragraphs: [
        {
          fr: `Une personne propriétaire de l’entreprise ${company.name} (SIRET ${company.siret}) vous invite à agir en son nom, en tant que ${asRole[role].fr}.`,
          en: `An owner of the company ${company.name} (SIRET ${company.siret}) invites you to act for it, as ${asRole[role].en}.`,
        },
        {
          fr: 'Le lien fonctionne pendant 7 jours, avec un compte de membre d’entreprise à cette adresse. Si vous n’en avez pas, créez-le d’abord. Si vous ne connaissez pas cette entreprise, ne faites rien.',
          en: 'The link works for 7 days, with the account of a company member at this address. If you have none, make one first. If you do not know this company, do nothing.',
        },
      ],
      link: { label: { fr: 'Rejoindre l’entreprise', en: 'Join the company' }, path: linkPath(invitationPage, token) },
    });
    return tx.findOneByOrFail(MemberInvitation, { companyId: company.id, email });
  }
}

interface Invited {
  company: Company;
  email: string;
  role: CompanyRole;
  by: Viewer;
  now: Date;
}

export const companyOf = (companyId: string) => ({ objectType: 'Company', objectId: companyId });
