import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AidsService } from '../aids/aids.service.js';
import { Clock } from '../common/clock.js';
import type { Offer } from '../offers/offer.entity.js';
import { isOpen, openInSql } from '../offers/offer-status.js';
import { offersFrom, selectOffers } from '../offers/offers.repository.js';
import { Lexicon } from '../skills/lexicon.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { IndexableOffer, IndexableSite } from './offer-document.js';
import { occupationTitles } from './occupation-titles.js';

/** Reads from PostgreSQL what the documents of offers are made of. */
@Injectable()
export class IndexableOffers {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly lexicon: Lexicon,
    private readonly aids: AidsService,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  /** The places and words of now: the reference data may have changed since this process read them. */
  async refreshReference(): Promise<void> {
    await Promise.all([this.gazetteer.refresh(), this.lexicon.refresh()]);
  }

  /** Those of the ids that are open now; the others are to leave the index. */
  async open(tx: EntityManager, ids: readonly string[]): Promise<IndexableOffer[]> {
    const offers = offersFrom(await tx.query<object[]>(`${selectOffers} WHERE o.id = ANY($1)`, [ids]));
    return this.complete(
      tx,
      offers.filter((offer) => isOpen(offer, this.clock.today())),
    );
  }

  /** The next page of open offers in the order of their ids. */
  async openAfter(lastId: string | null, most: number): Promise<IndexableOffer[]> {
    const rows = await this.db.query<object[]>(
      `${selectOffers} WHERE ${openInSql('o', '$1')} AND ($2::uuid IS NULL OR o.id > $2) ORDER BY o.id LIMIT $3`,
      [this.clock.today(), lastId, most],
    );
    return this.complete(this.db.manager, offersFrom(rows));
  }

  async countOpen(): Promise<number> {
    const [row] = await this.db.query<[{ count: number }]>(
      `SELECT count(*)::int AS count FROM offer o WHERE ${openInSql('o', '$1')}`,
      [this.clock.today()],
    );
    return row.count;
  }

  /** Id and version of every open offer, as the index should hold them. */
  async versions(): Promise<Map<string, number>> {
    const rows = await this.db.query<{ id: string; updatedAt: Date }[]>(
      `SELECT o.id, o.updated_at AS "updatedAt" FROM offer o WHERE ${openInSql('o', '$1')}`,
      [this.clock.today()],
    );
    return new Map(rows.map(({ id, updatedAt }) => [id, updatedAt.valueOf()]));
  }

  async ofCompanies(tx: EntityManager, companyIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT id FROM offer WHERE company_id = ANY($1) AND status = 'OPEN'`,
      [companyIds],
    );
    return rows.map(({ id }) => id);
  }

  private async complete(tx: EntityManager, offers: Offer[]): Promise<IndexableOffer[]> {
    const [companies, aidsOf] = await Promise.all([this.companies(tx, offers), this.aids.judge()]);
    return offers.map((offer) => {
      const { name, headcount } = companies.get(offer.companyId) ?? { name: '', headcount: null };
      const skills = [...offer.requiredSkillCodes, ...offer.desiredSkillCodes];
      return {
        offer,
        companyName: name,
        aids: () => aidsOf(offer, headcount),
        sites: () => offer.sites.flatMap(({ communeCode }) => this.site(communeCode)),
        occupationWords: () => occupationTitles(this.lexicon, offer),
        skillWords: () => [...this.lexicon.skillWords(skills).values()].flat(),
      };
    });
  }

  private async companies(
    tx: EntityManager,
    offers: Offer[],
  ): Promise<Map<string, { name: string; headcount: number | null }>> {
    const ids = [...new Set(offers.map(({ companyId }) => companyId))];
    const rows = await tx.query<{ id: string; name: string; headcount: number | null }[]>(
      'SELECT id, name, headcount FROM company WHERE id = ANY($1)',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private site(communeCode: string): IndexableSite[] {
    const commune = this.gazetteer.commune(communeCode);
    if (!commune) return [];
    return [
      {
        commune,
        department: this.gazetteer.department(commune.departmentCode)?.name ?? '',
        region: this.gazetteer.region(commune.regionCode)?.name ?? '',
        territories: this.gazetteer.territoriesOf(commune.code, this.clock.today()),
      },
    ];
  }
}
