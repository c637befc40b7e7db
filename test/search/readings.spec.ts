import fc from 'fast-check';
import { Platform } from '../support/platform.js';
import { type Population, populate, search } from './offer-population.js';

/** However words are read, a search has to keep its promises. */
let platform: Platform;
let made: Population;

beforeAll(async () => {
  platform = await Platform.start('readings');
  made = await populate(platform, 150);
}, 60_000);
afterAll(() => platform.stop());

const drawn = <Value>(values: () => readonly Value[]) => fc.nat(100_000).map((at) => values()[at % values().length]!);
const title = drawn(() => made.offers.map((offer) => offer.title));
const word = title.chain((text) => fc.constantFrom(...text.split(/[\s/()]+/).filter((one) => one.length > 2)));
const words = fc
  .array(fc.oneof(word, fc.constantFrom('CDI', 'alternance', 'xyzzy', 'soudeur', 'bac+3', 'débutant')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.join(' '));
const radii = [1, 5, 10, 20, 30, 50, 75, 100, 101, 150, 200];

test('a wider radius never gives fewer results, whatever has to be widened or left out', async () => {
  const code = drawn(() => made.offers.flatMap(({ communeCodes }) => communeCodes));
  await fc.assert(
    fc.asyncProperty(fc.oneof(words, title), code, async (said, centre) => {
      const totals: number[] = [];
      for (const radiusKm of radii) {
        const filter = { places: [{ commune: { code: centre, radiusKm } }] };
        totals.push((await search(platform, { words: said, filter, first: 0 })).totalCount);
      }
      expect(totals).toEqual([...totals].sort((one, other) => one - other));
    }),
    { numRuns: 30, endOnFailure: true },
  );
});

const ASK = `query ($words: String, $literal: Boolean, $filter: OfferFilter, $sort: OfferSort, $first: Int = 20, $after: String) {
  searchOffers(words: $words, literal: $literal, filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount widenedToKm partialMatch leftOutWords understoodAs { kind code words applied }
    pageInfo { hasNextPage endCursor } edges { distanceKm node { id contractType sites { commune { code } } } } } }`;
const ask = (args: object): Promise<any> => platform.ask(ASK, args).then(({ searchOffers }) => searchOffers);

test('a contract in the words acts as a filter, unless that is refused', async () => {
  const read = await ask({ words: 'technicien CDI' });
  expect(read.understoodAs).toContainEqual({ kind: 'CONTRACT_TYPE', code: 'CDI', words: 'cdi', applied: true });
  expect(read.edges.every(({ node }: any) => node.contractType === 'CDI')).toBe(true);
  const filtered = await ask({ words: 'technicien', filter: { contractTypes: ['CDI'] } });
  expect(read.totalCount).toBe(filtered.totalCount);
  const literal = await ask({ words: 'technicien CDI', literal: true });
  expect(literal.understoodAs).toEqual([]);
});

test('what the client chose stands, and what the words say of it is left aside', async () => {
  const read = await ask({ words: 'technicien CDI', filter: { contractTypes: ['APPRENTICESHIP'] } });
  expect(read.understoodAs).toContainEqual(expect.objectContaining({ code: 'CDI', applied: false }));
  const without = await ask({ words: 'technicien', filter: { contractTypes: ['APPRENTICESHIP'] } });
  expect(read.totalCount).toBe(without.totalCount);
});

test('the counts of a facet are what choosing finds, whatever was recognised in the words', async () => {
  const FACETS = `query ($words: String, $filter: OfferFilter) { searchOffers(words: $words, filter: $filter, first: 0) {
    totalCount facets(names: ["contractTypes", "departments", "studyLevel"]) { name values { value count } } } }`;
  const choose: Record<string, (value: string) => object> = {
    contractTypes: (value) => ({ contractTypes: [value] }),
    departments: (value) => ({ places: [{ departmentCode: value }] }),
    studyLevel: (value) => ({ studyLevel: value }),
  };
  const place = drawn(() => made.offers.flatMap(({ communeCodes }) => communeCodes));
  await fc.assert(
    fc.asyncProperty(
      word,
      fc.constantFrom('', 'CDI', 'alternance', 'bac+3', 'en apprentissage'),
      fc.option(place, { nil: null }),
      async (trade, closed, code) => {
        const department = code ? code.slice(0, code.startsWith('97') ? 3 : 2) : '';
        const words = `${trade} ${closed} ${department && `(${department})`}`;
        const { searchOffers } = await platform.ask(FACETS, { words });
        if (searchOffers.totalCount === 0) return;
        // What the first reading finds: another one is left for it when a choice makes it find something.
        const { partialMatch, widenedToKm, understoodAs } = await ask({ words });
        const isLiteral = understoodAs.some(({ kind, applied }: any) => kind === 'DEPARTMENT' && !applied);
        if (partialMatch || widenedToKm !== null || isLiteral) return;
        for (const { name, values } of searchOffers.facets) {
          for (const { value, count } of values.filter((one: any) => one.count > 0).slice(0, 3)) {
            const found = await platform.ask(FACETS, { words, filter: choose[name]!(value) });
            expect([words, name, value, found.searchOffers.totalCount]).toEqual([words, name, value, count]);
          }
        }
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
});

test('a commune in the words is searched, then its surroundings, from which distances are told', async () => {
  const codes = made.offers.flatMap(({ communeCodes }) => communeCodes);
  const named = async (code: string): Promise<any> => {
    const { commune } = await platform.ask('query ($code: String!) { commune(code: $code) { name postalCodes } }', {
      code,
    });
    return ask({ words: commune.postalCodes[0], sort: 'NEAREST' });
  };
  const { edges, widenedToKm } = await named(codes[0]!);
  expect(widenedToKm).toBeNull();
  expect(edges[0].distanceKm).toBe(0);
  const widened = await ask({ words: 'Lyon', filter: { companyId: made.companyIds[0], occupationCodes: ['H1404'] } });
  if (widened.totalCount > 0 && widened.widenedToKm !== null) expect(widened.edges[0].distanceKm).toBeGreaterThan(0);
});

test('following pages are read as the first one was', async () => {
  const args = { words: 'technicien xyzzy CDI', first: 2 };
  const first = await ask(args);
  if (!first.pageInfo.hasNextPage) return;
  const second = await ask({ ...args, after: first.pageInfo.endCursor });
  expect(second).toMatchObject({ totalCount: first.totalCount, leftOutWords: first.leftOutWords });
});
