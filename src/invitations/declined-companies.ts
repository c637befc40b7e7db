import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Pair } from '../candidates/identity-grounds.js';
import type { DeclinedCompany } from './invitation.entity.js';

/** Companies of which candidates want nothing any more: no invitation, and no place among their matches. */
@Injectable()
export class DeclinedCompanies {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The ids of all candidates who declined this company for good. */
  async candidatesOf(companyId: string): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<{ id: string }[]>(
      'SELECT candidate_id AS id FROM declined_company WHERE company_id = $1',
      [companyId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** What one candidate declined, latest first. */
  ofCandidate(candidateId: string): Promise<DeclinedCompany[]> {
    return this.db.query<DeclinedCompany[]>(
      `SELECT candidate_id AS "candidateId", company_id AS "companyId", declined_at AS "declinedAt"
         FROM declined_company WHERE candidate_id = $1 ORDER BY declined_at DESC, company_id`,
      [candidateId],
    );
  }

  /** The pairs of these in which the candidate declined the company. */
  among(candidateIds: readonly string[], companyIds: readonly string[]): Promise<Pair[]> {
    return this.db.query<Pair[]>(
      `SELECT candidate_id AS "candidateId", company_id AS "companyId" FROM declined_company
        WHERE candidate_id = ANY($1) AND company_id = ANY($2)`,
      [candidateIds, companyIds],
    );
  }

  async has(tx: EntityManager, { candidateId, companyId }: Pair): Promise<boolean> {
    const rows = await tx.query<unknown[]>('SELECT FROM declined_company WHERE candidate_id = $1 AND company_id = $2', [
      candidateId,
      companyId,
    ]);
    return rows.length > 0;
  }

  /** Saying it again changes nothing. */
  async add(tx: EntityManager, { candidateId, companyId }: Pair, declinedAt: Date): Promise<void> {
    await tx.query(
      `INSERT INTO declined_company (candidate_id, company_id, declined_at) VALUES ($1, $2, $3)
       ON CONFLICT ON CONSTRAINT declined_company_pk DO NOTHING`,
      [candidateId, companyId, declinedAt],
    );
  }

  async remove(tx: EntityManager, { candidateId, companyId }: Pair): Promise<void> {
    await tx.query('DELETE FROM declined_company WHERE candidate_id = $1 AND company_id = $2', [
      candidateId,
      companyId,
    ]);
  }
}
