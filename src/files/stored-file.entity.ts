import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { FileKind, FileStanding } from './file-words.js';

/** A file that a candidate keeps here, or a paper of a label. Its bytes lie on the disk, under a name that says nothing. */
@Entity('stored_file')
@Unique('stored_file_disk_name', ['diskName'])
@Index('stored_file_account', ['accountId'])
@Index('stored_file_label', { synchronize: false })
@Index('stored_file_sent_by', { synchronize: false })
@Check('stored_file_kind_known', `kind IN ('PDF', 'DOCX', 'JPEG', 'PNG')`)
@Check('stored_file_belongs', '(account_id IS NULL) <> (label_id IS NULL)')
@Check('stored_file_standing_known', `standing IN ('BEING_CHECKED', 'READY', 'REFUSED')`)
@Check('stored_file_size_positive', 'size > 0')
export class StoredFile {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'stored_file_pk' })
  id!: string;

  /** Whose it is; null for a paper of a label. */
  @Column({ name: 'account_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'stored_file_account_fk', onDelete: 'CASCADE' })
  accountId!: string | null;

  /** The label it is a paper of; null for a file that somebody keeps. */
  @Column({ name: 'label_id', type: 'uuid', nullable: true })
  @ForeignKey('Label', { name: 'stored_file_label_fk', onDelete: 'CASCADE' })
  labelId!: string | null;

  /** Who sent a paper of a label; null once their account is gone. */
  @Column({ name: 'sent_by', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'stored_file_sent_by_fk', onDelete: 'SET NULL' })
  sentBy!: string | null;

  @Column({ name: 'disk_name', type: 'text' })
  diskName!: string;

  /** As its owner called it, made safe to show and to save under. */
  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: FileKind;

  /** Bytes. */
  @Column({ name: 'size', type: 'integer' })
  size!: number;

  @Column({ name: 'sha256', type: 'bytea' })
  sha256!: Buffer;

  @Column({ name: 'standing', type: 'text' })
  standing!: FileStanding;

  @Column({ name: 'stored_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  storedAt!: Date;
}

/** The file that goes with an application. Either going takes this away. */
@Entity('file_attachment')
@Index('file_attachment_file', ['fileId'])
export class FileAttachment {
  @PrimaryColumn({ name: 'application_id', type: 'uuid', primaryKeyConstraintName: 'file_attachment_pk' })
  @ForeignKey('Application', { name: 'file_attachment_application_fk', onDelete: 'CASCADE' })
  applicationId!: string;

  @Column({ name: 'file_id', type: 'uuid' })
  @ForeignKey(() => StoredFile, { name: 'file_attachment_file_fk', onDelete: 'CASCADE' })
  fileId!: string;
}
