import { Platform } from '../support/platform.js';

/** What is recognised in the words of a search. */
let platform: Platform;

beforeAll(async () => {
  platform = await Platform.start('understood');
}, 60_000);
afterAll(() => platform.stop());

const UNDERSTOOD = 'query ($words: String) { searchOffers(words: $words) { understoodAs { kind code label words } } }';

const concepts = async (words: string, language = 'fr'): Promise<any[]> =>
  (await platform.ask(UNDERSTOOD, { words }, { language })).searchOffers.understoodAs;

const understood = async (words: string): Promise<string[]> =>
  (await concepts(words)).map(({ kind, code, words: from }) => `${kind} ${code} ${from}`);

test.each([
  ['Oyonnax qualité', 'COMMUNE 01283 oyonnax'],
  ['Lyon alternance CDI', 'COMMUNE 69123 lyon'],
  ['qualité Bourg en Bresse CDI', 'COMMUNE 01053 bourg en bresse'],
  ['qualité Le Mans', 'COMMUNE 72181 le mans'],
  ['La Rochelle maintenance', 'COMMUNE 17300 la rochelle'],
])('a place wherever it stands in the words: %s', async (words, concept) => {
  expect(await understood(words)).toContain(concept);
});

test.each([
  ['ingénieur qualité Oyonnax', ['OCCUPATION H1527 ingenieur qualite', 'COMMUNE 01283 oyonnax']],
  ['alternance', ['CONTRACT_TYPE APPRENTICESHIP alternance', 'CONTRACT_TYPE PROFESSIONALISATION alternance']],
  ['CDI Ain', ['CONTRACT_TYPE CDI cdi', 'DEPARTMENT 01 ain']],
  ['maintenance en Auvergne-Rhône-Alpes', ['REGION 84 auvergne rhone alpes']],
  ['bac+5 qualité', ['STUDY_LEVEL BAC_5 bac+5']],
  ['bac + 3', ['STUDY_LEVEL BAC_3 bac + 3']],
  ['Bourg-en-Bresse', ['COMMUNE 01053 bourg en bresse']],
])('%s', async (words, wanted) => {
  expect(await understood(words)).toEqual(expect.arrayContaining(wanted));
});

test('skills, with the words and in the language of the request', async () => {
  const [concept] = await concepts('amdec');
  expect(concept).toMatchObject({ kind: 'SKILL', words: 'amdec' });
  const [english] = await concepts('fmea', 'en');
  expect(english).toMatchObject({ kind: 'SKILL', code: concept.code, words: 'fmea' });
  expect((await concepts('apprentissage', 'en'))[0].label).toBe('Apprenticeship');
});

test('a territory by its name', async () => {
  const { commune } = await platform.ask('{ commune(code: "01283") { territories { id name } } }');
  const [{ id, name }] = commune.territories;
  expect((await understood(`qualité ${name}`)).some((concept) => concept.startsWith(`TERRITORY ${id}`))).toBe(true);
});

test('no place in words that name a job or a skill, nor in words that say nothing', async () => {
  expect((await understood('chargé qualité')).filter((concept) => concept.startsWith('COMMUNE'))).toEqual([]);
  expect(await understood('offre emploi VTE')).toEqual([]);
});

test('of a long query, quickly', async () => {
  const words = Array.from({ length: 60 }, (_, at) => ['de', 'val', 'ain', 'pays'][at % 4]).join(' ');
  const since = performance.now();
  await understood(words);
  expect(performance.now() - since).toBeLessThan(1_500);
});
