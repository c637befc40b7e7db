import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';

/** A file that goes with a letter. */
export interface Attachment {
  name: string;
  /** As "text/calendar; method=REQUEST". */
  type: string;
  content: string;
}

/** A letter to be sent. Once it is out, only that it was sent is kept, for a while. */
@Entity('mail')
@Unique('mail_once', ['onceKey'])
@Index('mail_account', ['accountId'])
@Index('mail_about_account', ['aboutAccountId'])
@Index('mail_to_address', ['toAddress'])
@Index('mail_created', ['createdAt'])
export class Mail {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'mail_pk' })
  id!: string;

  /** What it is about: "confirm-email". */
  @Column({ name: 'kind', type: 'text' })
  kind!: string;

  /** Null for an address that has no account. */
  @Column({ name: 'account_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'mail_account_fk', onDelete: 'CASCADE' })
  accountId!: string | null;

  /** Someone else whom it tells about: when that account is erased, so is the letter. */
  @Column({ name: 'about_account_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'mail_about_account_fk', onDelete: 'CASCADE' })
  aboutAccountId!: string | null;

  @Column({ name: 'to_address', type: 'text' })
  toAddress!: string;

  @Column({ name: 'subject', type: 'text' })
  subject!: string;

  @Column({ name: 'text', type: 'text' })
  text!: string;

  @Column({ name: 'html', type: 'text' })
  html!: string;

  @Column({ name: 'reply_to', type: 'text', nullable: true })
  replyTo!: string | null;

  @Column({ name: 'attachments', type: 'jsonb', default: [] })
  attachments!: Attachment[];

  /** At most one letter with this key is ever written. */
  @Column({ name: 'once_key', type: 'text', nullable: true })
  onceKey!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  /** When the last try began whose outcome is not known; null when none is open. */
  @Column({ name: 'tried_at', type: 'timestamptz', nullable: true })
  triedAt!: Date | null;

  /** Tries of which nobody knows whether the letter went out: the process died meanwhile. One is made good by sending again. */
  @Column({ name: 'uncertain_tries', type: 'smallint', default: 0 })
  uncertainTries!: number;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @Column({ name: 'failed_at', type: 'timestamptz', nullable: true })
  failedAt!: Date | null;

  @Column({ name: 'error', type: 'text', nullable: true })
  error!: string | null;
}
