import fc from 'fast-check';
import { aids } from '../../src/offers/aid-names.js';
import type { OfferFilter } from '../../src/offers/offer-filter.input.js';
import { contractTypes, missionCategories, remoteWorks } from '../../src/offers/offer-words.js';
import { studyLevels } from '../../src/skills/study-level.js';
import { Gazetteer } from '../../src/territories/gazetteer.js';
import type { Population } from '../search/offer-population.js';
import type { Platform } from '../support/platform.js';

const drawn = <Value>(values: () => readonly Value[]) => fc.nat(100_000).map((at) => values()[at % values().length]!);
const listOf = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 });

/** Filters that speak of what the offers of a population have, every field of them. */
export function arbitraryFilter(platform: Platform, { world, companyIds, offers }: Population) {
  const gazetteer = platform.app.get(Gazetteer);
  const communeCode = drawn(() => offers.flatMap(({ communeCodes }) => communeCodes));
  const placed = (code: string) => gazetteer.commune(code)!;
  const radiusKm = fc.constantFrom(0.5, 5, 20, 47.5, 100, 200);
  const place = fc.oneof(
    fc.record({ commune: fc.record({ code: communeCode, radiusKm }) }),
    communeCode.map((code) => ({ commune: { code } })),
    fc.tuple(communeCode, radiusKm).map(([code, km]) => {
      const { latitude, longitude } = placed(code);
      return { point: { latitude: latitude + 0.11, longitude: longitude - 0.07, radiusKm: km } };
    }),
    fc.constantFrom({ point: { latitude: 89.9, longitude: 10, radiusKm: 200 } }),
    fc.constantFrom({ point: { latitude: -21.1, longitude: 179.9, radiusKm: 200 } }),
    communeCode.map((code) => ({ departmentCode: placed(code).departmentCode })),
    communeCode.map((code) => ({ regionCode: placed(code).regionCode })),
    communeCode
      .filter((code) => placed(code).epciSiren !== null)
      .map((code) => ({ epciSiren: placed(code).epciSiren! })),
    drawn(() => world.communes.flatMap(({ territory }) => territory ?? [])).map((territoryId) => ({ territoryId })),
  );
  const date = fc.integer({ min: -10, max: 210 }).map((days) => {
    return new Date(Date.parse(platform.today()) + days * 86_400_000).toISOString().slice(0, 10);
  });
  return fc.record(
    {
      places: fc.array(place, { maxLength: 3 }),
      contractTypes: listOf(fc.constantFrom(...contractTypes)),
      studyLevel: fc.constantFrom(...studyLevels),
      missionCategories: listOf(fc.constantFrom(...missionCategories)),
      occupationCodes: listOf(drawn(() => offers.flatMap(({ occupationCode }) => occupationCode ?? []))),
      skillCodes: listOf(drawn(() => offers.flatMap(({ requiredSkillCodes }) => requiredSkillCodes))),
      remoteWork: listOf(fc.constantFrom(...remoteWorks)),
      salaryAtLeast: fc.constantFrom(0, 28_000, 35_000, 42_000, 90_000),
      startsFrom: date,
      startsUntil: date,
      startMonths: listOf(date.map((day) => day.slice(0, 7))),
      aids: listOf(fc.constantFrom(...aids)),
      inTerritoireIndustrie: fc.boolean(),
      greenMission: fc.boolean(),
      companyId: drawn(() => companyIds),
      publishedSince: drawn(() => offers.map(({ publishedAt }) => publishedAt)),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<OfferFilter>;
}

/** Few conditions together, so that most filters keep something. */
export const arbitraryNarrowFilter = (platform: Platform, population: Population): fc.Arbitrary<OfferFilter> =>
  fc.tuple(arbitraryFilter(platform, population), fc.nat(15), fc.nat(15)).map(([filter, one, other]) => {
    const fields = Object.entries(filter);
    return Object.fromEntries(fields.filter((_, at) => at === one % fields.length || at === other % fields.length));
  });
