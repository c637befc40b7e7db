import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonalData } from '../accounts/personal-data.js';
import { Clock } from '../common/clock.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.js';
import { MailFiles } from './mail-files.js';
import { replyAddressKeptDays } from './reply-addresses.js';

/** Days for which it is kept that a letter was sent, or could not be; and its file, where there is no mail server. */
export const mailKeptDays = 14;

/** Days for which it is kept that an answer came in: longer than any mail server tries. */
export const replyReceivedKeptDays = 14;

const sweepFiles = 'sweep-mail-files';

/** Forgets letters soon after they went out, and those to or about people who are erased at once, wherever they are. */
@Injectable()
export class MailKeeper implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly files: MailFiles,
    private readonly handlers: JobHandlers,
    private readonly jobs: Jobs,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.handlers.register(sweepFiles, () => this.sweepFiles());
    this.handlers.schedule({ name: 'forget-mails', cron: '41 3 * * *', work: () => this.forgetOld() });
    this.personalData.register({ erase: (tx, accountId) => this.forgetPerson(tx, accountId) });
  }

  /** A letter that waits for its job is not old; one that nobody will send any more is. */
  async forgetOld(): Promise<void> {
    await this.db.query(
      `DELETE FROM mail WHERE created_at <= $1 AND coalesce(sent_at, failed_at, created_at) <= $1
       AND NOT EXISTS (SELECT FROM graphile_worker.jobs WHERE key = 'mail:' || mail.id AND attempts < max_attempts)`,
      [this.daysAgo(mailKeptDays)],
    );
    await this.db.query('DELETE FROM reply_received WHERE received_at <= $1', [this.daysAgo(replyReceivedKeptDays)]);
    await this.db.query('DELETE FROM reply_address WHERE used_at <= $1', [this.daysAgo(replyAddressKeptDays)]);
    await this.sweepFiles();
  }

  /** Letters to the account and about it, and those that were sent to its address before it was there. */
  private async forgetPerson(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query(
      `DELETE FROM mail WHERE account_id = $1 OR about_account_id = $1
       OR to_address = (SELECT email FROM account WHERE id = $1)`,
      [accountId],
    );
    await this.jobs.add(tx, sweepFiles, {}, { key: sweepFiles });
  }

  /** Files whose letter is no more. A letter has its row as long as it is being written to a file. */
  async sweepFiles(): Promise<void> {
    const ids = await this.files.ids();
    const rows = await this.db.query<{ id: string }[]>('SELECT id FROM mail WHERE id = ANY ($1::uuid[])', [ids]);
    const kept = new Set(rows.map(({ id }) => id));
    for (const id of ids) if (!kept.has(id)) await this.files.remove(id);
  }

  private daysAgo(days: number): Date {
    return new Date(this.clock.now().valueOf() - days * 86_400_000);
  }
}
