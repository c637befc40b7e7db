import { jest } from '@jest/globals';
import { type Answer, toyServer } from './toy-server.js';

let server: Awaited<ReturnType<typeof toyServer>>;
let written: string[];

beforeAll(async () => {
  server = await toyServer();
  const keep = (chunk: unknown): boolean => Boolean(written.push(String(chunk)));
  jest.spyOn(process.stderr, 'write').mockImplementation(keep);
  jest.spyOn(process.stdout, 'write').mockImplementation(keep);
});
beforeEach(() => (written = []));
afterAll(async () => {
  jest.restoreAllMocks();
  await server.close();
});

const codes = (answer: Answer): string[] => answer.body.errors.map((error: any) => error.extensions.code);

test('an unexpected error shows a reference, and the log has that reference with the cause', async () => {
  const { body, text } = await server.ask('{ boom }');
  const [{ message, extensions, path }] = body.errors;
  expect(extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', reference: expect.stringMatching(/^[0-9a-f]{12}$/) });
  expect(message).toMatch(/^Une erreur .*\(Something went wrong on our side\.\)$/);
  expect(path).toEqual(['boom']);
  expect(text).not.toMatch(/secret_table|SELECT|\.ts|node_modules/);
  const log = written.join('');
  expect(log).toContain(extensions.reference);
  expect(log).toContain('secret_table');
  expect(log).toMatch(/toy\.module/);
  expect(log).not.toContain('SELECT password');
});

test('variables, tokens and passwords are not in the log', async () => {
  const query = 'mutation($p: String) { paint(colour: RED, password: $p) { __typename } }';
  const { body } = await server.ask(query, { p: 'hunter2-hunter2' }, {}, { authorization: 'Bearer tok-en-123' });
  expect(body.errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
  expect(written.join('')).toContain('painting failed');
  expect(written.join('')).not.toMatch(/hunter2|tok-en-123/);
});

test('requests are not in the log, fine or not', async () => {
  const talkative = await toyServer({ NODE_ENV: 'development' });
  written = [];
  await talkative.ask('{ address }');
  await talkative.ask('{ nowhere }');
  expect((await talkative.request('/nowhere?jeton=secret')).status).toBe(404);
  await talkative.close();
  expect(written).toEqual([]);
});

test('null in a place that cannot be null is our failure, with a reference and no names', async () => {
  const { body, text } = await server.ask('{ shelves(first: 2) { nodes { required } } }');
  expect(body.data).toBeNull();
  expect(codes({ body } as Answer)).toEqual(['INTERNAL_SERVER_ERROR']);
  expect(text).not.toContain('non-nullable');
});

test('many failures give ten errors, and few lines in the log', async () => {
  const within = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 5000);
  const { body } = await server.ask('{ booms }');
  within.mockRestore();
  expect(body.errors).toHaveLength(10);
  expect(body.data.booms).toHaveLength(40);
  expect(written.join('').match(/secret \d+/g)!.length).toBeLessThanOrEqual(20);
  const validation = await server.ask(`{ ${Array.from({ length: 14 }, (_, i) => `nothing${i}`).join(' ')} }`);
  expect(validation.body.errors).toHaveLength(10);
});

test('the codes of the contract pass, with nothing but their code and delay', async () => {
  const { body } = await server.ask('{ limited hidden shelves { nodes { fragile } } }');
  expect(body.errors.map((error: any) => error.extensions)).toEqual([
    { code: 'RATE_LIMITED', retryAfterSeconds: 30 },
    { code: 'FORBIDDEN' },
    { code: 'NOT_FOUND' },
  ]);
});

test.each([
  ['a field', '{ shelvs { nodes { id } } }', {}],
  ['an argument', '{ shelves(frist: 1) { nodes { id } } }', {}],
  ['an enum value', 'mutation { paint(colour: REDD) { __typename } }', {}],
  ['an inline fragment', '{ node(id: "s0") { name } }', {}],
  ['an enum value in a variable', 'mutation($c: Colour!) { paint(colour: $c) { __typename } }', { c: 'REDD' }],
  ['an input field in a variable', 'query($f: ToyFilter) { echo(filter: $f) }', { f: { sinc: '2024-01-01' } }],
  ['a type', '{ node(id: "s0") { ... on Shelv { name } } }', {}],
  ['a missing selection', '{ shelves }', {}],
])('no suggestion after misspelling %s', async (_what, query, variables) => {
  const { body, text } = await server.ask(query, variables);
  expect(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']).toContain(body.errors[0].extensions.code);
  expect(text).not.toMatch(/did you mean/i);
});

test.each([
  ['a subscription', { query: 'subscription { x }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['an unknown operation', { query: 'query a { address }', operationName: 'b' }, 'BAD_USER_INPUT'],
  ['a null byte for a name', { query: 'query a { address }', operationName: '\0' }, 'BAD_USER_INPUT'],
  ['several operations, none named', { query: 'query a { address } query b { address }' }, 'BAD_USER_INPUT'],
  ['a number for a name', { query: '{ address }', operationName: 5 }, 'BAD_USER_INPUT'],
  ['no query', {}, 'BAD_USER_INPUT'],
  ['a query that is not a string', { query: 5 }, 'BAD_USER_INPUT'],
  ['variables that are a list', { query: '{ address }', variables: [1] }, 'BAD_USER_INPUT'],
  ['variables that are a string', { query: '{ address }', variables: 'x' }, 'BAD_USER_INPUT'],
  ['extensions that are a string', { query: '{ address }', extensions: 'x' }, 'BAD_USER_INPUT'],
  [
    'an object for an Int',
    { query: 'query($n: Int!) { shelves(first: $n) { nodes { id } } }', variables: { n: { toString: 1 } } },
    'BAD_USER_INPUT',
  ],
  ['a missing variable', { query: 'query($n: Int!) { shelves(first: $n) { nodes { id } } }' }, 'BAD_USER_INPUT'],
  ['a persisted query', { extensions: { persistedQuery: { version: 1, sha256Hash: 'a' } } }, 'BAD_USER_INPUT'],
  [
    'a persisted query of another version',
    { extensions: { persistedQuery: { version: 9, sha256Hash: 'a' } } },
    'BAD_USER_INPUT',
  ],
  ['a persisted query as a string', { query: '{ address }', extensions: { persistedQuery: 'x' } }, 'BAD_USER_INPUT'],
  ['a syntax error', { query: '{ address' }, 'GRAPHQL_PARSE_FAILED'],
  ['a date that is none', { query: '{ echo(filter: {since: "2024-02-30"}) }' }, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a date that is none, as a variable',
    { query: 'query($f: ToyFilter) { echo(filter: $f) }', variables: { f: { since: '2024-02-30' } } },
    'BAD_USER_INPUT',
  ],
  ['a batch', [{ query: '{ address }' }, { query: '{ address }' }], 'BAD_USER_INPUT'],
])('%s is the client’s error', async (_what, payload, code) => {
  const answer = await server.post(JSON.stringify(payload));
  expect(codes(answer)).toEqual(expect.arrayContaining([code]));
  expect(answer.status).toBeLessThan(500);
  expect(answer.text).not.toMatch(/node_modules|stack|at file:/);
  expect(written.join('')).toBe('');
});

test('however long a wrong value is, saying so takes no time', async () => {
  const query = 'mutation ($colour: Colour!) { paint(colour: $colour, password: "x") { __typename } }';
  const begun = performance.now();
  const { body } = await server.ask(query, { colour: `a${' '.repeat(90_000)}b` });
  expect(body.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  expect(performance.now() - begun).toBeLessThan(2_000);
});

test('many wrong values are the client’s fault, and fill no log', async () => {
  const query = 'mutation ($colours: [Colour!]!) { paint(colour: RED, others: $colours) { __typename } }';
  const { body } = await server.ask(query, { colours: Array.from({ length: 200 }, () => null) });
  expect(body.errors.map((error: any) => error.extensions.code)).not.toContain('INTERNAL_SERVER_ERROR');
  expect(written).toEqual([]);
});
