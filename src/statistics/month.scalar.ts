import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

export const isMonth = (value: unknown): value is string =>
  typeof value === 'string' && /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(value);

function read(value: unknown): string {
  if (isMonth(value)) return value;
  throw new GraphQLError('Un mois s’écrit AAAA-MM, par exemple 2026-09. (A month is YYYY-MM.)', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

export const MonthScalar = new GraphQLScalarType<string, string>({
  name: 'Month',
  description: 'A civil month in metropolitan France, ISO 8601: YYYY-MM.',
  serialize: read,
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
});
