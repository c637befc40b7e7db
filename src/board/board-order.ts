import type { ApplicationStatus } from '../applications/application-status.js';
import { waitingStatuses } from '../applications/application-moves.js';
import { decodeCursor, encodeCursor } from '../common/connection.js';
import { badInput } from '../common/errors.js';
import { isUuid } from '../common/node.js';
import type { BoardSort } from './board.input.js';
import type { BoardWhere } from './board-where.js';

/** By what the cards of a column stand in order; their ids decide among equals. */
export interface BoardOrder {
  /** Names it in cursors. */
  name: string;
  key: string;
  /** What PostgreSQL reads a key of a cursor as. */
  type: 'date' | 'timestamptz' | 'integer';
  direction: 'ASC' | 'DESC';
}

const order = (name: string, key: string, type: BoardOrder['type'], direction: BoardOrder['direction']) => ({
  name,
  key,
  type,
  direction,
});

const dueFirst = order('due', 'a.answer_due_on', 'date', 'ASC');
const longestUnmoved = order('unmoved', 'a.moved_at', 'timestamptz', 'ASC');
const lastMoved = order('moved', 'a.moved_at', 'timestamptz', 'DESC');
const newest = order('sent', 'a.sent_at', 'timestamptz', 'DESC');
const bestScore = order('score', 'coalesce(s.score, 0)', 'integer', 'DESC');

export function orderOf(sort: BoardSort, status: ApplicationStatus): BoardOrder {
  if (sort === 'NEWEST') return newest;
  if (sort === 'SCORE') return bestScore;
  if (sort === 'LAST_MOVED') return lastMoved;
  if (waitingStatuses.some((waiting) => waiting === status)) return dueFirst;
  return status === 'INTERVIEW' ? longestUnmoved : lastMoved;
}

/** The key of a row as a cursor holds it: days and moments as ISO text, scores as numbers. */
export const keyInSql = ({ key, type }: BoardOrder): string =>
  type === 'integer'
    ? key
    : type === 'date'
      ? `to_char(${key}, 'YYYY-MM-DD')`
      : `to_char(${key} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const cursorOf = ({ name }: BoardOrder, key: string | number, id: string): string =>
  encodeCursor([name, key, id]);

/** Keeps what comes after a cursor. Throws BAD_USER_INPUT for one of another list or order. */
export function afterCursor(where: BoardWhere, { name, key, type, direction }: BoardOrder, cursor: string): void {
  const [from, at, id] = decodeCursor(cursor);
  if (from !== name || typeof id !== 'string' || !isUuid(id) || !isKey(type, at)) {
    throw badInput('Ce curseur n’est pas de cette liste. (This cursor is not from this list.)');
  }
  const sign = direction === 'ASC' ? '>' : '<';
  where.and(`(${key}, a.id) ${sign} (${where.value(at)}::${type}, ${where.value(id)}::uuid)`);
}

function isKey(type: BoardOrder['type'], key: unknown): boolean {
  if (type === 'integer') return Number.isInteger(key) && Math.abs(Number(key)) <= 1000;
  if (typeof key !== 'string' || !/^[12]\d{3}-/.test(key)) return false;
  const moment = new Date(type === 'date' ? `${key}T00:00:00.000Z` : key);
  if (Number.isNaN(moment.valueOf())) return false;
  return moment.toISOString() === (type === 'date' ? `${key}T00:00:00.000Z` : key);
}
