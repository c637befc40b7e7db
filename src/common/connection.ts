import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import { badInput } from './errors.js';

export const largestPage = 100;
export const defaultPage = 20;

@ObjectType('PageInfo', { description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow after endCursor.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the page was asked for with `after`, so that something comes before it.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first edge; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last edge, to be given as `after`; null on an empty page.',
  })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: defaultPage,
    description: `How many at the most, from 0 to ${largestPage}.`,
  })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The endCursor of the page before; the first page when left out.',
  })
  after?: string | null;
}

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

export interface Connection<E extends Edge<unknown>> {
  edges: E[];
  pageInfo: PageInfo;
}

/** Throws BAD_USER_INPUT for a page size that no list accepts; a null that was sent as such means the default. */
export function checkPage(page: PageArgs): void {
  const first = (page.first as number | null) ?? defaultPage;
  page.first = first;
  if (first < 0 || first > largestPage) {
    throw badInput(`first doit être entre 0 et ${largestPage}. (first must be between 0 and ${largestPage}.)`);
  }
}

/** A page of edges, of which the list has more when `edges` holds one over `first`. */
export function connectionFrom<E extends Edge<unknown>>(edges: E[], { first, after }: PageArgs): Connection<E> {
  const page = edges.slice(0, first);
  return { edges: page, pageInfo: pageInfo(page, edges.length > first, Boolean(after)) };
}

export function pageInfo(
  page: readonly { cursor: string }[],
  hasNextPage: boolean,
  hasPreviousPage: boolean,
): PageInfo {
  return {
    hasNextPage,
    hasPreviousPage,
    startCursor: page[0]?.cursor ?? null,
    endCursor: page.at(-1)?.cursor ?? null,
  };
}

/** Opaque to clients; `null` for anything that this platform did not make. */
export const encodeCursor = (parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

export function decodeCursor(cursor: string): (string | number)[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.every((part) => typeof part === 'string' || Number.isFinite(part))) {
      return parts as (string | number)[];
    }
  } catch {
    /* the refusal below says it */
  }
  throw badInput('Ce curseur n’est pas de cette liste. (This cursor is not from this list.)');
}

/** The GraphQL types of a Relay connection over `node`: `<name>Edge` and `<name>Connection`, to be extended or used as they are. */
export function connectionTypes<Node>(
  name: string,
  node: () => Type<Node>,
): {
  EdgeType: Type<Edge<Node>>;
  ConnectionType: Type<Connection<Edge<Node>> & { nodes: Node[] }>;
} {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list, with its place in it.` })
  class EdgeType {
    @Field(() => String, { description: 'Its place in the list, opaque.' })
    cursor!: string;

    @Field(node, { description: 'The object itself.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'The objects of the page, each with its cursor.' })
    edges!: EdgeType[];

    @Field(() => [node()], { description: 'The objects of the page, without cursors.' })
    get nodes(): Node[] {
      return this.edges.map((edge) => edge.node);
    }

    @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
    pageInfo!: PageInfo;
  }

  return { EdgeType, ConnectionType };
}
