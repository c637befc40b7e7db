import {
  checkPage,
  type Connection,
  connectionFrom,
  decodeCursor,
  type Edge,
  encodeCursor,
  type PageArgs,
} from '../common/connection.js';

/** A page of places held in memory in the order of their codes. Throws BAD_USER_INPUT for a page that is none. */
export function codePage<Place extends { readonly code: string }>(
  places: readonly Place[],
  page: PageArgs,
): Connection<Edge<Place>> & { nodes: Place[] } {
  checkPage(page);
  const after = page.after ? String(decodeCursor(page.after)[0]) : '';
  const from = places.findIndex(({ code }) => code > after);
  const some = from < 0 ? [] : places.slice(from, from + page.first + 1);
  const connection = connectionFrom(
    some.map((node) => ({ node, cursor: encodeCursor([node.code]) })),
    page,
  );
  return { ...connection, nodes: connection.edges.map(({ node }) => node) };
}
