import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Offer } from '../offers/offer.entity.js';
import type { ConcernedBy } from './concerned.js';

/** An offer and whom it concerns. */
export interface Found {
  offer: Pick<Offer, 'id' | 'title' | 'publishedAt' | 'createdAt'>;
  concerned: ConcernedBy;
}

/**
 * Writes alerts for what is still there: searches deleted, settings turned off and people erased since the memory was read
 * are passed over; so is who declined the company for good.
 */
@Injectable()
export class AlertWriter {
  /**
   * Candidates are held first, then offers, each in the order of their ids: as those who apply hold themselves before the
   * offer, and who deletes many offers holds them. Two that wait for each other cannot be.
   */
  async write(tx: EntityManager, found: readonly Found[], now: Date): Promise<void> {
    const concerning = found.filter(
      ({ concerned: { savedSearches, candidates } }) => savedSearches.length > 0 || candidates.length > 0,
    );
    if (concerning.length === 0) return;
    await tx.query(
      `SELECT id FROM candidate WHERE id = ANY($1::uuid[])
          OR id IN (SELECT candidate_id FROM saved_search WHERE id = ANY($2::uuid[])) ORDER BY id FOR KEY SHARE`,
      [
        distinct(concerning.flatMap(({ concerned }) => concerned.candidates.map(({ id }) => id))),
        distinct(concerning.flatMap(({ concerned }) => concerned.savedSearches)),
      ],
    );
    await tx.query('SELECT FROM offer WHERE id = ANY($1::uuid[]) ORDER BY id FOR KEY SHARE', [
      distinct(concerning.map(({ offer }) => offer.id)),
    ]);
    for (const one of concerning) await this.writeOne(tx, one, now);
  }

  /** The unique constraint is the judge of "never twice". */
  private async writeOne(tx: EntityManager, { offer, concerned }: Found, now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO alert (candidate_id, offer_id, offer_title, saved_search_ids, score_tenths, found_at)
       SELECT candidate_id, o.id, $2, array_remove(array_agg(search ORDER BY search), NULL), max(tenths), $6
       FROM (SELECT candidate_id, id AS search, NULL::smallint AS tenths FROM saved_search WHERE id = ANY($3::uuid[])
             UNION ALL
             SELECT candidate_id, NULL, said.tenths FROM unnest($4::uuid[], $5::smallint[]) AS said (id, tenths)
               JOIN alert_setting ON candidate_id = said.id AND profile_alerts) AS reason
         JOIN offer o ON o.id = $1
       WHERE NOT EXISTS (SELECT FROM declined_company d
                          WHERE d.candidate_id = reason.candidate_id AND d.company_id = o.company_id)
       GROUP BY candidate_id, o.id
       ON CONFLICT ON CONSTRAINT alert_once DO NOTHING`,
      [
        offer.id,
        offer.title,
        concerned.savedSearches,
        concerned.candidates.map(({ id }) => id),
        concerned.candidates.map(({ tenths }) => tenths),
        now,
      ],
    );
  }
}

const distinct = (ids: string[]): string[] => [...new Set(ids)];
