import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Application } from '../applications/application.entity.js';

/** What a member of the company noted about an application for the others. Data about the candidate: goes with them, and is handed over to them. */
@Entity('application_note')
@Index('application_note_of_application', { synchronize: false })
@Index('application_note_author', ['authorId'])
@Check('application_note_says_something', 'char_length(body) BETWEEN 1 AND 2000')
export class ApplicationNote {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'application_note_pk' })
  id!: string;

  @Column({ name: 'application_id', type: 'uuid' })
  @ForeignKey(() => Application, { name: 'application_note_application_fk', onDelete: 'CASCADE' })
  applicationId!: string;

  /** Null once the account is gone. */
  @Column({ name: 'author_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'application_note_author_fk', onDelete: 'SET NULL' })
  authorId!: string | null;

  @Column({ name: 'body', type: 'text' })
  body!: string;

  @Column({ name: 'written_at', type: 'timestamptz', precision: 3 })
  writtenAt!: Date;

  @Column({ name: 'edited_at', type: 'timestamptz', precision: 3, nullable: true })
  editedAt!: Date | null;
}
