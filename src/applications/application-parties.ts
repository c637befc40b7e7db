import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Whom an application is between, and what letters about it say. */
export interface Parties {
  applicationId: string;
  offerId: string;
  offerTitle: string;
  companyId: string;
  companyName: string;
  candidateId: string;
  candidateAccountId: string;
  /** Owners and recruiters. */
  memberAccountIds: string[];
}

@Injectable()
export class ApplicationParties {
  /** By application; those that are gone are left out. */
  async of(tx: EntityManager, applicationIds: readonly string[]): Promise<Map<string, Parties>> {
    const rows = await tx.query<Parties[]>(
      `SELECT a.id AS "applicationId", o.id AS "offerId", o.title AS "offerTitle", co.id AS "companyId",
              co.name AS "companyName", c.id AS "candidateId", c.account_id AS "candidateAccountId",
              ARRAY(SELECT account_id FROM company_member WHERE company_id = co.id AND role IN ('owner', 'recruiter')
                     ORDER BY account_id) AS "memberAccountIds"
         FROM application a JOIN offer o ON o.id = a.offer_id JOIN company co ON co.id = o.company_id
         JOIN candidate c ON c.id = a.candidate_id
        WHERE a.id = ANY($1)`,
      [applicationIds],
    );
    return new Map(rows.map((row) => [row.applicationId, row]));
  }

  /** Owners and recruiters of a company. */
  async members(tx: EntityManager, companyId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT account_id AS id FROM company_member WHERE company_id = $1 AND role IN ('owner', 'recruiter') ORDER BY account_id`,
      [companyId],
    );
    return rows.map(({ id }) => id);
  }

  /** The same for those whom an application is about to be between. */
  async holdForApplying(tx: EntityManager, accountId: string, offerId: string): Promise<void> {
    await tx.query(
      `SELECT FROM account WHERE id = $1 OR id IN
         (SELECT member.account_id FROM offer JOIN company_member member ON member.company_id = offer.company_id
           WHERE offer.id = $2 AND member.role IN ('owner', 'recruiter'))
        ORDER BY id FOR KEY SHARE`,
      [accountId, offerId],
    );
  }

  /**
   * Keeps people and profiles from being erased before the transaction ends. Whoever erases takes account, profile, offer
   * and application in this order; whoever writes letters about applications must hold the first two before the others.
   */
  async hold(tx: EntityManager, parties: Iterable<Parties>, ...also: (string | null)[]): Promise<void> {
    const all = [...parties];
    const accounts = [...all.flatMap((one) => [one.candidateAccountId, ...one.memberAccountIds]), ...also];
    await tx.query('SELECT FROM account WHERE id = ANY($1) ORDER BY id FOR KEY SHARE', [
      [...new Set(accounts.filter((id) => id !== null))],
    ]);
    await tx.query('SELECT FROM candidate WHERE id = ANY($1) ORDER BY id FOR KEY SHARE', [
      [...new Set(all.map(({ candidateId }) => candidateId))],
    ]);
  }
}
