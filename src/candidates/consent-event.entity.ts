import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Candidate } from './candidate.entity.js';
import type { ConsentTo } from './consents.js';

/** A consent that was given or taken back. Never changed: what counts now is what the profile says. */
@Entity('consent_event')
@Index('consent_event_candidate', ['candidateId', 'at'])
@Check('consent_event_what_known', `what IN ('VISIBLE_TO_COMPANIES')`)
export class ConsentEvent {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'consent_event_pk' })
  id!: string;

  @Column({ name: 'candidate_id', type: 'uuid' })
  @ForeignKey(() => Candidate, { name: 'consent_event_candidate_fk', onDelete: 'CASCADE' })
  candidateId!: string;

  @Column({ name: 'what', type: 'text' })
  what!: ConsentTo;

  @Column({ name: 'given', type: 'boolean' })
  given!: boolean;

  @Column({ name: 'at', type: 'timestamptz', precision: 3 })
  at!: Date;

  /** Which words were agreed to: a version in `consentWordings`. */
  @Column({ name: 'wording', type: 'text' })
  wording!: string;
}
