import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { EngineHttp } from '../../src/indexing/engine-http.js';

/** An engine that never answers to searches for "hard", and refuses "wrong"; nor to anything while it is away. */
let server: Server;
let away = false;
let http: EngineHttp;
const patience = 300;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (data: Buffer) => (body += data.toString()));
    request.on('end', () => {
      if (away || body.includes('hard')) return;
      response.writeHead(body.includes('wrong') ? 400 : 200).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  away = false;
  http = new EngineHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, undefined, patience);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const outcome = (q: string): Promise<string> =>
  http
    .search({ q })
    .then(() => 'answered')
    .catch((error: unknown) => (String(error).includes('a moment ago') ? 'not tried' : (error as Error).name));
const silent = 'HeadersTimeoutError';

test('one search that is not answered keeps no other from being tried', async () => {
  expect(await outcome('hard')).toBe(silent);
  expect(await outcome('easy')).toBe('answered');
});

test('one does when the engine gives no sign of life: who waits for several searches waits for one', async () => {
  away = true;
  expect(await outcome('easy')).toBe(silent);
  const since = performance.now();
  expect(await Promise.all([outcome('easy'), outcome('easy')])).toEqual(['not tried', 'not tried']);
  expect(performance.now() - since).toBeLessThan(1_800);
  away = false;
  await pause(1_050);
  expect(await outcome('easy')).toBe('answered');
});

test('three in a row do although it lives, for a second; after it they are tried again', async () => {
  expect(await Promise.all([1, 2, 3].map(() => outcome('hard')))).toEqual([silent, silent, silent]);
  expect(await outcome('easy')).toBe('not tried');
  await pause(1_050);
  expect(await outcome('easy')).toBe('answered');
  expect(await outcome('hard')).toBe(silent);
  expect(await outcome('easy')).toBe('answered');
});

test('an answer between them, even a refusal, ends the row', async () => {
  for (const between of ['easy', 'wrong']) {
    await Promise.all([outcome('hard'), outcome('hard')]);
    expect(await outcome(between)).toBe(between === 'easy' ? 'answered' : 'MeilisearchApiError');
  }
  expect(await outcome('hard')).toBe(silent);
  expect(await outcome('easy')).toBe('answered');
});
