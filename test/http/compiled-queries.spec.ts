import { GraphQLSchemaHost } from '@nestjs/graphql';
import fc from 'fast-check';
import { execute, Kind, parse } from 'graphql';
import { CompiledQueries } from '../../src/http/compiled-queries.plugin.js';
import { calls } from './toy.module.js';
import { toyServer } from './toy-server.js';

let server: Awaited<ReturnType<typeof toyServer>>;
beforeAll(async () => (server = await toyServer()));
afterAll(() => server.close());

const context = { language: 'fr', token: null, address: '1.2.3.4' };

/** What the plugin is told of a request, for a query and its variables. */
function asked(source: string, variables: object = {}, operationName: string | null = null): any {
  const document = parse(source);
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const operation = operationName ? operations.find((each) => each.name?.value === operationName) : operations[0];
  const { schema } = server.app.get(GraphQLSchemaHost, { strict: false });
  const request = { variables };
  return {
    schema,
    document,
    operation,
    operationName,
    source,
    queryHash: source,
    request,
    contextValue: { ...context },
  };
}

const plain = async (request: any) => {
  const {
    schema,
    document,
    contextValue,
    request: { variables },
    operationName,
  } = request;
  const result = await execute({ schema, document, contextValue, variableValues: variables, operationName });
  return JSON.parse(JSON.stringify(result));
};

const filter = 'query($f: ToyFilter, $w: String, $ids: [ID!]) { echo(filter: $f, words: $w, ids: $ids) }';
const shapes: [what: string, source: string, variables?: object, operation?: string][] = [
  [
    'lists, interfaces, unions',
    '{ shelves { nodes { id toys { __typename ... on Car { seats colour } ... on Doll { madeOn dress } } named { name ... on Doll { madeOn } } } } }',
  ],
  [
    'nested fragments',
    '{ shelves { edges { ...e } pageInfo { endCursor } } } fragment e on ShelfEdge { cursor node { ...s } } fragment s on Shelf { name next { name id } }',
  ],
  [
    'merged fields and aliases',
    '{ a: shelves(first: 1) { nodes { id } nodes { name } } b: shelves(first: 2) { nodes { x: name } } }',
  ],
  ['the interface Node', '{ node(id: "s2") { __typename id ... on Shelf { name } } }'],
  ['a node that is not there', '{ node(id: "zz") { id } }'],
  [
    'include',
    'query($y: Boolean!) { shelves { nodes { id name @include(if: $y) ... on Shelf @skip(if: $y) { next { id } } } } }',
    { y: true },
  ],
  [
    'skip',
    'query($y: Boolean!) { shelves { nodes { id name @include(if: $y) ...f @skip(if: $y) } } } fragment f on Shelf { next { id } }',
    { y: false },
  ],
  ['a default of the document', 'query($n: Int = 2) { shelves(first: $n) { nodes { id } } }'],
  ['a default of the document, given', 'query($n: Int = 2) { shelves(first: $n) { nodes { id } } }', { n: 1 }],
  [
    'literals',
    '{ echo(filter: {any: [{name: "x"}, {colour: RED}], since: "2024-02-29"}, words: null, ids: ["a", 5]) }',
  ],
  [
    'a scalar, a oneOf, an enum, a default in variables',
    filter,
    { f: { since: '2024-02-29', any: [{ name: 'é' }, { colour: 'BLUE' }] }, ids: ['a', 5] },
  ],
  ['one item for a list', filter, { f: { any: { name: 'x' } }, ids: 'a' }],
  ['nulls', filter, { f: null, w: null, ids: null }],
  ['nothing given', filter, {}],
  [
    'a variable inside an input',
    'query($d: Date, $c: Colour!) { echo(filter: {since: $d, any: [{colour: $c}]}) }',
    { c: 'RED', d: '2020-01-01' },
  ],
  ['one of several operations', 'query a { address } query b { shelves { nodes { id } } }', {}, 'b'],
  [
    'introspection',
    '{ __schema { types { name kind fields(includeDeprecated: true) { name type { name ofType { name } } } } } __type(name: "Toy") { possibleTypes { name } } }',
  ],
  ['the request itself', '{ address __typename }'],
];

// Full rows: jest takes a parameter that a row leaves out for its `done`.
test.each(shapes.map(([what, source, variables = {}, name = null]) => [what, source, variables, name] as const))(
  '%s: compiled after four hits, and the same answer as graphql-js',
  async (_what, source, variables, name) => {
    const plugin = new CompiledQueries();
    const expected = await plain(asked(source, variables, name));
    expect(expected.errors).toBeUndefined();
    for (let hit = 1; hit <= 4; hit++)
      expect(await plugin.responseForOperation(asked(source, variables, name))).toBeNull();
    for (let hit = 5; hit <= 7; hit++) {
      const answer = await plugin.responseForOperation(asked(source, variables, name));
      expect(JSON.parse(JSON.stringify(answer!.body.singleResult))).toEqual(expected);
    }
  },
);

test.each([
  ['two fields of a oneOf', filter, { f: { any: [{ name: 'x', colour: 'RED' }] } }],
  ['none of a oneOf', filter, { f: { any: [{}] } }],
  ['null in a oneOf', filter, { f: { any: [{ name: null }] } }],
  ['a list for an object', filter, { f: [] }],
  ['an unknown input field', filter, { f: { nothing: 1 } }],
  ['an enum value that is none', filter, { f: { any: [{ colour: 'GREEN' }] } }],
  ['a date that is none', filter, { f: { since: '2023-02-29' } }],
  ['a number for a string', filter, { w: 5 }],
  ['an error of a resolver', '{ shelves { nodes { fragile } } }', {}],
  ['null where none may be', '{ shelves { nodes { required } } }', {}],
  ['a thrown failure', '{ boom }', {}],
])('%s: left to graphql-js, also when the query is compiled', async (_what, source, variables) => {
  const plugin = new CompiledQueries(0);
  expect((await plain(asked(source, variables))).errors).toBeDefined();
  if (source === filter) expect(await plugin.responseForOperation(asked(source, {}))).not.toBeNull();
  expect(await plugin.responseForOperation(asked(source, variables))).toBeNull();
});

test.each([
  ['contains itself', 'query($t: ToyTree) { echo(tree: $t) }', { t: { under: { under: { size: 1 } } } }],
  ['has defaults', 'query($o: ToyOrder) { echo(order: $o) }', { o: {} }],
])('variables of an input type that %s are left to graphql-js', async (_what, query, variables) => {
  const plugin = new CompiledQueries(0);
  expect(await plugin.responseForOperation(asked(query, variables))).toBeNull();
  const answers = [];
  for (let hit = 0; hit < 7; hit++) answers.push((await server.ask(query, variables)).text);
  expect(new Set(answers).size).toBe(1);
});

test('whatever graphql-js accepts as variables, the compiled query reads the same way', async () => {
  const plugin = new CompiledQueries(0);
  const leaf = fc.constantFrom<unknown>(null, true, 0, 1, -5, 1.5, 'RED', 'BLUE', 'x', '', '2024-02-29', 2 ** 40);
  const listOr = (item: fc.Arbitrary<unknown>) => fc.oneof(item, fc.array(item, { maxLength: 2 }));
  const choice = fc.oneof(
    fc.record({ name: leaf }),
    fc.record({ colour: leaf }),
    fc.record({ name: leaf, colour: leaf }),
  );
  const anyFilter = fc.record(
    { any: listOr(fc.option(choice)), since: leaf, grid: listOr(listOr(leaf)) },
    { requiredKeys: [] },
  );
  const variables = fc.record({ f: fc.option(anyFilter), w: leaf, ids: listOr(leaf) }, { requiredKeys: [] });
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(variables, async (values) => {
      const expected = await plain(asked(filter, values));
      const answer = await plugin.responseForOperation(asked(filter, values));
      if (expected.errors) {
        expect(answer).toBeNull();
      } else {
        accepted++;
        expect(JSON.parse(JSON.stringify(answer!.body.singleResult))).toEqual(expected);
      }
    }),
    { numRuns: 400 },
  );
  expect(accepted).toBeGreaterThan(20);
});

test('the same query keeps its answer, errors included, however often it is asked', async () => {
  for (const [query, variables] of [
    ['{ shelves { nodes { id fragile } } }', {}],
    [filter, { f: { any: [{ name: 'x', colour: 'RED' }] } }],
    ['{ hidden address }', {}],
    ['query($n: Int!) { shelves(first: $n) { nodes { id } } }', { n: 'x' }],
  ] as const) {
    const first = (await server.ask(query, variables)).text;
    for (let hit = 0; hit < 8; hit++) expect((await server.ask(query, variables)).text).toBe(first);
  }
});

test('what two callers see is not mixed', async () => {
  const ask = async (token: string) =>
    (await server.ask('{ address }', {}, {}, { authorization: `Bearer ${token}` })).body.data.address;
  for (let hit = 0; hit < 6; hit++) await ask('x');
  const tokens = Array.from({ length: 20 }, (_, index) => `t${index}`);
  expect(await Promise.all(tokens.map(ask))).toEqual(tokens.map((token) => `127.0.0.1 fr ${token}`));
});

test('mutations, long documents and unknown operations are never compiled', async () => {
  const plugin = new CompiledQueries(0);
  const paint = calls.paint;
  expect(await plugin.responseForOperation(asked('mutation { paint(colour: RED) { __typename } }'))).toBeNull();
  expect(calls.paint).toBe(paint);
  expect(await plugin.responseForOperation(asked(`{ address } # ${'x'.repeat(9000)}`))).toBeNull();
  expect(await plugin.responseForOperation(asked('query a { address }', {}, 'b'))).toBeNull();
});

test('a query that fails starts over, so that it is not run twice each time', async () => {
  const plugin = new CompiledQueries(2);
  const boom = calls.boom;
  for (let hit = 0; hit < 9; hit++) await plugin.responseForOperation(asked('{ boom }'));
  expect(calls.boom - boom).toBe(3);
});
