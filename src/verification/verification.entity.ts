import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Company } from '../companies/company.entity.js';
import type { RegisterAnswer } from './company-register.js';
import type { Doubt } from './doubts.js';
import type { RefusalReason, VerificationStatus, VerifiedBy } from './verification-words.js';

/**
 * What is known of whether a company is the one it says it is. Whether it counts as verified is `company.verified_at` and
 * nothing else; a company without a row was registered before, or while companies were not verified.
 */
@Entity('company_verification')
@Index('company_verification_queue', { synchronize: false })
@Check('company_verification_refusal', 'refused_because IS NOT NULL OR refused_words IS NULL')
@Check('company_verification_doubts', 'queued_at IS NULL OR cardinality(doubts) > 0')
export class CompanyVerification {
  @PrimaryColumn({ name: 'company_id', type: 'uuid', primaryKeyConstraintName: 'company_verification_pk' })
  @ForeignKey(() => Company, { name: 'company_verification_company_fk', onDelete: 'CASCADE' })
  companyId!: string;

  /** Since when it stands as it does: pending, verified or refused. */
  @Column({ name: 'since', type: 'timestamptz', precision: 3 })
  since!: Date;

  /** The name under which it was verified: later ones are compared with it, so that it cannot drift away step by step. */
  @Column({ name: 'verified_name', type: 'text', nullable: true })
  verifiedName!: string | null;

  @Column({ name: 'refused_because', type: 'text', nullable: true })
  refusedBecause!: RefusalReason | null;

  @Column({ name: 'refused_words', type: 'text', nullable: true })
  refusedWords!: string | null;

  /** Since when administrators are asked to look at it; null when they are not. */
  @Column({ name: 'queued_at', type: 'timestamptz', precision: 3, nullable: true })
  queuedAt!: Date | null;

  /** Why nothing or nobody verified it by itself, or why it is looked at again. */
  @Column({ name: 'doubts', type: 'text', array: true, default: '{}' })
  doubts!: Doubt[];

  /** What the public register said last. */
  @Column({ name: 'register', type: 'jsonb', nullable: true })
  register!: RegisterAnswer | null;

  @Column({ name: 'register_asked_at', type: 'timestamptz', precision: 3, nullable: true })
  registerAskedAt!: Date | null;
}

/** How it came to stand as it does: only ever added to. */
@Entity('company_verification_step')
@Index('company_verification_step_company', ['companyId', 'seq'])
@Index('company_verification_step_account', ['accountId'])
@Check('company_verification_step_status_known', `status IN ('PENDING', 'VERIFIED', 'REFUSED')`)
@Check('company_verification_step_by_known', `by IN ('MEMBER', 'PLATFORM', 'ADMINISTRATOR')`)
export class VerificationStep {
  /** In the order in which they were made, also within one moment. */
  @PrimaryGeneratedColumn('identity', {
    name: 'seq',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'company_verification_step_pk',
  })
  seq!: string;

  @Column({ name: 'company_id', type: 'uuid' })
  @ForeignKey(() => Company, { name: 'company_verification_step_company_fk', onDelete: 'CASCADE' })
  companyId!: string;

  @Column({ name: 'at', type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ name: 'status', type: 'text' })
  status!: VerificationStatus;

  @Column({ name: 'by', type: 'text' })
  by!: VerifiedBy;

  /** Who it was; null for the register, and for people who were erased. */
  @Column({ name: 'account_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'company_verification_step_account_fk', onDelete: 'SET NULL' })
  accountId!: string | null;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: RefusalReason | null;

  /** What was said to the members at a refusal, or by a member who asks again. */
  @Column({ name: 'words', type: 'text', nullable: true })
  words!: string | null;
}
