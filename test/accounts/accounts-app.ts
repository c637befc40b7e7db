import type { Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AccountsModule } from '../../src/accounts/accounts.module.js';
import { AuditModule } from '../../src/audit/audit.module.js';
import { Clock } from '../../src/common/clock.js';
import { CommonModule } from '../../src/common/common.module.js';
import { readConfig } from '../../src/common/config.js';
import type { RequestContext } from '../../src/common/context.js';
import { CredentialsModule } from '../../src/credentials/credentials.module.js';
import { databaseOptions } from '../../src/database.js';
import { JobsModule } from '../../src/jobs/jobs.module.js';
import { MailModule } from '../../src/mail/mail.module.js';
import { testDatabase } from '../support/database.js';

/** A clock that stands still until it is moved. */
export class MovableClock extends Clock {
  private moment = new Date('2026-03-02T09:00:00Z');

  override now(): Date {
    return this.moment;
  }

  forward(milliseconds: number): void {
    this.moment = new Date(this.moment.valueOf() + milliseconds);
  }
}

export interface RoomUnderTest {
  module: TestingModule;
  db: DataSource;
  clock: MovableClock;
  close(): Promise<void>;
}

/** Accounts, and how people prove that one is theirs. */
export const credentialRooms: Type[] = [JobsModule, AccountsModule, AuditModule, MailModule, CredentialsModule];

/** The rooms asked for on a database of their own; the whole application is for the stories. */
export async function rooms(
  name: string,
  modules: Type[] = [AccountsModule],
  env: Record<string, string> = {},
): Promise<RoomUnderTest> {
  const database = await testDatabase(name);
  const config = readConfig({ NODE_ENV: 'test', EMAIL_CONFIRMATION: 'off', DATABASE_URL: database.url, ...env });
  const connection = TypeOrmModule.forRoot({ ...databaseOptions(database.url, 5), retryAttempts: 0 });
  const clock = new MovableClock();
  const module = await Test.createTestingModule({ imports: [CommonModule.with(config), connection, ...modules] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  await module.init();
  return {
    module,
    db: module.get(DataSource),
    clock,
    close: async () => {
      await module.close();
      await database.drop();
    },
  };
}

/** What a browser would have been told, beside the context of its request. */
export function request(token: string | null = null, address = '192.0.2.1') {
  const cookies: { name: string; value: string | null; options: unknown }[] = [];
  const reply = {
    request: { cookies: {} as Record<string, string>, headers: {} as Record<string, string> },
    setCookie: (name: string, value: string, options: unknown) => cookies.push({ name, value, options }),
    clearCookie: (name: string, options: unknown) => cookies.push({ name, value: null, options }),
  };
  const context: RequestContext = {
    language: 'fr',
    token,
    address,
    writes: true,
    asks: 'POST /graphql',
    reply: reply as unknown as RequestContext['reply'],
  };
  return { context, cookies };
}
