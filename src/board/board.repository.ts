import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { Application } from '../applications/application.entity.js';
import { applicationStatuses, type ApplicationStatus } from '../applications/application-status.js';
import { afterCursor, type BoardOrder, cursorOf, keyInSql } from './board-order.js';
import { boardTables, type BoardWhere, hasUnread, isOverdue, isWaiting } from './board-where.js';

export interface StatusCount {
  status: ApplicationStatus;
  count: number;
  overdue: number;
  unread: number;
}

export interface OfferCount {
  offerId: string;
  count: number;
  waiting: number;
  overdue: number;
  unread: number;
}

export interface CardRow {
  application: Application;
  cursor: string;
}

/** Offers that a board counts apart. */
export const mostOffers = 200;

@Injectable()
export class BoardRepository {
  constructor(@InjectRepository(Application) private readonly applications: Repository<Application>) {}

  /** Every state, in the order in which an application goes through them. */
  async counts(asked: BoardWhere, today: string): Promise<StatusCount[]> {
    const where = asked.copy();
    const rows = await this.applications.query<StatusCount[]>(
      `SELECT a.status, count(*)::int AS count, ${counted(where, today)}
         FROM ${boardTables} WHERE ${where.sql} GROUP BY a.status`,
      where.parameters,
    );
    const found = new Map(rows.map((row) => [row.status, row]));
    return applicationStatuses.map((status) => found.get(status) ?? { status, count: 0, overdue: 0, unread: 0 });
  }

  /** Those with most overdue first, then with most that wait. */
  byOffer(asked: BoardWhere, today: string): Promise<OfferCount[]> {
    const where = asked.copy();
    return this.applications.query(
      `SELECT a.offer_id AS "offerId", count(*)::int AS count, count(*) FILTER (WHERE ${isWaiting})::int AS waiting,
              ${counted(where, today)}
         FROM ${boardTables} WHERE ${where.sql} GROUP BY a.offer_id
        ORDER BY overdue DESC, waiting DESC, count DESC, a.offer_id LIMIT ${mostOffers}`,
      where.parameters,
    );
  }

  /** One over `first`. */
  async cards(asked: BoardWhere, order: BoardOrder, first: number, after: string | null): Promise<CardRow[]> {
    const where = asked.copy();
    if (after) afterCursor(where, order, after);
    const keys = await this.applications.query<{ id: string; key: string | number }[]>(
      `SELECT a.id, ${keyInSql(order)} AS key FROM ${boardTables} WHERE ${where.sql}
        ORDER BY ${order.key} ${order.direction}, a.id ${order.direction} LIMIT ${where.value(first + 1)}`,
      where.parameters,
    );
    const found = await this.applications.findBy({ id: In(keys.map(({ id }) => id)) });
    const byId = new Map(found.map((application) => [application.id, application]));
    return keys.flatMap(({ id, key }) => {
      const application = byId.get(id);
      return application ? [{ application, cursor: cursorOf(order, key, id) }] : [];
    });
  }
}

const counted = (where: BoardWhere, today: string): string =>
  `count(*) FILTER (WHERE ${isOverdue(where, today)})::int AS overdue,
   count(*) FILTER (WHERE ${hasUnread})::int AS unread`;
