import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Candidate } from '../candidates/candidate.entity.js';
import type { KeptFilter } from './kept-filter.js';

/** A search that a candidate keeps, as it was said: how it is read may change with the reference data. */
@Entity('saved_search')
@Index('saved_search_of_candidate', ['candidateId'])
export class SavedSearch {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'saved_search_pk' })
  id!: string;

  @Column({ name: 'candidate_id', type: 'uuid' })
  @ForeignKey(() => Candidate, { name: 'saved_search_candidate_fk', onDelete: 'CASCADE' })
  candidateId!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'words', type: 'text', default: '' })
  words!: string;

  @Column({ name: 'literal', type: 'boolean', default: false })
  literal!: boolean;

  @Column({ name: 'filter', type: 'jsonb', default: {} })
  filter!: KeptFilter;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  /** When its alerts were last marked as seen. */
  @Column({ name: 'last_seen_at', type: 'timestamptz', precision: 3, nullable: true })
  lastSeenAt!: Date | null;

  /** Alerts not seen yet; read together with the row. */
  newOffers!: number;
}

/** Which searches were made, changed or deleted lately, by the transaction that did: written by a trigger. */
@Entity('saved_search_change')
@Index('saved_search_change_order', ['changedIn'])
export class SavedSearchChange {
  @PrimaryColumn({
    name: 'saved_search_id',
    type: 'uuid',
    primaryKeyConstraintName: 'saved_search_change_pk',
  })
  savedSearchId!: string;

  @Column({ name: 'changed_in', type: 'bigint' })
  changedIn!: string;

  @Column({ name: 'changed_at', type: 'timestamptz', default: () => 'now()' })
  changedAt!: Date;
}
