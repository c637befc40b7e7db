import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Company } from '../companies/company.entity.js';
import { Offer } from '../offers/offer.entity.js';
import type { SuspensionReason } from './moderation-words.js';

/** That an offer, a company or an account was taken offline, why, and since when; at most one of an object holds. */
@Entity('suspension')
@Unique('suspension_answer_token', ['answerTokenHash'])
@Index('suspension_of_offer', ['offerId'])
@Index('suspension_of_company', ['companyId'])
@Index('suspension_of_account', ['accountId'])
@Index('suspension_suspended_by', ['suspendedBy'])
@Index('suspension_lifted_by', ['liftedBy'])
@Index('suspension_once', { synchronize: false })
@Check('suspension_of_one', 'num_nonnulls(offer_id, company_id, account_id) = 1')
export class Suspension {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'suspension_pk' })
  id!: string;

  @Column({ name: 'offer_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Offer, { name: 'suspension_offer_fk', onDelete: 'CASCADE' })
  offerId!: string | null;

  @Column({ name: 'company_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Company, { name: 'suspension_company_fk', onDelete: 'CASCADE' })
  companyId!: string | null;

  @Column({ name: 'account_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'suspension_account_fk', onDelete: 'CASCADE' })
  accountId!: string | null;

  @Column({ name: 'reason', type: 'text' })
  reason!: SuspensionReason;

  /** What the administrator wrote to those concerned. */
  @Column({ name: 'words', type: 'text', nullable: true })
  words!: string | null;

  @Column({ name: 'since', type: 'timestamptz', precision: 3 })
  since!: Date;

  @Column({ name: 'suspended_by', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'suspension_suspended_by_fk', onDelete: 'SET NULL' })
  suspendedBy!: string | null;

  /** Of the token in the letter with which those concerned answer; null once lifted. */
  @Column({ name: 'answer_token_hash', type: 'bytea', nullable: true })
  answerTokenHash!: Buffer | null;

  @Column({ name: 'lifted_at', type: 'timestamptz', precision: 3, nullable: true })
  liftedAt!: Date | null;

  @Column({ name: 'lifted_by', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'suspension_lifted_by_fk', onDelete: 'SET NULL' })
  liftedBy!: string | null;

  /** Of a candidate who agreed to be seen by companies: since when, to be given back. Companies do not see who is suspended. */
  @Column({ name: 'visible_since', type: 'timestamptz', nullable: true })
  visibleSince!: Date | null;
}
