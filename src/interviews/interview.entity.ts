import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { ApplicationSide } from '../applications/application-moves.js';
import { Application } from '../applications/application.entity.js';
import type { TalkingSide } from '../messages/message.entity.js';
import type { InterviewStatus } from './interview-status.js';

/** One meeting of a candidate and a company: proposed, agreed on, moved, called off. It keeps its id, and so its entry in calendars. */
@Entity('interview')
@Index('interview_of_application', ['applicationId', 'proposedAt'])
@Index('interview_proposer', ['proposerId'])
@Index('interview_to_come', { synchronize: false })
@Index('interview_waiting', { synchronize: false })
@Check('interview_status_known', `status IN ('PROPOSED', 'AGREED', 'DECLINED', 'CANCELLED')`)
@Check(
  'interview_sides_known',
  `proposed_by IN ('CANDIDATE', 'COMPANY') AND ended_by IN ('CANDIDATE', 'COMPANY', 'PLATFORM')`,
)
@Check('interview_duration_sane', 'duration_minutes BETWEEN 10 AND 480')
@Check('interview_somewhere', 'num_nonnulls(place, video_url) = 1')
@Check('interview_agreed_on_a_time', `status <> 'AGREED' OR agreed_starts_at IS NOT NULL`)
@Check('interview_cancelled_by_someone', `(status = 'CANCELLED') = (ended_by IS NOT NULL)`)
export class Interview {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'interview_pk' })
  id!: string;

  @Column({ name: 'application_id', type: 'uuid' })
  @ForeignKey(() => Application, { name: 'interview_application_fk', onDelete: 'CASCADE' })
  applicationId!: string;

  @Column({ name: 'status', type: 'text' })
  status!: InterviewStatus;

  /** Whose the times proposed last are; the other side answers. */
  @Column({ name: 'proposed_by', type: 'text' })
  proposedBy!: TalkingSide;

  /** Null once the account is gone; never shown. */
  @Column({ name: 'proposer_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'interview_proposer_fk', onDelete: 'SET NULL' })
  proposerId!: string | null;

  @Column({ name: 'proposed_at', type: 'timestamptz', precision: 3 })
  proposedAt!: Date;

  @Column({ name: 'duration_minutes', type: 'smallint' })
  durationMinutes!: number;

  @Column({ name: 'place', type: 'text', nullable: true })
  place!: string | null;

  @Column({ name: 'video_url', type: 'text', nullable: true })
  videoUrl!: string | null;

  @Column({ name: 'words', type: 'text', nullable: true })
  words!: string | null;

  /** The time agreed on; stays when the meeting is called off, so that calendars can take it out. */
  @Column({ name: 'agreed_starts_at', type: 'timestamptz', precision: 3, nullable: true })
  agreedStartsAt!: Date | null;

  @Column({ name: 'answered_at', type: 'timestamptz', precision: 3, nullable: true })
  answeredAt!: Date | null;

  @Column({ name: 'answer_words', type: 'text', nullable: true })
  answerWords!: string | null;

  /** Who called it off. */
  @Column({ name: 'ended_by', type: 'text', nullable: true })
  endedBy!: ApplicationSide | null;

  /** Raised with every change that calendars must hear of. */
  @Column({ name: 'sequence', type: 'integer', default: 0 })
  sequence!: number;

  @Column({ name: 'reminded_at', type: 'timestamptz', precision: 3, nullable: true })
  remindedAt!: Date | null;
}

/** A time at which the meeting could begin. */
@Entity('interview_slot')
@Unique('interview_slot_once', ['interviewId', 'startsAt'])
export class InterviewSlot {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'interview_slot_pk' })
  id!: string;

  @Column({ name: 'interview_id', type: 'uuid' })
  @ForeignKey(() => Interview, { name: 'interview_slot_interview_fk', onDelete: 'CASCADE' })
  interviewId!: string;

  @Column({ name: 'starts_at', type: 'timestamptz', precision: 3 })
  startsAt!: Date;
}
