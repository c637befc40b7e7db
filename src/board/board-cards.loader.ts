import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import { DataSource, In, type Repository } from 'typeorm';
import { Viewers } from '../accounts/viewers.js';
import { Application } from '../applications/application.entity.js';
import { BatchLoader } from '../common/batch-loader.js';
import type { RequestContext } from '../common/context.js';
import { discreetMatch } from '../matching/discreet.js';
import { type ExplainedMatch, explained } from '../matching/explained-match.js';
import { ShownMatches } from '../matching/shown-matches.js';
import { profileOf } from '../scoring/facts-of.js';
import { BoardScores } from './board-scores.js';

/** How well those who applied suit the offers, as companies read it; scored together for all cards of an answer. */
@Injectable()
export class CardMatches extends BatchLoader<string, ExplainedMatch | null> {
  constructor(
    @InjectRepository(Application) private readonly applications: Repository<Application>,
    private readonly scores: BoardScores,
    private readonly viewers: Viewers,
    private readonly shown: ShownMatches,
  ) {
    super();
  }

  /** Noted as shown to the caller, as every match that a company reads. */
  async show({ id, offerId, candidateId }: Application, context: RequestContext): Promise<ExplainedMatch | null> {
    const [viewer, match] = await Promise.all([this.viewers.of(context), this.load(context, id)]);
    if (!viewer || !match) return null;
    this.shown.note({ accountId: viewer.id, shownTo: 'COMPANY' }, [{ offerId, candidateId, scored: match }]);
    return discreetMatch(match);
  }

  protected async batch(ids: readonly string[]): Promise<(ExplainedMatch | null)[]> {
    const found = await this.scores.of(await this.applications.findBy({ id: In([...ids]) }));
    return ids.map((id) => {
      const pair = found.get(id);
      return pair ? explained(pair.scored, pair.offer, profileOf(pair.candidate)) : null;
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
