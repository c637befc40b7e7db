import type { FastifyInstance } from 'fastify';

/** For answers that are data: nothing in them may run or be framed. */
const forData = "default-src 'none'; frame-ancestors 'none'";

/** For the playground: its own files only. CodeMirror sets style attributes, and its fonts are inside its style sheet. */
export const forPlayground = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** On every answer, the ones of errors included; a route that needs another value sets its own. */
export function addSecurityHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers({
      'cache-control': 'no-store',
      'content-security-policy': forData,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-request-id': request.id,
    });
    done();
  });
}
