import { GraphQLError } from 'graphql';

/** A request refused before any of it is run: the client's mistake, HTTP 400. */
export const refusedRequest = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
