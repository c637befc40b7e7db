import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { Language } from '../common/text.js';
import type { AccountRole } from '../permissions/account-role.js';

/** Whom a provider of OpenID Connect knows as this account. */
@Entity('federated_identity')
@Index('federated_identity_account', ['accountId'])
export class FederatedIdentity {
  @PrimaryColumn({ name: 'issuer', type: 'text', primaryKeyConstraintName: 'federated_identity_pk' })
  issuer!: string;

  @PrimaryColumn({ name: 'subject', type: 'text', primaryKeyConstraintName: 'federated_identity_pk' })
  subject!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  @ForeignKey(() => Account, { name: 'federated_identity_account_fk', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}

/**
 * Someone whom a provider sent with an address that is still to be proved. The browser that came from the provider holds the
 * token, the mailbox gets the code: only whoever has both goes on.
 */
@Entity('identity_proof')
@Unique('identity_proof_token', ['tokenHash'])
@Index('identity_proof_email', ['email'])
export class IdentityProof {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'identity_proof_pk' })
  id!: string;

  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash!: Buffer;

  /** Null until the worker has written the letter. */
  @Column({ name: 'code_hash', type: 'bytea', nullable: true })
  codeHash!: Buffer | null;

  @Column({ name: 'issuer', type: 'text' })
  issuer!: string;

  @Column({ name: 'subject', type: 'text' })
  subject!: string;

  @Column({ name: 'email', type: 'text' })
  email!: string;

  @Column({ name: 'role', type: 'text' })
  role!: AccountRole;

  @Column({ name: 'language', type: 'text' })
  language!: Language;

  @Column({ name: 'attempts', type: 'smallint', default: 0 })
  attempts!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
