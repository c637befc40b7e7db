import { offerIndexSettings } from '../../src/indexing/offer-index-settings.js';
import { Platform } from '../support/platform.js';
import { populate, search } from './offer-population.js';

/** The engine lists so many values of a facet and no more; here three, where it has thousands in earnest. */
const most = 3;
let platform: Platform;

beforeAll(async () => {
  offerIndexSettings.faceting.maxValuesPerFacet = most;
  platform = await Platform.start('long_facets');
  await populate(platform, 80);
}, 60_000);
afterAll(() => platform.stop());

const FACETS = `query ($filter: OfferFilter) {
  searchOffers(filter: $filter) { facets(names: ["skillCodes", "companies"]) { name values { value count selected } } } }`;

const skills = async (filter: object): Promise<any[]> =>
  (await platform.ask(FACETS, { filter })).searchOffers.facets.find(({ name }: any) => name === 'skillCodes').values;

test('the most frequent are listed, with exact counts', async () => {
  const listed = await skills({});
  const rows = await platform.db.query<{ count: number }[]>(
    `SELECT count(DISTINCT id)::int AS count FROM offer, unnest(required_skill_codes || desired_skill_codes) AS code
     GROUP BY code ORDER BY 1 DESC LIMIT ${most}`,
  );
  expect(listed.map(({ count }) => count)).toEqual(rows.map(({ count }) => count));
});

test('what is chosen is counted all the same', async () => {
  const rare = await platform.db.query<{ code: string; count: number }[]>(
    `SELECT code, count(DISTINCT id)::int AS count FROM offer, unnest(required_skill_codes || desired_skill_codes) AS code
     GROUP BY code ORDER BY 2, 1 LIMIT 2`,
  );
  const codes = [...rare.map(({ code }) => code), 'zz-nothing'];
  const values = await skills({ skillCodes: codes });
  expect(values).toHaveLength(most + 3);
  const chosen = values.filter(({ selected }) => selected);
  expect(Object.fromEntries(chosen.map(({ value, count }) => [value, count]))).toEqual({
    ...Object.fromEntries(rare.map(({ code, count }) => [code, count])),
    'zz-nothing': 0,
  });
  const [{ value, count }] = chosen;
  const { totalCount } = await search(platform, { filter: { skillCodes: [value] }, first: 0 });
  expect(totalCount).toBe(count);
});
