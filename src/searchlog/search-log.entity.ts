import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How often the same thing was searched for on one day. No row tells of one person, and none keeps the time. */
@Entity('search_log')
@Check('search_log_short', 'char_length(words) <= 100')
export class SearchLog {
  @PrimaryColumn({ name: 'day', type: 'date', primaryKeyConstraintName: 'search_log_pk' })
  day!: string;

  /** In their normal form, without what may be a person's; '' when nothing is left or nothing was said. */
  @PrimaryColumn({ name: 'words', type: 'text', primaryKeyConstraintName: 'search_log_pk' })
  words!: string;

  /** "department:01", "region:84", or '' for all of France. */
  @PrimaryColumn({ name: 'place', type: 'text', primaryKeyConstraintName: 'search_log_pk' })
  place!: string;

  /** Whether the client refused an interpretation of the words. */
  @PrimaryColumn({ name: 'literal', type: 'boolean', primaryKeyConstraintName: 'search_log_pk' })
  literal!: boolean;

  @Column({ name: 'searches', type: 'integer' })
  searches!: number;

  /** Those of them that found nothing. */
  @Column({ name: 'empty', type: 'integer' })
  empty!: number;
}
