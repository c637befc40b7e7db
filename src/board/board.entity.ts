import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Application } from '../applications/application.entity.js';

/** What one may look for in an application: name, message and notes, as folded words; kept by triggers. */
@Entity('application_words')
export class ApplicationWords {
  @PrimaryColumn({ name: 'application_id', type: 'uuid', primaryKeyConstraintName: 'application_words_pk' })
  @ForeignKey(() => Application, { name: 'application_words_application_fk', onDelete: 'CASCADE' })
  applicationId!: string;

  @Column({ name: 'words', type: 'tsvector' })
  words!: string;
}

/** The match score to order and to filter by, with what it was made of: another offer, profile, set of weights or day, another score. */
@Entity('application_score')
@Check('application_score_sane', 'score BETWEEN 0 AND 1000')
export class ApplicationScore {
  @PrimaryColumn({ name: 'application_id', type: 'uuid', primaryKeyConstraintName: 'application_score_pk' })
  @ForeignKey(() => Application, { name: 'application_score_application_fk', onDelete: 'CASCADE' })
  applicationId!: string;

  /** In tenths; 0 for what has no score. */
  @Column({ name: 'score', type: 'smallint' })
  score!: number;

  @Column({ name: 'made_of', type: 'text' })
  madeOf!: string;
}
