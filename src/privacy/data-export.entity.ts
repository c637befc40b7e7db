import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { ExportStatus } from './data-export.type.js';

/** Someone’s demand for all that is kept about them. */
@Entity('data_export')
@Unique('data_export_token', ['tokenHash'])
@Index('data_export_account', ['accountId', 'askedAt'])
@Index('one_export_at_a_time', ['accountId'], { unique: true, where: `status = 'PREPARING'` })
@Check('data_export_status_known', `status IN ('PREPARING', 'READY', 'FETCHED', 'EXPIRED', 'FAILED')`)
@Check(
  'data_export_ready_whole',
  `status <> 'READY' OR (ready_at IS NOT NULL AND expires_at IS NOT NULL AND token_hash IS NOT NULL AND disk_name IS NOT NULL)`,
)
export class DataExport {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'data_export_pk' })
  id!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  @ForeignKey(() => Account, { name: 'data_export_account_fk', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ name: 'status', type: 'text' })
  status!: ExportStatus;

  @Column({ name: 'asked_at', type: 'timestamptz', precision: 3 })
  askedAt!: Date;

  @Column({ name: 'ready_at', type: 'timestamptz', precision: 3, nullable: true })
  readyAt!: Date | null;

  @Column({ name: 'expires_at', type: 'timestamptz', precision: 3, nullable: true })
  expiresAt!: Date | null;

  /** Of the link in the letter; the link itself is kept nowhere. */
  @Column({ name: 'token_hash', type: 'bytea', nullable: true })
  tokenHash!: Buffer | null;

  /** Where the zip lies; a trigger leaves the job that deletes it when this goes. */
  @Column({ name: 'disk_name', type: 'text', nullable: true })
  diskName!: string | null;
}

/** Who was erased, for as long as a backup may bring them back: a hash of the id of the account, which leads to nobody. */
@Entity('erasure_list')
@Index('erasure_list_at', ['at'])
export class ErasureListEntry {
  @PrimaryColumn({ name: 'pseudonym', type: 'bytea', primaryKeyConstraintName: 'erasure_list_pk' })
  pseudonym!: Buffer;

  @Column({ name: 'at', type: 'timestamptz', precision: 3 })
  at!: Date;
}
