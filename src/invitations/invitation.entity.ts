import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Candidate } from '../candidates/candidate.entity.js';
import { Company } from '../companies/company.entity.js';
import { Offer } from '../offers/offer.entity.js';
import type { InvitationStatus } from './invitation-status.js';

/** A company's word to a candidate that they should apply; one per candidate and offer, for good. */
@Entity('invitation')
@Unique('one_invitation_per_candidate', ['offerId', 'candidateId'])
@Index('invitation_of_candidate', { synchronize: false })
@Index('invitation_to_offer', { synchronize: false })
@Index('invitation_of_company', { synchronize: false })
@Index('invitation_accepted', { synchronize: false })
@Index('invitation_invited_by', ['invitedBy'])
@Check('invitation_status_known', `status IN ('SENT', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')`)
@Check('invitation_answer_dated', `(status IN ('ACCEPTED', 'DECLINED')) = (answered_at IS NOT NULL)`)
export class Invitation {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'invitation_pk' })
  id!: string;

  @Column({ name: 'offer_id', type: 'uuid' })
  @ForeignKey(() => Offer, { name: 'invitation_offer_fk', onDelete: 'CASCADE' })
  offerId!: string;

  @Column({ name: 'candidate_id', type: 'uuid' })
  @ForeignKey(() => Candidate, { name: 'invitation_candidate_fk', onDelete: 'CASCADE' })
  candidateId!: string;

  /** That of the offer, kept here for the caps and for who knows whom. */
  @Column({ name: 'company_id', type: 'uuid' })
  @ForeignKey(() => Company, { name: 'invitation_company_fk', onDelete: 'CASCADE' })
  companyId!: string;

  /** Null once the account is erased; never shown. */
  @Column({ name: 'invited_by', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'invitation_invited_by_fk', onDelete: 'SET NULL' })
  invitedBy!: string | null;

  @Column({ name: 'message', type: 'text' })
  message!: string;

  /** As it is read, with what became of the offer; the column itself never says LAPSED. */
  @Column({ name: 'status', type: 'text', default: 'SENT' })
  status!: InvitationStatus;

  @Column({ name: 'sent_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  sentAt!: Date;

  @Column({ name: 'answered_at', type: 'timestamptz', precision: 3, nullable: true })
  answeredAt!: Date | null;
}

/** A candidate wants no invitation of this company any more, and not to be among its matches. */
@Entity('declined_company')
@Index('declined_company_of_company', ['companyId'])
export class DeclinedCompany {
  @PrimaryColumn({ name: 'candidate_id', type: 'uuid', primaryKeyConstraintName: 'declined_company_pk' })
  @ForeignKey(() => Candidate, { name: 'declined_company_candidate_fk', onDelete: 'CASCADE' })
  candidateId!: string;

  @PrimaryColumn({ name: 'company_id', type: 'uuid', primaryKeyConstraintName: 'declined_company_pk' })
  @ForeignKey(() => Company, { name: 'declined_company_company_fk', onDelete: 'CASCADE' })
  companyId!: string;

  @Column({ name: 'declined_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  declinedAt!: Date;
}
