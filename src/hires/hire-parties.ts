import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { Hire } from './hire.entity.js';
import { HiresRepository } from './hires.repository.js';

export type HireSide = 'CANDIDATE' | 'COMPANY';

/** Whom a hire is between, and what letters about it say. */
export interface HireParties {
  hireId: string;
  companyId: string;
  companyName: string;
  siret: string;
  companyCommune: string;
  isVerified: boolean;
  isSuspended: boolean;
  /** Null while nobody said that it is them, and once the account is gone. */
  candidateAccountId: string | null;
  firstName: string | null;
  lastName: string | null;
  /** Owners and recruiters. */
  memberAccountIds: string[];
}

export interface HeldHire {
  hire: Hire;
  between: HireParties;
}

@Injectable()
export class HirePartiesReader {
  constructor(
    private readonly hires: HiresRepository,
    private readonly companies: CompaniesRepository,
  ) {}

  async of(tx: EntityManager, hireId: string): Promise<HireParties | null> {
    return (await partiesOf(tx, [hireId]))[0] ?? null;
  }

  /**
   * The hire and whom it is between, held in the order of the house: accounts, profile, company, hire. So nobody who is being
   * erased is waited for by someone who waits for them, and two who act at once come one after the other.
   */
  async hold(tx: EntityManager, hireId: string, by: Pick<Viewer, 'id'> | null): Promise<HeldHire | null> {
    const seen = await this.hires.byId(hireId, tx);
    const before = seen && (await this.holdAccounts(tx, hireId, by));
    if (!before) return null;
    await tx.query('SELECT FROM candidate WHERE id = $1 FOR KEY SHARE', [seen.candidateId]);
    await this.companies.hold(tx, before.companyId);
    const hire = await this.hires.held(tx, hireId);
    const between = hire && (await this.of(tx, hireId));
    return between && { hire, between };
  }

  /** The first step of it alone, for whoever takes a profile next. */
  async holdAccounts(tx: EntityManager, hireId: string, by: Pick<Viewer, 'id'> | null): Promise<HireParties | null> {
    const between = await this.of(tx, hireId);
    if (!between) return null;
    const accounts = [between.candidateAccountId, ...between.memberAccountIds, by?.id ?? null];
    await tx.query('SELECT FROM account WHERE id = ANY($1) ORDER BY id FOR KEY SHARE', [
      accounts.filter((id) => id !== null),
    ]);
    return between;
  }
}

/** In no particular order; hires that are gone are left out. */
export const partiesOf = (tx: Pick<EntityManager, 'query'>, hireIds: readonly string[]): Promise<HireParties[]> =>
  tx.query<HireParties[]>(
    `SELECT h.id AS "hireId", co.id AS "companyId", co.name AS "companyName", co.siret, co.commune_code AS "companyCommune",
            co.verified_at IS NOT NULL AS "isVerified", co.suspended_at IS NOT NULL AS "isSuspended",
            c.account_id AS "candidateAccountId", c.first_name AS "firstName", c.last_name AS "lastName",
            ARRAY(SELECT account_id FROM company_member WHERE company_id = co.id AND role IN ('owner', 'recruiter')
                   ORDER BY account_id) AS "memberAccountIds"
       FROM hire h JOIN company co ON co.id = h.company_id LEFT JOIN candidate c ON c.id = h.candidate_id
      WHERE h.id = ANY($1)`,
    [hireIds],
  );

export const nameOf = ({ firstName, lastName }: Pick<HireParties, 'firstName' | 'lastName'>): string | null =>
  firstName && lastName ? `${firstName} ${lastName}` : null;
