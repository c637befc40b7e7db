import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';

/** What the codes of an account's authenticator are made of. */
@Entity('second_factor')
export class SecondFactor {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'second_factor_pk' })
  @ForeignKey(() => Account, { name: 'second_factor_account_fk', onDelete: 'CASCADE' })
  accountId!: string;

  /** Base32; told while it is being set up and never again. */
  @Column({ name: 'secret', type: 'text' })
  secret!: string;

  /** The number of the last half minute whose code was used: neither it nor an earlier one works again. */
  @Column({ name: 'last_step', type: 'bigint', default: 0 })
  lastStep!: string;

  @Column({ name: 'started_at', type: 'timestamptz' })
  startedAt!: Date;

  /** Null until a first code was right; only then it counts. */
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;
}

/** Works once in place of a code, for whoever lost their authenticator. Removed when used. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'recovery_code_pk' })
  @ForeignKey(() => Account, { name: 'recovery_code_account_fk', onDelete: 'CASCADE' })
  accountId!: string;

  @PrimaryColumn({ name: 'code_hash', type: 'bytea', primaryKeyConstraintName: 'recovery_code_pk' })
  codeHash!: Buffer;
}

/** Someone who gave the right password, or came from a provider, and is still to give a code. */
@Entity('sign_in_ticket')
@Index('sign_in_ticket_account', ['accountId'])
export class SignInTicket {
  @PrimaryColumn({ name: 'token_hash', type: 'bytea', primaryKeyConstraintName: 'sign_in_ticket_pk' })
  tokenHash!: Buffer;

  @Column({ name: 'account_id', type: 'uuid' })
  @ForeignKey(() => Account, { name: 'sign_in_ticket_account_fk', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ name: 'attempts', type: 'smallint', default: 0 })
  attempts!: number;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
