import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { simpleParser } from 'mailparser';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditKeeper } from '../audit/audit-keeper.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.js';
import { MailFiles } from '../mail/mail-files.js';
import { PersonalRows } from './personal-rows.js';
import { PlannerStatistics } from './planner-statistics.js';
import { unsignWaitingLetters } from './waiting-letters.js';

const forgetLetters = 'forget-letters';

/**
 * What names a person, or rows that go with them, without leading there by a foreign key: the audit log, jobs, letters to others,
 * counters. Asked while all rows are still there.
 */
@Injectable()
export class TracesOfErased implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly rows: PersonalRows,
    private readonly audit: AuditKeeper,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly statistics: PlannerStatistics,
    private readonly modules: ModuleRef,
  ) {}

  onModuleInit(): void {
    this.handlers.register(forgetLetters, ({ ids }) => this.forgetLetters(String(ids).split(' ')));
  }

  async erase(tx: EntityManager, accountId: string): Promise<void> {
    const ids = await this.rows.ids(tx, accountId);
    await this.audit.forgetObjects(tx, ids);
    await tx.query(
      `DELETE FROM graphile_worker._private_jobs WHERE locked_at IS NULL
         AND EXISTS (SELECT FROM unnest($1::text[]) AS id WHERE strpos(payload::text, id) > 0 OR strpos(key, id) > 0)`,
      [ids],
    );
    await tx.query(
      `DELETE FROM mail WHERE EXISTS (SELECT FROM unnest($1::text[]) AS id
         WHERE strpos(text, id) > 0 OR strpos(once_key, id) > 0 OR strpos(reply_to, id) > 0 OR strpos(attachments::text, id) > 0)`,
      [ids],
    );
    await tx.query(
      'DELETE FROM mail USING email_change WHERE email_change.account_id = $1 AND mail.to_address = email_change.new_email',
      [accountId],
    );
    await tx.query(
      'DELETE FROM reply_address WHERE EXISTS (SELECT FROM unnest($1::text[]) AS id WHERE strpos(topic, id) > 0)',
      [ids],
    );
    await tx.query(
      `UPDATE company_verification_step SET words = NULL WHERE account_id = $1 AND by = 'MEMBER' AND words IS NOT NULL`,
      [accountId],
    );
    await unsignWaitingLetters(tx, accountId);
    await this.forgetCounters(tx, accountId);
    await this.jobs.add(tx, forgetLetters, { ids: ids.join(' ') }, { key: `${forgetLetters}:${ids[0]!}` });
  }

  /** Rooms count under the id, or the hash of the id or the address. */
  private async forgetCounters(tx: EntityManager, accountId: string): Promise<void> {
    const [account] = await tx.query<{ email: string }[]>('SELECT email FROM account WHERE id = $1', [accountId]);
    const hidden = [accountId, account?.email ?? accountId].map((known) =>
      createHash('sha256').update(known).digest('hex'),
    );
    await tx.query(
      `DELETE FROM rate_limit WHERE EXISTS (SELECT FROM unnest($1::text[]) AS name WHERE strpos(rate_limit.key, name) > 0)`,
      [[accountId, ...hidden]],
    );
  }

  /**
   * Letters that went out to others lie as files where there is no mail server; their rows no longer say what was in them. After
   * them nothing of the person is left that could be sampled.
   */
  private async forgetLetters(ids: readonly string[]): Promise<void> {
    const files = this.modules.get(MailFiles, { strict: false });
    for (const file of await files.ids()) {
      if (!(await this.names(files, file, ids))) continue;
      await files.remove(file);
      await this.db.query('DELETE FROM mail WHERE id = $1', [file]);
    }
    await this.statistics.forget(this.db.manager);
  }

  private async names(files: MailFiles, file: string, ids: readonly string[]): Promise<boolean> {
    const raw = await files.read(file);
    if (!raw) return false;
    const { text = '', replyTo, attachments } = await simpleParser(raw, { skipTextToHtml: true });
    const said = [text, replyTo?.text ?? '', ...attachments.map(({ content }) => content.toString('utf8'))].join('\n');
    return ids.some((id) => said.includes(id));
  }
}
