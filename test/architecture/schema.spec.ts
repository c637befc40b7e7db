import { readFileSync, writeFileSync } from 'node:fs';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  buildSchema,
  findBreakingChanges,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isInterfaceType,
  isSpecifiedScalarType,
  parse,
  printSchema,
  lexicographicSortSchema,
} from 'graphql';
import { getComplexity } from 'graphql-query-complexity';
import { costOf, largestCost } from '../../src/http/query-cost.plugin.js';
import { Platform } from '../support/platform.js';

let schema: GraphQLSchema;

beforeAll(async () => {
  const platform = await Platform.start('schema');
  ({ schema } = platform.app.get(GraphQLSchemaHost, { strict: false }));
  await platform.stop();
});

test('schema.graphql is the schema that is served (UPDATE_SCHEMA=1 writes it anew, for review)', () => {
  const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;
  if (process.env['UPDATE_SCHEMA']) writeFileSync('schema.graphql', printed);
  expect(printed).toBe(readFileSync('schema.graphql', 'utf8'));
});

test('nothing that clients rely on was renamed, removed or made stricter', () => {
  const contract = buildSchema(readFileSync('test/architecture/contract.graphql', 'utf8'));
  expect(findBreakingChanges(contract, schema)).toEqual([]);
});

describe('what a query costs', () => {
  const cost = (query: string): number => getComplexity({ schema, query: parse(query), estimators: [costOf] });

  test.each([
    '{ territories { code name departments { name region { name } } } }',
    '{ territories { name openOffers(first: 5) { nodes { title } } } }',
    `{ viewer { companies { name board { total overdue offers { count offer { title } }
         columns { status count cards(first: 20) { edges { node { daysLeft match { score parts { points explanation } }
           application { id message candidate { firstName contact { email } } offer { title } } } } } } } } } }`,
  ])('an honest one is answered: %s', (query) => {
    expect(cost(query)).toBeLessThanOrEqual(largestCost);
  });

  test.each([
    `{ territories { ${Array.from({ length: 14 }, (_, n) => `a${n}: openOffers(first: ${n + 1}) { nodes { id } }`).join(' ')} } }`,
    '{ viewer { companies { board { offers { offer { company { board { total } } } } } } } }',
  ])('one that asks for lists of lists is refused: %s', (query) => {
    expect(cost(query)).toBeGreaterThan(largestCost);
  });
});

test('everything public is described', () => {
  const bare: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    if (!type.description && type !== schema.getQueryType() && type !== schema.getMutationType()) bare.push(type.name);
    if (isEnumType(type))
      for (const value of type.getValues()) if (!value.description) bare.push(`${type.name}.${value.name}`);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.description) bare.push(`${type.name}.${field.name}`);
      if ('args' in field)
        for (const arg of field.args) if (!arg.description) bare.push(`${type.name}.${field.name}(${arg.name})`);
    }
  }
  expect(bare).toEqual([]);
});
