import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Application } from '../applications/application.entity.js';

/** The two who talk about an application. */
export type TalkingSide = 'CANDIDATE' | 'COMPANY';

/** What one side of an application wrote to the other. Goes with the application, and so with the candidate. */
@Entity('message')
@Index('message_thread', { synchronize: false })
@Index('message_author', ['authorId'])
@Index('message_unread', { synchronize: false })
@Index('message_untold', { synchronize: false })
@Check('message_side_known', `side IN ('CANDIDATE', 'COMPANY')`)
@Check('message_says_something', 'char_length(body) BETWEEN 1 AND 5000')
export class Message {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'message_pk' })
  id!: string;

  @Column({ name: 'application_id', type: 'uuid' })
  @ForeignKey(() => Application, { name: 'message_application_fk', onDelete: 'CASCADE' })
  applicationId!: string;

  @Column({ name: 'side', type: 'text' })
  side!: TalkingSide;

  /** Null once the account is gone; never shown. */
  @Column({ name: 'author_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'message_author_fk', onDelete: 'SET NULL' })
  authorId!: string | null;

  /** The name under which someone of the company chose to be known; goes with their account. */
  @Column({ name: 'signed_as', type: 'text', nullable: true })
  signedAs!: string | null;

  @Column({ name: 'body', type: 'text' })
  body!: string;

  /** It came in by e-mail. */
  @Column({ name: 'by_mail', type: 'boolean', default: false })
  byMail!: boolean;

  @Column({ name: 'sent_at', type: 'timestamptz', precision: 3 })
  sentAt!: Date;

  /** When the other side read it; null while it did not. */
  @Column({ name: 'read_at', type: 'timestamptz', precision: 3, nullable: true })
  readAt!: Date | null;

  /** When the other side was written a letter about it; null while it was not. */
  @Column({ name: 'told_at', type: 'timestamptz', precision: 3, nullable: true })
  toldAt!: Date | null;
}
