import { Column, Entity, type EntityManager, PrimaryColumn } from 'typeorm';
import { Outbox } from '../outbox/outbox.js';

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

/** Differs from what it was whenever something was loaded in between. */
export async function loadedSoFar(db: Pick<EntityManager, 'query'>): Promise<string> {
  const [{ loaded }] = await db.query<[{ loaded: string }]>(
    `SELECT coalesce(string_agg(format('%s %s %s', name, fingerprint, loaded_at), ' ' ORDER BY name), '') AS loaded
     FROM reference_load`,
  );
  return loaded;
}

/**
 * To be called when something was changed, in the transaction that did: the note is true exactly when the data are there,
 * and no open offer keeps a document made of the earlier data. The change is announced at the commit. Where only these
 * communes are concerned, so are only the offers with a workplace in one of them.
 */
export async function noteLoaded(
  tx: EntityManager,
  name: string,
  fingerprint: string,
  onlyCommunes?: readonly string[],
): Promise<void> {
  await tx.query(
    `INSERT INTO reference_load (name, fingerprint) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET fingerprint = excluded.fingerprint, loaded_at = now()`,
    [name, fingerprint],
  );
  if (onlyCommunes) await markOffersIn(tx, onlyCommunes);
  else await new Outbox().markOpenOffers(tx);
  await tx.query('SELECT pg_notify($1, $2)', [referenceChannel, name]);
}

async function markOffersIn(tx: EntityManager, communeCodes: readonly string[]): Promise<void> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT offer.id FROM offer JOIN offer_site AS site ON site.offer_id = offer.id
     WHERE offer.status = 'OPEN' AND site.commune_code = ANY ($1)`,
    [communeCodes],
  );
  const outbox = new Outbox();
  for (let from = 0; from < rows.length; from += 10_000) {
    await outbox.mark(tx, 'offer', ...rows.slice(from, from + 10_000).map(({ id }) => id));
  }
}
