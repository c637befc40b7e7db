import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { Language } from '../common/text.js';
import { Company } from '../companies/company.entity.js';
import { Invitation } from '../invitations/invitation.entity.js';
import { Message } from '../messages/message.entity.js';
import { Offer } from '../offers/offer.entity.js';
import { Territory } from '../territories/territory.entity.js';
import type { CaseKind, Decision, ReportOrigin, ReportReason, SuspensionReason } from './moderation-words.js';

/** What was said of one object until an administrator decided; at most one case of an object is open. */
@Entity('moderation_case')
@Index('moderation_case_open', { synchronize: false })
@Index('moderation_case_oldest', ['openedAt', 'id'])
@Index('moderation_case_of_offer', ['offerId'])
@Index('moderation_case_of_company', ['companyId'])
@Index('moderation_case_of_invitation', ['invitationId'])
@Index('moderation_case_of_message', ['messageId'])
@Index('moderation_case_of_account', ['accountId'])
@Index('moderation_case_of_territory', ['territoryId'])
@Index('moderation_case_decided_by', ['decidedBy'])
@Check(
  'moderation_case_of_one',
  `num_nonnulls(offer_id, company_id, invitation_id, message_id, account_id, territory_id) = 1 AND CASE kind
   WHEN 'OFFER' THEN offer_id::text WHEN 'COMPANY' THEN company_id::text WHEN 'INVITATION' THEN invitation_id::text
   WHEN 'MESSAGE' THEN message_id::text WHEN 'ACCOUNT' THEN account_id::text WHEN 'TERRITORY' THEN territory_id
   END IS NOT NULL`,
)
@Check('moderation_case_decided', '(decided_at IS NULL) = (decision IS NULL)')
export class ModerationCase {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'moderation_case_pk' })
  id!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: CaseKind;

  @Column({ name: 'offer_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Offer, { name: 'moderation_case_offer_fk', onDelete: 'CASCADE' })
  offerId!: string | null;

  @Column({ name: 'company_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Company, { name: 'moderation_case_company_fk', onDelete: 'CASCADE' })
  companyId!: string | null;

  @Column({ name: 'invitation_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Invitation, { name: 'moderation_case_invitation_fk', onDelete: 'CASCADE' })
  invitationId!: string | null;

  @Column({ name: 'message_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Message, { name: 'moderation_case_message_fk', onDelete: 'CASCADE' })
  messageId!: string | null;

  @Column({ name: 'account_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'moderation_case_account_fk', onDelete: 'CASCADE' })
  accountId!: string | null;

  /** What it says of itself is meant: its list is not ours to judge. */
  @Column({ name: 'territory_id', type: 'text', nullable: true })
  @ForeignKey(() => Territory, { name: 'moderation_case_territory_fk', onDelete: 'CASCADE' })
  territoryId!: string | null;

  @Column({ name: 'opened_at', type: 'timestamptz', precision: 3 })
  openedAt!: Date;

  @Column({ name: 'decided_at', type: 'timestamptz', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Column({ name: 'decided_by', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'moderation_case_decided_by_fk', onDelete: 'SET NULL' })
  decidedBy!: string | null;

  @Column({ name: 'decision', type: 'text', nullable: true })
  decision!: Decision | null;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: SuspensionReason | null;

  @Column({ name: 'words', type: 'text', nullable: true })
  words!: string | null;
}

/** What one visitor, the platform itself, or those concerned said of the object of a case. */
@Entity('moderation_report')
@Unique('moderation_report_once', ['caseId', 'callerKey'])
@Index('moderation_report_reporter', ['reporterId'])
@Index('moderation_report_email', ['email'])
@Check('moderation_report_origin_known', `origin IN ('VISITOR', 'PLATFORM', 'CONCERNED')`)
export class ModerationReport {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'moderation_report_pk' })
  id!: string;

  @Column({ name: 'case_id', type: 'uuid' })
  @ForeignKey(() => ModerationCase, { name: 'moderation_report_case_fk', onDelete: 'CASCADE' })
  caseId!: string;

  @Column({ name: 'origin', type: 'text' })
  origin!: ReportOrigin;

  @Column({ name: 'reason', type: 'text' })
  reason!: ReportReason;

  @Column({ name: 'words', type: 'text', nullable: true })
  words!: string | null;

  /** Null for strangers, and when the account is gone. */
  @Column({ name: 'reporter_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'moderation_report_reporter_fk', onDelete: 'SET NULL' })
  reporterId!: string | null;

  /** Where a stranger wants to be told what was decided; forgotten when they were. */
  @Column({ name: 'email', type: 'text', nullable: true })
  email!: string | null;

  @Column({ name: 'language', type: 'text', default: 'fr' })
  language!: Language;

  /** A hash by which a second report of the same caller is known while the case is open. */
  @Column({ name: 'caller_key', type: 'text', nullable: true })
  callerKey!: string | null;

  @Column({ name: 'reported_at', type: 'timestamptz', precision: 3 })
  reportedAt!: Date;
}

/** An offer whose words are to be read; written by triggers. */
@Entity('offer_review_due')
export class OfferReviewDue {
  @PrimaryGeneratedColumn('identity', {
    name: 'seq',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'offer_review_due_pk',
  })
  seq!: string;

  @Column({ name: 'offer_id', type: 'uuid' })
  offerId!: string;
}
