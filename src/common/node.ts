import { Injectable } from '@nestjs/common';
import { Field, ID, InterfaceType } from '@nestjs/graphql';
import type { RequestContext } from './context.js';

@InterfaceType('Node', {
  description: 'An object with an id that no other object has, found again by Query.node.',
  resolveType: (value: object) => nodeTypes.get(value.constructor),
})
export abstract class Node {
  @Field(() => ID, { description: 'Unique among all objects of the platform.' })
  id!: string;
}

/** Which GraphQL type a row class is shown as; filled by each room's registration with NodeFinders. */
const nodeTypes = new Map<unknown, string>();

export interface NodeFinder {
  /** The class of the rows it finds, and the GraphQL type that shows them. */
  row: abstract new (...parameters: never[]) => object;
  type: string;
  /** The object if it exists and the caller may see it, else null: both look the same from outside. */
  find(id: string, context: RequestContext): Promise<object | null>;
}

/** Rooms register what Query.node can find; the roof asks them in turn. */
@Injectable()
export class NodeFinders {
  private readonly finders: NodeFinder[] = [];

  register(finder: NodeFinder): void {
    this.finders.push(finder);
    nodeTypes.set(finder.row, finder.type);
  }

  async find(id: string, context: RequestContext): Promise<object | null> {
    for (const finder of this.finders) {
      const found = await finder.find(id, context);
      if (found) return found;
    }
    return null;
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Ids of rows are UUIDs; anything else cannot be one and must not reach a uuid column. */
export const isUuid = (id: string): boolean => uuid.test(id);
