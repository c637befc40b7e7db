import { Platform } from '../support/platform.js';
import { allEdges, type Population, populate } from './offer-population.js';

/** Silence is not refusal: offers that do not say what a filter asks about are kept, after those that do. */
let platform: Platform;
let made: Population;

beforeAll(async () => {
  platform = await Platform.start('silence');
  made = await populate(platform, 150);
}, 60_000);
afterAll(() => platform.stop());

interface Row {
  id: string;
  level: string | null;
  start: string | null;
  salary: number | null;
}

const inDays = (days: number): string =>
  new Date(Date.parse(platform.today()) + days * 86_400_000).toISOString().slice(0, 10);

const asked: Record<string, { value: () => unknown; says: (row: Row) => boolean }> = {
  studyLevel: { value: () => 'BAC_3', says: ({ level }) => level !== null },
  salaryAtLeast: { value: () => 30_000, says: ({ salary }) => salary !== null },
  startsFrom: { value: () => inDays(30), says: ({ start }) => start !== null },
  startsUntil: { value: () => inDays(120), says: ({ start }) => start !== null },
  startMonths: {
    value: () => made.offers.flatMap(({ startsOn }) => startsOn?.slice(0, 7) ?? []).slice(0, 2),
    says: ({ start }) => start !== null,
  },
};

/** What the table says of the offers of a list, in its order. */
async function listed(args: object): Promise<Row[]> {
  const edges = await allEdges(platform, args, 40);
  return platform.db.query<Row[]>(
    `SELECT id, study_level AS level, starts_on::text AS start, coalesce(salary_max, salary_min) AS salary
     FROM offer WHERE id = ANY($1) ORDER BY array_position($1, id)`,
    [edges.map(({ node }) => node.id)],
  );
}

const orders = ['RELEVANCE', 'NEWEST', 'SALARY'];

test.each(Object.keys(asked).flatMap((field) => orders.map((sort) => [field, sort])))(
  'asked for %s, in the order %s: those that say come first',
  async (field, sort) => {
    const { value, says } = asked[field]!;
    const saying = (await listed({ filter: { [field]: value() }, sort })).map(says);
    expect(saying).toContain(true);
    expect(saying).toContain(false);
    expect(saying.lastIndexOf(true)).toBeLessThan(saying.indexOf(false));
  },
);

test('of several things asked for, the level counts first, then pay, then the start', async () => {
  const filter = { studyLevel: 'BAC_5', salaryAtLeast: 25_000, startsFrom: platform.today() };
  const rows = await listed({ filter });
  const said = rows.map(({ level, salary, start }) =>
    [level, salary, start].map((one) => (one === null ? 0 : 1)).join(''),
  );
  expect(said).toEqual([...said].sort().reverse());
  expect(new Set(said).size).toBe(8);
});

test('nothing asked for, nobody is put behind', async () => {
  const newest = await listed({ sort: 'NEWEST' });
  const byDate = [...made.offers].sort((one, other) => other.publishedAt.valueOf() - one.publishedAt.valueOf());
  expect(newest.map(({ id }) => id)).toEqual(byDate.map(({ id }) => id));
});

test('the order of distance stays the order of distance', async () => {
  const places = [{ commune: { code: '69123', radiusKm: 200 } }];
  const edges = await allEdges(platform, {
    filter: { places, studyLevel: 'BAC_3', salaryAtLeast: 30_000 },
    sort: 'NEAREST',
  });
  const kms = edges.map(({ distanceKm }) => distanceKm);
  expect(kms.length).toBeGreaterThan(3);
  expect(kms).toEqual([...kms].sort((one, other) => one - other));
});
