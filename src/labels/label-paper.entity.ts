import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { StoredFile } from '../files/stored-file.entity.js';
import type { DocumentKind, DocumentStage } from './document-words.js';
import { Label } from './label.entity.js';

/** A document that is asked for, or that the company sends unasked, and the file that answers it. */
@Entity('label_document')
@Unique('label_document_file_unique', ['fileId'])
@Index('label_document_of_label', ['labelId', 'askedAt', 'id'])
@Check('label_document_stage_known', `stage IN ('REQUEST', 'PROOFS')`)
@Check('label_document_asked_by_known', `asked_by IN ('INSTRUCTOR', 'PLATFORM')`)
@Check('label_document_asked_whole', '(asked_by IS NULL) = (asked_at IS NULL)')
export class LabelDocument {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'label_document_pk' })
  id!: string;

  @Column({ name: 'label_id', type: 'uuid' })
  @ForeignKey(() => Label, { name: 'label_document_label_fk', onDelete: 'CASCADE' })
  labelId!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: DocumentKind;

  @Column({ name: 'stage', type: 'text' })
  stage!: DocumentStage;

  /** Null for what was sent unasked. */
  @Column({ name: 'asked_by', type: 'text', nullable: true })
  askedBy!: 'INSTRUCTOR' | 'PLATFORM' | null;

  @Column({ name: 'asked_at', type: 'timestamptz', precision: 3, nullable: true })
  askedAt!: Date | null;

  /** What is asked for, in the words of whoever asks. */
  @Column({ name: 'words', type: 'text', nullable: true })
  words!: string | null;

  @Column({ name: 'file_id', type: 'uuid', nullable: true })
  @ForeignKey(() => StoredFile, { name: 'label_document_file_fk', onDelete: 'SET NULL' })
  fileId!: string | null;

  @Column({ name: 'filled_at', type: 'timestamptz', precision: 3, nullable: true })
  filledAt!: Date | null;
}

/** What one side says of the mission after so many months. It is written once and never changed. */
@Entity('label_check_in')
@Index('label_check_in_account', { synchronize: false })
@Check('label_check_in_side_known', `side IN ('COMPANY', 'CANDIDATE')`)
@Check('label_check_in_rating_known', 'rating BETWEEN 1 AND 5')
export class LabelCheckIn {
  @PrimaryColumn({ name: 'label_id', type: 'uuid', primaryKeyConstraintName: 'label_check_in_pk' })
  @ForeignKey(() => Label, { name: 'label_check_in_label_fk', onDelete: 'CASCADE' })
  labelId!: string;

  /** Months from the start of the mission. */
  @PrimaryColumn({ name: 'month', type: 'smallint', primaryKeyConstraintName: 'label_check_in_pk' })
  month!: number;

  @PrimaryColumn({ name: 'side', type: 'text', primaryKeyConstraintName: 'label_check_in_pk' })
  side!: 'COMPANY' | 'CANDIDATE';

  @Column({ name: 'account_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'label_check_in_account_fk', onDelete: 'SET NULL' })
  accountId!: string | null;

  @Column({ name: 'answered_at', type: 'timestamptz', precision: 3 })
  answeredAt!: Date;

  /** 1 goes badly, 5 goes very well. */
  @Column({ name: 'rating', type: 'smallint' })
  rating!: number;

  @Column({ name: 'as_agreed', type: 'boolean' })
  asAgreed!: boolean;

  @Column({ name: 'tutor_present', type: 'boolean' })
  tutorPresent!: boolean;

  @Column({ name: 'words', type: 'text', nullable: true })
  words!: string | null;

  @Column({ name: 'confidential', type: 'boolean', default: false })
  confidential!: boolean;
}
