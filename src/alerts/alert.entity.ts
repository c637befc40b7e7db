import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Candidate } from '../candidates/candidate.entity.js';
import { Offer } from '../offers/offer.entity.js';

/** An offer that concerns a candidate; told once for good, whatever it answers. */
@Entity('alert')
@Unique('alert_once', ['candidateId', 'offerId'])
@Index('alert_newest', { synchronize: false })
@Index('alert_unseen', { synchronize: false })
@Index('alert_about_offer', ['offerId'])
export class Alert {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'alert_pk' })
  id!: string;

  @Column({ name: 'candidate_id', type: 'uuid' })
  @ForeignKey(() => Candidate, { name: 'alert_candidate_fk', onDelete: 'CASCADE' })
  candidateId!: string;

  @Column({ name: 'offer_id', type: 'uuid' })
  @ForeignKey(() => Offer, { name: 'alert_offer_fk', onDelete: 'CASCADE' })
  offerId!: string;

  /** As it was public when it was found: what a company writes after closing is not. */
  @Column({ name: 'offer_title', type: 'text' })
  offerTitle!: string;

  /** The searches of the candidate that it answers; those deleted since are taken out. */
  @Column({ name: 'saved_search_ids', type: 'uuid', array: true, default: '{}' })
  savedSearchIds!: string[];

  /** How well it suits the profile; null when that is not why it was told. */
  @Column({ name: 'score_tenths', type: 'smallint', nullable: true })
  scoreTenths!: number | null;

  @Column({ name: 'found_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  foundAt!: Date;

  @Column({ name: 'seen_at', type: 'timestamptz', precision: 3, nullable: true })
  seenAt!: Date | null;
}

/** Whether offers that suit the profile are told; those without a row are told none. */
@Entity('alert_setting')
@Index('alert_setting_on', { synchronize: false })
@Check('alert_setting_score', 'min_score BETWEEN 1 AND 100')
export class AlertSetting {
  @PrimaryColumn({ name: 'candidate_id', type: 'uuid', primaryKeyConstraintName: 'alert_setting_pk' })
  @ForeignKey(() => Candidate, { name: 'alert_setting_candidate_fk', onDelete: 'CASCADE' })
  candidateId!: string;

  @Column({ name: 'profile_alerts', type: 'boolean', default: false })
  profileAlerts!: boolean;

  @Column({ name: 'min_score', type: 'smallint', default: 70 })
  minScore!: number;
}

/** An offer that was opened and is to be considered; written by a trigger. */
@Entity('alert_due')
export class AlertDue {
  @PrimaryGeneratedColumn('identity', {
    name: 'seq',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'alert_due_pk',
  })
  seq!: string;

  @Column({ name: 'offer_id', type: 'uuid' })
  offerId!: string;

  @Column({ name: 'due_at', type: 'timestamptz', default: () => 'now()' })
  dueAt!: Date;
}

/** The publication of an offer that alerts were last found for: a pause does not make it new. */
@Entity('alert_considered')
export class AlertConsidered {
  @PrimaryColumn({ name: 'offer_id', type: 'uuid', primaryKeyConstraintName: 'alert_considered_pk' })
  @ForeignKey(() => Offer, { name: 'alert_considered_offer_fk', onDelete: 'CASCADE' })
  offerId!: string;

  @Column({ name: 'published_at', type: 'timestamptz', precision: 3 })
  publishedAt!: Date;
}
