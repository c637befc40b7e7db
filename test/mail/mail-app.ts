import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DynamicModule, Logger, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AccountsModule } from '../../src/accounts/accounts.module.js';
import { AuditModule } from '../../src/audit/audit.module.js';
import { CommonModule } from '../../src/common/common.module.js';
import { type Config, readConfig } from '../../src/common/config.js';
import { databaseOptions } from '../../src/database.js';
import { createServer } from '../../src/http/server.js';
import { JobHandlers } from '../../src/jobs/job-handlers.js';
import { JobRunner } from '../../src/jobs/job-runner.js';
import { JobsModule } from '../../src/jobs/jobs.module.js';
import type { Letter } from '../../src/mail/letter.js';
import { Mail } from '../../src/mail/mail.entity.js';
import { MailModule } from '../../src/mail/mail.module.js';
import { Mailer } from '../../src/mail/mailer.js';
import { testDatabase } from '../support/database.js';

@Module({})
class Rooms {
  static with(config: Config): DynamicModule {
    const connection = TypeOrmModule.forRoot(databaseOptions(config.DATABASE_URL!, config.DATABASE_POOL));
    return {
      module: Rooms,
      imports: [CommonModule.with(config), connection, JobsModule, AccountsModule, AuditModule, MailModule],
    };
  }
}

/** The rooms up to mail, behind HTTP, on a database of their own. */
export class MailApp {
  private count = 0;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly db: DataSource,
    readonly url: string,
    readonly databaseUrl: string,
    readonly dataDir: string,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(name: string, environment: Record<string, string> = {}): Promise<MailApp> {
    const database = await testDatabase(name);
    const dataDir = await mkdtemp(join(process.env['VTE_TEST_SCRATCH'] ?? tmpdir(), `vte-test-${process.pid}-`));
    const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: database.url, DATA_DIR: dataDir, ...environment });
    const app = await createServer(Rooms.with(config), config);
    Logger.overrideLogger(false);
    await app.listen(0, '127.0.0.1');
    const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    return new MailApp(app, app.get(DataSource), url, database.url, dataDir, async () => {
      await app.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    });
  }

  /** Writes a letter, to a new address unless told otherwise, and gives the address. */
  async write(letter: Partial<Letter> = {}): Promise<string> {
    const email = `reader${(this.count += 1)}@example.com`;
    await this.db.transaction((tx) =>
      this.app.get(Mailer).write(tx, {
        kind: 'trial',
        to: { email, language: 'fr' },
        subject: { fr: 'À lire', en: 'To read' },
        paragraphs: [{ fr: 'Une réponse est arrivée.', en: 'An answer came.' }],
        ...letter,
      }),
    );
    return email;
  }

  row(email: string): Promise<Mail> {
    return this.db.manager.findOneByOrFail(Mail, { toAddress: email });
  }

  async account(email: string, language = 'fr'): Promise<string> {
    const [{ id }] = await this.db.query<[{ id: string }]>(
      `INSERT INTO account (email, password_hash, role, language) VALUES ($1, '', 'CANDIDATE', $2) RETURNING id`,
      [email, language],
    );
    return id;
  }

  jobs(): Promise<void> {
    return this.app.get(JobRunner).drain();
  }

  /** As if every pause before a next try were over. */
  async again(): Promise<void> {
    await this.db.query('UPDATE graphile_worker._private_jobs SET run_at = now()');
    await this.jobs();
  }

  /** What is kept for a time and is over. */
  forget(): Promise<void> {
    return this.tick('forget-mails');
  }

  async tick(name: string): Promise<void> {
    await this.app
      .get(JobHandlers)
      .schedules.find((schedule) => schedule.name === name)!
      .work();
    await this.jobs();
  }
}
