import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type MarkKind, OutboxMark } from './outbox.entity.js';

/** The PostgreSQL channel on which a commit that left marks is announced. */
export const outboxChannel = 'vte_outbox';

@Injectable()
export class Outbox {
  /**
   * Notes that these things changed. Takes the caller's transaction, so that a mark exists exactly when the change it
   * announces does; the announcement too goes out at the commit.
   */
  async mark(tx: EntityManager, kind: MarkKind, ...ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.query('INSERT INTO outbox (kind, id) SELECT $1, unnest($2::uuid[])', [kind, ids]);
    await tx.query('SELECT pg_notify($1, $2)', [outboxChannel, kind]);
  }

  /** Notes that the documents of all open offers are to be made again, after the reference data changed. */
  async markOpenOffers(tx: EntityManager): Promise<void> {
    await tx.query(`INSERT INTO outbox (kind, id) SELECT 'offer', id FROM offer WHERE status = 'OPEN'`);
    await tx.query('SELECT pg_notify($1, $2)', [outboxChannel, 'offer']);
  }

  /** Takes the oldest marks away inside the transaction: a rollback or a crash gives them back. */
  async take(tx: EntityManager, most: number): Promise<OutboxMark[]> {
    return tx
      .query<OutboxMark[]>(
        `DELETE FROM outbox WHERE seq IN (SELECT seq FROM outbox ORDER BY seq LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING seq, kind, id, marked_at AS "markedAt"`,
        [most],
      )
      .then((result: unknown) => (result as [OutboxMark[], number])[0]);
  }

  async park(tx: EntityManager, { kind, id }: Pick<OutboxMark, 'kind' | 'id'>, error: string): Promise<void> {
    await tx.query(
      `INSERT INTO outbox_parked (kind, id, error) VALUES ($1, $2, $3)
       ON CONFLICT (kind, id) DO UPDATE SET error = excluded.error, parked_at = now()`,
      [kind, id, error.slice(0, 2000)],
    );
  }

  /** Forgets that these were parked: a new mark made them good again. */
  async unpark(tx: EntityManager, ids: string[]): Promise<void> {
    await tx.query('DELETE FROM outbox_parked WHERE id = ANY($1)', [ids]);
  }
}
