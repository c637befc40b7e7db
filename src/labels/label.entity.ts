import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { VerdictName } from '../aids/aid-verdicts.js';
import { Hire } from '../hires/hire.entity.js';
import type { Aid } from '../offers/aid-names.js';
import type { LabelSide, LabelState } from './label-words.js';

/** What the rules said of an aid when the label was requested, and what was decided since. */
export interface LabelAid {
  aid: Aid;
  verdict: VerdictName;
  /** By the rules, at the most; null where they do not tell. */
  amountEuros: number | null;
  /** Null while nothing is decided, 0 when the aid was not granted. */
  grantedEuros: number | null;
}

/** The VTE label of a hire. The row is made with the hire, by a trigger. */
@Entity('label')
@Unique('label_hire_unique', ['hireId'])
@Index('label_by_state', ['state', 'since', 'id'])
@Index('label_to_act', { synchronize: false })
@Check(
  'label_state_known',
  `state IN ('CHARTER', 'TO_REQUEST', 'REQUESTED', 'MORE_DOCUMENTS', 'GRANTED', 'REFUSED', 'MISSION', 'PROOFS_DUE',
    'PROOFS_SENT', 'PROOFS_INCOMPLETE', 'PAID', 'NO_AID', 'LAPSED', 'WITHDRAWN', 'ENDED_EARLY')`,
)
@Check('label_paid_once_paid', `(state = 'PAID') = (paid_on IS NOT NULL)`)
@Check('label_payment_whole', '(paid_on IS NULL) = (paid_euros IS NULL)')
@Check('label_payment_sane', 'paid_euros > 0 AND paid_euros <= amount_euros')
export class Label {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'label_pk' })
  id!: string;

  @Column({ name: 'hire_id', type: 'uuid' })
  @ForeignKey(() => Hire, { name: 'label_hire_fk', onDelete: 'CASCADE' })
  hireId!: string;

  @Column({ name: 'state', type: 'text' })
  state!: LabelState;

  @Column({ name: 'since', type: 'timestamptz', precision: 3, default: () => 'now()' })
  since!: Date;

  /** The last time, if it was requested again after a refusal. */
  @Column({ name: 'requested_at', type: 'timestamptz', precision: 3, nullable: true })
  requestedAt!: Date | null;

  @Column({ name: 'granted_at', type: 'timestamptz', precision: 3, nullable: true })
  grantedAt!: Date | null;

  /** The civil day on which the mission was broken off. */
  @Column({ name: 'ended_on', type: 'date', nullable: true })
  endedOn!: string | null;

  @Column({ name: 'aids', type: 'jsonb', default: [] })
  aids!: LabelAid[];

  /** What was granted in all; null while nothing is decided. */
  @Column({ name: 'amount_euros', type: 'integer', nullable: true })
  amountEuros!: number | null;

  @Column({ name: 'paid_on', type: 'date', nullable: true })
  paidOn!: string | null;

  @Column({ name: 'paid_euros', type: 'integer', nullable: true })
  paidEuros!: number | null;

  /** The day by which whoever must act has to, kept for lists; worked out again by the keeper. */
  @Column({ name: 'act_by', type: 'date', nullable: true })
  actBy!: string | null;
}

/** One step of a label, or that someone was told of something. It is written once and never changed. */
@Entity('label_event')
@Unique('label_event_notice_once', ['labelId', 'notice'])
@Index('label_event_order', ['labelId', 'seq'])
@Index('label_event_account', { synchronize: false })
@Check('label_event_side_known', `side IN ('COMPANY', 'CANDIDATE', 'INSTRUCTOR', 'MANAGER', 'PLATFORM')`)
@Check('label_event_moves', '(notice IS NULL) = (from_state IS DISTINCT FROM to_state)')
export class LabelEvent {
  @PrimaryGeneratedColumn('identity', {
    name: 'seq',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'label_event_pk',
  })
  seq!: string;

  @Column({ name: 'label_id', type: 'uuid' })
  @ForeignKey(() => Label, { name: 'label_event_label_fk', onDelete: 'CASCADE' })
  labelId!: string;

  /** Null for the first. */
  @Column({ name: 'from_state', type: 'text', nullable: true })
  from!: LabelState | null;

  @Column({ name: 'to_state', type: 'text' })
  to!: LabelState;

  /** What was told, under a name that is used once for a label; null for a move. */
  @Column({ name: 'notice', type: 'text', nullable: true })
  notice!: string | null;

  @Column({ name: 'at', type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ name: 'side', type: 'text' })
  side!: LabelSide;

  /** Who did it; null for the platform, and when the account is gone. Never shown. */
  @Column({ name: 'account_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'label_event_account_fk', onDelete: 'SET NULL' })
  accountId!: string | null;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'words', type: 'text', nullable: true })
  words!: string | null;
}
