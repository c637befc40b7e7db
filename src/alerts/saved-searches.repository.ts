import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { KeptFilter } from './kept-filter.js';
import { SavedSearch } from './saved-search.entity.js';

const select = `
  SELECT s.id, s.candidate_id AS "candidateId", s.name, s.words, s.literal, s.filter, s.created_at AS "createdAt",
         s.last_seen_at AS "lastSeenAt",
         (SELECT count(*)::int FROM alert a
           WHERE a.candidate_id = s.candidate_id AND a.seen_at IS NULL AND s.id = ANY(a.saved_search_ids)) AS "newOffers"
  FROM saved_search s`;

const from = (rows: object[]): SavedSearch[] => rows.map((row) => Object.assign(new SavedSearch(), row));

@Injectable()
export class SavedSearchesRepository {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Latest first. */
  async ofCandidate(candidateId: string): Promise<SavedSearch[]> {
    return from(
      await this.db.query<object[]>(`${select} WHERE s.candidate_id = $1 ORDER BY s.created_at DESC, s.id DESC`, [
        candidateId,
      ]),
    );
  }

  async byIds(ids: readonly string[], db: EntityManager = this.db.manager): Promise<SavedSearch[]> {
    return from(await db.query<object[]>(`${select} WHERE s.id = ANY($1::uuid[])`, [ids]));
  }

  async count(tx: EntityManager, candidateId: string): Promise<number> {
    const [row] = await tx.query<[{ count: number }]>(
      'SELECT count(*)::int AS count FROM saved_search WHERE candidate_id = $1',
      [candidateId],
    );
    return row.count;
  }

  async insert(
    tx: EntityManager,
    search: Pick<SavedSearch, 'candidateId' | 'name' | 'words' | 'literal' | 'createdAt'> & { filter: KeptFilter },
  ): Promise<SavedSearch> {
    const { candidateId, name, words, literal, filter, createdAt } = search;
    const [{ id }] = await tx.query<[{ id: string }]>(
      `INSERT INTO saved_search (candidate_id, name, words, literal, filter, created_at) VALUES ($1, $2, $3, $4, $5, $6)
       RETURNING id`,
      [candidateId, name, words, literal, JSON.stringify(filter), createdAt],
    );
    return (await this.byIds([id], tx))[0]!;
  }

  /** Null when the candidate has no such search. */
  async rename(tx: EntityManager, candidateId: string, id: string, name: string): Promise<SavedSearch | null> {
    await tx.query('UPDATE saved_search SET name = $3 WHERE id = $2 AND candidate_id = $1', [candidateId, id, name]);
    const [search] = await this.byIds([id], tx);
    return search?.candidateId === candidateId ? search : null;
  }

  /** Answers whether there was one. Alerts that were seen stay; those that nothing else is a reason for go with it. */
  async delete(tx: EntityManager, candidateId: string, id: string): Promise<boolean> {
    const [, deleted] = await tx.query<[unknown, number]>(
      'DELETE FROM saved_search WHERE id = $2 AND candidate_id = $1',
      [candidateId, id],
    );
    if (deleted === 0) return false;
    await tx.query(
      `DELETE FROM alert WHERE candidate_id = $1 AND saved_search_ids = ARRAY[$2::uuid] AND score_tenths IS NULL
          AND seen_at IS NULL`,
      [candidateId, id],
    );
    await tx.query(
      `UPDATE alert SET saved_search_ids = array_remove(saved_search_ids, $2::uuid)
        WHERE candidate_id = $1 AND $2::uuid = ANY(saved_search_ids)`,
      [candidateId, id],
    );
    return true;
  }
}
