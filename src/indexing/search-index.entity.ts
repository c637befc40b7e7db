import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which settings and documents each index of the engine was built with. */
@Entity('search_index')
export class SearchIndex {
  @PrimaryColumn({ name: 'name', type: 'text', primaryKeyConstraintName: 'search_index_pk' })
  name!: string;

  @Column({ name: 'fingerprint', type: 'text' })
  fingerprint!: string;

  @Column({ name: 'built_at', type: 'timestamptz', default: () => 'now()' })
  builtAt!: Date;
}
