import { jest } from '@jest/globals';
import { facetNames } from '../../src/search/facet-kinds.js';
import { SearchEngine } from '../../src/indexing/search-engine.js';
import { Platform } from '../support/platform.js';
import { type Population, populate, search } from './offer-population.js';

/** Facets over a generated population: each count is what choosing the value finds. */
let platform: Platform;
let made: Population;

beforeAll(async () => {
  platform = await Platform.start('facets');
  made = await populate(platform, 150);
}, 60_000);
afterAll(() => platform.stop());
afterEach(() => jest.restoreAllMocks());

const nearLyon = [{ commune: { code: '69123', radiusKm: 200 } }, { regionCode: '84' }];

const FACETS = `query ($filter: OfferFilter, $words: String, $names: [String!]) {
  searchOffers(filter: $filter, words: $words) { totalCount facets(names: $names) { name values { value label count selected } } } }`;

async function facets(args: object, language = 'fr'): Promise<Record<string, any[]>> {
  const { searchOffers } = await platform.ask(FACETS, args, { language });
  return Object.fromEntries(searchOffers.facets.map(({ name, values }: any) => [name, values]));
}

/** The filter that chooses one value of a facet, in place of what it had. */
const choosing: Record<string, (value: string) => object> = {
  contractTypes: (value) => ({ contractTypes: [value] }),
  studyLevel: (value) => ({ studyLevel: value }),
  missionCategories: (value) => ({ missionCategories: [value] }),
  remoteWork: (value) => ({ remoteWork: [value] }),
  greenMission: (value) => ({ greenMission: value === 'true' }),
  occupationCodes: (value) => ({ occupationCodes: [value] }),
  skillCodes: (value) => ({ skillCodes: [value] }),
  territories: (value) => ({ places: [{ territoryId: value }] }),
  departments: (value) => ({ places: [{ departmentCode: value }] }),
  regions: (value) => ({ places: [{ regionCode: value }] }),
};

const chosen = { contractTypes: ['CDI', 'CDD'], studyLevel: 'BAC_3', places: nearLyon };

test.each([
  ['nothing chosen', {}],
  ['much chosen', chosen],
])('count what choosing a value would find, whatever else is chosen: %s', async (_what, filter) => {
  const all = await facets({ filter });
  expect(Object.keys(all)).toEqual(facetNames);
  expect(Object.keys(choosing).sort()).toEqual([...facetNames].sort());
  for (const [name, values] of Object.entries(all)) {
    expect(values.length).toBeGreaterThan(0);
    expect(values.map(({ count }) => count)).toEqual(
      values.map(({ count }) => count).sort((one, other) => other - one),
    );
    for (const { value, count } of [...values.slice(0, 6), ...values.slice(-2)]) {
      const { totalCount } = await search(platform, { filter: { ...filter, ...choosing[name]!(value) }, first: 0 });
      expect([name, value, count]).toEqual([name, value, totalCount]);
    }
  }
});

test('every value that offers have is counted', async () => {
  const { contractTypes, skillCodes } = await facets({});
  const rows = await platform.db.query('SELECT contract_type AS value, count(*)::int FROM offer GROUP BY 1');
  expect(Object.fromEntries(contractTypes!.map(({ value, count }) => [value, count]))).toEqual(
    Object.fromEntries(rows.map(({ value, count }: any) => [value, count])),
  );
  const asked = new Set(made.offers.flatMap((offer) => [...offer.requiredSkillCodes, ...offer.desiredSkillCodes]));
  expect(new Set(skillCodes!.map(({ value }) => value))).toEqual(asked);
});

test('what is chosen is marked', async () => {
  const { contractTypes, studyLevel, regions, greenMission } = await facets({
    filter: { ...chosen, greenMission: false },
  });
  const selected = (values: any[]) =>
    values
      .filter((one) => one.selected)
      .map(({ value }) => value)
      .sort();
  expect([contractTypes, studyLevel, regions, greenMission].map((values) => selected(values!))).toEqual([
    ['CDD', 'CDI'],
    ['BAC_3'],
    ['84'],
    ['false'],
  ]);
});

test('labels come in the language of the request', async () => {
  const names = ['contractTypes', 'missionCategories', 'occupationCodes', 'regions', 'greenMission'];
  const [fr, en] = [await facets({ names }), await facets({ names }, 'en')];
  const label = (all: Record<string, any[]>, name: string, value: string) =>
    all[name]!.find((one) => one.value === value).label;
  expect([label(fr, 'contractTypes', 'CDD'), label(en, 'contractTypes', 'CDD')]).toEqual([
    'CDD',
    'Fixed-term contract',
  ]);
  expect([label(fr, 'greenMission', 'true'), label(en, 'greenMission', 'true')]).toEqual([
    'Transition écologique',
    'Ecological transition',
  ]);
  expect(label(fr, 'regions', '84')).toBe('Auvergne-Rhône-Alpes');
  const [code] = fr['occupationCodes']!.map(({ value }) => value);
  const [{ labelFr, labelEn }] = await platform.db.query(
    'SELECT label_fr AS "labelFr", label_en AS "labelEn" FROM occupation WHERE code = $1',
    [code],
  );
  expect([label(fr, 'occupationCodes', code), label(en, 'occupationCodes', code)]).toEqual([labelFr, labelEn]);
});

test('only those asked for are worked out, and none when none is', async () => {
  expect(Object.keys(await facets({ names: ['regions', 'contractTypes'] })).sort()).toEqual([
    'contractTypes',
    'regions',
  ]);
  expect(await facets({ names: [] })).toEqual({});
  const asked = jest.spyOn(platform.app.get(SearchEngine), 'search');
  await search(platform, { filter: chosen });
  expect(asked).toHaveBeenCalledTimes(1);
  expect(asked.mock.calls[0]![0][0]).not.toHaveProperty('facets');
  await facets({ filter: chosen, names: ['contractTypes', 'skillCodes'] });
  expect(asked).toHaveBeenCalledTimes(3);
  expect(asked.mock.calls[2]![0].map(({ facets: attributes }) => attributes)).toEqual([['contract'], ['skillCodes']]);
});

test('an unknown name is refused', async () => {
  const { errors } = await platform.send(FACETS, { names: ['contractTypes', 'salary'] });
  expect(errors![0]).toMatchObject({
    message: expect.stringContaining('salary'),
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('count within the words', async () => {
  const { contractTypes } = await facets({ words: 'technicien', names: ['contractTypes'] });
  for (const { value, count } of contractTypes!) {
    const { totalCount } = await search(platform, {
      words: 'technicien',
      filter: { contractTypes: [value] },
      first: 0,
    });
    expect(totalCount).toBe(count);
  }
});
