import { Column, Entity, type EntityManager, PrimaryColumn } from 'typeorm';

/** The channel on which a change of the reference data is announced, so that running processes read it again. */
export const referenceChannel = 'vte_reference';

/** What was loaded last under a name, so that an unchanged source costs nothing at the next start. */
@Entity('reference_load')
export class ReferenceLoad {
  @PrimaryColumn({ name: 'name', type: 'text', primaryKeyConstraintName: 'reference_load_pk' })
  name!: string;

  @Column({ name: 'fingerprint', type: 'text' })
  fingerprint!: string;

  @Column({ name: 'loaded_at', type: 'timestamptz', default: () => 'now()' })
  loadedAt!: Date;
}

export async function isLoaded(db: Pick<EntityManager, 'query'>, name: string, fingerprint: string): Promise<boolean> {
  const found = await db.query<unknown[]>('SELECT 1 FROM reference_load WHERE name = $1 AND fingerprint = $2', [
    name,
    fingerprint,
  ]);
  return found.length > 0;
}

/** Takes the loading transaction, so that the note is true exactly when the data are there; announces the change at the commit. */
export async function noteLoaded(tx: EntityManager, name: string, fingerprint: string): Promise<void> {
  await tx.query(
    `INSERT INTO reference_load (name, fingerprint) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET fingerprint = excluded.fingerprint, loaded_at = now()`,
    [name, fingerprint],
  );
  await tx.query('SELECT pg_notify($1, $2)', [referenceChannel, name]);
}
