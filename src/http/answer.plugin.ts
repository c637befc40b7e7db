import type { ApolloServerPlugin } from '@apollo/server';

const mostErrors = 10;
const ofTheDocument = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * At most ten errors in an answer; and, as GraphQL over HTTP asks, a well-formed answer that says what is wrong with a
 * document is a 200 for clients that accept application/json, a 400 for application/graphql-response+json.
 */
export const answerShape: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, request }) => {
        if (response.body.kind !== 'single') return Promise.resolve();
        const result = response.body.singleResult;
        if (!result.errors) return Promise.resolve();
        if (result.errors.length > mostErrors) result.errors = result.errors.slice(0, mostErrors);
        const wantsOwnType = request.http?.headers.get('accept')?.includes('application/graphql-response+json');
        const isOfDocument = result.errors.every((error) => ofTheDocument.has(String(error.extensions?.['code'])));
        if (response.http.status === 400 && isOfDocument && !wantsOwnType && request.query) response.http.status = 200;
        return Promise.resolve();
      },
    }),
};
