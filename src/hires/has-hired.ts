import type { DataSource } from 'typeorm';
import type { IdentityGround, Pair } from '../candidates/identity-grounds.js';

/** Whoever said that they are the person a company hired made themselves known to it. */
export const hasHired = (db: Pick<DataSource, 'query'>): IdentityGround => ({
  known: (candidateIds, companyIds) =>
    db.query<Pair[]>(
      `SELECT DISTINCT candidate_id AS "candidateId", company_id AS "companyId" FROM hire
        WHERE candidate_id = ANY($1) AND company_id = ANY($2)`,
      [candidateIds, companyIds],
    ),
});
