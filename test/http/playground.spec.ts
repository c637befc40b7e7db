import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { playgroundExamples } from '../../src/http/playground-examples.js';
import { toyServer } from './toy-server.js';

let server: Awaited<ReturnType<typeof toyServer>>;
beforeAll(async () => (server = await toyServer()));
afterAll(() => server.close());

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const open = (path: string) => server.request(path, { headers: browser });

test('a browser gets the page, whose every file is our own and kept for good', async () => {
  const page = await open('/graphql');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.text).toContain("<title>VTE et Territoires d'industrie — API</title>");
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self';/);
  const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((found) => found[1]!);
  expect(files.filter((file) => !/^(\/|data:,$)/.test(file))).toEqual([]);
  const ours = files.filter((file) => file.startsWith('/playground/'));
  expect(ours).toHaveLength(6);
  for (const file of ours) {
    const { status, headers, text } = await server.request(file);
    expect([file, status, headers.get('cache-control')]).toEqual([file, 200, 'public, max-age=31536000, immutable']);
    expect(headers.get('content-type')).toMatch(file.endsWith('css') ? /^text\/css/ : /^text\/javascript/);
    expect(text.length).toBeGreaterThan(100);
  }
});

test('programs keep the API at the same address, also with a query in a browser’s way', async () => {
  expect((await server.ask('{ address }')).body.data.address).toBeTruthy();
  expect((await open('/graphql?query={address}')).headers.get('content-type')).toMatch(/json/);
  expect((await server.request('/graphql')).body.errors[0].extensions.code).toBe('BAD_USER_INPUT');
});

test.each([
  '/playground/x/react.js',
  '/playground/x/toString',
  '/playground/x/..%2f..%2fpackage.json',
  '/playground/x/page.js/y',
])('nothing else is served: %s', async (path) => {
  expect((await server.request(path)).status).toBe(404);
});

test('the front page leads to the playground, and the schema can be read', async () => {
  const front = await open('/');
  expect([front.status, front.headers.get('location')]).toEqual([302, '/graphql']);
  const { text, headers } = await open('/schema.graphql');
  expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(buildSchema(text).getType('Shelf')).toBeDefined();
});

const printed = new URL('../../schema.graphql', import.meta.url);
const contract = new URL('../../../shared/design/contract.graphql', import.meta.url);
const file = [printed, contract].find((url) => existsSync(url));
(file ? test : test.skip)('every example asks for what the schema has', () => {
  const schema = buildSchema(readFileSync(file!, 'utf8'));
  for (const { query, variables } of playgroundExamples) {
    expect(validate(schema, parse(query))).toEqual([]);
    if (variables) JSON.parse(variables);
  }
});
