import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import type { DynamicModule, NestApplicationOptions, Type } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { printSchema } from 'graphql';
import type { Config } from '../common/config.js';
import { addPlayground } from './playground.js';
import { addRawBodies } from './raw-body.js';
import { HttpErrors, typedError } from './http-errors.filter.js';
import { addSecurityHeaders } from './security-headers.js';
import { ServerLog } from './server-log.js';

/** The longest body that is read, in bytes. */
export const longestBody = 100 * 1024;

/** The application behind HTTP, neither initialised nor listening yet: that, and its shutdown hooks, are the caller's. */
export async function createServer(module: Type | DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: longestBody,
    // One proxy is believed, the nearest: those before it are what the client says they are.
    trustProxy: config.TRUST_PROXY === 'on' ? (_address, hop) => hop < 1 : false,
    genReqId: (request: IncomingMessage) => requestId(request, config),
    requestTimeout: 30_000,
    // Addresses that cannot be decoded are refused before any hook or filter.
    frameworkErrors: (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) => {
      const status = error.statusCode ?? 400;
      void reply.status(status).header('x-content-type-options', 'nosniff').send(typedError(status, error.name));
    },
  });
  const options: NestApplicationOptions = { logger: new ServerLog(config.NODE_ENV), abortOnError: false };
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, options);
  app.useGlobalFilters(new HttpErrors());
  await app.register(cookie);
  const fastify = adapter.getInstance();
  addSecurityHeaders(fastify);
  addRawBodies(fastify);
  addPlayground(fastify);
  fastify.get('/', (_request, reply) => reply.redirect('/graphql', 302));
  fastify.get('/schema.graphql', (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(printSchema(app.get(GraphQLSchemaHost, { strict: false }).schema)),
  );
  return app;
}

/** The proxy's own id when there is one to be believed, so that its log and ours can be read together. */
function requestId(request: IncomingMessage, config: Config): string {
  const given = request.headers['x-request-id'];
  const isUsable = config.TRUST_PROXY === 'on' && typeof given === 'string' && /^[\w-]{1,64}$/.test(given);
  return isUsable ? given : randomUUID();
}
