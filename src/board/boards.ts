import { Injectable } from '@nestjs/common';
import { ApplicationAccess } from '../applications/application-access.js';
import { Clock } from '../common/clock.js';
import { checkPage, connectionFrom, type PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { badInput } from '../common/errors.js';
import { OfferAccess } from '../offers/offer-access.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { BoardFilter, BoardSort } from './board.input.js';
import { BoardRepository, type OfferCount } from './board.repository.js';
import type { BoardCardConnection, OpenBoard, OpenColumn } from './board.type.js';
import { orderOf } from './board-order.js';
import { BoardScores } from './board-scores.js';
import { type BoardScope, type BoardWhere, boardWhere } from './board-where.js';

/** Boards for those who may read them. */
@Injectable()
export class Boards {
  constructor(
    private readonly repository: BoardRepository,
    private readonly scores: BoardScores,
    private readonly access: OfferAccess,
    private readonly applications: ApplicationAccess,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  /** Throws UNAUTHENTICATED, FORBIDDEN, or BAD_USER_INPUT for a filter that cannot be. */
  async open(scope: BoardScope, filter: BoardFilter, sort: BoardSort, context: RequestContext): Promise<OpenBoard> {
    await this.access.require('board.read', scope, context);
    const where = await this.where(scope, filter, sort === 'SCORE');
    const counts = await this.repository.counts(where, this.clock.today());
    const statuses = filter.statuses && filter.statuses.length > 0 ? filter.statuses : null;
    return { where, sort, today: this.clock.today(), counts, statuses };
  }

  /** What a filter lets through; kept scores are those of today when it or the order asks for them. */
  async where(scope: BoardScope, filter: BoardFilter, needsScores: boolean): Promise<BoardWhere> {
    const { minScore } = filter;
    if (minScore != null && !(minScore >= 0 && minScore <= 100))
      throw badInput('minScore va de 0 à 100. (minScore is from 0 to 100.)');
    const by = { now: this.clock.now(), today: this.clock.today(), gazetteer: this.gazetteer };
    if (needsScores || minScore != null) await this.scores.refresh(boardWhere(scope, filter, by, false));
    return boardWhere(scope, filter, by);
  }

  columns(board: OpenBoard): OpenColumn[] {
    const { counts, statuses } = board;
    return counts
      .filter(({ status }) => !statuses || statuses.includes(status))
      .map((counted) => ({ ...counted, board }));
  }

  byOffer({ where, today }: OpenBoard): Promise<OfferCount[]> {
    return this.repository.byOffer(where, today);
  }

  async cards({ board, status }: OpenColumn, page: PageArgs, context: RequestContext): Promise<BoardCardConnection> {
    checkPage(page);
    const where = board.where.copy();
    where.and(`a.status = ${where.value(status)}`);
    const rows = await this.repository.cards(where, orderOf(board.sort, status), page.first, page.after ?? null);
    const shown = rows.slice(0, page.first).map(({ application }) => application);
    await this.applications.shown(shown, context);
    return connectionFrom(
      rows.map(({ application, cursor }) => ({ cursor, node: { application } })),
      page,
    );
  }
}
