import {
  checkPage,
  connectionFrom,
  decodeCursor,
  encodeCursor,
  type Edge,
  type PageArgs,
  type PageInfo,
} from './connection.js';
import { badInput } from './errors.js';
import { isUuid } from './node.js';

/** Where a page of a list ordered by moment, then id, both falling, ended. */
export type MomentAfter = readonly [moment: string, id: string];

/** The keyset of a page's `after`; undefined on the first page. Throws BAD_USER_INPUT for a cursor of another list. */
export function momentAfter(page: PageArgs): MomentAfter | undefined {
  checkPage(page);
  if (!page.after) return undefined;
  const [moment, id] = decodeCursor(page.after);
  if (typeof moment === 'string' && typeof id === 'string' && isUuid(id) && isMoment(moment)) return [moment, id];
  throw badInput('Ce curseur n’est pas de cette liste. (This cursor is not from this list.)');
}

/** As `momentPage` writes them; the database reads fewer forms, days and years than JavaScript does. */
function isMoment(text: string): boolean {
  const moment = new Date(text);
  return /^[12]\d{3}-/.test(text) && !Number.isNaN(moment.valueOf()) && moment.toISOString() === text;
}

/** Rows read one over `first`, in falling order of `moment`, as a connection with its `nodes`. */
export function momentPage<Row extends { id: string }>(
  rows: Row[],
  page: PageArgs,
  moment: (row: Row) => Date,
): { edges: Edge<Row>[]; nodes: Row[]; pageInfo: PageInfo } {
  const edges = rows.map((node) => ({ node, cursor: encodeCursor([moment(node).toISOString(), node.id]) }));
  const connection = connectionFrom(edges, page);
  return { ...connection, nodes: connection.edges.map(({ node }) => node) };
}
