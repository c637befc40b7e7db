import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '../../src/common/config.js';
import { createServer } from '../../src/http/server.js';
import { ToyModule } from './toy.module.js';

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: any;
  text: string;
}

/** The toy schema behind the real gateway, asked without a socket. */
export async function toyServer(env: Record<string, string> = {}) {
  const app: NestFastifyApplication = await createServer(ToyModule, readConfig({ NODE_ENV: 'test', ...env }));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();

  async function request(options: Parameters<typeof app.inject>[0]): Promise<Answer> {
    const { statusCode, headers, body } = await app.inject(options as { url: string });
    const isJson = String(headers['content-type']).includes('json');
    return { status: statusCode, headers, text: body, body: isJson ? JSON.parse(body) : undefined };
  }

  const ask = (query: string, variables?: object, more: object = {}, headers: Record<string, string> = {}) =>
    request({ method: 'POST', url: '/graphql', headers, payload: { query, variables, ...more } });

  return { app, ask, request, close: () => app.close() };
}
