import { jest } from '@jest/globals';
import { facetNames } from '../../src/search/facet-kinds.js';
import { SearchEngine } from '../../src/indexing/search-engine.js';
import { type StudyLevel, studyRank } from '../../src/skills/study-level.js';
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

/** Facets whose values have an order of their own; those of the others stand most frequent first. */
const inOrder: Record<string, (one: string, other: string) => number> = {
  studyLevel: (one, other) => studyRank(one as StudyLevel) - studyRank(other as StudyLevel),
  startMonths: (one, other) => (one < other ? -1 : 1),
};

/** The filter that chooses one value of a facet, in place of what it had. */
const choosing: Record<string, (value: string) => object> = {
  contractTypes: (value) => ({ contractTypes: [value] }),
  studyLevel: (value) => ({ studyLevel: value }),
  missionCategories: (value) => ({ missionCategories: [value] }),
  remoteWork: (value) => ({ remoteWork: [value] }),
  greenMission: (value) => ({ greenMission: value === 'true' }),
  occupationCodes: (value) => ({ occupationCodes: [value] }),
  skillCodes: (value) => ({ skillCodes: [value] }),
  companies: (value) => ({ companyId: value }),
  startMonths: (value) => ({ startMonths: [value] }),
  aids: (value) => ({ aids: [value] }),
  territories: (value) => ({ places: [{ territoryId: value }] }),
  departments: (value) => ({ places: [{ departmentCode: value }] }),
  regions: (value) => ({ places: [{ regionCode: value }] }),
};

const chosen = { contractTypes: ['CDI', 'CDD'], studyLevel: 'BAC_3', places: nearLyon };

const months = (): string[] => made.offers.flatMap(({ startsOn }) => startsOn?.slice(0, 7) ?? []).slice(0, 2);

test.each([
  ['nothing', () => ({})],
  ['contracts, level and places', () => chosen],
  ['months and aids', () => ({ startMonths: months(), aids: ['VTE_VERT', 'APPRENTICESHIP'] })],
  ['a company and a date', () => ({ companyId: made.companyIds[0], startsFrom: `${months()[0]}-01` })],
])('count what choosing a value would find, whatever else is chosen: %s', async (_what, chooses) => {
  const filter: object = chooses();
  const all = await facets({ filter });
  expect(Object.keys(all)).toEqual(facetNames);
  expect(Object.keys(choosing).sort()).toEqual([...facetNames].sort());
  for (const [name, values] of Object.entries(all)) {
    if (Object.keys(filter).length === 0) expect(values).not.toEqual([]);
    const order = (one: any, other: any): number => inOrder[name]?.(one.value, other.value) ?? other.count - one.count;
    expect(values.map(({ count }) => count)).toEqual([...values].sort(order).map(({ count }) => count));
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

test('what is chosen is listed even when no offer has it, and a value that is nobody’s is its own label', async () => {
  const stranger = 'aaaaaaaa-2222-4333-8444-555555555555';
  const filter = {
    skillCodes: ['constructor', 'zz-nothing'],
    occupationCodes: ['Z9999'],
    companyId: stranger.toUpperCase(),
    startMonths: ['2099-01'],
    places: [{ departmentCode: '976' }],
  };
  const all = await facets({ filter });
  const chosenIn = (name: string) =>
    all[name]!.filter(({ selected }) => selected).map(({ value, label, count }) => [value, label, count]);
  expect(chosenIn('skillCodes').sort()).toEqual(filter.skillCodes.map((code) => [code, code, 0]).sort());
  expect(chosenIn('occupationCodes')).toEqual([['Z9999', 'Z9999', 0]]);
  expect(chosenIn('companies')).toEqual([[stranger, stranger, 0]]);
  expect(chosenIn('startMonths')).toEqual([['2099-01', 'janvier 2099', 0]]);
  expect(chosenIn('departments')).toEqual([['976', 'Mayotte', 0]]);
  const { startMonths, studyLevel } = await facets({ filter: { startMonths: ['2099-01'], studyLevel: 'CAP_BEP' } });
  const silent = made.offers.filter(
    ({ startsOn, studyLevel: level }) => startsOn === null && [null, 'CAP_BEP'].includes(level),
  ).length;
  expect(startMonths!.find(({ value }) => value === '2099-01')).toMatchObject({ count: silent, selected: true });
  expect(studyLevel![0]).toMatchObject({ value: 'CAP_BEP', count: silent, selected: true });
});

test('labels come in the language of the request', async () => {
  const names = ['contractTypes', 'missionCategories', 'occupationCodes', 'regions', 'greenMission', 'aids'];
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
  expect([label(fr, 'aids', 'APPRENTICESHIP'), label(en, 'aids', 'APPRENTICESHIP')]).toEqual([
    'Aide à l’embauche d’un apprenti',
    'Aid for hiring an apprentice',
  ]);
  expect(label(fr, 'regions', '84')).toBe('Auvergne-Rhône-Alpes');
  const [code] = fr['occupationCodes']!.map(({ value }) => value);
  const [{ labelFr, labelEn }] = await platform.db.query(
    'SELECT label_fr AS "labelFr", label_en AS "labelEn" FROM occupation WHERE code = $1',
    [code],
  );
  expect([label(fr, 'occupationCodes', code), label(en, 'occupationCodes', code)]).toEqual([labelFr, labelEn]);
});

test('companies have their names, months theirs', async () => {
  const { companies } = await facets({ names: ['companies'] });
  const rows = await platform.db.query('SELECT id AS value, name AS label FROM company');
  expect(new Map(companies!.map(({ value, label }) => [value, label]))).toEqual(
    new Map(rows.map(({ value, label }: any) => [value, label])),
  );
  const filter = { startMonths: ['2026-09', '2027-08'] };
  const labels = async (language: string): Promise<string[]> => {
    const { startMonths } = await facets({ filter, names: ['startMonths'] }, language);
    return startMonths!.filter(({ selected }) => selected).map(({ label }) => label);
  };
  expect(await labels('fr')).toEqual(['septembre 2026', 'août 2027']);
  expect(await labels('en')).toEqual(['September 2026', 'August 2027']);
});

test('only those asked for are worked out, and none when none is', async () => {
  expect(Object.keys(await facets({ names: ['regions', 'contractTypes'] })).sort()).toEqual([
    'contractTypes',
    'regions',
  ]);
  expect(await facets({ names: [] })).toEqual({});
  const asked = jest.spyOn(platform.app.get(SearchEngine), 'search');
  const near = { ...chosen, places: [{ regionCode: '84' }] };
  await search(platform, { filter: near });
  expect(asked).toHaveBeenCalledTimes(1);
  expect(asked.mock.calls[0]![0][0]).not.toHaveProperty('facets');
  await facets({ filter: near, names: ['contractTypes', 'skillCodes'] });
  expect(asked).toHaveBeenCalledTimes(2);
  expect(asked.mock.calls[1]![0].map(({ facets: attributes }) => attributes)).toEqual([['skillCodes'], ['contract']]);
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
