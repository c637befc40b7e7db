import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonalData } from '../accounts/personal-data.js';
import { Clock } from '../common/clock.js';
import { JobHandlers } from '../jobs/job-handlers.js';

/** Days for which the log is kept: no entry is a year old. */
export const auditKeptDays = 365;

/** What stands in the log for people who were erased: always the same, so that nobody is told apart by it. */
export const erasedPerson = '00000000-0000-0000-0000-000000000000';

/** The only one who changes what is in the log: forgets what is a year old, and takes out people who are erased. */
@Injectable()
export class AuditKeeper implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobHandlers,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'forget-audit', cron: '23 3 * * *', work: () => this.forgetOld() });
    this.personalData.register({ erase: (tx, accountId) => this.forgetPerson(tx, accountId) });
  }

  async forgetOld(): Promise<void> {
    const before = new Date(this.clock.now().valueOf() - auditKeptDays * 86_400_000);
    await this.db.transaction((tx) =>
      this.asKeeper(tx, () => tx.query('DELETE FROM audit_entry WHERE at <= $1', [before])),
    );
  }

  /** Of objects that are gone: their entries stay and no longer lead to them. */
  async forgetObjects(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await this.asKeeper(tx, () =>
      tx.query(
        `UPDATE audit_entry SET object_id = $2, reason = NULL, details = '{}' WHERE object_id = ANY ($1::text[])`,
        [ids, erasedPerson],
      ),
    );
  }

  /**
   * The entries stay and no longer lead to anyone. What was said as a reason goes too, since it may say who it was; but
   * administrators leave theirs: nobody takes an account of their acts away by leaving.
   */
  private async forgetPerson(tx: EntityManager, accountId: string): Promise<void> {
    await this.asKeeper(tx, async () => {
      await tx.query(
        `UPDATE audit_entry SET object_id = $2::text, owner_id = $2::uuid, reason = NULL, details = '{}'
         WHERE owner_id = $1::uuid OR object_id = $1::text`,
        [accountId, erasedPerson],
      );
      await tx.query(
        `UPDATE audit_entry SET actor_id = $2,
           reason = CASE WHEN (SELECT role FROM account WHERE id = $1) = 'ADMIN' THEN reason END WHERE actor_id = $1`,
        [accountId, erasedPerson],
      );
      await tx.query(
        `UPDATE audit_entry SET details = replace(details::text, $1::text, $2)::jsonb WHERE details::text LIKE '%' || $1::text || '%'`,
        [accountId, erasedPerson],
      );
    });
  }

  /** The setting ends with the transaction, and is taken back before anything else happens in it. */
  private async asKeeper(tx: EntityManager, work: () => Promise<unknown>): Promise<void> {
    await tx.query(`SELECT set_config('vte.audit_keeper', 'on', true)`);
    await work();
    await tx.query(`SELECT set_config('vte.audit_keeper', 'off', true)`);
  }
}
