import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Offer } from '../offers/offer.entity.js';

/** An offer that was opened, as it is noted. */
export interface Due {
  seq: string;
  offerId: string;
}

interface Published {
  offer: Pick<Offer, 'id' | 'publishedAt' | 'createdAt'>;
}

/** Which offers are to be considered, and which publications were. */
@Injectable()
export class AlertsDue {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Offers that were opened, oldest first; they stay until they are taken. */
  next(most: number): Promise<Due[]> {
    return this.db.query<Due[]>('SELECT seq, offer_id AS "offerId" FROM alert_due ORDER BY seq LIMIT $1', [most]);
  }

  /** Ids of the offers of those that were still due, taken away inside the transaction; none while another process has the lock. */
  async take(tx: EntityManager, due: readonly Due[]): Promise<ReadonlySet<string>> {
    const [lock] = await tx.query<[{ mine: boolean }]>('SELECT pg_try_advisory_xact_lock(hashtext($1)) AS mine', [
      'vte alerts',
    ]);
    if (!lock.mine) return new Set();
    const [rows] = await tx.query<[{ id: string }[], number]>(
      'DELETE FROM alert_due WHERE seq = ANY($1::bigint[]) RETURNING offer_id AS id',
      [due.map(({ seq }) => seq)],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Those whose publication was not considered yet: an offer that comes back from a pause was. */
  async notConsidered<One extends Published>(tx: EntityManager, offers: readonly One[]): Promise<One[]> {
    const rows = await tx.query<{ id: string; publishedAt: Date }[]>(
      'SELECT offer_id AS id, published_at AS "publishedAt" FROM alert_considered WHERE offer_id = ANY($1)',
      [offers.map(({ offer }) => offer.id)],
    );
    const before = new Map(rows.map(({ id, publishedAt }) => [id, publishedAt.valueOf()]));
    return offers.filter(({ offer }) => before.get(offer.id) !== publishedAt(offer).valueOf());
  }

  async considered(tx: EntityManager, offers: readonly Published[]): Promise<void> {
    await tx.query(
      `INSERT INTO alert_considered (offer_id, published_at)
       SELECT o.id, said.at FROM unnest($1::uuid[], $2::timestamptz[]) AS said (id, at) JOIN offer o ON o.id = said.id
       ON CONFLICT (offer_id) DO UPDATE SET published_at = excluded.published_at`,
      [offers.map(({ offer }) => offer.id), offers.map(({ offer }) => publishedAt(offer))],
    );
  }
}

const publishedAt = ({ publishedAt: at, createdAt }: Published['offer']): Date => at ?? createdAt;
