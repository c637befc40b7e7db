import { jest } from '@jest/globals';
import { SearchEngine } from '../../src/indexing/search-engine.js';
import { SkillWords } from '../../src/skills/skill-words.js';
import { anOffer, anOwner, moveOffer } from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;
const owners: { token: string; companyId: string }[] = [];

beforeAll(async () => {
  platform = await Platform.start('similar');
  for (let count = 0; count < 4; count += 1) owners.push(await anOwner(platform));
}, 60_000);
afterEach(() => jest.restoreAllMocks());
afterAll(() => platform.stop());

const inOyonnax = [{ communeCode: '01283' }];
const inLyon = [{ communeCode: '69123' }];
const inBrest = [{ communeCode: '29019' }];

const quality = {
  occupationCode: 'H1502',
  requiredSkillCodes: ['118426', 'audit-interne'],
  desiredSkillCodes: ['109185'],
  sites: inOyonnax,
};

const post = (owner: number, title: string, differs: object = {}) =>
  anOffer(platform, owners[owner]!, { ...quality, title, ...differs });

const SIMILAR = `query ($id: ID!, $first: Int) { offer(id: $id) {
  similarOffers(first: $first) { reasons offer { title } } } }`;
const similar = async (id: string, { first, language = 'fr' }: { first?: number; language?: string } = {}) => {
  await platform.settled();
  const { offer } = await platform.ask(SIMILAR, { id, first }, { language });
  return offer.similarOffers as { reasons: string[]; offer: { title: string } }[];
};
const titles = (found: { offer: { title: string } }[]): string[] => found.map(({ offer }) => offer.title);

test('by occupation, skills and distance, with the reasons, and at most two of one company', async () => {
  const { id } = await post(0, 'Responsable qualité');
  await post(1, 'Jumelle');
  await post(1, 'Jumelle à Lyon', { sites: inLyon });
  await post(1, 'Jumelle à Brest', { sites: inBrest });
  await post(2, 'Même métier sans compétences', { requiredSkillCodes: [], desiredSkillCodes: [] });
  await post(2, 'Compétence commune seule', {
    occupationCode: 'M1203',
    requiredSkillCodes: ['audit-interne'],
    desiredSkillCodes: [],
    missionCategory: 'FINANCE',
    sites: inBrest,
  });
  await post(3, 'Autre chose', {
    occupationCode: 'M1203',
    requiredSkillCodes: [],
    desiredSkillCodes: [],
    missionCategory: 'FINANCE',
  });
  const closed = await post(3, 'Fermée');
  await moveOffer(platform, owners[3]!.token, 'closeOffer', closed.id);

  const found = await similar(id);
  expect(titles(found)).toEqual([
    'Jumelle',
    'Jumelle à Lyon',
    'Même métier sans compétences',
    'Compétence commune seule',
  ]);
  expect(found[0]!.reasons[0]).toMatch(/^Même métier : Responsable qualité/);
  expect(found[0]!.reasons[1]).toMatch(/^3 compétences communes : .+, .+, .+/);
  expect(found[0]!.reasons[2]).toBe('Au même endroit');
  expect(found[1]!.reasons[2]).toMatch(/^À \d\d km$/);
  expect(found[3]!.reasons).toEqual(['1 compétence commune : Audit interne qualité']);
  const [first] = await similar(id, { first: 1, language: 'en' });
  expect(first!.reasons[0]).toBe('Same occupation: Quality manager');
  expect(first!.reasons.at(-1)).toBe('In the same place');
});

test('an offer of a related occupation says so', async () => {
  const [to] = await platform.app.get(SkillWords).relatedOccupations('H1527');
  const bare = { requiredSkillCodes: [], desiredSkillCodes: [], missionCategory: 'PRODUCTION' };
  const { id } = await post(0, 'Ingénieure méthodes', { ...bare, occupationCode: 'H1527' });
  await post(2, 'Métier proche', { ...bare, occupationCode: to });
  const found = await similar(id);
  const near = found.find(({ offer }) => offer.title === 'Métier proche');
  expect(near!.reasons[0]).toMatch(/^Métier proche : /);
});

test('an offer that says neither occupation nor skills is compared by mission and place', async () => {
  const bare = {
    occupationCode: null,
    requiredSkillCodes: [],
    desiredSkillCodes: [],
    missionCategory: 'INTERNATIONAL',
  };
  const { id } = await post(0, 'Export', bare);
  await post(1, 'Export à Brest', { ...bare, sites: inBrest });
  await post(2, 'Export à Lyon', { ...bare, sites: inLyon });
  const found = await similar(id);
  expect(titles(found)).toEqual(['Export à Lyon', 'Export à Brest']);
  expect(found[0]!.reasons[0]).toMatch(/^Même mission : /);
  expect(found[1]!.reasons).toHaveLength(1);
});

test('an index that is behind shows nothing that was closed or changed its nature', async () => {
  const { id } = await post(0, 'Offre de base', {
    occupationCode: 'M1203',
    requiredSkillCodes: [],
    desiredSkillCodes: [],
  });
  const gone = await post(1, 'Bientôt fermée', { occupationCode: 'M1203' });
  const other = await post(2, 'Bientôt autre', { occupationCode: 'M1203', missionCategory: 'FINANCE', sites: inBrest });
  expect(titles(await similar(id))).toEqual(expect.arrayContaining(['Bientôt fermée', 'Bientôt autre']));
  await platform.db.query(`UPDATE offer SET status = 'CLOSED' WHERE id = $1`, [gone.id]);
  await platform.db.query(`UPDATE offer SET occupation_code = 'M1805' WHERE id = $1`, [other.id]);
  expect(titles(await similar(id))).not.toEqual(expect.arrayContaining(['Bientôt fermée']));
  expect(titles(await similar(id))).not.toEqual(expect.arrayContaining(['Bientôt autre']));
});

test('for a list of offers the engine is asked once', async () => {
  await platform.settled();
  const search = jest.spyOn(platform.app.get(SearchEngine), 'search');
  const { searchOffers } = await platform.ask(
    '{ searchOffers(first: 20) { nodes { id similarOffers(first: 3) { offer { id company { id } } reasons } } } }',
  );
  const others = search.mock.calls.length;
  expect(others).toBe(2);
  expect(searchOffers.nodes.length).toBeGreaterThan(10);
  for (const node of searchOffers.nodes) {
    const ids = node.similarOffers.map(({ offer }: any) => offer.id);
    expect(new Set([...ids, node.id]).size).toBe(ids.length + 1);
    expect(node.similarOffers.every(({ reasons }: any) => reasons.length > 0)).toBe(true);
  }
});

test('how many is limited, and so are lists of lists', async () => {
  const { id } = await post(0, 'Limites');
  const code = async (query: string) => (await platform.send(query, { id })).errors?.[0].extensions.code;
  for (const first of [0, 21]) {
    expect(await code(`query ($id: ID!) { offer(id: $id) { similarOffers(first: ${first}) { reasons } } }`)).toBe(
      'BAD_USER_INPUT',
    );
  }
  const { errors } = await platform.send('{ searchOffers(first: 100) { nodes { similarOffers { reasons } } } }');
  expect(errors?.[0].message).toMatch(/cost/);
});
