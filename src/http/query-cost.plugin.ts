import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, getNullableType, isListType } from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { refusedRequest } from './refused-request.js';

/** About how many fields one answer may hold. A full page of 100 with its details stays well under. */
export const largestCost = 25_000;

/** How many items a list without a size is taken to hold. */
const usualLength = 5;
const usualPage = 20;

/**
 * Every field costs one, or what its `complexity` says; what lies under a list is multiplied by the size asked for, and
 * by no other list inside the same connection, whose edges and nodes are that very page.
 */
const costOf: ComplexityEstimator = ({ field, args, type, childComplexity }) => {
  const declared: unknown = field.extensions['complexity'];
  const own = typeof declared === 'number' ? declared : 1;
  return own + childComplexity * length();

  function length(): number {
    if (field.args.some((argument) => argument.name === 'first')) {
      const first: unknown = args['first'];
      return typeof first === 'number' ? Math.max(0, first) : usualPage;
    }
    const isList = isListType(getNullableType(field.type));
    return isList && !type.name.endsWith('Connection') && !type.name.startsWith('__') ? usualLength : 1;
  }
};

/** Refuses a query whose answer would be too large, before any of it is run. */
export const queryCost: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, operation, operationName, request }) => {
        // An unknown operation name has no operation; the execution says so.
        if (!operation) return Promise.resolve();
        const cost = costOrNothing(() =>
          getComplexity({
            schema,
            query: document,
            variables: request.variables ?? {},
            estimators: [costOf],
            ...(operationName && { operationName }),
          }),
        );
        if (cost <= largestCost) return Promise.resolve();
        return Promise.reject(
          refusedRequest(
            `Requête trop coûteuse : ${cost}, au plus ${largestCost}. Demandez des pages plus petites. (Query cost ${cost} exceeds ${largestCost}: ask for smaller pages.)`,
          ),
        );
      },
    }),
};

/** Variables of a wrong type have no cost: the execution refuses them by name before any resolver is called. */
function costOrNothing(compute: () => number): number {
  try {
    return compute();
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes('maximum allowed number of nodes')) return Infinity;
    return 0;
  }
}
