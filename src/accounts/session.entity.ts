import { Column, Entity, ForeignKey, Generated, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from './account.entity.js';

/** A signed-in client. Only the hash of its token is kept: who reads this table cannot sign in with it. */
@Entity('session')
@Unique('session_id_unique', ['id'])
@Index('session_account', ['accountId'])
@Index('session_expiry', ['expiresAt'])
@Index('session_acting_admin', ['actingAdminId'])
export class Session {
  @PrimaryColumn({ name: 'token_hash', type: 'bytea', primaryKeyConstraintName: 'session_pk' })
  tokenHash!: Buffer;

  /** What its owner ends it by: the token is told once and to that client only. */
  @Column({ name: 'id', type: 'uuid' })
  @Generated('uuid')
  id!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  @ForeignKey(() => Account, { name: 'session_account_fk', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'last_used_at', type: 'timestamptz', default: () => 'now()' })
  lastUsedAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  /** Browser and system, as “Firefox, Windows”. */
  @Column({ name: 'agent', type: 'text', nullable: true })
  agent!: string | null;

  /** Where it was opened from, truncated. */
  @Column({ name: 'network', type: 'text', nullable: true })
  network!: string | null;

  /** It was opened with a second factor too; one of an administrator does nothing without. */
  @Column({ name: 'second_factor', type: 'boolean', default: false })
  secondFactor!: boolean;

  /** The administrator who sees as the account with it; null for the account’s own. */
  @Column({ name: 'acting_admin_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'session_acting_admin_fk', onDelete: 'CASCADE' })
  actingAdminId!: string | null;

  /** Nothing can be changed with it. */
  @Column({ name: 'read_only', type: 'boolean', default: false })
  readOnly!: boolean;
}
