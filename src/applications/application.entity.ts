import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Candidate } from '../candidates/candidate.entity.js';
import { Offer } from '../offers/offer.entity.js';
import type { ApplicationStatus } from './application-status.js';

/** A candidate's act on an offer; one per pair, for good. */
@Entity('application')
@Unique('one_application_per_candidate', ['offerId', 'candidateId'])
@Index('application_of_candidate', { synchronize: false })
@Index('application_to_offer', { synchronize: false })
@Index('application_due', { synchronize: false })
@Index('application_sent', { synchronize: false })
@Index('application_answered', { synchronize: false })
@Index('application_answered_to_offer', { synchronize: false })
@Index('application_unanswered', { synchronize: false })
@Index('application_waiting', { synchronize: false })
@Index('application_in_interview', { synchronize: false })
@Check('application_reminders_known', 'reminders BETWEEN 0 AND 2')
@Check(
  'application_status_known',
  `status IN ('SENT', 'SEEN', 'INTERVIEW', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'CLOSED_UNANSWERED')`,
)
export class Application {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'application_pk' })
  id!: string;

  @Column({ name: 'offer_id', type: 'uuid' })
  @ForeignKey(() => Offer, { name: 'application_offer_fk', onDelete: 'CASCADE' })
  offerId!: string;

  @Column({ name: 'candidate_id', type: 'uuid' })
  @ForeignKey(() => Candidate, { name: 'application_candidate_fk', onDelete: 'CASCADE' })
  candidateId!: string;

  @Column({ name: 'status', type: 'text', default: 'SENT' })
  status!: ApplicationStatus;

  @Column({ name: 'message', type: 'text', nullable: true })
  message!: string | null;

  @Column({ name: 'sent_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  sentAt!: Date;

  @Column({ name: 'answer_due_on', type: 'date' })
  answerDueOn!: string;

  /** The company's first answer: an interview, a hire or a refusal; set by the database unless given. */
  @Column({ name: 'answered_at', type: 'timestamptz', precision: 3, nullable: true })
  answeredAt!: Date | null;

  /** When the candidate took it back; set by the database unless given. */
  @Column({ name: 'withdrawn_at', type: 'timestamptz', precision: 3, nullable: true })
  withdrawnAt!: Date | null;

  /** When it came to its end, whatever the end; null while it lives. */
  @Column({ name: 'closed_at', type: 'timestamptz', precision: 3, nullable: true })
  closedAt!: Date | null;

  @Column({ name: 'moved_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  movedAt!: Date;

  /** How far the company was reminded: 0 not yet, 1 before the day of its answer, 2 on that day or after. */
  @Column({ name: 'reminders', type: 'smallint', default: 0 })
  reminders!: number;

  /** The day on which the candidate was told that the answer is late. */
  @Column({ name: 'late_on', type: 'date', nullable: true })
  lateOn!: string | null;

  /** The day on which both were told that nothing was decided long after the interview. */
  @Column({ name: 'stalled_on', type: 'date', nullable: true })
  stalledOn!: string | null;
}
