import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { type Act, rules } from '../../src/permissions/rules.js';

export type Field = GraphQLField<unknown, unknown>;

/** The act that the field asks for by `@Asks`; null when it asks for none. Throws when permissions do not know it. */
export function actOf(field: Field): Act | null {
  const act: unknown = field.extensions['act'];
  if (act === undefined) return null;
  if (typeof act !== 'string' || !Object.hasOwn(rules, act)) throw new Error(`no such act: ${JSON.stringify(act)}`);
  return act as Act;
}

export const fieldsOf = (type: GraphQLObjectType): Field[] => Object.values(type.getFields());

export const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !isIntrospectionType(type))
    .sort((one, other) => (one.name < other.name ? -1 : 1));

export const isRoot = (schema: GraphQLSchema, { name }: GraphQLObjectType): boolean =>
  [schema.getQueryType()?.name, schema.getMutationType()?.name].includes(name);

/** A refusal answers the mutation that asked for its act, so what it holds is behind that act. */
export const isRefusal = (type: GraphQLObjectType): boolean =>
  type.getInterfaces().some(({ name }) => name === 'Refusal');

/** The object types that a field may give. */
export function given(schema: GraphQLSchema, output: GraphQLOutputType): readonly GraphQLObjectType[] {
  const type = getNamedType(output);
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

/** Every `@Asks` of the sources, with its field: those of merged or unwired fields get lost on the way to the schema. */
export function asksInSources(): { file: string; act: string; name: string }[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return files.flatMap((file) =>
    readFileSync(join('src', file), 'utf8')
      .split('\n\n')
      .flatMap((part) => {
        const act = /^ {2}@Asks\('([^']+)'\)/m.exec(part)?.[1];
        const name =
          /@(?:ResolveField|Query|Mutation)\('(\w+)'/.exec(part)?.[1] ?? /^ {2}(?:async )?(\w+)[(!?]/m.exec(part)?.[1];
        return act && name ? [{ file, act, name }] : [];
      }),
  );
}
