import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';

const readme = readFileSync('README.md', 'utf8');
const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));

const blocks = (language: string): string[] =>
  Array.from(readme.matchAll(new RegExp(`\`\`\`${language}\\n([^\`]*)\`\`\``, 'g')), ([, text]) => text!);

test('the first query can be pasted as it stands', () => {
  const [body] = blocks('sh').flatMap((text) => /-d '([^']+)'/.exec(text)?.[1] ?? []);
  const { query } = JSON.parse(body!) as { query: string };
  expect(validate(schema, parse(query))).toEqual([]);
});

test('every query of the README is one of the schema', () => {
  const queries = blocks('graphql');
  expect(queries.length).toBeGreaterThan(0);
  for (const query of queries) expect(validate(schema, parse(query))).toEqual([]);
});

test('every npm script that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const named = Array.from(readme.matchAll(/npm run ([a-z:]+)/g), ([, name]) => name!);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('ARCHITECTURE tells of every room, in the order in which they import one another', () => {
  const told = Array.from(readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/^\| `([a-z]+)` /gm), ([, room]) => room);
  const list = /const order = \[([^\]]*)\]/.exec(readFileSync('test/architecture/room-order.spec.ts', 'utf8'))![1]!;
  expect(told).toEqual(Array.from(list.matchAll(/'([a-z]+)'/g), ([, room]) => room));
});
