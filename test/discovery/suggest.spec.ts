import { fold } from '../../src/common/fold.js';
import { Understood } from '../../src/understanding/understood.js';
import { Platform } from '../support/platform.js';
import { anOffer, anOwner } from '../support/people.js';

let platform: Platform;
let owner: { token: string; companyId: string };
let offerId: string;

beforeAll(async () => {
  platform = await Platform.start('suggest');
  owner = await anOwner(platform, { name: 'Plasturgie du Haut-Bugey' });
  offerId = (await anOffer(platform, owner)).id;
  await anOwner(platform, { name: 'Plastiques sans offre' });
}, 60_000);
afterAll(() => platform.stop());

interface Suggestion {
  kind: string;
  code: string;
  label: string;
  detail: string | null;
  words: string;
}

const SUGGEST = `query ($typed: String!, $first: Int) {
  suggestSearches(startingWith: $typed, first: $first) { kind code label detail words } }`;

const suggest = async (typed: string, first = 10, language = 'fr'): Promise<Suggestion[]> =>
  (await platform.ask(SUGGEST, { typed, first }, { language })).suggestSearches;

const placeKinds = ['COMMUNE', 'DEPARTMENT', 'REGION', 'TERRITORY'];
const kindOf = ({ kind }: Suggestion): string => (placeKinds.includes(kind) ? 'PLACE' : kind);

test.each([
  ['ingénieur qual', { kind: 'OCCUPATION', code: 'H1527', label: 'Ingénieur qualité' }],
  ['technicienne de maint', { kind: 'OCCUPATION', label: 'Technicienne maintenance' }],
  ['technicienne maint', { kind: 'OCCUPATION', label: 'Technicienne maintenance' }],
  ['amdec', { kind: 'SKILL', code: '122401', label: 'AMDEC', detail: null, words: 'AMDEC' }],
  ['fmea', { kind: 'SKILL', code: '122401', label: 'AMDEC', detail: 'FMEA', words: 'AMDEC' }],
  ['oyo', { kind: 'COMMUNE', code: '01283', label: 'Oyonnax', detail: 'Ain (01100)', words: 'Oyonnax' }],
  ['01100', { kind: 'COMMUNE', code: '01283', label: 'Oyonnax', detail: 'Ain (01100)' }],
  ['st etien', { kind: 'COMMUNE', code: '42218', label: 'Saint-Étienne' }],
  ['saint-denis', { kind: 'COMMUNE', code: '97411', words: 'Saint-Denis (974)' }],
  ['ain', { kind: 'DEPARTMENT', code: '01', label: 'Ain', detail: 'Département 01, Auvergne-Rhône-Alpes' }],
  ['69', { kind: 'DEPARTMENT', code: '69', label: 'Rhône' }],
  ['bretag', { kind: 'REGION', code: '53', label: 'Bretagne', detail: 'Région' }],
  ['haut-jur', { kind: 'TERRITORY', label: 'Haut-Jura', detail: 'Territoire d’industrie' }],
])('"%s" leads to what it begins', async (typed, expected) => {
  expect(await suggest(typed)).toContainEqual(expect.objectContaining(expected));
});

test('the town one types comes first, told from others by its department', async () => {
  expect((await suggest('lyon'))[0]).toMatchObject({ kind: 'COMMUNE', code: '69123', detail: 'Rhône (69001…)' });
  const denis = (await suggest('saint-denis', 20)).filter(({ label }) => label === 'Saint-Denis');
  expect(new Set(denis.map(({ detail }) => detail)).size).toBe(denis.length);
  expect(denis.length).toBeGreaterThan(2);
});

test('only companies with an open offer, under the name they have now', async () => {
  const companies = async (typed: string): Promise<string[]> =>
    (await suggest(typed)).filter(({ kind }) => kind === 'COMPANY').map(({ label }) => label);
  expect(await companies('plas')).toEqual(['Plasturgie du Haut-Bugey']);
  expect(await companies('haut bug')).toEqual(['Plasturgie du Haut-Bugey']);
  const RENAME = `mutation ($id: ID!, $name: String!) {
    reviseCompany(id: $id, changes: { name: $name }) { __typename } }`;
  const renamed = await platform.ask(RENAME, { id: owner.companyId, name: 'Éts Œuvrard & Fils' }, owner);
  expect(renamed.reviseCompany.__typename).toBe('Company');
  expect(await companies('ets oeuv')).toEqual(['Éts Œuvrard & Fils']);
  expect(await companies('haut bug')).toEqual([]);
  await platform.ask('mutation ($id: ID!) { closeOffer(id: $id) { __typename } }', { id: offerId }, owner);
  expect(await companies('ets oeuv')).toEqual([]);
  offerId = (await anOffer(platform, owner)).id;
});

test('names of companies are folded by the database as everything else is', async () => {
  const names = ['Éts Œuvrard & Fils', 'L’Atelier d’Été', 'ÆQUO – S.A.', 'C++ Énergie', 'Nordïk  GmbH', 'Ŕoman'];
  for (const name of names) {
    const [row] = await platform.db.query<[{ folded: string }]>('SELECT folded_name($1) AS folded', [name]);
    expect(row.folded).toBe(fold(name));
  }
});

test.each(['a', 'c', 'p', 'ma', 'in', 'al', 'ma', 'fo', 'ren'])(
  '"%s": mixed, none crowds the others out',
  async (typed) => {
    const found = await suggest(typed);
    expect(found).toHaveLength(10);
    const kinds = found.map(kindOf);
    expect(new Set(kinds).size).toBeGreaterThan(1);
    for (const kind of new Set(kinds)) expect(kinds.filter((one) => one === kind).length).toBeLessThanOrEqual(5);
    expect(new Set(found.map(({ kind, code }) => `${kind} ${code}`)).size).toBe(10);
  },
);

test('exact before prefix before inside', async () => {
  const found = await suggest('soudeur', 20);
  const closeness = found.map(({ label, words, detail }) =>
    Math.min(
      ...[label, words, detail ?? ''].map((name) =>
        fold(name) === 'soudeur' ? 0 : fold(name).startsWith('soudeur') ? 1 : 2,
      ),
    ),
  );
  expect(closeness).toEqual([...closeness].sort());
  expect(closeness[0]).toBe(0);
});

test('in English, jobs and skills by their English names, to be searched for in French', async () => {
  expect(await suggest('quality eng', 10, 'en')).toContainEqual(
    expect.objectContaining({ kind: 'OCCUPATION', code: 'H1527', label: 'Quality engineer' }),
  );
  expect(await suggest('fmea', 10, 'en')).toContainEqual(expect.objectContaining({ label: 'FMEA', words: 'AMDEC' }));
  expect((await suggest('ain', 10, 'en')).find(({ kind }) => kind === 'DEPARTMENT')?.detail).toMatch(/^Department 01/);
});

test('the words of a place are read as that place', async () => {
  const understood = platform.app.get(Understood);
  for (const typed of ['saint', 'vi', 'lo', 'ain', 'bre', 'ha', 'pay', 'oyo', 'la ro', 'mar', 'lot', 'nord', 'cre']) {
    for (const { kind, code, words } of await suggest(typed, 20)) {
      if (!placeKinds.includes(kind)) continue;
      const read = understood.read(words);
      expect([words, read.concepts.map((one) => `${one.kind} ${one.code}`)]).toEqual([
        words,
        expect.arrayContaining([`${kind} ${code}`]),
      ]);
      // The overseas departments are regions too.
      const most = code.startsWith('97') ? 2 : 1;
      expect([words, read.rest]).toEqual([words, '']);
      expect(read.places.length).toBeLessThanOrEqual(most);
    }
  }
});

test('nothing for nothing, and for what nothing begins like', async () => {
  for (const typed of ['', '   ', '!?', 'zzzzzz', '%', '_']) expect([typed, await suggest(typed)]).toEqual([typed, []]);
  expect(await suggest('lyon', 0)).toEqual([]);
  expect(await suggest('a'.repeat(5_000))).toEqual([]);
  expect(await suggest(`lyon${' '.repeat(300)}x`)).not.toEqual([]);
  for (const typed of ["'", '\\', '"; --', '½', '\u00a0', 'é'.repeat(300)]) await suggest(typed);
});

test.each([-1, 21])('a page of %i is refused, naming the field', async (first) => {
  const { errors } = await platform.send(SUGGEST, { typed: 'a', first });
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  expect(errors?.[0].message).toContain('first');
});

test('null asks for ten', async () => {
  expect((await platform.ask(SUGGEST, { typed: 'a', first: null })).suggestSearches).toHaveLength(10);
});

test('quickly enough to answer each key', async () => {
  const typed = ['a', 'ma', 'mai', 'maint', 'l', 'lyo', 'saint', 'ing', 'ingenieur q', 'plas', '69', 'bre'];
  for (const one of typed) await suggest(one);
  const times: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    for (const one of typed) {
      const started = performance.now();
      await suggest(one);
      times.push(performance.now() - started);
    }
  }
  times.sort((one, other) => one - other);
  expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(150);
});
