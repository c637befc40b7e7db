import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { addDays, Clock } from '../common/clock.js';
import { badInput } from '../common/errors.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { keptDays } from './query-log-keeper.js';
import { placeShown } from './query-log-place.js';
import type { SearchReport, SearchReportLine } from './search-report.type.js';

/** What was asked less often is shown to nobody: the rarer a query, the likelier it tells of someone. */
const fewestShown = 3;

const usualDays = 30;
const mostLines = 100;
const usualLines = 20;

@Injectable()
export class SearchReports {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  /** Throws BAD_USER_INPUT for days that are not kept. */
  async of(days: number | null | undefined): Promise<SearchReport> {
    const back = days ?? usualDays;
    if (back < 1 || back > keptDays) {
      throw badInput(`days doit être entre 1 et ${keptDays}. (days must be between 1 and ${keptDays}.)`);
    }
    const since = addDays(this.clock.today(), 1 - back);
    const [{ searches, empty }] = await this.db.query<[{ searches: number; empty: number }]>(
      `SELECT coalesce(sum(searches), 0)::int AS searches, coalesce(sum(empty), 0)::int AS empty
       FROM search_log WHERE day >= $1::date`,
      [since],
    );
    return { since, searches, zeroResultRate: searches === 0 ? null : empty / searches };
  }

  /** The most frequent lines, or those that most often found nothing. */
  async lines({ since }: SearchReport, by: 'searches' | 'empty', most: number | null): Promise<SearchReportLine[]> {
    const first = most ?? usualLines;
    if (first < 0 || first > mostLines) {
      throw badInput(`first doit être entre 0 et ${mostLines}. (first must be between 0 and ${mostLines}.)`);
    }
    const rows = await this.db.query<{ words: string; place: string; searches: number; empty: number }[]>(
      `SELECT words, place, sum(searches)::int AS searches, sum(empty)::int AS empty FROM search_log
       WHERE day >= $1::date AND words <> '' GROUP BY words, place
       HAVING sum(searches) >= $2 AND ($3 = 'searches' OR sum(empty) > 0)
       ORDER BY CASE $3 WHEN 'empty' THEN sum(empty) ELSE sum(searches) END DESC, sum(searches) DESC, words, place LIMIT $4`,
      [since, fewestShown, by, first],
    );
    return rows.map(({ place, ...line }) => {
      const shown = placeShown(this.gazetteer, place);
      return { ...line, placeCode: shown?.code ?? null, placeName: shown?.name ?? null };
    });
  }
}
