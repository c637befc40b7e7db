import { QueryLog, type NotedSearch } from '../../src/searchlog/query-log.js';
import { QueryLogKeeper } from '../../src/searchlog/query-log-keeper.js';
import type { Place } from '../../src/territories/place.js';
import { aCandidate, anAdministrator, anOffer, anOwner } from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;
let log: QueryLog;

beforeAll(async () => {
  platform = await Platform.start('query_log');
  log = platform.app.get(QueryLog);
});
beforeEach(async () => {
  platform.travelTo('2026-09-30T10:00:00Z');
  await log.flush();
  await platform.db.query('DELETE FROM search_log');
});
afterAll(() => platform.stop());

const note = (
  said: string,
  { places, times = 1, ...differs }: Partial<NotedSearch> & { places?: Place[]; times?: number } = {},
) => {
  for (let time = 0; time < times; time += 1) {
    log.note({ said, filter: { said: { places } }, total: 5, now: new Date('2026-09-30T21:59:00Z'), ...differs });
  }
};
const rows = async (): Promise<object[]> => {
  await log.flush();
  return platform.db.query(
    'SELECT day::text, words, place, literal, searches, empty FROM search_log ORDER BY day, words, place, literal',
  );
};
const row = (words: string, differs: object = {}) => ({
  day: '2026-09-30',
  words,
  place: '',
  literal: false,
  searches: 1,
  empty: 0,
  ...differs,
});

test('the same words in the same place on the same day are one row, however they were written', async () => {
  note('Soudeuse', { times: 2 });
  note('offre emploi soudeur', { total: 0 });
  note('soudeur', { literal: true });
  note('soudeur', { now: new Date('2026-09-30T22:01:00Z') });
  expect(await rows()).toEqual([
    row('soudeur', { searches: 3, empty: 1 }),
    row('soudeur', { literal: true }),
    row('soudeur', { day: '2026-10-01' }),
  ]);
  note('soudeur', { total: 0 });
  expect((await rows())[0]).toEqual(row('soudeur', { searches: 4, empty: 2 }));
});

test('places are rounded to the department or the region of the first', async () => {
  note('audit', { places: [{ commune: { code: '01283', radiusKm: 20 } }, { departmentCode: '69' }] });
  note('chaudronnier', { places: [{ regionCode: '84' }] });
  note('maintenance', { places: [{ departmentCode: '84' }] });
  note('qualite', { places: [{ point: { latitude: 46.256, longitude: 5.655, radiusKm: 3 } }] });
  note('soudeur oyonnax');
  note('', { places: [] });
  expect(await rows()).toEqual([
    row(''),
    row('audit', { place: 'department:01' }),
    row('chaudronnier', { place: 'region:84' }),
    row('maintenance', { place: 'department:84' }),
    row('qualite', { place: 'department:01' }),
    row('soudeur', { place: 'department:01' }),
  ]);
});

test('no e-mail, no name and no number typed into a search reaches the table', async () => {
  note('Canariprenom Canarinom soudeur');
  note('canari@exemple.fr 06 99 88 77 66');
  note('Mme Canarinom');
  const kept = JSON.stringify(await rows());
  expect(kept).toContain('soudeur');
  expect(kept).not.toMatch(/canari|exemple|99/i);
});

test('a search through the API is noted once, by its first page', async () => {
  const SEARCH =
    'query ($words: String, $after: String) { searchOffers(words: $words, after: $after, first: 1) { totalCount pageInfo { endCursor } } }';
  const owner = await anOwner(platform);
  for (const title of ['Soudeur assembleur', 'Soudeuse assembleuse']) await anOffer(platform, owner, { title });
  await platform.settled();
  const { searchOffers } = await platform.ask(SEARCH, { words: 'soudeur' });
  await platform.ask(SEARCH, { words: 'soudeur', after: searchOffers.pageInfo.endCursor });
  await platform.ask(SEARCH, { words: 'soudeur j.zyxel@exemple.fr' });
  await platform.ask(SEARCH, { words: 'Canariprenom Canarinom' });
  const noted = (await rows()) as { words: string; searches: number; empty: number }[];
  expect(noted.map(({ words, searches }) => [words, searches])).toEqual([
    ['', 1],
    ['soudeur', 2],
  ]);
});

test('what does not fit into memory is counted without its words', async () => {
  for (let index = 0; index < 2_100; index += 1) note(`soudeur ${index}`);
  const all = (await rows()) as { words: string; searches: number }[];
  expect(all.reduce((sum, { searches }) => sum + searches, 0)).toBe(2_100);
  expect(all.find(({ words }) => words === '')?.searches).toBe(100);
});

test('writings at once from several places lose nothing', async () => {
  await Promise.all(
    Array.from({ length: 10 }, (_, index) => {
      note('soudeur', { times: 3 });
      note(`soudeur ${index % 3}`);
      return log.flush();
    }),
  );
  expect(await rows()).toMatchObject([{ searches: 30 }, { searches: 4 }, { searches: 3 }, { searches: 3 }]);
});

test('a database that does not take it loses what was noted, and nothing else', async () => {
  await platform.db.query('ALTER TABLE search_log RENAME TO search_log_away');
  note('soudeur');
  await log.flush();
  await platform.db.query('ALTER TABLE search_log_away RENAME TO search_log');
  note('soudeur');
  expect(await rows()).toEqual([row('soudeur')]);
});

test('after ninety days a search is forgotten', async () => {
  for (const day of ['2026-07-02', '2026-07-03', '2026-09-30']) note('soudeur', { now: new Date(`${day}T10:00:00Z`) });
  await log.flush();
  await platform.app.get(QueryLogKeeper).forget();
  expect(await rows()).toMatchObject([{ day: '2026-07-03' }, { day: '2026-09-30' }]);
});

const REPORT = `query ($days: Int, $first: Int) { searchReport(days: $days) { searches zeroResultRate
  topZeroResults(first: $first) { words placeCode placeName searches empty }
  topSearches(first: $first) { words placeCode placeName searches empty } } }`;
const report = async (token: string, variables: object = {}) => {
  await log.flush();
  return (await platform.ask(REPORT, variables, { token })).searchReport;
};

test('administrators read what at least three searches had; totals count all', async () => {
  const { token } = await anAdministrator(platform);
  expect(await report(token)).toEqual({ searches: 0, zeroResultRate: null, topZeroResults: [], topSearches: [] });
  note('soudeur', { times: 4 });
  note('chaudronnier', { places: [{ departmentCode: '01' }], times: 2, total: 0 });
  note('chaudronnier', { places: [{ departmentCode: '01' }], now: new Date('2026-09-20T10:00:00Z') });
  note('ingenieur qualite', { places: [{ regionCode: '84' }], times: 3, total: 0 });
  note('plasturgie', { times: 2, total: 0 });
  note('', { times: 7 });
  note('soudeur', { now: new Date('2026-08-31T10:00:00Z'), times: 9 });
  const soudeur = { words: 'soudeur', placeCode: null, placeName: null, searches: 4, empty: 0 };
  const chaudronnier = { words: 'chaudronnier', placeCode: '01', placeName: 'Ain', searches: 3, empty: 2 };
  const qualite = {
    words: 'ingenieur qualite',
    placeCode: '84',
    placeName: 'Auvergne-Rhône-Alpes',
    searches: 3,
    empty: 3,
  };
  expect(await report(token)).toEqual({
    searches: 19,
    zeroResultRate: 7 / 19,
    topZeroResults: [qualite, chaudronnier],
    topSearches: [soudeur, chaudronnier, qualite],
  });
  expect(await report(token, { days: 1 })).toMatchObject({ searches: 18, topZeroResults: [qualite] });
  expect(await report(token, { days: null, first: 1 })).toMatchObject({ searches: 19, topSearches: [soudeur] });
  expect(await report(token, { days: 90 })).toMatchObject({ searches: 28 });
});

test('nobody else reads them, and days that are not kept are refused', async () => {
  const code = async (token?: string, variables: object = {}) =>
    (await platform.send(REPORT, variables, token ? { token } : {})).errors?.[0].extensions.code;
  const { token } = await anAdministrator(platform);
  expect(await code()).toBe('UNAUTHENTICATED');
  expect(await code((await aCandidate(platform)).token)).toBe('FORBIDDEN');
  expect(await code((await anOwner(platform)).token)).toBe('FORBIDDEN');
  for (const variables of [{ days: 0 }, { days: 91 }, { first: -1 }, { first: 101 }]) {
    expect(await code(token, variables)).toBe('BAD_USER_INPUT');
  }
});
