import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { HeldFor, PurgeCount } from './purge-guards.js';

/** When someone was last active; written by triggers. */
@Entity('account_activity')
@Unique('account_activity_stay_token', ['stayTokenHash'])
@Index('account_activity_oldest', ['activeAt'])
export class AccountActivity {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'account_activity_pk' })
  @ForeignKey(() => Account, { name: 'account_activity_account_fk', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ name: 'active_at', type: 'timestamptz', precision: 3 })
  activeAt!: Date;

  /** When they were asked whether to keep the account; null once they were active again. */
  @Column({ name: 'asked_at', type: 'timestamptz', precision: 3, nullable: true })
  askedAt!: Date | null;

  @Column({ name: 'stay_token_hash', type: 'bytea', nullable: true })
  stayTokenHash!: Buffer | null;
}

export type PurgeStatus = 'HELD' | 'CONFIRMED' | 'DONE' | 'LAPSED';

/** One erasure by rule that was held, or that erased something. Numbers only. */
@Entity('purge')
@Index('purge_newest', { synchronize: false })
@Index('purge_confirmed_by', ['confirmedBy'])
@Index('purge_held_once', ['status'], { unique: true, where: `status = 'HELD'` })
@Check('purge_status_known', `status IN ('HELD', 'CONFIRMED', 'DONE', 'LAPSED')`)
export class Purge {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'purge_pk' })
  id!: string;

  @Column({ name: 'status', type: 'text' })
  status!: PurgeStatus;

  @Column({ name: 'held_for', type: 'text', array: true, default: () => `'{}'` })
  heldFor!: HeldFor[];

  /** By the clock of the platform: what was due then goes, and nothing that became due later. */
  @Column({ name: 'at', type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ name: 'database_at', type: 'timestamptz', precision: 3 })
  databaseAt!: Date;

  @Column({ name: 'counts', type: 'jsonb', default: () => `'[]'` })
  counts!: PurgeCount[];

  @Column({ name: 'confirmed_by', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'purge_confirmed_by_fk', onDelete: 'SET NULL' })
  confirmedBy!: string | null;

  @Column({ name: 'confirmed_at', type: 'timestamptz', precision: 3, nullable: true })
  confirmedAt!: Date | null;

  @Column({ name: 'done_at', type: 'timestamptz', precision: 3, nullable: true })
  doneAt!: Date | null;
}
