import fc from 'fast-check';
import { insertOffers, makeOffers } from '../../bench/population.js';
import { Indexer } from '../../src/indexing/indexer.js';
import { Reindex } from '../../src/indexing/reindex.js';
import { Outbox } from '../../src/outbox/outbox.js';
import { Platform } from '../support/platform.js';
import { type Population, populate, search } from './offer-population.js';

/** Pages read one after the other while offers come and go: what stays is told once, whatever the order. */
let platform: Platform;
let made: Population;
let seed = 100;

beforeAll(async () => {
  platform = await Platform.start('pages');
  made = await populate(platform, 160);
}, 60_000);
afterAll(() => platform.stop());

const around = { places: [{ commune: { code: '69123', radiusKm: 200 } }] };
const everywhere = [
  ['RELEVANCE', { sort: 'RELEVANCE', words: 'technicien' }],
  ['RELEVANCE without words', { sort: 'RELEVANCE' }],
  ['NEWEST', { sort: 'NEWEST' }],
  ['SALARY', { sort: 'SALARY' }],
  ['NEAREST', { sort: 'NEAREST', filter: around }],
  ['a filter that keeps the silent', { sort: 'RELEVANCE', filter: { studyLevel: 'BAC_3', salaryAtLeast: 20_000 } }],
] as const;

const pageOf = (args: object, first: number, after: string | null) => search(platform, { ...args, first, after });

async function follow(ids: string[]): Promise<void> {
  await platform.db.transaction((tx) => platform.app.get(Outbox).mark(tx, 'offer', ...ids));
  await platform.app.get(Indexer).all();
}

async function come(count: number): Promise<string[]> {
  const offers = makeOffers(made.world, made.companyIds, count, platform.today(), (seed += 1));
  await insertOffers(platform.db, offers);
  await follow(offers.map(({ id }) => id));
  return offers.map(({ id }) => id);
}

async function go(ids: string[]): Promise<void> {
  await platform.db.query(`UPDATE offer SET status = 'CLOSED' WHERE id = ANY($1)`, [ids]);
  await follow(ids);
}

/** All pages, with something happening after each of them. */
async function read(args: object, first: number, between: (page: string[]) => Promise<void>): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { edges, pageInfo }: any = await pageOf(args, first, after);
    const page = edges.map(({ node }: any) => node.id as string);
    ids.push(...page);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    if (after) await between(page);
  } while (after);
  return ids;
}

const calm = (): Promise<void> => Promise.resolve();

describe.each(everywhere)('%s', (_, args) => {
  test('pages make the list, whatever their size', async () => {
    const { edges, totalCount } = await pageOf(args, 100, null);
    const whole = await read(args, 100, calm);
    expect(whole.slice(0, edges.length)).toEqual(edges.map(({ node }: any) => node.id));
    expect(new Set(whole).size).toBe(totalCount);
    for (const size of [7, 33]) expect(await read(args, size, calm)).toEqual(whole);
  });

  test('offers that come and go move nothing: what stays is told once', async () => {
    const before = await read(args, 100, calm);
    const gone = new Set<string>();
    const told = await read(args, 9, async (page) => {
      // The last ones told, by which the list is taken up again, and some that nobody saw yet.
      const leaving = [...page.slice(-2), ...before.slice(60, 62)].filter((id) => !gone.has(id));
      leaving.forEach((id) => gone.add(id));
      await go(leaving);
      await come(3);
    });
    expect(new Set(told).size).toBe(told.length);
    const stayed = before.filter((id) => !gone.has(id));
    expect(told.filter((id) => stayed.includes(id))).toEqual(stayed);
  });

  test('an index built anew between two pages changes nothing', async () => {
    const before = await read(args, 20, calm);
    expect(
      await read(args, 20, () =>
        platform.app
          .get(Reindex)
          .run(() => undefined)
          .then(() => undefined),
      ),
    ).toEqual(before);
  });
});

test('pages of any size make one list, without duplicates', async () => {
  const filters = [{}, around, { contractTypes: ['CDI', 'CDD'] }, { salaryAtLeast: 30_000 }, { remoteWork: ['NONE'] }];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('RELEVANCE', 'NEWEST', 'SALARY'),
      fc.constantFrom(...filters),
      fc.constantFrom(null, 'technicien', 'CDI', 'responsable qualité xyzzy'),
      fc.integer({ min: 3, max: 60 }),
      async (sort, filter, words, size) => {
        const args = { sort, filter, words };
        const whole = await read(args, 100, calm);
        const { totalCount } = await pageOf(args, 0, null);
        expect(await read(args, size, calm)).toEqual(whole);
        expect([new Set(whole).size, whole.length]).toEqual([totalCount, totalCount]);
      },
    ),
    { numRuns: 10, endOnFailure: true },
  );
});

test('a list that lost many before the cursor goes on where it was', async () => {
  const before = await read({ sort: 'NEWEST' }, 100, calm);
  const { pageInfo } = await pageOf({ sort: 'NEWEST' }, 50, null);
  await go(before.slice(0, 45));
  const next = await pageOf({ sort: 'NEWEST' }, 10, pageInfo.endCursor);
  expect(next.edges.map(({ node }: any) => node.id)).toEqual(before.slice(50, 60));
});

test('when all that a page ended with is gone, the list goes on at its place', async () => {
  const { edges, pageInfo } = await pageOf({ sort: 'NEWEST' }, 5, null);
  const before = await read({ sort: 'NEWEST' }, 100, calm);
  await go(edges.map(({ node }: any) => node.id as string));
  const next = await pageOf({ sort: 'NEWEST' }, 3, pageInfo.endCursor);
  expect(before).toEqual(expect.arrayContaining(next.edges.map(({ node }: any) => node.id)));
});
