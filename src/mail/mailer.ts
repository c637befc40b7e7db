import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Clock } from '../common/clock.js';
import { CONFIG, type Config } from '../common/config.js';
import type { Language } from '../common/text.js';
import { Jobs } from '../jobs/jobs.js';
import type { Letter, Reader } from './letter.js';
import { written } from './written-letter.js';

/** The name of the job that sends one letter. */
export const sendMail = 'send-mail';

/** The door through which every room writes to people. */
@Injectable()
export class Mailer {
  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Notes the letter in the transaction that causes it; the worker sends it after the commit. Nothing for an account that is gone. */
  async write(tx: EntityManager, letter: Letter): Promise<void> {
    const reader = await this.reader(tx, letter.to);
    if (!reader) return;
    const { subject, text, html } = written(letter, reader.language, this.config.PUBLIC_URL);
    const [mail] = await tx.query<{ id: string }[]>(
      `INSERT INTO mail (kind, account_id, about_account_id, to_address, subject, text, html, reply_to, attachments, once_key, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT ON CONSTRAINT mail_once DO NOTHING RETURNING id`,
      [
        letter.kind,
        reader.accountId,
        letter.about ?? null,
        reader.email,
        subject,
        text,
        html,
        letter.replyTo ?? null,
        JSON.stringify(letter.attachments ?? []),
        letter.once ?? null,
        this.clock.now(),
      ],
    );
    if (mail) await this.jobs.add(tx, sendMail, { id: mail.id }, { key: `mail:${mail.id}` });
  }

  private async reader(
    tx: EntityManager,
    to: Reader,
  ): Promise<{ accountId: string | null; email: string; language: Language } | null> {
    if ('email' in to) return { ...to, accountId: null };
    const account = await tx.findOneBy(Account, { id: to.accountId });
    return account && { accountId: account.id, email: account.email, language: account.language };
  }
}
