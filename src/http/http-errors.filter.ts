import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { forPages } from './html-page.js';
import { failureMessage, recordFailure } from './masking.js';
import { isBrowser, noPage } from './no-page.js';

const codes = new Map([
  [401, 'UNAUTHENTICATED'],
  [403, 'FORBIDDEN'],
  [404, 'NOT_FOUND'],
  [429, 'RATE_LIMITED'],
]);

const messages = new Map([
  [400, 'La requête n’est pas lisible. (The request cannot be read.)'],
  [404, 'Il n’y a rien à cette adresse. (There is nothing at this address.)'],
  [413, 'La requête est trop longue : 100 Ko au plus. (The request is longer than 100 KB.)'],
  [415, 'Envoyez du JSON : content-type: application/json. (Send JSON.)'],
]);

/** Errors outside GraphQL, in GraphQL's shape, so that a client reads one kind of error only; never with a stack. */
@Catch()
export class HttpErrors implements ExceptionFilter {
  catch(exception: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw exception;
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const status = exception instanceof HttpException ? exception.getStatus() : 500;
    if (status === 404 && !ownBody(exception) && isBrowser(http.getRequest())) {
      const page = noPage(http.getRequest());
      void reply.status(404).header('content-security-policy', forPages).type('text/html; charset=utf-8').send(page);
      return;
    }
    void reply.status(status).type('application/json; charset=utf-8').send(bodyOf(exception, status));
  }
}

function bodyOf(exception: unknown, status: number): object {
  const own = ownBody(exception);
  if (own) return own;
  if (status >= 500) {
    const reference = recordFailure(exception);
    return {
      errors: [{ message: failureMessage(reference), extensions: { code: 'INTERNAL_SERVER_ERROR', reference } }],
    };
  }
  return typedError(status, (exception as HttpException).message);
}

/** For a request that cannot be served, by its HTTP status; `message` when there is no better one. */
export const typedError = (status: number, message: string): object => ({
  errors: [{ message: messages.get(status) ?? message, extensions: { code: codes.get(status) ?? 'BAD_USER_INPUT' } }],
});

/** A body that a controller wrote itself, rather than the one Nest writes from a message. */
function ownBody(exception: unknown): object | null {
  if (!(exception instanceof HttpException)) return null;
  const body = exception.getResponse();
  return typeof body === 'object' && !('statusCode' in body) ? body : null;
}
