import { Args, Context, Extensions, ID, Query, Resolver } from '@nestjs/graphql';
import type { RequestContext } from './context.js';
import { Node, NodeFinders } from './node.js';

@Resolver()
export class NodeResolver {
  constructor(private readonly finders: NodeFinders) {}

  // As @Asks does: the act decides nothing here, each kind of object asks its own.
  @Extensions({ act: 'object.read' })
  @Query(() => Node, {
    nullable: true,
    description: 'Any object by its id; null when there is none that the caller may see.',
  })
  node(
    @Args('id', { type: () => ID, description: 'The id of the object.' }) id: string,
    @Context() context: RequestContext,
  ): Promise<object | null> {
    return this.finders.find(id, context);
  }
}
