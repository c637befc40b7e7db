import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { CharterContent } from './charter-content.js';
import { Hire } from './hire.entity.js';

/** A charter as it was frozen to be signed. At most one of a hire stands; a change of data voids it and its signatures. */
@Entity('charter_version')
@Unique('charter_version_number', ['hireId', 'number'])
@Unique('charter_version_sha256', ['sha256'])
@Unique('charter_version_final_sha256', ['finalSha256'])
@Index('charter_version_standing', { synchronize: false })
@Index('charter_version_waiting', { synchronize: false })
@Check('charter_version_sha256_form', `sha256 ~ '^[0-9a-f]{64}$' AND final_sha256 ~ '^[0-9a-f]{64}$'`)
export class CharterVersion {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'charter_version_pk' })
  id!: string;

  @Column({ name: 'hire_id', type: 'uuid' })
  @ForeignKey(() => Hire, { name: 'charter_version_hire_fk', onDelete: 'CASCADE' })
  hireId!: string;

  @Column({ name: 'number', type: 'integer' })
  number!: number;

  /** What the document says; null once it was forgotten. */
  @Column({ name: 'content', type: 'jsonb', nullable: true })
  content!: CharterContent | null;

  /** The document to be signed, byte for byte; read by itself, and null once it was forgotten. */
  @Column({ name: 'pdf', type: 'bytea', nullable: true, select: false })
  pdf!: Buffer | null;

  /** The fingerprint of these bytes, 64 digits; stays when they are forgotten, so that a copy can still be recognised. */
  @Column({ name: 'sha256', type: 'text' })
  sha256!: string;

  @Column({ name: 'made_at', type: 'timestamptz', precision: 3 })
  madeAt!: Date;

  @Column({ name: 'voided_at', type: 'timestamptz', precision: 3, nullable: true })
  voidedAt!: Date | null;

  /** When the second of both signed. */
  @Column({ name: 'signed_at', type: 'timestamptz', precision: 3, nullable: true })
  signedAt!: Date | null;

  /** The document with its page of signatures; the one that was signed is attached to it. */
  @Column({ name: 'final_pdf', type: 'bytea', nullable: true, select: false })
  finalPdf!: Buffer | null;

  @Column({ name: 'final_sha256', type: 'text', nullable: true })
  finalSha256!: string | null;

  /** How often each side was reminded to sign. */
  @Column({ name: 'company_reminders', type: 'smallint', default: 0 })
  companyReminders!: number;

  @Column({ name: 'candidate_reminders', type: 'smallint', default: 0 })
  candidateReminders!: number;
}

/** The hand of one side under one version. */
@Entity('charter_signature')
@Unique('charter_signature_once', ['versionId', 'side'])
@Index('charter_signature_account', { synchronize: false })
@Check('charter_signature_side_known', `side IN ('CANDIDATE', 'COMPANY')`)
@Check('charter_signature_proved_by_known', `proved_by IN ('PASSWORD', 'RECENT_SIGN_IN')`)
export class CharterSignature {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'charter_signature_pk' })
  id!: string;

  @Column({ name: 'version_id', type: 'uuid' })
  @ForeignKey(() => CharterVersion, { name: 'charter_signature_version_fk', onDelete: 'CASCADE' })
  versionId!: string;

  @Column({ name: 'side', type: 'text' })
  side!: 'CANDIDATE' | 'COMPANY';

  /** Null once the account is gone. */
  @Column({ name: 'account_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'charter_signature_account_fk', onDelete: 'SET NULL' })
  accountId!: string | null;

  /** As they signed; null once the account is gone. */
  @Column({ name: 'name', type: 'text', nullable: true })
  name!: string | null;

  /** In which role a member of the company signed. */
  @Column({ name: 'role', type: 'text', nullable: true })
  role!: string | null;

  /** The fingerprint that was signed. */
  @Column({ name: 'sha256', type: 'text' })
  sha256!: string;

  /** By what the person proved to be there. */
  @Column({ name: 'proved_by', type: 'text' })
  provedBy!: 'PASSWORD' | 'RECENT_SIGN_IN';

  @Column({ name: 'signed_at', type: 'timestamptz', precision: 3 })
  signedAt!: Date;
}
