import type { DataSource } from 'typeorm';
import type { IdentityGround, Pair } from '../candidates/identity-grounds.js';

/** Whoever applied to an offer made themselves known to its company, whatever became of the application. */
export const hasApplied = (db: Pick<DataSource, 'query'>): IdentityGround => ({
  known: (candidateIds, companyIds) =>
    db.query<Pair[]>(
      `SELECT DISTINCT a.candidate_id AS "candidateId", o.company_id AS "companyId"
         FROM application a JOIN offer o ON o.id = a.offer_id
        WHERE a.candidate_id = ANY($1) AND o.company_id = ANY($2)`,
      [candidateIds, companyIds],
    ),
});
