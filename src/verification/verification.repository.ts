import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, IsNull, MoreThanOrEqual, Not } from 'typeorm';
import { CONFIG, type Config } from '../common/config.js';
import type { MomentAfter } from '../common/moment-page.js';
import type { Company } from '../companies/company.entity.js';
import type { Claim } from './doubts.js';
import { CompanyVerification, VerificationStep } from './verification.entity.js';

/** A company in the queue of administrators; `id` is that of the company. */
export interface Queued {
  id: string;
  queuedAt: Date;
}

@Injectable()
export class VerificationRepository {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  of(tx: EntityManager, companyId: string): Promise<CompanyVerification | null> {
    return tx.findOneBy(CompanyVerification, { companyId });
  }

  /** To be called while the company is held. */
  async save(tx: EntityManager, companyId: string, now: Date, changes: Partial<CompanyVerification>): Promise<void> {
    const known =
      (await this.of(tx, companyId)) ?? tx.create(CompanyVerification, { companyId, since: now, doubts: [] });
    await tx.save(Object.assign(known, changes));
  }

  /** All steps of a company, the first first. */
  history(companyId: string): Promise<VerificationStep[]> {
    return this.db.manager.find(VerificationStep, { where: { companyId }, order: { seq: 'ASC' } });
  }

  /** Since when it is not verified; null when nothing was ever noted of that. */
  async unverifiedSince(tx: EntityManager, companyId: string): Promise<Date | null> {
    const [row] = await tx.query<[{ since: Date | null }]>(
      `SELECT min(at) AS since FROM company_verification_step
        WHERE company_id = $1 AND seq > coalesce(
          (SELECT max(seq) FROM company_verification_step WHERE company_id = $1 AND status = 'VERIFIED'), 0)`,
      [companyId],
    );
    return row.since;
  }

  /** What members wrote since the company waits. */
  wordsSince(tx: EntityManager, companyId: string, since: Date): Promise<VerificationStep[]> {
    const said = { companyId, by: 'MEMBER' as const, words: Not(IsNull()), at: MoreThanOrEqual(since) };
    return tx.find(VerificationStep, { where: said, order: { seq: 'ASC' } });
  }

  /** Owners who are not suspended, as far as they count for the company. */
  async owners(db: Pick<EntityManager, 'query'>, companyId: string): Promise<Claim['owners']> {
    const rows = await db.query<{ email: string; confirmed: boolean }[]>(
      `SELECT account.email, account.email_confirmed_at IS NOT NULL AS confirmed
         FROM company_member AS member JOIN account ON account.id = member.account_id
        WHERE member.company_id = $1 AND member.role = 'owner' AND account.suspended_at IS NULL
        ORDER BY member.joined_at, account.id`,
      [companyId],
    );
    const all = this.config.EMAIL_CONFIRMATION === 'off';
    return rows.map(({ email, confirmed }) => ({ email, confirmed: confirmed || all }));
  }

  /** Websites of verified establishments of the same legal unit. */
  async sisters(db: Pick<EntityManager, 'query'>, { id, siren }: Pick<Company, 'id' | 'siren'>): Promise<string[]> {
    const rows = await db.query<{ website: string }[]>(
      `SELECT website FROM company
        WHERE siren = $1 AND id <> $2 AND verified_at IS NOT NULL AND suspended_at IS NULL AND website IS NOT NULL`,
      [siren, id],
    );
    return rows.map(({ website }) => website);
  }

  /** One over `first`; who waits longest comes first. */
  queue(first: number, after: MomentAfter | undefined): Promise<Queued[]> {
    return this.db.query<Queued[]>(
      `SELECT company_id AS id, queued_at AS "queuedAt" FROM company_verification
        WHERE queued_at IS NOT NULL AND ($1::timestamptz IS NULL OR (queued_at, company_id) > ($1, $2::uuid))
        ORDER BY queued_at, company_id LIMIT $3`,
      [after?.[0] ?? null, after?.[1] ?? null, first + 1],
    );
  }

  /** Companies about which the register was not asked since `before`, and those about which it never answered. */
  async toAsk(before: Date, most: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT company.id FROM company LEFT JOIN company_verification AS known ON known.company_id = company.id
        WHERE NOT company.demo AND known.refused_because IS NULL
          AND (known.register_asked_at IS NULL OR (company.verified_at IS NOT NULL AND known.register_asked_at <= $1))
        ORDER BY known.register_asked_at NULLS FIRST, company.id LIMIT $2`,
      [before, most],
    );
    return rows.map(({ id }) => id);
  }

  /** Companies that wait, and of which an owner confirmed an address since the register said what it knows. */
  async withNewAddresses(most: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT company.id FROM company_verification AS known JOIN company ON company.id = known.company_id
        WHERE known.queued_at IS NOT NULL AND known.refused_because IS NULL AND company.verified_at IS NULL AND NOT company.demo
          AND EXISTS (SELECT FROM company_member AS member JOIN account ON account.id = member.account_id
                       WHERE member.company_id = company.id AND member.role = 'owner'
                         AND account.email_confirmed_at > known.register_asked_at)
        ORDER BY known.queued_at, company.id LIMIT $1`,
      [most],
    );
    return rows.map(({ id }) => id);
  }
}
