import { createConnection } from 'node:net';
import { gzipSync } from 'node:zlib';
import { toyServer } from './toy-server.js';

let server: Awaited<ReturnType<typeof toyServer>>;
beforeAll(async () => (server = await toyServer()));
afterAll(() => server.close());

const json = { 'content-type': 'application/json' };
const graphqlJson = { accept: 'application/graphql-response+json' };

test('a refusal’s message is resolved on the interface, in the language of the request', async () => {
  const query = 'mutation { paint(colour: BLUE) { __typename ... on Refusal { message } } }';
  expect((await server.ask(query)).body.data.paint).toEqual({ __typename: 'NotAllowed', message: 'Pas en bleu.' });
  const english = await server.ask(query, {}, {}, { 'accept-language': 'en-GB,en' });
  expect(english.body.data.paint.message).toBe('Not blue.');
});

test('the context knows the token, from the header or the cookie', async () => {
  const by = async (headers: Record<string, string>) =>
    (await server.ask('{ address }', {}, {}, headers)).body.data.address;
  expect(await by({ authorization: 'Bearer abc' })).toBe('127.0.0.1 fr abc');
  expect(await by({ cookie: 'vte_session=def' })).toBe('127.0.0.1 fr def');
  expect(await by({ 'x-forwarded-for': '10.1.2.3' })).toBe('127.0.0.1 fr -');
});

test('behind a proxy that is trusted, the address is the one that proxy saw, not the one a client claims', async () => {
  const behind = await toyServer({ TRUST_PROXY: 'on' });
  const { body, headers } = await behind.ask(
    '{ address }',
    {},
    {},
    { 'x-forwarded-for': '6.6.6.6, 10.1.2.3', 'x-request-id': 'of-the-proxy' },
  );
  expect(body.data.address).toBe('10.1.2.3 fr -');
  expect(headers.get('x-request-id')).toBe('of-the-proxy');
  await behind.close();
});

test.each([
  ['broken JSON', () => server.post('{"query":'), 400, 'BAD_USER_INPUT'],
  ['an empty body', () => server.post(''), 400, 'BAD_USER_INPUT'],
  ['JSON that is a string', () => server.post('"x"'), 400, 'BAD_USER_INPUT'],
  ['JSON that is null', () => server.post('null'), 400, 'BAD_USER_INPUT'],
  ['a prototype in JSON', () => server.post('{"query":"{address}","__proto__":{"a":1}}'), 400, 'BAD_USER_INPUT'],
  [
    'a long body',
    () => server.post(JSON.stringify({ query: '{ address }', x: 'a'.repeat(110_000) })),
    413,
    'BAD_USER_INPUT',
  ],
  ['XML', () => server.post('<a/>', { 'content-type': 'application/xml' }), 415, 'BAD_USER_INPUT'],
  [
    'a form',
    () => server.post('query={address}', { 'content-type': 'application/x-www-form-urlencoded' }),
    400,
    'BAD_USER_INPUT',
  ],
  ['text', () => server.post('{"query":"{address}"}', { 'content-type': 'text/plain' }), 400, 'BAD_USER_INPUT'],
  ['a bare GET', () => server.request('/graphql?query={address}'), 400, 'BAD_USER_INPUT'],
  [
    'a mutation by GET',
    () => server.request('/graphql?query=mutation{paint(colour:RED){__typename}}', { headers: json }),
    405,
    'BAD_USER_INPUT',
  ],
  ['an unknown address', () => server.request('/nothing?<script>'), 404, 'NOT_FOUND'],
  ['a broken escape', () => server.request('/%ff'), 400, 'BAD_USER_INPUT'],
  ['a method nobody has', () => server.request('/graphql', { method: 'DELETE' }), 404, 'NOT_FOUND'],
])('%s gets a typed error and nothing of ours', async (_what, send, status, code) => {
  const answer = await send();
  expect(answer.status).toBe(status);
  expect(answer.body.errors[0].extensions.code).toBe(code);
  expect(Object.keys(answer.body)).toEqual(['errors']);
  expect(answer.text).not.toMatch(/node_modules|FST_|stack|script/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('who follows a link to where nothing is served reads why, as a page', async () => {
  const page = await fetch(`${server.url}/candidatures/<b>`, { headers: { accept: 'text/html,*/*' } });
  expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  const text = await page.text();
  expect(text).toMatch(/<html lang="fr">[^]*Il n’y a pas de page à cette adresse[^]*href="\/graphql"/);
  expect(text).not.toMatch(/candidatures\/|<b>/);
});

test('a compressed body is not unpacked', async () => {
  const body = gzipSync(JSON.stringify({ query: '{ address }', x: ' '.repeat(40_000_000) }));
  const answer = await server.request('/graphql', {
    method: 'POST',
    headers: { ...json, 'content-encoding': 'gzip' },
    body,
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
});

test('GET works for programs that say so', async () => {
  const { body } = await server.request('/graphql?query={address}', { headers: json });
  expect(body.data.address).toMatch(/^127/);
});

test('errors of a document: 200 for application/json, 400 for GraphQL’s own type', async () => {
  for (const query of [
    '{',
    '{ nothing }',
    'query($n: Int!) { shelves(first: $n) { nodes { id } } }',
    '{ echo(words: "\\u0000") }',
  ]) {
    expect((await server.ask(query)).status).toBe(200);
    const strict = await server.ask(query, {}, {}, graphqlJson);
    expect([strict.status, strict.headers.get('content-type')]).toEqual([
      400,
      'application/graphql-response+json; charset=utf-8',
    ]);
  }
});

test('every answer has the security headers and an id; data may run nothing', async () => {
  const { headers } = await server.ask('{ address }');
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers.get('x-powered-by')).toBeNull();
});

test('a request that is not HTTP is hung up on', async () => {
  const { port, hostname } = new URL(server.url);
  const answer = await new Promise<string>((resolve) => {
    const socket = createConnection(Number(port), hostname, () => socket.write('NONSENSE\r\n\r\n'));
    let said = '';
    socket.on('data', (chunk) => (said += chunk.toString()));
    socket.on('close', () => {
      resolve(said);
    });
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400/);
});
