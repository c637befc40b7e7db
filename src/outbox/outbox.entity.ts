import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A debt to the search engine: "this thing changed", without saying how. It is paid by reading the row again. */
@Entity('outbox')
export class OutboxMark {
  @PrimaryGeneratedColumn('identity', {
    name: 'seq',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'outbox_pk',
  })
  seq!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: MarkKind;

  @Column({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'marked_at', type: 'timestamptz', default: () => 'now()' })
  markedAt!: Date;
}

/** A mark that could not be paid because its row breaks the document or the engine refuses it; kept with its error. */
@Entity('outbox_parked')
export class ParkedMark {
  @Column({ name: 'kind', type: 'text', primary: true, primaryKeyConstraintName: 'outbox_parked_pk' })
  kind!: MarkKind;

  @Column({ name: 'id', type: 'uuid', primary: true, primaryKeyConstraintName: 'outbox_parked_pk' })
  id!: string;

  @Column({ name: 'error', type: 'text' })
  error!: string;

  @Column({ name: 'parked_at', type: 'timestamptz', default: () => 'now()' })
  parkedAt!: Date;
}

export type MarkKind = 'offer' | 'company';
