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
  printSchema,
  lexicographicSortSchema,
} from 'graphql';
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
