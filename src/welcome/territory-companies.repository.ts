import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { openInSql } from '../offers/offer-status.js';

export interface CompaniesWanted {
  communeCodes: readonly string[];
  today: string;
  verifiedOnly: boolean;
  words: string;
  first: number;
  after: CompanyPlace | null;
}

/** What orders the list: 1 for companies that are not verified, offers counted below zero, the folded name, the id. */
export type CompanyPlace = readonly [unverified: number, offers: number, name: string, id: string];

interface Row {
  id: string;
  unverified: number;
  offers: number;
  name: string;
  total: number;
}

export interface RankedCompany {
  id: string;
  place: CompanyPlace;
  openOfferCount: number;
}

@Injectable()
export class TerritoryCompaniesRepository {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * Companies established in the communes or with open offers there, one over `first`, and how many there are in all; both
   * ways in go by an index on the commune.
   */
  async page(wanted: CompaniesWanted): Promise<{ companies: RankedCompany[]; total: number }> {
    const { communeCodes, today, verifiedOnly, words, first, after } = wanted;
    const rows = await this.db.query<Row[]>(
      `WITH hiring AS (
         SELECT o.company_id AS id, count(DISTINCT o.id)::int AS offers
           FROM offer_site s JOIN offer o ON o.id = s.offer_id
          WHERE s.commune_code = ANY ($1) AND ${openInSql('o', '$2')} GROUP BY o.company_id),
       here AS (SELECT id FROM company WHERE commune_code = ANY ($1) UNION SELECT id FROM hiring),
       listed AS (
         SELECT c.id, (c.verified_at IS NULL)::int AS unverified, -coalesce(h.offers, 0) AS offers, folded.name
           FROM here JOIN company c ON c.id = here.id LEFT JOIN hiring h ON h.id = c.id
           -- Folding a name is most of the work: once each.
          CROSS JOIN LATERAL (SELECT folded_name(c.name) COLLATE "C" AS name OFFSET 0) AS folded
          WHERE c.suspended_at IS NULL AND (NOT $3 OR c.verified_at IS NOT NULL)
            AND ($4 = '' OR position((SELECT folded_name($4)) IN folded.name) > 0))
       SELECT listed.*, (SELECT count(*)::int FROM listed) AS total FROM listed
        WHERE $5::int IS NULL OR (unverified, offers, name, id) > ($5::int, $6::int, $7::text, $8::uuid)
        ORDER BY unverified, offers, name, id LIMIT $9`,
      [communeCodes, today, verifiedOnly, words, ...(after ?? [null, null, null, null]), first + 1],
    );
    const companies = rows.map(({ id, unverified, offers, name }): RankedCompany => ({
      ...{ id, place: [unverified, offers, name, id] },
      openOfferCount: Math.abs(offers),
    }));
    return { companies, total: rows[0]?.total ?? 0 };
  }

  /** Of a page behind the last one, or of none: the count alone. */
  async total(wanted: CompaniesWanted): Promise<number> {
    return (await this.page({ ...wanted, first: 0, after: null })).total;
  }
}
