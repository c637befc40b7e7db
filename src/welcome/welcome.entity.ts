import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { SuspensionReason } from '../moderation/moderation-words.js';
import { Territory } from '../territories/territory.entity.js';
import type { WelcomeContent } from './welcome-content.js';
import type { WelcomeAct, WelcomeSection } from './welcome-words.js';

/** What a territory says of itself: what its managers write, and what of it everyone reads. Contacts are rows of their own. */
@Entity('territory_welcome')
@Check('territory_welcome_published', 'num_nonnulls(published, published_at, published_version) IN (0, 3)')
@Check('territory_welcome_hidden', '(hidden_at IS NULL) = (hidden_reason IS NULL)')
export class TerritoryWelcome {
  @PrimaryColumn({ name: 'territory_id', type: 'text', primaryKeyConstraintName: 'territory_welcome_pk' })
  @ForeignKey(() => Territory, { name: 'territory_welcome_territory_fk', onDelete: 'CASCADE' })
  territoryId!: string;

  /** Of the draft: one more at each saving, so that of two who write at once the second is told. */
  @Column({ name: 'version', type: 'integer' })
  version!: number;

  @Column({ name: 'draft', type: 'jsonb' })
  draft!: WelcomeContent;

  @Column({ name: 'saved_at', type: 'timestamptz', precision: 3 })
  savedAt!: Date;

  @Column({ name: 'published', type: 'jsonb', nullable: true })
  published!: WelcomeContent | null;

  @Column({ name: 'published_at', type: 'timestamptz', precision: 3, nullable: true })
  publishedAt!: Date | null;

  @Column({ name: 'published_version', type: 'integer', nullable: true })
  publishedVersion!: number | null;

  /** When an administrator took it offline. */
  @Column({ name: 'hidden_at', type: 'timestamptz', precision: 3, nullable: true })
  hiddenAt!: Date | null;

  @Column({ name: 'hidden_reason', type: 'text', nullable: true })
  hiddenReason!: SuspensionReason | null;

  @Column({ name: 'hidden_words', type: 'text', nullable: true })
  hiddenWords!: string | null;

  /** Invented with the demo, until somebody writes something else. */
  @Column({ name: 'demo', type: 'boolean', default: false })
  demo!: boolean;
}

export type Stage = 'DRAFT' | 'PUBLISHED';

/** Someone, or a service, to write to or to call: as it stands in the draft, or as everyone reads it. */
@Entity('territory_contact')
@Index('territory_contact_email', ['email'])
@Check('territory_contact_stage_known', `stage IN ('DRAFT', 'PUBLISHED')`)
@Check('territory_contact_reachable', 'email IS NOT NULL OR phone IS NOT NULL')
export class TerritoryContact {
  @PrimaryColumn({ name: 'territory_id', type: 'text', primaryKeyConstraintName: 'territory_contact_pk' })
  @ForeignKey(() => TerritoryWelcome, { name: 'territory_contact_welcome_fk', onDelete: 'CASCADE' })
  territoryId!: string;

  @PrimaryColumn({ name: 'stage', type: 'text', primaryKeyConstraintName: 'territory_contact_pk' })
  stage!: Stage;

  @PrimaryColumn({ name: 'position', type: 'smallint', primaryKeyConstraintName: 'territory_contact_pk' })
  position!: number;

  /** The same in the draft and where it is published. */
  @Column({ name: 'id', type: 'uuid' })
  id!: string;

  /** Null for a service. */
  @Column({ name: 'name', type: 'text', nullable: true })
  name!: string | null;

  @Column({ name: 'role_fr', type: 'text' })
  roleFr!: string;

  @Column({ name: 'role_en', type: 'text', nullable: true })
  roleEn!: string | null;

  @Column({ name: 'email', type: 'text', nullable: true })
  email!: string | null;

  @Column({ name: 'phone', type: 'text', nullable: true })
  phone!: string | null;
}

/** That someone was told they are shown as a contact, and whether they asked to be shown no more: known by a hash of the address. */
@Entity('territory_contact_notice')
@Index('territory_contact_notice_email', ['emailKey'])
@Unique('territory_contact_notice_token', ['tokenHash'])
export class TerritoryContactNotice {
  @PrimaryColumn({ name: 'territory_id', type: 'text', primaryKeyConstraintName: 'territory_contact_notice_pk' })
  @ForeignKey(() => TerritoryWelcome, { name: 'territory_contact_notice_welcome_fk', onDelete: 'CASCADE' })
  territoryId!: string;

  @PrimaryColumn({ name: 'email_key', type: 'text', primaryKeyConstraintName: 'territory_contact_notice_pk' })
  emailKey!: string;

  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash!: Buffer;

  @Column({ name: 'written_at', type: 'timestamptz', precision: 3 })
  writtenAt!: Date;

  @Column({ name: 'removed_at', type: 'timestamptz', precision: 3, nullable: true })
  removedAt!: Date | null;
}

/** Who changed what and when; never what stood there: it may name people who are gone. */
@Entity('territory_welcome_change')
@Index('territory_welcome_change_latest', { synchronize: false })
@Index('territory_welcome_change_account', ['accountId'])
@Check('territory_welcome_change_act_known', `act IN ('SAVED', 'PUBLISHED', 'HIDDEN', 'SHOWN', 'CONTACT_REMOVED')`)
export class TerritoryWelcomeChange {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'territory_welcome_change_pk' })
  id!: string;

  @Column({ name: 'territory_id', type: 'text' })
  @ForeignKey(() => TerritoryWelcome, { name: 'territory_welcome_change_welcome_fk', onDelete: 'CASCADE' })
  territoryId!: string;

  /** The version of the draft at that moment. */
  @Column({ name: 'version', type: 'integer' })
  version!: number;

  @Column({ name: 'at', type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ name: 'act', type: 'text' })
  act!: WelcomeAct;

  /** Null for a contact who removed themselves, and for accounts that are gone. */
  @Column({ name: 'account_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'territory_welcome_change_account_fk', onDelete: 'SET NULL' })
  accountId!: string | null;

  @Column({ name: 'sections', type: 'text', array: true })
  sections!: WelcomeSection[];
}
