import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { openInSql } from '../offers/offer-status.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { ProgrammeFigure } from './programme-content.js';

type Figures = Record<ProgrammeFigure, number>;

/** Numbers that stand beside what the platform does: counted when asked for, and kept for a minute. */
@Injectable()
export class ProgrammeFigures {
  private readonly known = new LRUCache<string, Promise<Figures>>({ max: 500, ttl: 60_000 });

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  /** Everywhere, or in one territory. */
  of(territoryId: string | null): Promise<Figures> {
    const today = this.clock.today();
    const key = `${territoryId} ${today}`;
    let found = this.known.get(key);
    if (!found) {
      found = this.count(territoryId, today);
      this.known.set(key, found);
      found.catch(() => this.known.delete(key));
    }
    return found;
  }

  /** Companies as `Territory.companies` lists them. */
  private async count(territoryId: string | null, today: string): Promise<Figures> {
    const communes = territoryId && this.gazetteer.communesOfTerritory(territoryId).map(({ code }) => code);
    const [row] = await this.db.query<{ offers: number; companies: number }[]>(
      `WITH open AS MATERIALIZED (
         SELECT id, company_id FROM offer WHERE ${openInSql('offer', '$1')} AND ($2::text[] IS NULL OR id IN
           (SELECT offer_id FROM offer_site WHERE commune_code = ANY ($2)))),
       here AS (SELECT id FROM company WHERE $2::text[] IS NULL OR commune_code = ANY ($2)
                UNION SELECT company_id FROM open)
       SELECT (SELECT count(*)::int FROM open) AS offers,
              (SELECT count(*)::int FROM here JOIN company USING (id)
                WHERE verified_at IS NOT NULL AND suspended_at IS NULL) AS companies`,
      [today, communes],
    );
    return { OPEN_OFFERS: row?.offers ?? 0, VERIFIED_COMPANIES: row?.companies ?? 0 };
  }
}
