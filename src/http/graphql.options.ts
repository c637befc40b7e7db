import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { Logger } from '@nestjs/common';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestContext } from '../common/context.js';
import { answerShape } from './answer.plugin.js';
import { CompiledQueries } from './compiled-queries.plugin.js';
import { DocumentStore } from './document-store.js';
import { withinDocumentLimits } from './document-limits.js';
import { maskError } from './masking.js';
import { queryCost } from './query-cost.plugin.js';
import { storableText } from './storable-text.plugin.js';

/**
 * How the schema is served: for GraphQLModule.forRoot. Introspection is open in production too, since the API is public
 * and its contract is published; what protects it are the limits, not the secrecy of its names.
 */
export function graphqlOptions(): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    inheritResolversFromInterfaces: true,
    context: (request: FastifyRequest, reply: FastifyReply) => requestContext(request, reply),
    graphiql: false,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    documentStore: new DocumentStore(),
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    parseOptions: { maxTokens: 1000 },
    maxRecursiveSelections: 1000,
    validationRules: [withinDocumentLimits],
    formatError: maskError,
    // Without the indentation that is Apollo's own choice: programs read it.
    stringifyResult: (result) => JSON.stringify(result),
    logger: apolloLog(),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      storableText(),
      queryCost(),
      new CompiledQueries(),
      answerShape,
    ],
  };
}

function apolloLog() {
  const log = new Logger('GraphQL');
  return {
    debug: (message?: unknown) => {
      log.debug(message);
    },
    info: (message?: unknown) => {
      log.log(message);
    },
    warn: (message?: unknown) => {
      log.warn(message);
    },
    error: (message?: unknown) => {
      log.error(message);
    },
  };
}
