import { type ApolloServerPlugin, type GraphQLRequestContext, HeaderMap } from '@apollo/server';
import {
  type ExecutionResult,
  getNamedType,
  getVariableValues,
  type GraphQLType,
  isInputObjectType,
  OperationTypeNode,
  typeFromAST,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from '../common/context.js';
import { holdsWords } from './document-store.js';

const longest = 8000;

/**
 * Queries asked again and again are compiled, which more than halves the time of a request; a compilation takes up to
 * some milliseconds, so a query earns it by its hits, and is kept, so that one with words in it never does. Mutations are never compiled, since an answer with errors is
 * thrown away and asked again of graphql-js, whose words and codes for errors are the reference.
 */
export class CompiledQueries implements ApolloServerPlugin<RequestContext> {
  private readonly hits = new LRUCache<string, number>({ max: 2000 });
  private readonly compiled = new LRUCache<string, CompiledQuery>({ max: 300 });

  constructor(private readonly afterHits = 4) {}

  async requestDidStart() {
    return Promise.resolve({ responseForOperation: this.responseForOperation.bind(this) });
  }

  /** Null leaves the execution to graphql-js. */
  async responseForOperation(asked: Asked) {
    const { operation, schema, request, contextValue } = asked;
    // There is no operation when the name asked for is unknown: graphql-js says so.
    if (operation?.operation !== OperationTypeNode.QUERY) return null;
    const key = `${asked.queryHash ?? ''}:${asked.operationName ?? ''}`;
    const query = this.compiled.get(key) ?? this.compile(key, asked);
    if (!query) return null;
    const variables = request.variables ?? {};
    // The compiled reading of variables accepts a little more (two fields of a oneOf, a list for an object).
    if (getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return null;
    // A null for a variable with a default may end where none is allowed: only graphql-js says so.
    if (
      operation.variableDefinitions?.some((each) => each.defaultValue && variables[each.variable.name.value] === null)
    ) {
      return null;
    }
    const result = (await query.query(undefined, contextValue, variables)) as ExecutionResult;
    if (result.errors) {
      this.forget(key);
      return null;
    }
    return {
      http: { status: undefined, headers: new HeaderMap() },
      body: { kind: 'single' as const, singleResult: { data: result.data } },
    };
  }

  private compile(key: string, { schema, document, operation, operationName, source }: Asked): CompiledQuery | null {
    const hits = (this.hits.get(key) ?? 0) + 1;
    this.hits.set(key, hits);
    if (hits <= this.afterHits || !document || (source?.length ?? 0) > longest || holdsWords(document)) return null;
    if (!operation?.variableDefinitions?.every(({ type }) => isPlain(typeFromAST(schema, type)))) return null;
    const compiled = compileQuery(schema, document, operationName ?? undefined, {
      disablingCapturingStackErrors: true,
    });
    if (!isCompiledQuery(compiled)) {
      this.forget(key);
      return null;
    }
    this.compiled.set(key, compiled);
    return compiled;
  }

  /** A query that fails is run twice when compiled; it starts over as a new one. */
  private forget(key: string): void {
    this.compiled.delete(key);
    this.hits.delete(key);
  }
}

type Asked = Pick<
  GraphQLRequestContext<RequestContext>,
  'operation' | 'operationName' | 'queryHash' | 'schema' | 'request' | 'contextValue' | 'document' | 'source'
>;

/**
 * graphql-jit 0.8.9 forgets the defaults of input fields and compiles an input type that contains itself for ever;
 * queries with variables of such types stay with graphql-js.
 */
function isPlain(type: GraphQLType | undefined, above: GraphQLType[] = []): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return true;
  if (above.includes(named)) return false;
  return Object.values(named.getFields()).every(
    (field) => field.defaultValue === undefined && isPlain(field.type, [...above, named]),
  );
}
