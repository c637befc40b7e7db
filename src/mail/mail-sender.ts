import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, IsNull, type QueryRunner } from 'typeorm';
import { Clock } from '../common/clock.js';
import { type Attempt, JobHandlers } from '../jobs/job-handlers.js';
import { Mail } from './mail.entity.js';
import { MailFiles } from './mail-files.js';
import type { MailOutcome } from './mail-outcome.js';
import { MailTransport } from './mail-transport.js';
import { sendMail } from './mailer.js';

/** Tries of unknown outcome that are made good by sending again: one, with the same id, so at most one letter comes twice. */
const mostUncertain = 1;

/** How long the mark that a letter is out is tried for, while the database is away: milliseconds between the tries. */
const patience = [200, 1_000, 3_000, 10_000];

/** Sends a letter: noted as tried before, marked as sent and forgotten after. */
@Injectable()
export class MailSender implements OnModuleInit {
  private readonly logger = new Logger('Mail');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transport: MailTransport,
    private readonly files: MailFiles,
    private readonly jobs: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(sendMail, ({ id }, attempt) => this.send(String(id), attempt));
  }

  /** One connection holds the lock of this letter throughout, so that two workers with one job do not both send it. */
  async send(id: string, attempt: Attempt): Promise<void> {
    const connection = this.db.createQueryRunner();
    try {
      const [lock] = (await connection.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got', [
        `mail:${id}`,
      ])) as [{ got: boolean }];
      if (!lock.got) throw new Error(`letter ${id} is in the hands of another worker`);
      try {
        await this.trySending(connection, id, attempt);
      } finally {
        await connection.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [`mail:${id}`]).catch(() => null);
      }
    } finally {
      await connection.release();
    }
  }

  private async trySending(connection: QueryRunner, id: string, attempt: Attempt): Promise<void> {
    const mail = await this.begin(connection.manager, id);
    if (!mail) return;
    const outcome = await this.transport.send(mail);
    await this.patiently(connection, (tx) => this.note(tx, mail.id, outcome, attempt));
    if (outcome.is === 'waiting' || outcome.is === 'unknown') {
      throw new Error(`letter ${id} did not go out: ${outcome.is}`);
    }
  }

  /** Notes that a try begins, in a transaction of its own: whoever comes after a crash sees it. Null when nothing is to be done. */
  private async begin(db: EntityManager, id: string): Promise<Mail | null> {
    const mail = await db.findOneBy(Mail, { id, sentAt: IsNull(), failedAt: IsNull() });
    if (!mail) return null;
    const uncertainTries = mail.uncertainTries + (mail.triedAt ? 1 : 0);
    const now = this.clock.now();
    if (uncertainTries > mostUncertain) {
      const error = `${uncertainTries} tries whose outcome nobody knows`;
      await db.update(Mail, { id }, { uncertainTries, failedAt: now, triedAt: null, error });
      this.logger.error(`letter ${id} is left: ${error}`);
      return null;
    }
    const { affected } = await db.update(Mail, { id }, { uncertainTries, triedAt: now });
    return affected === 1 ? mail : null;
  }

  private async note(db: EntityManager, id: string, outcome: MailOutcome, { last }: Attempt): Promise<void> {
    const now = this.clock.now();
    switch (outcome.is) {
      case 'sent': {
        const forgotten = { subject: '', text: '', html: '', attachments: [], replyTo: null, error: null };
        const { affected } = await db.update(Mail, { id }, { sentAt: now, triedAt: null, ...forgotten });
        // Its reader, or whom it was about, was erased while it went out.
        if (affected === 0) await this.files.remove(id);
        return;
      }
      case 'unknown':
        await db.update(Mail, { id }, { error: outcome.error });
        return;
      case 'waiting':
        await db.update(Mail, { id }, { triedAt: null, error: outcome.error, ...(last && { failedAt: now }) });
        if (last) this.logger.error(`letter ${id} is left: it was tried for days`);
        return;
      case 'refused':
        await db.update(Mail, { id }, { triedAt: null, error: outcome.error, failedAt: now });
        this.logger.warn(`letter ${id} was refused for good`);
    }
  }

  /** On the connection that holds the lock, or on others when it broke: what is known now would be unknown later. */
  private async patiently(connection: QueryRunner, note: (db: EntityManager) => Promise<void>): Promise<void> {
    try {
      await note(connection.manager);
      return;
    } catch (error) {
      this.logger.warn(`the outcome of a letter is not noted yet: ${String(error)}`);
    }
    for (const [index, pause] of patience.entries()) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      try {
        await note(this.db.manager);
        return;
      } catch (error) {
        if (index === patience.length - 1) throw error;
      }
    }
  }
}
