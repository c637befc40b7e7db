import { parse } from 'graphql';
import { CompiledQueries } from '../../src/http/compiled-queries.plugin.js';
import { DocumentStore, holdsWords } from '../../src/http/document-store.js';

const withWords = '{ searchOffers(words: "Camille Martin") { totalCount } }';
const withVariables = 'query ($words: String) { searchOffers(words: $words, first: 3, sort: NEWEST) { totalCount } }';

test.each([
  [withWords, true],
  ['query ($words: String = "Camille") { a(b: $words) }', true],
  ['{ a(b: { c: ["a@b"] }) }', true],
  ['{ a(b: "01283") __type(name: "Offer") { name } }', false],
  ['{ a # of Camille\n }', true],
  ['{ a(b: "") }', false],
  [withVariables, false],
])('%s: words of its own, %s', (source, holds) => {
  expect(holdsWords(parse(source))).toBe(holds);
});

test('a document is kept, unless it holds words', async () => {
  const store = new DocumentStore();
  const [plain, spoken] = [parse(withVariables), parse(withWords)];
  await store.set('plain', plain);
  await store.set('spoken', spoken);
  expect([await store.get('plain'), await store.get('spoken')]).toEqual([plain, undefined]);
  expect([await store.delete('plain'), await store.get('plain')]).toEqual([true, undefined]);
});

test('a query with words in it is never compiled, however often it is asked', async () => {
  const document = parse(withWords);
  const [operation] = document.definitions;
  const asked: any = { document, operation, source: withWords, queryHash: 'x', request: {} };
  const plugin = new CompiledQueries(0);
  for (let time = 0; time < 5; time += 1) expect(await plugin.responseForOperation(asked)).toBeNull();
});
