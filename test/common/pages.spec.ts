import fc from 'fast-check';
import { checkPage, connectionFrom, decodeCursor, encodeCursor } from '../../src/common/connection.js';
import { momentAfter, momentPage } from '../../src/common/moment-page.js';

const wrong = expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } });
const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

function refusal(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

test('a cursor survives its way through a client', () => {
  const parts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true })));
  fc.assert(
    fc.property(parts, (given) => {
      const read = decodeCursor(encodeCursor(given));
      expect(JSON.stringify(read)).toBe(JSON.stringify(given));
    }),
  );
});

test('anything else is refused as a cursor', () => {
  for (const after of ['x', '__proto__', encodeCursor([]), encodeCursor([1, 2]), encodeCursor(['a', 'b', 'c'])]) {
    expect(refusal(() => momentAfter({ first: 1, after }))).toEqual(wrong);
  }
  fc.assert(
    fc.property(fc.string(), (after) => {
      fc.pre(after !== '');
      expect(refusal(() => momentAfter({ first: 1, after }))).toEqual(wrong);
    }),
  );
});

test.each([
  'Tue Sep 01 2026',
  '1',
  '2026',
  '2026-09-01',
  '2026-02-30T00:00:00.000Z',
  '2026-09-01T00:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  '0000-01-01T00:00:00.000Z',
  '-000001-01-01T00:00:00.000Z',
  'infinity',
  'now',
])('a forged moment %j never reaches the database', (moment) => {
  expect(refusal(() => momentAfter({ first: 1, after: encodeCursor([moment, id(1)]) }))).toEqual(wrong);
});

test('a forged id never does', () => {
  const after = encodeCursor(['2026-09-01T00:00:00.000Z', "x' OR 1=1"]);
  expect(refusal(() => momentAfter({ first: 1, after }))).toEqual(wrong);
});

test('pages are of 0 to 100', () => {
  for (const first of [0, 1, 100]) {
    checkPage({ first });
  }
  for (const first of [-1, 101, 2 ** 31 - 1]) {
    expect(
      refusal(() => {
        checkPage({ first });
      }),
    ).toEqual(wrong);
  }
});

test('a page size that is null is the usual one', () => {
  const page = { first: null as unknown as number };
  checkPage(page);
  expect(page.first).toBe(20);
});

test('an empty page has no cursors, and says what surrounds it', () => {
  expect(connectionFrom([], { first: 20 })).toEqual({
    edges: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  });
});

test('page by page, everything comes once and in order, ties of a millisecond included', () => {
  const rows = fc
    .array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 })
    .map((moments) =>
      moments
        .map((milliseconds, number) => ({ id: id(number), at: new Date(1_788_000_000_000 + milliseconds) }))
        .sort((one, other) => other.at.valueOf() - one.at.valueOf() || (other.id > one.id ? 1 : -1)),
    );
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 5 }), (all, first) => {
      const read: typeof all = [];
      let after: string | null = null;
      for (let page = 0; page < 20; page += 1) {
        const from = momentAfter({ first, after });
        const rest = all.filter(
          (row) =>
            !from || row.at < new Date(from[0]) || (row.at.valueOf() === Date.parse(from[0]) && row.id < from[1]),
        );
        const { nodes, pageInfo }: ReturnType<typeof momentPage<(typeof all)[number]>> = momentPage(
          rest.slice(0, first + 1),
          { first, after },
          (row) => row.at,
        );
        read.push(...nodes);
        expect(pageInfo.hasPreviousPage).toBe(after !== null);
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(read).toEqual(all);
    }),
  );
});
