import { Readable } from 'node:stream';
import { HttpException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { RequestContext } from '../common/context.js';
import { UnreadableFile } from '../documents/read-file-faults.js';
import { fileLimits } from '../documents/read-file-limits.js';
import { failureMessage, recordFailure } from './masking.js';
import { bytesOf } from './raw-body.js';

/**
 * What a body may call itself; what it is, its bytes tell. Only types that a page of another site cannot send without
 * asking first: that is what keeps such pages from using a visitor’s cookie here, as on the GraphQL endpoint.
 */
const types = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/msword',
  'application/octet-stream',
  'image/jpeg',
  'image/png',
]);

/** The file that is the body of a request; `admit` throws when it is not to be read at all. Throws UnreadableFile. */
export async function sentFile(request: FastifyRequest, admit: () => Promise<unknown>): Promise<Buffer> {
  const said = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (said === 'multipart/form-data') throw new UnreadableFile('FORM_INSTEAD_OF_FILE');
  if (request.body === undefined || request.body === null || request.body === '') throw new UnreadableFile('NO_FILE');
  if (!types.has(said) || !(request.body instanceof Readable)) throw new UnreadableFile('UNSUPPORTED_FILE');
  await admit();
  const bytes = await bytesOf(request.body, fileLimits.bytes);
  if (!bytes) throw new UnreadableFile('FILE_TOO_LARGE');
  if (bytes.length === 0) throw new UnreadableFile('NO_FILE');
  return bytes;
}

const statuses = new Map<unknown, number>([
  ['UNAUTHENTICATED', 401],
  ['FORBIDDEN', 403],
  ['RATE_LIMITED', 429],
]);

/** What a route beside GraphQL answers when something was thrown: `{ message, code }`, in the language of the request. */
export function restAnswer(error: unknown, { reply, language }: RequestContext, route: string): HttpException {
  if (error instanceof HttpException) return error;
  if (error instanceof UnreadableFile) {
    return new HttpException({ message: error.text[language], code: error.fault }, error.status);
  }
  const { code, retryAfterSeconds } = error instanceof GraphQLError ? error.extensions : {};
  const status = statuses.get(code);
  if (error instanceof GraphQLError && status !== undefined) {
    if (typeof retryAfterSeconds === 'number') reply.header('retry-after', retryAfterSeconds);
    return new HttpException({ message: error.message, code }, status);
  }
  const reference = recordFailure(error, route);
  return new HttpException({ message: failureMessage(reference), code: 'INTERNAL_SERVER_ERROR', reference }, 500);
}
