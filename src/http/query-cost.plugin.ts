import type { ApolloServerPlugin, BaseContext, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { type DocumentNode, getNullableType, GraphQLError, isListType, Kind, visit } from 'graphql';
import { type ComplexityEstimator, type ComplexityEstimatorArgs, getComplexity } from 'graphql-query-complexity';
import { LRUCache } from 'lru-cache';
import { refusedRequest } from './refused-request.js';

/** About how many fields one answer may hold. A full page of 100 with its details stays well under. */
export const largestCost = 50_000;

/** How many items a list without a size is taken to hold, unless its field says `mostItems` in its extensions. */
const usualLength = 5;
const usualPage = 20;

/**
 * Every field costs one, or what its `complexity` says; what lies under a list is multiplied by the size asked for, and
 * by no other list inside the same connection, whose edges and nodes are that very page.
 */
export const costOf: ComplexityEstimator = ({ field, args, type, childComplexity }) =>
  fieldCost(field, args, type.name, childComplexity);

export function fieldCost(
  field: ComplexityEstimatorArgs['field'],
  args: ComplexityEstimatorArgs['args'],
  parent: string,
  childComplexity: number,
): number {
  const declared: unknown = field.extensions['complexity'];
  const own = typeof declared === 'number' ? declared : 1;
  return own + childComplexity * length();

  function length(): number {
    if (field.args.some((argument) => argument.name === 'first')) {
      const first: unknown = args['first'];
      return typeof first === 'number' ? Math.max(0, first) : usualPage;
    }
    const mostItems: unknown = field.extensions['mostItems'];
    if (typeof mostItems === 'number') return mostItems;
    const isList = isListType(getNullableType(field.type));
    return isList && !parent.endsWith('Connection') && !parent.startsWith('__') ? usualLength : 1;
  }
}

/** Refuses a query whose answer would be too large, before any of it is run. */
export function queryCost(): ApolloServerPlugin {
  const known = new WeakMap<DocumentNode, KnownCosts>();

  function cost({ document, schema, operationName, request }: Asked): number {
    const costs = known.get(document) ?? { sizes: sizeVariables(document), byKey: new LRUCache({ max: 50 }) };
    known.set(document, costs);
    const variables = request.variables ?? {};
    const key = JSON.stringify([operationName, costs.sizes.map((name): unknown => variables[name])]);
    const found = costs.byKey.get(key) ?? compute();
    if (found !== null) costs.byKey.set(key, found);
    return found ?? 0;

    /** Null for variables of a wrong type: the execution refuses them by name before any resolver is called. */
    function compute(): number | null {
      const named = operationName ? { operationName } : {};
      try {
        return getComplexity({ schema, query: document, variables, estimators: [costOf], ...named });
      } catch (error) {
        return error instanceof GraphQLError && error.message.includes('maximum allowed number of nodes')
          ? Infinity
          : null;
      }
    }
  }

  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: (asked) => {
          // An unknown operation name has no operation; the execution says so.
          const found = asked.operation ? cost(asked) : 0;
          return found <= largestCost ? Promise.resolve() : Promise.reject(refusedRequest(tooCostly(found)));
        },
      }),
  };
}

type Asked = Pick<
  GraphQLRequestContextDidResolveOperation<BaseContext>,
  'document' | 'schema' | 'operationName' | 'request'
>;

/** The costs of a document by the values of the few variables that they depend on. */
interface KnownCosts {
  sizes: string[];
  byKey: LRUCache<string, number>;
}

/** The variables that a cost depends on: sizes of pages, and what @include and @skip look at. */
function sizeVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Argument({ name, value }) {
      if (value.kind === Kind.VARIABLE && (name.value === 'first' || name.value === 'if')) names.add(value.name.value);
    },
  });
  return [...names];
}

const tooCostly = (cost: number): string =>
  `Requête trop coûteuse : ${cost}, au plus ${largestCost}. Demandez des pages plus petites. (Query cost ${cost} exceeds ${largestCost}: ask for smaller pages.)`;
