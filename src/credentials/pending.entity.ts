import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { Language } from '../common/text.js';
import type { AccountRole } from '../permissions/account-role.js';

/** An account that someone asked for and that there will be once its address answers; several may wait for one address. */
@Entity('pending_sign_up')
@Unique('pending_sign_up_token', ['tokenHash'])
@Index('pending_sign_up_email', ['email'])
export class PendingSignUp {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'pending_sign_up_pk' })
  id!: string;

  @Column({ name: 'email', type: 'text' })
  email!: string;

  @Column({ name: 'password_hash', type: 'text' })
  passwordHash!: string;

  @Column({ name: 'role', type: 'text' })
  role!: AccountRole;

  @Column({ name: 'language', type: 'text' })
  language!: Language;

  /** Null until the worker has written the letter. */
  @Column({ name: 'token_hash', type: 'bytea', nullable: true })
  tokenHash!: Buffer | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}

/** A new password that someone asked for; of an address without account only until the worker has looked. */
@Entity('password_reset')
@Unique('password_reset_token', ['tokenHash'])
@Index('password_reset_account', ['accountId'])
@Index('password_reset_email', ['email'])
export class PasswordReset {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'password_reset_pk' })
  id!: string;

  @Column({ name: 'email', type: 'text' })
  email!: string;

  @Column({ name: 'account_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'password_reset_account_fk', onDelete: 'CASCADE' })
  accountId!: string | null;

  @Column({ name: 'token_hash', type: 'bytea', nullable: true })
  tokenHash!: Buffer | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}

/** Another address for an account, once both have agreed; asking again replaces it. */
@Entity('email_change')
@Unique('email_change_account', ['accountId'])
@Unique('email_change_old_token', ['oldTokenHash'])
@Unique('email_change_new_token', ['newTokenHash'])
@Index('email_change_new_email', ['newEmail'])
export class EmailChange {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'email_change_pk' })
  id!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  @ForeignKey(() => Account, { name: 'email_change_account_fk', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ name: 'new_email', type: 'text' })
  newEmail!: string;

  @Column({ name: 'old_token_hash', type: 'bytea', nullable: true })
  oldTokenHash!: Buffer | null;

  /** Stays null when the new address has an account already: then nobody can agree for it. */
  @Column({ name: 'new_token_hash', type: 'bytea', nullable: true })
  newTokenHash!: Buffer | null;

  @Column({ name: 'old_confirmed_at', type: 'timestamptz', nullable: true })
  oldConfirmedAt!: Date | null;

  @Column({ name: 'new_confirmed_at', type: 'timestamptz', nullable: true })
  newConfirmedAt!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
