import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { MomentAfter } from '../common/moment-page.js';
import { Alert, type AlertSetting } from './alert.entity.js';

export type Setting = Pick<AlertSetting, 'profileAlerts' | 'minScore'>;

/** What those have who never said anything. */
export const defaultSetting: Setting = { profileAlerts: false, minScore: 70 };

@Injectable()
export class AlertsRepository {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** One over `first`, newest first. */
  async newest(candidateId: string, first: number, after?: MomentAfter): Promise<Alert[]> {
    const rows = await this.db.query<object[]>(
      `SELECT id, candidate_id AS "candidateId", offer_id AS "offerId", offer_title AS "offerTitle",
              saved_search_ids AS "savedSearchIds", score_tenths AS "scoreTenths", found_at AS "foundAt", seen_at AS "seenAt"
       FROM alert WHERE candidate_id = $1 AND ($2::timestamptz IS NULL OR (found_at, id) < ($2, $3))
       ORDER BY found_at DESC, id DESC LIMIT $4`,
      [candidateId, after?.[0] ?? null, after?.[1] ?? null, first + 1],
    );
    return rows.map((row) => Object.assign(new Alert(), row));
  }

  /** Those of one search, or all; answers how many were not seen before. */
  async markSeen(tx: EntityManager, candidateId: string, searchId: string | null, now: Date): Promise<number> {
    await tx.query(
      'UPDATE saved_search SET last_seen_at = $3 WHERE candidate_id = $1 AND ($2::uuid IS NULL OR id = $2)',
      [candidateId, searchId, now],
    );
    const [, count] = await tx.query<[unknown, number]>(
      `UPDATE alert SET seen_at = $3
        WHERE candidate_id = $1 AND seen_at IS NULL AND ($2::uuid IS NULL OR $2 = ANY(saved_search_ids))`,
      [candidateId, searchId, now],
    );
    return count;
  }

  async setting(candidateId: string): Promise<Setting> {
    const [row] = await this.db.query<Setting[]>(
      'SELECT profile_alerts AS "profileAlerts", min_score AS "minScore" FROM alert_setting WHERE candidate_id = $1',
      [candidateId],
    );
    return row ?? defaultSetting;
  }

  /** A null score leaves the one there is. */
  async set(candidateId: string, profileAlerts: boolean, minScore: number | null): Promise<void> {
    await this.db.query(
      `INSERT INTO alert_setting (candidate_id, profile_alerts, min_score) VALUES ($1, $2, coalesce($3, $4::int))
       ON CONFLICT (candidate_id) DO UPDATE
       SET profile_alerts = excluded.profile_alerts, min_score = coalesce($3, alert_setting.min_score)`,
      [candidateId, profileAlerts, minScore, defaultSetting.minScore],
    );
  }
}
