import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { ApplicationSide } from './application-moves.js';
import type { DeclineReason } from './application-reasons.js';
import type { ApplicationStatus } from './application-status.js';
import { Application } from './application.entity.js';

export const applicationNotices = ['COMPANY_REMINDED', 'ANSWER_LATE', 'DECISION_LATE', 'OFFER_ENDED'] as const;
/** What happened to an application without moving it. */
export type ApplicationNotice = (typeof applicationNotices)[number];

/** One step of an application. It is written once and never changed. */
@Entity('application_event')
@Index('application_event_order', ['applicationId', 'seq'])
@Index('application_event_account', ['accountId'])
@Check('application_event_side_known', `side IN ('CANDIDATE', 'COMPANY', 'PLATFORM')`)
@Check(
  'application_event_notice_known',
  `notice IN ('COMPANY_REMINDED', 'ANSWER_LATE', 'DECISION_LATE', 'OFFER_ENDED')`,
)
@Check('application_event_moves', '(notice IS NULL) = (from_status IS DISTINCT FROM to_status)')
export class ApplicationEvent {
  @PrimaryGeneratedColumn('identity', {
    name: 'seq',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'application_event_pk',
  })
  seq!: string;

  @Column({ name: 'application_id', type: 'uuid' })
  @ForeignKey(() => Application, { name: 'application_event_application_fk', onDelete: 'CASCADE' })
  applicationId!: string;

  /** Null for the sending. */
  @Column({ name: 'from_status', type: 'text', nullable: true })
  from!: ApplicationStatus | null;

  @Column({ name: 'to_status', type: 'text' })
  to!: ApplicationStatus;

  /** Null for a move. */
  @Column({ name: 'notice', type: 'text', nullable: true })
  notice!: ApplicationNotice | null;

  @Column({ name: 'at', type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ name: 'side', type: 'text' })
  side!: ApplicationSide;

  /** Who did it; null for the platform, and when the account is gone. Never shown to the other side. */
  @Column({ name: 'account_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'application_event_account_fk', onDelete: 'SET NULL' })
  accountId!: string | null;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: DeclineReason | null;

  @Column({ name: 'words', type: 'text', nullable: true })
  words!: string | null;

  /** The name under which whoever answered chose to be known. */
  @Column({ name: 'signed_as', type: 'text', nullable: true })
  signedAs!: string | null;
}
