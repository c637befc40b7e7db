import { getIntrospectionQuery } from 'graphql';
import { calls } from './toy.module.js';
import { toyServer } from './toy-server.js';

let server: Awaited<ReturnType<typeof toyServer>>;
beforeAll(async () => (server = await toyServer()));
afterAll(() => server.close());

const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');
const nested = (depth: number): string =>
  `{ shelves(first: 1) { nodes { ${'next { '.repeat(depth - 3)} id ${'} '.repeat(depth - 3)} } } }`;

async function refusal(query: string, variables?: object, code = 'GRAPHQL_VALIDATION_FAILED'): Promise<string> {
  const { body, status } = await server.ask(query, variables);
  expect(status).toBeLessThan(500);
  expect(body.data ?? null).toBeNull();
  expect(body.errors[0].extensions.code).toBe(code);
  return body.errors[0].message;
}
const accepted = async (query: string, variables?: object): Promise<void> => {
  const { body } = await server.ask(query, variables);
  expect(body.errors).toBeUndefined();
};

test('depth: 14 fields pass, 15 do not; fragments count by their fields', async () => {
  await accepted(nested(14));
  expect(await refusal(nested(15))).toMatch(/profondeur 15, au plus 14.*levels/);
  const byFragments = `{ shelves(first: 1) { nodes { ...a } } }
    fragment a on Shelf { next { next { next { next { ...b } } } } }
    fragment b on Shelf { next { next { next { next { ...c } } } } }
    fragment c on Shelf { next { next { next { next { id } } } } }`;
  expect(await refusal(byFragments)).toMatch(/profondeur 15/);
});

test('aliases are counted, those of __typename and those in fragments too', async () => {
  await accepted(`{ ${many(14, (i) => `a${i}: __typename`)} }`);
  expect(await refusal(`{ shelves { nodes { ${many(16, (i) => `a${i}: __typename`)} } } }`)).toMatch(/alias 16/);
  const query = `{ a: node(id: "s0") { ...f } b: node(id: "s1") { ...f } } fragment f on Shelf { ${many(7, (i) => `c${i}: name`)} }`;
  expect(await refusal(query)).toMatch(/alias 16/);
});

test('directives and root fields are counted', async () => {
  expect(await refusal(`{ ${many(21, () => '... @include(if: true) { address }')} }`)).toMatch(/directives 21/);
  expect(await refusal(`{ ...f } fragment f on Query { ${many(16, () => 'address')} }`)).toMatch(/champs racine 16/);
});

test('at most five mutations in a document, and none of the six runs', async () => {
  const paint = calls.paint;
  expect(await refusal(`mutation { ${many(6, (i) => `a${i}: paint(colour: RED) { __typename }`)} }`)).toMatch(
    /champs racine 6, au plus 5/,
  );
  expect(calls.paint).toBe(paint);
  await accepted(`mutation { ${many(5, (i) => `a${i}: paint(colour: RED) { __typename }`)} }`);
});

test.each([
  ['a thousand aliases', `{ ${many(1000, (i) => `a${i}: __typename`)} }`],
  ['20 000 nested lists', `{ echo(words: ${'['.repeat(20_000)}) }`],
  ['20 000 nested fields', '{a'.repeat(20_000)],
  [
    'fragments that double 60 times',
    `{ ...f0 } ${many(60, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`)} fragment f60 on Query { address }`,
  ],
  ['a circle of fragments', '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }'],
])('%s: refused quickly', async (_what, query) => {
  const start = performance.now();
  const { body, text, status } = await server.ask(query);
  expect(performance.now() - start).toBeLessThan(1500);
  expect(status).toBeLessThan(500);
  expect(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']).toContain(body.errors[0].extensions.code);
  expect(text.length).toBeLessThan(5000);
});

const cube = (size: string): string =>
  `shelves(first: ${size}) { nodes { neighbours(first: ${size}) { nodes { neighbours(first: ${size}) { nodes { id } } } } } }`;

test.each([
  ['literals', `{ ${cube('100')} }`, {}],
  ['variables', `query($n: Int!) { ${cube('$n')} }`, { n: 100 }],
  ['a default of the document', `query($n: Int! = 100) { ${cube('$n')} }`, {}],
  ['a fragment', `query($n: Int!) { ...f } fragment f on Query { ${cube('$n')} }`, { n: 100 }],
])('100 × 100 × 100 by %s costs too much and runs nothing', async (_what, query, variables) => {
  const before = calls.shelves;
  expect(await refusal(query, variables, 'BAD_USER_INPUT')).toMatch(/2020\d+, au plus 50000/);
  expect(calls.shelves).toBe(before);
});

test('a cost that is remembered holds for its sizes only, and bad variables leave none behind', async () => {
  const query = `query($n: Int!, $ids: [ID!], $y: Boolean = true) { echo(ids: $ids) ${cube('$n').replace('{', '@include(if: $y) {')} }`;
  await accepted(query, { n: 2 });
  expect(await refusal(query, { n: 100, ids: [{}] }, 'BAD_USER_INPUT')).toMatch(/ids/);
  expect(await refusal(query, { n: 100 }, 'BAD_USER_INPUT')).toMatch(/coûteuse/);
  expect(await refusal(query, { n: 100, y: true }, 'BAD_USER_INPUT')).toMatch(/coûteuse/);
  await accepted(query, { n: 100, y: false });
  await accepted(query, { n: 2 });
});

test('the schema’s own default size counts, and ordinary pages pass', async () => {
  const usual = 'shelves { nodes { neighbours { nodes { neighbours { nodes { neighbours { nodes { id } } } } } } } }';
  await refusal(`{ ${usual} }`, {}, 'BAD_USER_INPUT');
  await accepted(
    '{ shelves(first: 100) { edges { cursor node { id name toys { __typename ... on Car { seats } } named { name } } } pageInfo { hasNextPage } } }',
  );
  await accepted('{ shelves(first: 0) { nodes { id } } }');
});

test('a connection asked in a circle is refused', async () => {
  await refusal(
    `{ shelves { nodes { ${'neighbours { nodes { '.repeat(5)} id ${'} } '.repeat(5)} } } }`,
    {},
    'BAD_USER_INPUT',
  );
  await refusal(`{ shelves { nodes { ${'neighbours { nodes { '.repeat(20)} id ${'} } '.repeat(20)} } } }`);
});

test('introspection by the usual tools passes', async () => {
  await accepted(
    getIntrospectionQuery({
      inputValueDeprecation: true,
      schemaDescription: true,
      oneOf: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
    }),
  );
});

test.each([
  ['a null character', { f: { any: [{ name: 'a\0b' }] } }, '$f.any.0.name'],
  ['half of a pair', { f: { any: [{ name: 'x' }, { name: 'a\ud800b' }] } }, '$f.any.1.name'],
  ['a null character in a key', { f: { 'a\0': 1 } }, '$f'],
])('%s in a variable is refused by its path', async (_what, variables, path) => {
  expect(await refusal('query($f: ToyFilter) { echo(filter: $f) }', variables, 'BAD_USER_INPUT')).toContain(`${path} `);
});

test('a null character in the document is refused; a whole pair is not', async () => {
  expect(await refusal('{ echo(words: "a\\u0000") }', {}, 'BAD_USER_INPUT')).toMatch(/Caractère nul/);
  expect(await refusal('{ echo(words: """a\\u0000""" ids: ["\\u0000"]) }', {}, 'BAD_USER_INPUT')).toMatch(
    /Caractère nul/,
  );
  await refusal('{ echo(words: "a\\uD800") }', {}, 'GRAPHQL_PARSE_FAILED');
  await accepted('query($w: String) { echo(words: $w) }', { w: 'é 😀 \u200d' });
});

test('variables nested by the thousand neither crash nor run', async () => {
  const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;
  const { body, status } = await server.post(`{"query":"query($f: [ID!]){echo(ids:$f)}","variables":{"f":${deep}}}`);
  expect(status).toBeLessThan(500);
  expect(body.errors[0].message).toMatch(/profond/);
  expect(body.errors[0].message.length).toBeLessThan(300);
});
