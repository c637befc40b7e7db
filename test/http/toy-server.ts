import { readConfig } from '../../src/common/config.js';
import { createServer } from '../../src/http/server.js';
import { ToyModule } from './toy.module.js';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: any;
}

/** The toy schema behind the real gateway, on a port of its own. */
export async function toyServer(env: Record<string, string> = {}) {
  const app = await createServer(ToyModule, readConfig({ NODE_ENV: 'test', ...env }));
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();

  async function request(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`${url}${path}`, { redirect: 'manual', ...init });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
  }

  const post = (payload: string, headers: Record<string, string> = {}) =>
    request('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: payload });

  const ask = (query: string, variables?: object, more: object = {}, headers: Record<string, string> = {}) =>
    post(JSON.stringify({ query, variables, ...more }), headers);

  return { app, url, ask, post, request, close: () => app.close() };
}
