import { PlaceSet } from '../../src/territories/place-set.js';
import { Gazetteer } from '../../src/territories/gazetteer.js';
import { resolvePlaces } from '../../src/territories/place-set.js';
import { Platform } from '../support/platform.js';
import { allEdges, idsInSql, idsOf, type Population, populate, search } from './offer-population.js';

/** More offers than are put in order at once, many of them in one commune. */
let platform: Platform;
let made: Population;
const crowded = '69123';

beforeAll(async () => {
  platform = await Platform.start('nearest');
  made = await populate(platform, 2_600, false);
  const ids = made.offers.slice(0, 1_300).map(({ id }) => id);
  await platform.db.query(`UPDATE offer_site SET commune_code = $1 WHERE offer_id = ANY($2) AND position = 1`, [
    crowded,
    ids,
  ]);
  const { Reindex } = await import('../../src/indexing/reindex.js');
  await platform.app.get(Reindex).run(() => undefined);
}, 90_000);
afterAll(() => platform.stop());

const around = (code: string, radiusKm: number) => ({ places: [{ commune: { code, radiusKm } }] });

/** Distances of offers by their sites in PostgreSQL. */
async function truth(filter: ReturnType<typeof around>): Promise<Map<string, number>> {
  const set = resolvePlaces(platform.app.get(Gazetteer), filter.places, []);
  if (!(set instanceof PlaceSet)) throw new Error('no such places');
  const rows = await platform.db.query<{ id: string; codes: string[] }[]>(
    'SELECT offer_id AS id, array_agg(commune_code) AS codes FROM offer_site WHERE offer_id = ANY($1) GROUP BY 1',
    [await idsInSql(platform, filter)],
  );
  return new Map(rows.map(({ id, codes }) => [id, Math.min(...codes.flatMap((code) => set.km(code) ?? []))]));
}

test.each([
  ['the crowded commune first', around('69123', 200)],
  ['the crowded commune in the middle', around('42218', 200)],
  ['the crowded commune last', around('01283', 90)],
  ['two circles', { places: [...around('69123', 30).places, ...around('44184', 100).places] }],
])('every offer once, in the order of its true distance: %s', async (_, filter) => {
  const expected = await truth(filter);
  const edges = await allEdges(platform, { filter, sort: 'NEAREST' }, 100);
  expect(idsOf(edges)).toEqual([...expected.keys()].sort());
  const told = edges.map(({ node, distanceKm }) => {
    expect(distanceKm).toBeCloseTo(expected.get(node.id)!, 0);
    return expected.get(node.id)!;
  });
  expect(told).toEqual([...told].sort((one, other) => one - other));
});

test('with words, and with other filters', async () => {
  const args = { words: 'technicien', filter: { ...around('42218', 200), contractTypes: ['CDI', 'CDD'] } };
  const near = await allEdges(platform, { ...args, sort: 'NEAREST' }, 40);
  const relevant = await allEdges(platform, args, 100);
  expect(idsOf(near)).toEqual(idsOf(relevant));
  const told = near.map(({ distanceKm }) => distanceKm as number);
  expect(told).toEqual([...told].sort((one, other) => one - other));
  expect(near.every(({ matchedWords }) => matchedWords.length > 0)).toBe(true);
});

test('lists go on beyond a thousand offers, and their count is exact', async () => {
  const everything = await allEdges(platform, { sort: 'NEWEST' }, 100);
  expect(everything).toHaveLength(2_600);
  expect((await search(platform, { first: 0 })).totalCount).toBe(2_600);
});
