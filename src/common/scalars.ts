import { CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

const isCivilDate = (value: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value);
};

const earliest = '1900-01-01';

const refuse = (what: string): never => {
  throw new GraphQLError(what, { extensions: { code: 'BAD_USER_INPUT' } });
};

function readDate(value: unknown): string {
  if (typeof value === 'string' && isCivilDate(value) && value >= earliest) return value;
  return refuse('Une date s’écrit AAAA-MM-JJ et doit exister, par exemple 2026-09-01. (A date is YYYY-MM-DD.)');
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function readDateTime(value: unknown): Date {
  if (typeof value === 'string' && moment.test(value) && value >= earliest && isCivilDate(value.slice(0, 10))) {
    const parsed = new Date(value);
    if (!Number.isNaN(parsed.valueOf())) return parsed;
  }
  return refuse(
    'Un instant s’écrit comme 2026-09-01T08:30:00Z, avec son fuseau. (An ISO 8601 date-time with its zone.)',
  );
}

const literal = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : undefined);

@Scalar('Date')
export class DateScalar implements CustomScalar<string, string> {
  description = 'A civil date, ISO 8601: YYYY-MM-DD.';
  parseValue = readDate;
  serialize = (value: unknown): string => readDate(value);
  parseLiteral = (node: ValueNode): string => readDate(literal(node));
}

@Scalar('DateTime', () => Date)
export class DateTimeScalar implements CustomScalar<string, Date> {
  description = 'A moment, ISO 8601 with its zone, answered in UTC: 2026-09-01T08:30:00.000Z.';
  parseValue = readDateTime;
  serialize = (value: unknown): string =>
    value instanceof Date ? value.toISOString() : readDateTime(value).toISOString();
  parseLiteral = (node: ValueNode): Date => readDateTime(literal(node));
}

/** Named in decorators where a field is a civil date held as a string; DateTime fields use Date itself. */
export const CivilDate = DateScalar;
