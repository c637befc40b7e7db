import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Text } from '../common/text.js';
import { Company, CompanyMember } from '../companies/company.entity.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.js';
import { Mailer } from '../mail/mailer.js';
import { JoinRequest } from './join-request.entity.js';
import { type About, letterAbout, type MemberNews } from './member-letter-words.js';
import { MembersRepository } from './members.repository.js';

const job = 'member-letter';

/**
 * Letters about who belongs to a company. They are written by a job, after the commit: the acts hold the company, whoever is
 * being erased holds their account, and a letter needs the accounts of its readers.
 */
@Injectable()
export class MemberLetters implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly mailer: Mailer,
    private readonly members: MembersRepository,
  ) {}

  onModuleInit(): void {
    this.handlers.register(job, async (payload) => {
      await this.write(payload as unknown as Waiting);
    });
  }

  /** `accountId` is whom it is about, and its reader unless the owners are. */
  async note(tx: EntityManager, news: MemberNews, companyId: string, accountId: string): Promise<void> {
    const waiting: Waiting = { key: randomUUID(), news, companyId, accountId };
    await this.jobs.add(tx, job, { ...waiting });
  }

  private async write({ key, news, companyId, accountId }: Waiting): Promise<void> {
    await this.db.transaction(async (tx) => {
      const company = await tx.findOneBy(Company, { id: companyId });
      if (!company) return;
      const about = await this.about(tx, company, accountId);
      const { subject, paragraphs, toOwners } = letterAbout[news];
      const readers = toOwners ? await this.members.owners(tx, companyId) : [accountId];
      const said = paragraphs(about);
      if (!said) return;
      for (const reader of readers.filter((id) => !toOwners || id !== accountId)) {
        const to = { accountId: reader };
        const title: Text = subject(company.name);
        await this.mailer.write(tx, {
          kind: `member-${news}`,
          to,
          subject: title,
          paragraphs: said,
          once: `member:${key}:${reader}`,
          ...(toOwners && { about: accountId }),
        });
      }
    });
  }

  private async about(tx: EntityManager, { id, name }: Company, accountId: string): Promise<About> {
    const [account] = await tx.query<{ email: string }[]>('SELECT email FROM account WHERE id = $1', [accountId]);
    const member = await tx.findOneBy(CompanyMember, { companyId: id, accountId });
    const request = await tx.findOneBy(JoinRequest, { companyId: id, accountId });
    return {
      company: name,
      email: account?.email ?? null,
      role: member?.role ?? null,
      message: request?.message ?? null,
    };
  }
}

interface Waiting {
  key: string;
  news: MemberNews;
  companyId: string;
  accountId: string;
}
