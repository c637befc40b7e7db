import { distanceKm } from '../../src/territories/distance.js';
import { Gazetteer } from '../../src/territories/gazetteer.js';
import { Platform } from '../support/platform.js';
import { allEdges, idsInSql, idsOf, type Population, populate, search } from './offer-population.js';

/** Order and pages over a generated population. */
let platform: Platform;
let made: Population;

beforeAll(async () => {
  platform = await Platform.start('lists');
  made = await populate(platform, 150);
}, 60_000);
afterAll(() => platform.stop());

const offerOf = (edge: any) => made.offers.find(({ id }) => id === edge.node.id)!;
const nearLyon = [{ commune: { code: '69123', radiusKm: 200 } }, { regionCode: '84' }];

describe('order', () => {
  test('NEWEST: by the moment of publication', async () => {
    const moments = (await allEdges(platform, { sort: 'NEWEST' }, 30)).map((edge) =>
      offerOf(edge).publishedAt.valueOf(),
    );
    expect(moments).toHaveLength(150);
    expect(moments).toEqual([...moments].sort((one, other) => other - one));
  });

  test('SALARY: the highest pay first, offers that do not say last', async () => {
    const edges = await allEdges(platform, { sort: 'SALARY' }, 30);
    const pays = edges.map((edge) => offerOf(edge).salaryMax ?? offerOf(edge).salaryMin ?? 0);
    expect(pays).toEqual([...pays].sort((one, other) => other - one));
    expect(pays.at(-1)).toBe(0);
  });

  test('NEAREST: true distances from the nearest site within the places, in order over all pages', async () => {
    const gazetteer = platform.app.get(Gazetteer);
    const lyon = gazetteer.commune('69123')!;
    const edges = await allEdges(platform, { sort: 'NEAREST', filter: { places: nearLyon } }, 7);
    expect(idsOf(edges)).toEqual(await idsInSql(platform, { places: nearLyon }));
    const kms = edges.map((edge) => edge.distanceKm);
    expect(kms).toEqual([...kms].sort((one, other) => one - other));
    for (const edge of edges) {
      const within = offerOf(edge)
        .communeCodes.map((code) => gazetteer.commune(code)!)
        .filter((site) => site.regionCode === '84' || distanceKm(site, lyon) <= 200);
      const nearest = Math.min(...within.map((site) => distanceKm(site, lyon)));
      expect(edge.distanceKm).toBeCloseTo(nearest, 1);
    }
    expect(edges.some((edge) => offerOf(edge).communeCodes.length > 1)).toBe(true);
  });

  test('NEAREST with words: the same order, and the words that matched', async () => {
    const edges = await allEdges(platform, { words: 'technicien', sort: 'NEAREST', filter: { places: nearLyon } }, 3);
    const kms = edges.map((edge) => edge.distanceKm);
    expect(kms.length).toBeGreaterThan(3);
    expect(kms).toEqual([...kms].sort((one, other) => one - other));
    expect(edges.every((edge) => edge.matchedWords.length > 0)).toBe(true);
  });

  test.each([[undefined], [[]], [[{ departmentCode: '01' }, { regionCode: '84' }]]])(
    'NEAREST without a point is refused (%j)',
    async (places) => {
      const { errors } = await platform.send(
        'query ($filter: OfferFilter) { searchOffers(sort: NEAREST, filter: $filter) { totalCount } }',
        { filter: { places } },
      );
      expect(errors).toHaveLength(1);
      expect(errors![0]).toMatchObject({
        message: expect.stringMatching(/sort.*filter\.places/),
        extensions: { code: 'BAD_USER_INPUT' },
      });
    },
  );

  test('no distance without a point', async () => {
    const edges = await allEdges(platform, { filter: { places: [{ regionCode: '84' }] } });
    expect(edges.length).toBeGreaterThan(0);
    expect(edges.every(({ distanceKm: km }) => km === null)).toBe(true);
  });
});

describe('pages', () => {
  test.each([
    ['RELEVANCE', {}],
    ['RELEVANCE', { words: 'ingénieur' }],
    ['NEWEST', { words: 'technicien' }],
    ['SALARY', {}],
    ['NEAREST', { filter: { places: nearLyon } }],
  ])('of any size, put together, are the one long list: %s %j', async (sort, args) => {
    const long = (await allEdges(platform, { ...args, sort }, 100)).map(({ node }) => node.id);
    expect(long.length).toBeGreaterThan(5);
    expect(new Set(long).size).toBe(long.length);
    for (const size of [1, 13, 50]) {
      if (size === 1 && long.length > 60) continue;
      expect((await allEdges(platform, { ...args, sort }, size)).map(({ node }) => node.id)).toEqual(long);
    }
    expect((await search(platform, { ...args, sort })).totalCount).toBe(long.length);
  });

  test('tell where they stand', async () => {
    const first = await search(platform, { first: 100 });
    expect(first.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: first.edges[0].cursor,
      endCursor: first.edges[99].cursor,
    });
    const last = await search(platform, { first: 100, after: first.pageInfo.endCursor });
    expect(last.edges).toHaveLength(50);
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const after = await search(platform, { after: last.pageInfo.endCursor });
    expect(after).toMatchObject({ totalCount: 150, edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  test('of none count alone; of over a hundred or under none are refused', async () => {
    expect(await search(platform, { first: 0 })).toMatchObject({ totalCount: 150, edges: [] });
    for (const first of [101, -1]) {
      const { errors } = await platform.send('query ($first: Int) { searchOffers(first: $first) { totalCount } }', {
        first,
      });
      expect(errors![0]).toMatchObject({
        message: expect.stringContaining('first'),
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
  });

  test('cursors of other lists, of another order and of nobody are refused', async () => {
    const own = (await search(platform, { first: 1, sort: 'NEWEST' })).pageInfo.endCursor;
    const encode = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const foreign = [
      own,
      encode([12.5, 3, made.offers[0]!.id]),
      encode([20, 'all', '']),
      encode(['search', 'RELEVANCE', -1, 'all', 0]),
      encode(['search', 'RELEVANCE', 1e9, 'all', 0]),
      encode(['search', 'RELEVANCE', 1, 'last', 0]),
      encode(['search', 'RELEVANCE', 1, 'all', 1000]),
      encode({}),
      'x',
      '💥',
    ];
    for (const after of foreign) {
      const { errors } = await platform.send('query ($after: String) { searchOffers(after: $after) { totalCount } }', {
        after,
      });
      expect([after, errors?.[0]?.extensions.code]).toEqual([after, 'BAD_USER_INPUT']);
    }
  });

  test('a page of offers closed since they were indexed does not end the list', async () => {
    const { edges } = await search(platform, { sort: 'NEWEST', first: 3 });
    const closed = edges.map(({ node }: any) => node.id);
    await platform.db.query(`UPDATE offer SET status = 'CLOSED' WHERE id = ANY($1)`, [closed]);
    const page = await search(platform, { sort: 'NEWEST', first: 3 });
    expect(page).toMatchObject({ edges: [], pageInfo: { hasNextPage: true, endCursor: expect.any(String) } });
    const rest = await allEdges(platform, { sort: 'NEWEST' }, 3);
    expect(rest).toHaveLength(147);
    await platform.db.query(`UPDATE offer SET status = 'OPEN' WHERE id = ANY($1)`, [closed]);
  });
});
