import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import { DataSource, In, type Repository } from 'typeorm';
import { Application } from '../applications/application.entity.js';
import { BatchLoader } from '../common/batch-loader.js';
import { discreetMatch } from '../matching/discreet.js';
import { type ExplainedMatch, explained } from '../matching/explained-match.js';
import { profileOf } from '../scoring/facts-of.js';
import { BoardScores } from './board-scores.js';

/** How well those who applied suit the offers, as companies read it; scored together for all cards of an answer. */
@Injectable()
export class CardMatches extends BatchLoader<string, ExplainedMatch | null> {
  constructor(
    @InjectRepository(Application) private readonly applications: Repository<Application>,
    private readonly scores: BoardScores,
  ) {
    super();
  }

  protected async batch(ids: readonly string[]): Promise<(ExplainedMatch | null)[]> {
    const found = await this.scores.of(await this.applications.findBy({ id: In([...ids]) }));
    return ids.map((id) => {
      const pair = found.get(id);
      return pair ? discreetMatch(explained(pair.scored, pair.offer, profileOf(pair.candidate))) : null;
    });
  }
}

/** How many notes the company keeps about each application. */
@Injectable()
export class NoteCounts extends BatchLoader<string, number> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(ids: readonly string[]): Promise<number[]> {
    const rows = await this.db.query<{ id: string; count: number }[]>(
      `SELECT application_id AS id, count(*)::int AS count FROM application_note
        WHERE application_id = ANY($1) GROUP BY application_id`,
      [ids],
    );
    const counts = new Map(rows.map(({ id, count }) => [id, count]));
    return ids.map((id) => counts.get(id) ?? 0);
  }
}
