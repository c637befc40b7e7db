import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { MomentAfter } from '../common/moment-page.js';
import { Offer } from './offer.entity.js';
import type { OfferDraft } from './offer-draft.js';
import { openInSql, type OfferStatus } from './offer-status.js';

/** Dates as text, so that a civil date never passes through a time zone; sites with the row. */
const columns = `
  o.id, o.slug, o.company_id AS "companyId", o.status, o.title, o.description, o.mission_category AS "missionCategory",
  o.occupation_code AS "occupationCode", o.contract_type AS "contractType", o.duration_months AS "durationMonths",
  o.starts_on::text AS "startsOn", o.remote_work AS "remoteWork", o.salary_min AS "salaryMin", o.salary_max AS "salaryMax",
  o.study_level AS "studyLevel", o.required_skill_codes AS "requiredSkillCodes",
  o.desired_skill_codes AS "desiredSkillCodes", o.green_mission AS "greenMission", o.openings,
  o.transforms_company AS "transformsCompany", o.reports_to_management AS "reportsToManagement", o.has_tutor AS "hasTutor",
  o.created_at AS "createdAt", o.updated_at AS "updatedAt", o.published_at AS "publishedAt",
  o.expires_on::text AS "expiresOn", o.idempotency_key AS "idempotencyKey", o.demo,
  o.suspended_at AS "suspendedAt", o.withheld, o.paused_because AS "pausedBecause",
  o.waiting_applications AS "waitingApplications", o.pause_at_waiting AS "pauseAtWaiting",
  (SELECT coalesce(json_agg(json_build_object('communeCode', s.commune_code, 'address', s.address) ORDER BY s.position), '[]')
     FROM offer_site s WHERE s.offer_id = o.id) AS sites`;

export const selectOffers = `SELECT ${columns} FROM offer o`;

/** Rows of `selectOffers` become Offers, so that Query.node can tell what they are. */
export const offersFrom = (rows: object[]): Offer[] => rows.map((row) => Object.assign(new Offer(), row));

@Injectable()
export class OffersRepository {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async byIds(ids: readonly string[], tx: EntityManager = this.db.manager): Promise<Map<string, Offer>> {
    const rows = await tx.query<object[]>(`${selectOffers} WHERE o.id = ANY($1)`, [ids]);
    return new Map(offersFrom(rows).map((offer) => [offer.id, offer]));
  }

  async byId(id: string, tx?: EntityManager): Promise<Offer | null> {
    return (await this.byIds([id], tx)).get(id) ?? null;
  }

  /** The offer, held against other changes until the transaction ends. */
  async locked(tx: EntityManager, id: string): Promise<Offer | null> {
    const rows = await tx.query<object[]>(`${selectOffers} WHERE o.id = $1 FOR UPDATE OF o`, [id]);
    return offersFrom(rows)[0] ?? null;
  }

  /**
   * Nobody applies to the offer until the transaction ends, and who is applying is waited for. To be taken before
   * anything else is held, as those who apply do: whoever ends an offer then knows all whom it concerns.
   */
  async keepApplicantsOut(tx: EntityManager, id: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`applying:${id}`]);
  }

  /** The other side of it: nobody ends the offer until the transaction does. Others may apply meanwhile. */
  async keepForApplying(tx: EntityManager, id: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [`applying:${id}`]);
  }

  async postedWithKey(companyId: string, key: string): Promise<Offer | null> {
    const rows = await this.db.query<object[]>(`${selectOffers} WHERE o.company_id = $1 AND o.idempotency_key = $2`, [
      companyId,
      key,
    ]);
    return offersFrom(rows)[0] ?? null;
  }

  /** One over `first`, newest first, open to applications on `today`; of one company, or with a site in one of the communes. */
  async newestOpen(
    of: { companyId: string } | { communeCodes: string[] },
    today: string,
    first: number,
    after?: MomentAfter,
  ): Promise<Offer[]> {
    const within =
      'companyId' in of
        ? 'o.company_id = $2'
        : 'EXISTS (SELECT 1 FROM offer_site s WHERE s.offer_id = o.id AND s.commune_code = ANY($2))';
    const rows = await this.db.query<object[]>(
      `${selectOffers} WHERE ${openInSql('o', '$1')} AND ${within}
         AND ($3::timestamptz IS NULL OR (o.published_at, o.id) < ($3, $4))
       ORDER BY o.published_at DESC, o.id DESC LIMIT $5`,
      [today, 'companyId' in of ? of.companyId : of.communeCodes, after?.[0] ?? null, after?.[1] ?? null, first + 1],
    );
    return offersFrom(rows);
  }

  /** Every offer of a company whatever its state, for its members; one over `first`, newest first. */
  async allOfCompany(
    companyId: string,
    statuses: readonly OfferStatus[] | null,
    first: number,
    after?: MomentAfter,
  ): Promise<Offer[]> {
    const rows = await this.db.query<object[]>(
      `${selectOffers} WHERE o.company_id = $1 AND ($2::text[] IS NULL OR o.status = ANY($2))
         AND ($3::timestamptz IS NULL OR (o.created_at, o.id) < ($3, $4))
       ORDER BY o.created_at DESC, o.id DESC LIMIT $5`,
      [companyId, statuses, after?.[0] ?? null, after?.[1] ?? null, first + 1],
    );
    return offersFrom(rows);
  }

  async insert(
    tx: EntityManager,
    offer: OfferDraft & Pick<Offer, 'id' | 'slug' | 'companyId' | 'status' | 'publishedAt' | 'idempotencyKey' | 'demo'>,
  ): Promise<void> {
    await tx.insert(Offer, { ...offer });
    await this.writeSites(tx, offer.id, offer.sites);
  }

  async revise(tx: EntityManager, id: string, draft: OfferDraft): Promise<void> {
    const { sites, ...said } = draft;
    await tx.update(Offer, { id }, { ...said, updatedAt: () => 'now()' });
    await tx.query('DELETE FROM offer_site WHERE offer_id = $1', [id]);
    await this.writeSites(tx, id, sites);
  }

  async setStatus(
    tx: EntityManager,
    id: string,
    status: OfferStatus,
    also: Partial<Pick<Offer, 'publishedAt' | 'expiresOn' | 'pausedBecause'>> = {},
  ): Promise<void> {
    await tx.update(Offer, { id }, { status, pausedBecause: null, ...also, updatedAt: () => 'now()' });
  }

  /** Ids of the offers of these companies that are not closed. */
  async liveOfCompanies(tx: EntityManager, companyIds: string[], hold = ''): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT id FROM offer WHERE company_id = ANY($1) AND status <> 'CLOSED' ORDER BY id ${hold}`,
      [companyIds],
    );
    return rows.map(({ id }) => id);
  }

  /** The same, held until the transaction ends; in one order for all who hold several. */
  lockedOfCompanies(tx: EntityManager, companyIds: string[]): Promise<string[]> {
    return this.liveOfCompanies(tx, companyIds, 'FOR UPDATE');
  }

  /** How many may wait before it pauses by itself. */
  async setPauseAtWaiting(tx: EntityManager, id: string, most: number): Promise<void> {
    await tx.update(Offer, { id }, { pauseAtWaiting: most, updatedAt: () => 'now()' });
  }

  /** Offers of a company in one state, held until the transaction ends; in one order for all who hold several. */
  async idsOfCompany(
    tx: EntityManager,
    companyId: string,
    status: OfferStatus,
    pausedBecause: Offer['pausedBecause'] = null,
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT id FROM offer WHERE company_id = $1 AND status = $2 AND paused_because IS NOT DISTINCT FROM $3
        ORDER BY id FOR UPDATE`,
      [companyId, status, pausedBecause],
    );
    return rows.map(({ id }) => id);
  }

  /** Moves offers whose last day has passed to EXPIRED and tells which. */
  async expire(tx: EntityManager, today: string): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `UPDATE offer SET status = 'EXPIRED', updated_at = now()
        WHERE id IN (SELECT id FROM offer WHERE status = 'OPEN' AND expires_on < $1::date LIMIT 500 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [today],
    );
    return rows.map(({ id }) => id);
  }

  private async writeSites(tx: EntityManager, offerId: string, sites: Offer['sites']): Promise<void> {
    await tx.query(
      `INSERT INTO offer_site (offer_id, position, commune_code, address)
       SELECT $1, position, code, address FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS site (code, address, position)`,
      [offerId, sites.map((site) => site.communeCode), sites.map((site) => site.address)],
    );
  }
}
