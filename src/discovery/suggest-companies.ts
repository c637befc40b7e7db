import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { fold } from '../common/fold.js';
import { openInSql } from '../offers/offer-status.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { Likeness, Suggested } from './suggest-likeness.js';

/** Companies with an open offer, by what was typed of their names. */
@Injectable()
export class SuggestCompanies {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  /** One for each name: several establishments of one company are the same search. */
  async companies(typed: string, most: number): Promise<Suggested[]> {
    const asked = fold(typed)
      .replace(/[^a-z0-9+#]+/g, ' ')
      .trim();
    if (asked === '') return [];
    const rows = await this.db.query<{ id: string; name: string; communeCode: string; close: Likeness }[]>(
      `SELECT id, name, commune_code AS "communeCode", close FROM (
         SELECT DISTINCT ON (folded) id, name, commune_code, folded,
                CASE WHEN folded = $1 THEN 0 WHEN folded LIKE $1 || '%' THEN 1 ELSE 2 END AS close
         FROM (SELECT id, name, commune_code, folded_name(name) AS folded FROM company
               WHERE folded_name(name) LIKE $1 || '%' OR folded_name(name) LIKE '% ' || $1 || '%') named
         WHERE EXISTS (SELECT FROM offer o WHERE o.company_id = named.id AND ${openInSql('o', '$2')})
         ORDER BY folded, id
       ) once ORDER BY close, length(name), name, id LIMIT $3`,
      [asked, this.clock.today(), most],
    );
    return rows.map(({ id, name, communeCode, close }) => ({
      kind: 'COMPANY',
      code: id,
      label: name,
      detail: this.gazetteer.commune(communeCode)?.name ?? null,
      words: name,
      likeness: close,
    }));
  }
}
