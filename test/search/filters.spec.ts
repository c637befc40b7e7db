import fc from 'fast-check';
import type { PlaceInput } from '../../src/territories/place.input.js';
import { Gazetteer } from '../../src/territories/gazetteer.js';
import { aids } from '../../src/offers/aid-names.js';
import { contractTypes, missionCategories, remoteWorks } from '../../src/offers/offer-words.js';
import { studyLevels } from '../../src/skills/study-level.js';
import { Platform } from '../support/platform.js';
import { allEdges, idsInSql, idsOf, type Population, populate, search } from './offer-population.js';

/** What the engine keeps is what the same filter keeps in SQL: each filter alone, and any of them together. */
let platform: Platform;
let made: Population;

beforeAll(async () => {
  platform = await Platform.start('filters');
  made = await populate(platform, 150);
}, 60_000);
afterAll(() => platform.stop());

const runs = { numRuns: 10, endOnFailure: true };
const drawn = <Value>(values: () => readonly Value[]) => fc.nat(100_000).map((at) => values()[at % values().length]!);
const listOf = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 });

const communeCode = drawn(() => made.offers.flatMap(({ communeCodes }) => communeCodes));
const placed = (code: string) => platform.app.get(Gazetteer).commune(code)!;
const radiusKm = fc.constantFrom(0.5, 5, 20, 47.5, 100, 200);
const place = fc.oneof(
  fc.record({ commune: fc.record({ code: communeCode, radiusKm }) }),
  communeCode.map((code) => ({ commune: { code } })),
  fc.tuple(communeCode, radiusKm).map(([code, km]) => {
    const { latitude, longitude } = placed(code);
    return { point: { latitude: latitude + 0.11, longitude: longitude - 0.07, radiusKm: km } };
  }),
  communeCode.map((code) => ({ departmentCode: placed(code).departmentCode })),
  communeCode.map((code) => ({ regionCode: placed(code).regionCode })),
  communeCode.filter((code) => placed(code).epciSiren !== null).map((code) => ({ epciSiren: placed(code).epciSiren! })),
  drawn(() => made.world.communes.flatMap(({ territory }) => territory ?? [])).map((territoryId) => ({ territoryId })),
);
const date = fc.integer({ min: -10, max: 210 }).map((days) => {
  return new Date(Date.parse(platform.today()) + days * 86_400_000).toISOString().slice(0, 10);
});

const fields: Record<string, fc.Arbitrary<unknown>> = {
  places: fc.array(place, { maxLength: 3 }),
  contractTypes: listOf(fc.constantFrom(...contractTypes)),
  studyLevel: fc.constantFrom(...studyLevels),
  missionCategories: listOf(fc.constantFrom(...missionCategories)),
  occupationCodes: listOf(drawn(() => made.offers.flatMap(({ occupationCode }) => occupationCode ?? []))),
  skillCodes: listOf(drawn(() => made.offers.flatMap(({ requiredSkillCodes }) => requiredSkillCodes))),
  remoteWork: listOf(fc.constantFrom(...remoteWorks)),
  salaryAtLeast: fc.constantFrom(0, 28_000, 35_000, 42_000, 90_000),
  startsFrom: date,
  startsUntil: date,
  startMonths: listOf(date.map((day) => day.slice(0, 7))),
  aids: listOf(fc.constantFrom(...aids)),
  inTerritoireIndustrie: fc.boolean(),
  greenMission: fc.boolean(),
  companyId: drawn(() => made.companyIds),
  publishedSince: drawn(() => made.offers.map(({ publishedAt }) => publishedAt.toISOString())),
};

/** Pages of 40, so that most lists have several. */
async function agrees(filter: any): Promise<number> {
  const truth = await idsInSql(platform, {
    ...filter,
    ...(filter.publishedSince && { publishedSince: new Date(filter.publishedSince) }),
  });
  const found = await allEdges(platform, { filter }, 40);
  const { totalCount } = await search(platform, { filter, first: 0 });
  const { widenedToKm } = await search(platform, { filter, first: 0 });
  if (widenedToKm === null) expect([idsOf(found), totalCount]).toEqual([truth, truth.length]);
  else expect(truth).toEqual([]);
  return truth.length;
}

test('everything without a filter, and nulls and empty lists set no condition', async () => {
  expect(await agrees({})).toBe(150);
  const nothing = Object.fromEntries(Object.keys(fields).map((name) => [name, null]));
  expect(await agrees(nothing)).toBe(150);
  expect(await agrees({ places: [], contractTypes: [], skillCodes: [] })).toBe(150);
});

describe('each filter alone', () => {
  test.each(Object.keys(fields))('%s', async (name) => {
    await fc.assert(
      fc.asyncProperty(fields[name]!, (value) => agrees({ [name]: value }).then(() => undefined)),
      runs,
    );
  });
});

test('any of them together', async () => {
  const some = fc.record(fields, { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(some, (filter) => agrees(filter).then(() => undefined)),
    { ...runs, numRuns: 30 },
  );
});

test('their order, and the order and repetitions in each, do not matter', async () => {
  const some = fc.record(fields, { requiredKeys: [] });
  const turned = (value: unknown): unknown =>
    Array.isArray(value) ? [...value, ...value.slice(0, 1)].reverse() : value;
  await fc.assert(
    fc.asyncProperty(some, async (filter) => {
      const entries = Object.entries(filter).map(([name, value]) => [name, turned(value)] as const);
      const other = Object.fromEntries(entries.reverse());
      const [one, same] = [await search(platform, { filter }), await search(platform, { filter: other })];
      expect(same.totalCount).toBe(one.totalCount);
      expect(same.edges.map(({ node }: any) => node.id)).toEqual(one.edges.map(({ node }: any) => node.id));
    }),
    runs,
  );
});

test('codes are understood in any case', async () => {
  const { occupationCode } = made.offers.find((offer) => offer.occupationCode)!;
  const { totalCount } = await search(platform, { filter: { occupationCodes: [occupationCode] } });
  expect(totalCount).toBeGreaterThan(0);
  expect(await search(platform, { filter: { occupationCodes: [` ${occupationCode!.toLowerCase()}`] } })).toMatchObject({
    totalCount,
  });
  expect(await agrees({ occupationCodes: [occupationCode!.toLowerCase()] })).toBe(totalCount);
});

test('a union of places gives the union of what each gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(place, { minLength: 2, maxLength: 3 }), async (places) => {
      const each = await Promise.all(places.map((one) => idsInSql(platform, { places: [one] as PlaceInput[] })));
      const together = await allEdges(platform, { filter: { places } });
      expect(idsOf(together)).toEqual([...new Set(each.flat())].sort());
    }),
    runs,
  );
});

test('a wider radius never gives fewer offers', async () => {
  await fc.assert(
    fc.asyncProperty(communeCode, async (code) => {
      let before: string[] = [];
      for (const km of [1, 10, 30, 75, 150, 200]) {
        const now = idsOf(await allEdges(platform, { filter: { places: [{ commune: { code, radiusKm: km } }] } }));
        expect(before.filter((id) => !now.includes(id))).toEqual([]);
        before = now;
      }
    }),
    { ...runs, numRuns: 8 },
  );
});

test('codes that no offer has find nothing, and what is no code is refused before it is part of a filter', async () => {
  const hostile = [
    '"] OR id EXISTS OR contract IN ["CDI',
    "' OR 1=1 --",
    '\\"',
    '\\',
    ']',
    '"',
    '\\\\" OR salary > 0',
    'a\u0000b'.replace('\u0000', ' '),
  ];
  for (const value of hostile) {
    expect(await refusal({ skillCodes: ['amdec', value] })).toContain('filter.skillCodes.1');
    expect(await refusal({ occupationCodes: [value] })).toContain('filter.occupationCodes.0');
  }
  for (const filter of [
    { skillCodes: ['zz-nothing'] },
    { occupationCodes: ['Z9999'] },
    { skillCodes: ['constructor'] },
  ]) {
    expect(await search(platform, { filter })).toMatchObject({ totalCount: 0 });
  }
});

test('what could judge no offer is refused, with the field named', async () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `s${at}`);
  const refused: [object, string][] = [
    [{ companyId: 'x" OR id EXISTS' }, 'filter.companyId'],
    [{ skillCodes: many(101) }, 'filter.skillCodes'],
    [{ startMonths: many(25).map(() => '2026-09') }, 'filter.startMonths'],
    [{ startMonths: ['2026-09', '2026-13'] }, 'filter.startMonths.1'],
    [{ startMonths: ['septembre'] }, 'filter.startMonths.0'],
    [{ salaryAtLeast: -1 }, 'filter.salaryAtLeast'],
    [{ skillCodes: ['__proto__'] }, 'filter.skillCodes.0'],
    [{ salaryAtLeast: -1, occupationCodes: ['H1502', 'soudeur'] }, 'filter.occupationCodes.1'],
    [{ salaryAtLeast: -1, occupationCodes: ['soudeur'] }, 'filter.salaryAtLeast'],
    [{ places: [{ departmentCode: '9Z' }] }, 'filter.places.0.departmentCode'],
    [{ places: [{ territoryId: '"]' }] }, 'filter.places.0.territoryId'],
    [
      { places: [{ regionCode: '84' }, { commune: { code: '01283', radiusKm: 201 } }] },
      'filter.places.1.commune.radiusKm',
    ],
    [{ places: Array.from({ length: 21 }, () => ({ departmentCode: '01' })) }, 'filter.places'],
  ];
  for (const [filter, field] of refused) expect(await refusal(filter)).toContain(field);
});

/** The sentence by which a filter is refused. */
async function refusal(filter: object): Promise<string> {
  const { errors } = await platform.send(
    'query ($filter: OfferFilter) { searchOffers(filter: $filter) { totalCount } }',
    { filter },
  );
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  return errors![0].message;
}

test('the largest sets of places stay within the engine’s means', async () => {
  const gazetteer = platform.app.get(Gazetteer);
  const { latitude, longitude } = gazetteer.commune('18033')!;
  const places = [
    ...gazetteer
      .regions()
      .slice(0, 5)
      .map(({ code }) => ({ regionCode: code })),
    ...gazetteer
      .departments()
      .slice(0, 5)
      .map(({ code }) => ({ departmentCode: code })),
    ...['13055', '59350', '67482', '31555', '33063', '35238'].map((code) => ({ commune: { code, radiusKm: 200 } })),
    { point: { latitude, longitude, radiusKm: 200 } },
  ];
  await agrees({ places });
});
