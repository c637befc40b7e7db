import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { MomentAfter } from '../common/moment-page.js';
import type { Audience, MatchLogEntry } from './match-log.entity.js';

const mostAtOnce = 5_000;

@Injectable()
export class MatchLogRepository {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * Answers the ids of what was written. It waits for nobody and nobody waits for it long: rows whose account, offer or
   * candidate is gone, or held by another transaction at this moment, are left out.
   */
  async write(entries: readonly MatchLogEntry[]): Promise<Set<string>> {
    const column = <Value>(value: (entry: MatchLogEntry) => Value): Value[] => entries.map(value);
    const rows = await this.db.query<{ id: string }[]>(
      `WITH accounts AS MATERIALIZED (SELECT id FROM account WHERE id = ANY($2::uuid[]) FOR KEY SHARE SKIP LOCKED),
            offers AS MATERIALIZED (SELECT id FROM offer WHERE id = ANY($3::uuid[]) FOR KEY SHARE SKIP LOCKED),
            candidates AS MATERIALIZED (SELECT id FROM candidate WHERE id = ANY($4::uuid[]) FOR KEY SHARE SKIP LOCKED)
       INSERT INTO match_log (id, account_id, offer_id, candidate_id, shown_to, scoring_version, tenths, times,
                              first_shown_at, last_shown_at, shown)
       SELECT id, account_id, offer_id, candidate_id, shown_to, scoring_version, tenths, times, first_at, last_at, shown::json
         FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::smallint[], $8::int[],
                     $9::timestamptz[], $10::timestamptz[], $11::text[])
           AS shown (id, account_id, offer_id, candidate_id, shown_to, scoring_version, tenths, times, first_at, last_at, shown)
        WHERE account_id IN (SELECT id FROM accounts) AND offer_id IN (SELECT id FROM offers)
          AND candidate_id IN (SELECT id FROM candidates)
        ORDER BY id
       ON CONFLICT ON CONSTRAINT match_log_pk DO UPDATE
       SET times = match_log.times + excluded.times,
           first_shown_at = least(match_log.first_shown_at, excluded.first_shown_at),
           last_shown_at = greatest(match_log.last_shown_at, excluded.last_shown_at)
       RETURNING id`,
      [
        column(({ id }) => id),
        column(({ accountId }) => accountId),
        column(({ offerId }) => offerId),
        column(({ candidateId }) => candidateId),
        column(({ shownTo }) => shownTo),
        column(({ scoringVersion }) => scoringVersion),
        column(({ tenths }) => tenths),
        column(({ times }) => times),
        column(({ firstShownAt }) => firstShownAt),
        column(({ lastShownAt }) => lastShownAt),
        column(({ shown }) => JSON.stringify(shown)),
      ],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** What was shown of a pair to these, last shown first; one over `first`. */
  ofPair(
    offerId: string,
    candidateId: string,
    shownTo: readonly Audience[],
    first: number,
    after?: MomentAfter,
  ): Promise<MatchLogEntry[]> {
    return this.db.query<MatchLogEntry[]>(
      `SELECT id, account_id AS "accountId", offer_id AS "offerId", candidate_id AS "candidateId", shown_to AS "shownTo",
              scoring_version AS "scoringVersion", tenths, times, first_shown_at AS "firstShownAt",
              last_shown_at AS "lastShownAt", shown
         FROM match_log
        WHERE offer_id = $1 AND candidate_id = $2 AND shown_to = ANY($3)
          AND ($4::timestamptz IS NULL OR (last_shown_at, id) < ($4, $5::uuid))
        ORDER BY last_shown_at DESC, id DESC LIMIT $6`,
      [offerId, candidateId, shownTo, after?.[0] ?? null, after?.[1] ?? null, first + 1],
    );
  }

  /** Passes over what is being written at this moment: it is shown again. */
  async forgetBefore(moment: Date): Promise<void> {
    let count = mostAtOnce;
    while (count === mostAtOnce) count = await this.forgetSomeBefore(moment);
  }

  private async forgetSomeBefore(moment: Date): Promise<number> {
    const [, count] = await this.db.query<[unknown[], number]>(
      `DELETE FROM match_log WHERE id IN
         (SELECT id FROM match_log WHERE last_shown_at < $1 LIMIT ${mostAtOnce} FOR UPDATE SKIP LOCKED)`,
      [moment],
    );
    return count;
  }
}
