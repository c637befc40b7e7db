import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { Kind, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { Reads } from './reads.js';
import { isSeeingToken } from './seeing-sessions.js';

const longestAsked = 300;

/** Says of each GraphQL request what it asks for and whether it may change something, and writes what it read as an administrator. */
@Plugin()
export class AuditPlugin implements ApolloServerPlugin<RequestContext> {
  constructor(
    private readonly viewers: Viewers,
    private readonly reads: Reads,
  ) {}

  requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    return Promise.resolve({
      didResolveOperation: async ({ contextValue, operation }) => {
        // An unknown operation name has no operation; the execution says so.
        if (!operation) return;
        contextValue.writes = operation.operation !== OperationTypeNode.QUERY;
        contextValue.asks = asked(operation);
        if (isSeeingToken(contextValue.token)) await this.viewers.even(contextValue);
      },
      willSendResponse: ({ contextValue }: GraphQLRequestContext<RequestContext>) => this.reads.write(contextValue),
    });
  }
}

/** Names of the schema only, never what was sent. */
function asked({ operation, selectionSet }: OperationDefinitionNode): string {
  const fields = selectionSet.selections.map((each) => (each.kind === Kind.FIELD ? each.name.value : '…'));
  return `${operation} ${[...new Set(fields)].join(' ')}`.slice(0, longestAsked);
}
