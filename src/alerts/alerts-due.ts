import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IndexableOffer } from '../indexing/offer-document.js';

/** Which offers are to be considered, and which publications were. */
@Injectable()
export class AlertsDue {
  /** Ids of offers that were opened, oldest first, taken away inside the transaction; none while another process has the lock. */
  async take(tx: EntityManager, most: number): Promise<string[]> {
    const [lock] = await tx.query<[{ mine: boolean }]>('SELECT pg_try_advisory_xact_lock(hashtext($1)) AS mine', [
      'vte alerts',
    ]);
    if (!lock.mine) return [];
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `DELETE FROM alert_due WHERE seq IN (SELECT seq FROM alert_due ORDER BY seq LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING offer_id AS id`,
      [most],
    );
    return rows.map(({ id }) => id);
  }

  /** Those whose publication was not considered yet: an offer that comes back from a pause was. */
  async notConsidered(tx: EntityManager, offers: readonly IndexableOffer[]): Promise<IndexableOffer[]> {
    const rows = await tx.query<{ id: string; publishedAt: Date }[]>(
      'SELECT offer_id AS id, published_at AS "publishedAt" FROM alert_considered WHERE offer_id = ANY($1)',
      [offers.map(({ offer }) => offer.id)],
    );
    const before = new Map(rows.map(({ id, publishedAt }) => [id, publishedAt.valueOf()]));
    return offers.filter(({ offer }) => before.get(offer.id) !== publishedAt(offer).valueOf());
  }

  async considered(tx: EntityManager, offers: readonly IndexableOffer[]): Promise<void> {
    await tx.query(
      `INSERT INTO alert_considered (offer_id, published_at)
       SELECT o.id, said.at FROM unnest($1::uuid[], $2::timestamptz[]) AS said (id, at) JOIN offer o ON o.id = said.id
       ON CONFLICT (offer_id) DO UPDATE SET published_at = excluded.published_at`,
      [offers.map(({ offer }) => offer.id), offers.map(({ offer }) => publishedAt(offer))],
    );
  }

  /** Whoever follows the changes hears of each within seconds. */
  async forgetOldChanges(db: EntityManager): Promise<void> {
    await db.query(`DELETE FROM saved_search_change WHERE changed_at < now() - interval '1 day'`);
  }
}

const publishedAt = ({ publishedAt: at, createdAt }: IndexableOffer['offer']): Date => at ?? createdAt;
