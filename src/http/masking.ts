import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** The codes that clients may rely on. Anything else is masked. */
const publicCodes = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
]);

/** What the server itself calls a request that it cannot read, in the contract's words. */
const renamed = new Map([
  ['BAD_REQUEST', 'BAD_USER_INPUT'],
  ['OPERATION_RESOLUTION_FAILURE', 'BAD_USER_INPUT'],
  ['PERSISTED_QUERY_NOT_FOUND', 'BAD_USER_INPUT'],
  ['PERSISTED_QUERY_NOT_SUPPORTED', 'BAD_USER_INPUT'],
]);

const log = new Logger('Failure');
/** In one second at most this many failures are written, and the same one once: a failing list must not flood the log. */
const mostPerSecond = 20;
let second = { at: 0, written: new Map<string, string>() };

/** Writes an unexpected failure to the log and gives the reference under which the client may ask about it. */
export function recordFailure(error: unknown, where?: string): string {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const now = Date.now();
  if (now - second.at > 1000) second = { at: now, written: new Map() };
  const known = second.written.get(cause);
  if (known) return known;
  const reference = randomBytes(6).toString('hex');
  if (second.written.size >= mostPerSecond) return reference;
  second.written.set(cause, reference);
  log.error(`${reference}${where ? ` at ${where}` : ''}: ${cause}`);
  return reference;
}

export const failureMessage = (reference: string): string =>
  `Une erreur est survenue de notre côté, référence ${reference}. (Something went wrong on our side.)`;

/** What a client may read of an error: our codes and their messages, or a reference to the log. */
export function maskError(shown: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const said = String(shown.extensions?.['code']);
  const code = isUnusableArgument(error) ? 'BAD_USER_INPUT' : (renamed.get(said) ?? said);
  const place = {
    ...(shown.locations && { locations: shown.locations }),
    ...(shown.path && { path: shown.path }),
  };
  if (!publicCodes.has(code)) {
    const reference = recordFailure(unwrapResolverError(error), shown.path?.join('.'));
    return { message: failureMessage(reference), ...place, extensions: { code: 'INTERNAL_SERVER_ERROR', reference } };
  }
  const retryAfterSeconds = shown.extensions?.['retryAfterSeconds'];
  return {
    message: withoutValue(withoutSuggestions(shown.message)),
    ...place,
    extensions: { code, ...(typeof retryAfterSeconds === 'number' && { retryAfterSeconds }) },
  };
}

/** Drops "Did you mean …?" in every form, since it tells names that were not asked for. */
function withoutSuggestions(message: string): string {
  // No pattern that begins with a run of spaces: the message holds what was sent, however long it is.
  const at = message.search(/\bDid you mean\b/);
  return at < 0 ? message : message.slice(0, at).trimEnd();
}

/**
 * graphql-js finds only while executing that a nullable variable with a default was sent as null to an argument that must
 * not be null, and stops at fifty wrong values of variables. It says so without a code; the fault is the client's.
 */
function isUnusableArgument(error: unknown): boolean {
  const cause = unwrapResolverError(error);
  if (!(cause instanceof GraphQLError) || cause.extensions['code'] !== undefined) return false;
  return /^(Argument "|Too many errors processing variables)/.test(cause.message);
}

/** Names the variable and the place in it, and leaves out what was sent: it may be a password. */
function withoutValue(message: string): string {
  const [, variable] = /^(Variable "\$\w+" got invalid value) /.exec(message) ?? [];
  const end = message.lastIndexOf('; ');
  if (!variable || end < 0) return message;
  const [, place] = / at "([^"]+)"$/.exec(message.slice(0, end)) ?? [];
  return `${variable}${place ? ` at "${place}"` : ''}; ${message.slice(end + 2)}`;
}
