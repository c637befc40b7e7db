import fc from 'fast-check';
import { Kind, type ValueNode } from 'graphql';
import { DateScalar, DateTimeScalar } from '../../src/common/scalars.js';

const date = new DateScalar();
const dateTime = new DateTimeScalar();
const wrong = expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } });

function refusal(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

test.each(['2026-09-01', '2028-02-29', '1900-01-01', '9999-12-31'])('%s is a date', (text) => {
  expect(date.parseValue(text)).toBe(text);
  expect(date.parseLiteral({ kind: Kind.STRING, value: text })).toBe(text);
  expect(date.serialize(text)).toBe(text);
});

test.each([
  '',
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-1-1',
  '01/09/2026',
  '2026-09-01T00:00:00Z',
  '1899-12-31',
  '0000-01-01',
  ' 2026-09-01',
  '2026-09-01\n',
  '+12026-09-01',
  '２０２６-09-01',
  20260901,
  null,
  undefined,
  {},
  [],
  true,
])('%j is no date', (value) => {
  expect(refusal(() => date.parseValue(value))).toEqual(wrong);
});

test.each([
  ['2026-09-01T08:30:00Z', '2026-09-01T08:30:00.000Z'],
  ['2026-09-01T08:30Z', '2026-09-01T08:30:00.000Z'],
  ['2026-09-01T08:30:00.5+02:00', '2026-09-01T06:30:00.500Z'],
])('%s is the moment %s', (text, expected) => {
  expect(dateTime.serialize(dateTime.parseValue(text))).toBe(expected);
  expect(dateTime.parseLiteral({ kind: Kind.STRING, value: text }).toISOString()).toBe(expected);
});

test.each([
  '',
  '2026-09-01',
  '2026-09-01T08:30:00',
  '2026-02-30T08:30:00Z',
  '2026-09-01T25:00:00Z',
  '2026-09-01T08:30:00+99:00',
  '+275760-09-13T00:00:00Z',
  '0001-01-01T00:00:00Z',
  'Tue Sep 01 2026',
  1_788_000_000_000,
  null,
  {},
])('%j is no moment', (value) => {
  expect(refusal(() => dateTime.parseValue(value))).toEqual(wrong);
});

test('literals that are no strings are refused', () => {
  const literal: ValueNode = { kind: Kind.INT, value: '2026' };
  expect(refusal(() => date.parseLiteral(literal))).toEqual(wrong);
  expect(refusal(() => dateTime.parseLiteral(literal))).toEqual(wrong);
});

test('a moment survives its text', () => {
  const moments = fc.date({ min: new Date('1900-01-01'), max: new Date('9999-12-30'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (moment) => {
      expect(dateTime.parseValue(dateTime.serialize(moment))).toEqual(moment);
    }),
  );
});
