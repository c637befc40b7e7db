import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languageOf } from './text.js';

/** What a resolver knows of the request it serves; one is made per HTTP request, and loaders and the caller hang on it. */
export interface RequestContext {
  language: Language;
  /** The session token the client sent, from the Authorization header or else the cookie. */
  token: string | null;
  /** The caller's network address, for limits on attempts. */
  address: string;
  /** Whether it may change something: everything but reading over HTTP and queries of GraphQL. */
  writes: boolean;
  /** What it asks for, for the audit log: method and path, or the root fields of GraphQL; never with what was sent. */
  asks: string;
  reply: FastifyReply;
}

export const sessionCookie = 'vte_session';

export function requestContext(request: FastifyRequest, reply: FastifyReply): RequestContext {
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(request.headers.authorization ?? '')?.[1];
  return {
    language: languageOf(request.headers['accept-language']),
    token: bearer ?? request.cookies[sessionCookie] ?? null,
    address: request.ip,
    writes: !['GET', 'HEAD'].includes(request.method),
    asks: `${request.method} ${request.routeOptions.url ?? ''}`.trim(),
    reply,
  };
}
