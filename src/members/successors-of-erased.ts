import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, LessThanOrEqual } from 'typeorm';
import { PersonalData, type PersonalDataHolder } from '../accounts/personal-data.js';
import { Clock } from '../common/clock.js';
import { CompanyFollowers } from '../companies/company-followers.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { MemberInvitation } from './member-invitation.entity.js';
import { MemberLetters } from './member-letters.js';
import { MembersRepository } from './members.repository.js';

/** When an account is erased: who owns its companies from then on, and letters that wait for its address. */
@Injectable()
export class SuccessorsOfErased implements PersonalDataHolder, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly personalData: PersonalData,
    private readonly followers: CompanyFollowers,
    private readonly members: MembersRepository,
    private readonly letters: MemberLetters,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this);
    this.handlers.schedule({ name: 'forget-member-invitations', cron: '37 3 * * *', work: () => this.forgetOld() });
  }

  async erase(tx: EntityManager, accountId: string): Promise<void> {
    const owned = await tx.query<{ id: string }[]>(
      `SELECT id FROM company WHERE id IN (SELECT company_id FROM company_member WHERE account_id = $1 AND role = 'owner')
        ORDER BY id FOR UPDATE`,
      [accountId],
    );
    for (const { id } of owned) {
      if (!(await this.members.hasOtherOwner(tx, id, accountId))) await this.handOver(tx, id, accountId);
    }
    await tx.query('DELETE FROM member_invitation WHERE email = (SELECT email FROM account WHERE id = $1)', [
      accountId,
    ]);
  }

  /** The longest-serving recruiter, else the longest-serving reader; someone suspended only when there is nobody else. */
  private async handOver(tx: EntityManager, companyId: string, accountId: string): Promise<void> {
    const [successor] = await tx.query<{ id: string }[]>(
      `SELECT account.id FROM company_member AS member JOIN account ON account.id = member.account_id
        WHERE member.company_id = $1 AND account.id <> $2
        ORDER BY account.suspended_at IS NOT NULL, member.role <> 'recruiter', member.joined_at, account.id LIMIT 1`,
      [companyId, accountId],
    );
    if (!successor) return;
    await this.members.setRole(tx, companyId, successor.id, 'owner');
    await this.followers.joined(tx, companyId);
    await this.letters.note(tx, 'successor', companyId, successor.id);
  }

  private async forgetOld(): Promise<void> {
    await this.db.manager.delete(MemberInvitation, { expiresAt: LessThanOrEqual(this.clock.now()) });
  }
}
