import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonalData } from '../accounts/personal-data.js';
import { Clock } from '../common/clock.js';
import { JobHandlers } from '../jobs/job-handlers.js';

/** Whose rows end by themselves. */
const shortLived = ['session', 'pending_sign_up', 'password_reset', 'email_change', 'sign_in_ticket', 'identity_proof'];

/** Those that know people by an address alone; all others go with the account. */
const byAddress = {
  pending_sign_up: 'email',
  password_reset: 'email',
  identity_proof: 'email',
  email_change: 'new_email',
};

/** Forgets what is too old to be used, and what was kept about people who leave. */
@Injectable()
export class CredentialsKeeper implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly handlers: JobHandlers,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.handlers.schedule({ name: 'tidy-credentials', cron: '41 * * * *', work: () => this.tidy() });
    this.personalData.register({ erase: (tx, accountId) => this.erase(tx, accountId) });
  }

  private async tidy(): Promise<void> {
    const now = this.clock.now();
    for (const table of shortLived) await this.db.query(`DELETE FROM ${table} WHERE expires_at <= $1`, [now]);
  }

  private async erase(tx: EntityManager, accountId: string): Promise<void> {
    for (const [table, address] of Object.entries(byAddress)) {
      await tx.query(
        `DELETE FROM ${table} USING account WHERE account.id = $1 AND ${table}.${address} = account.email`,
        [accountId],
      );
    }
  }
}
