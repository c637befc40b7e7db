import type { Readable } from 'node:stream';
import { errorCodes, type FastifyInstance } from 'fastify';

/** For `@RouteConfig` of a route that reads its body itself, after it has seen who sends it and what it says it is. */
export const readsItsBody = { readsItsBody: true };

/** Bodies that are neither JSON nor text are handed unread to the routes that ask for it, and refused everywhere else. */
export function addRawBodies(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('*', (request, payload, done) => {
    const config = request.routeOptions.config as Partial<typeof readsItsBody> | undefined;
    if (request.is404) done(null);
    else if (config?.readsItsBody) done(null, payload);
    else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(request.headers['content-type']));
  });
}

/**
 * The whole of a body; null when it is longer than `most` bytes. What is too much is let through unkept rather than cut
 * off, so that the client, still sending, reads the answer; the server's limit of time for a request ends it.
 */
export function bytesOf(body: Readable, most: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    body.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= most) chunks.push(chunk);
      else {
        chunks.length = 0;
        resolve(null);
      }
    });
    body.once('end', () => {
      resolve(Buffer.concat(chunks));
    });
    body.once('error', reject);
    body.once('close', () => {
      reject(new Error('The client went away'));
    });
  });
}
