import { anOffer, anOwner, skillCodes } from '../support/people.js';
import { Platform } from '../support/platform.js';

/** What candidates type, against offers that companies posted through the API. */
let platform: Platform;
const titles = new Map<string, string>();

const SEARCH = `query ($words: String, $filter: OfferFilter, $sort: OfferSort, $first: Int, $after: String) {
  searchOffers(words: $words, filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount widenedToKm partialMatch leftOutWords pageInfo { hasNextPage endCursor }
    edges { distanceKm matchedWords node { id } } } }`;

const ask = (words: string | null, args: object = {}): Promise<any> =>
  platform.ask(SEARCH, { words, ...args }).then(({ searchOffers }) => searchOffers);

/** The short names of the offers found, in their order. */
const found = async (words: string | null, args: object = {}): Promise<string[]> =>
  (await ask(words, args)).edges.map(({ node }: any) => titles.get(node.id));

const sortedFound = async (words: string | null, args: object = {}): Promise<string[]> =>
  (await found(words, args)).sort();

beforeAll(async () => {
  platform = await Platform.start('search_story');
  const moulage = await anOwner(platform, { name: 'Moulage Précision Bugey' });
  const robert = await anOwner(platform, { name: "Robert'); DROP TABLE offer;--", communeCode: '44184' });
  const [gmao, amdec, iso, catia] = await skillCodes(platform, 'GMAO', 'AMDEC', 'ISO 9001', 'CATIA');
  const post = async (name: string, owner: { token: string; companyId: string }, offer: object): Promise<void> => {
    const { id } = await anOffer(platform, owner, offer);
    titles.set(id, name);
  };
  await post('quality', moulage, {
    title: 'Ingénieure ou ingénieur qualité',
    requiredSkillCodes: [iso, amdec],
    occupationCode: 'H1527',
    studyLevel: 'BAC_5',
  });
  await post('apprentice', moulage, {
    title: 'Alternant QSE (H/F)',
    description: 'Vous tenez à jour les analyses de risques, les plans de prévention et les indicateurs du site.',
    contractType: 'APPRENTICESHIP',
    durationMonths: 12,
    startsOn: undefined,
    sites: [{ communeCode: '01053' }],
  });
  await post('maintenance', robert, {
    title: 'Technicienne ou technicien de maintenance industrielle',
    description: 'Vous assurez le dépannage et l’entretien préventif des lignes d’emboutissage du chantier naval.',
    missionCategory: 'PRODUCTION',
    requiredSkillCodes: [gmao],
    sites: [{ communeCode: '44184' }],
  });
  await post('developer', robert, {
    title: 'Développeuse ou développeur C++ embarqué',
    description: 'Vous écrivez en C++ et en C# les logiciels de pilotage de nos machines, au service R&D de l’atelier.',
    missionCategory: 'DIGITAL_TRANSFORMATION',
    sites: [{ communeCode: '44184' }, { communeCode: '01283' }],
    remoteWork: 'PARTIAL',
  });
  await post('designer', robert, {
    title: 'Dessinateur projeteur',
    description:
      'Plans et maquettes <b>numériques</b> de pièces de tôlerie, avec <script>alert(1)</script> le bureau d’études.',
    missionCategory: 'INNOVATION',
    requiredSkillCodes: [catia],
    sites: [{ communeCode: '29019' }],
  });
  await platform.settled();
}, 60_000);

afterAll(() => platform.stop());

describe('words', () => {
  test.each([
    ['ingenieur qualité', 'quality'],
    ['INGÉNIEURS QUALITE', 'quality'],
    ['ingénieure-qualité', 'quality'],
    ['ingénieur "qualité"', 'quality'],
    ['ingénieur - qualité', 'quality'],
    ['l’ingénieur de la qualité', 'quality'],
    ['technicienne maintenance', 'maintenance'],
    ['techniciens de maintenance industriel', 'maintenance'],
    ['dépanage', 'maintenance'],
    ["l'entretien préventif", 'maintenance'],
    ['d’emboutissage', 'maintenance'],
    ['moulage précision qualité', 'quality'],
    ['saint-nazaire maintenance', 'maintenance'],
    ['brest', 'designer'],
    ['29200', 'designer'],
    ['finistère', 'designer'],
    ['C++', 'developer'],
    ['c#', 'developer'],
    ['R&D machines', 'developer'],
    ['recherche et développement machines', 'developer'],
    ['développeur c++', 'developer'],
    ['télétravail', 'developer'],
    ['alternance', 'apprentice'],
    ['apprentissage', 'apprentice'],
    ['alternance QSE', 'apprentice'],
    ['offre emploi VTE alternance H/F', 'apprentice'],
    ['gestion de la maintenance assistée par ordinateur', 'maintenance'],
    ['FMEA', 'quality'],
    ['AMDEC', 'quality'],
    ['VTE bac+5', 'quality'],
  ])('%s finds the offer first', async (words, name) => {
    expect((await found(words))[0]).toBe(name);
  });

  test.each(['', '   ', 'offre emploi VTE H/F', 'de la', 'poste', '"', '---', '- h / f', ', ;'])(
    'words that say nothing find everything: “%s”',
    async (words) => {
      expect(await found(words)).toHaveLength(5);
    },
  );

  test.each(['vente', 'boulangerie', 'xyzzy', '中文', 'manger'])('no false friends: %s', async (words) => {
    expect(await ask(words)).toMatchObject({ totalCount: 0, edges: [] });
  });

  test('a company called like SQL is a company like any other', async () => {
    expect(await sortedFound("Robert'); DROP TABLE offer;--")).toEqual(['designer', 'developer', 'maintenance']);
    expect(await platform.db.query('SELECT count(*)::int AS count FROM offer')).toEqual([{ count: 5 }]);
  });

  test('signs of every kind are only signs', async () => {
    for (const words of [
      '" OR 1=1 --',
      'qualité"] OR id EXISTS',
      '\\',
      '%',
      '_',
      '<b>',
      '{{',
      '\uE000qualité\uE001',
      '*',
      '()',
      '+',
      'a'.repeat(300),
    ]) {
      expect((await platform.send(SEARCH, { words })).errors).toBeUndefined();
    }
    const { errors } = await platform.send(SEARCH, { words: 'a'.repeat(301) });
    expect(errors![0]).toMatchObject({
      message: expect.stringContaining('words'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  test('matched words are the offer’s own, without markers or markup', async () => {
    const { edges } = await ask('ingenieur qualite');
    expect(edges[0].matchedWords).toEqual(expect.arrayContaining(['ingénieure', 'qualité']));
    const all = await Promise.all(
      ['maquettes numériques', 'tôlerie script alert', 'C++', 'R&D'].map((words) => ask(words)),
    );
    const words = all.flatMap((answer) => answer.edges.flatMap(({ matchedWords }: any) => matchedWords));
    expect(words).toEqual(expect.arrayContaining(['maquettes', 'numériques', 'c++', 'r&d']));
    expect(words.join(' ')).not.toMatch(/[\uE000\uE001<>]/);
    expect((await ask(null)).edges.flatMap(({ matchedWords }: any) => matchedWords)).toEqual([]);
  });
});

test('a snippet and a title are marked and safe to show; a company’s name is among the words that matched', async () => {
  const { searchOffers } = await platform.ask(
    `query ($words: String) { searchOffers(words: $words) { edges { snippet highlightedTitle matchedWords node { id } } } }`,
    { words: 'dessinateur maquettes numériques' },
  );
  expect(searchOffers.edges[0].highlightedTitle).toBe('<mark>Dessinateur</mark> projeteur');
  expect(searchOffers.edges[0].snippet).toContain('<mark>maquettes</mark>');
  expect(searchOffers.edges[0].snippet.replace(/<\/?mark>/g, '')).not.toMatch(/[<>]/);
  const company = await ask('moulage précision');
  expect(company.edges[0].matchedWords).toEqual(expect.arrayContaining(['moulage', 'précision']));
});

test('a cursor is of one search', async () => {
  const { pageInfo } = await ask(null, { first: 1 });
  const { errors } = await platform.send(SEARCH, { words: 'qualité', first: 1, after: pageInfo.endCursor });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

describe('when nothing answers', () => {
  const oyonnax = (radiusKm: number) => ({ places: [{ commune: { code: '01283', radiusKm } }] });

  test('fewer of the words, and the following pages repeat it', async () => {
    const words = 'xyzzy ingénieur qualité';
    const long = await ask(words);
    expect(long.totalCount).toBe(1);
    expect(long).toMatchObject({ partialMatch: true, leftOutWords: ['xyzzy'] });
    const paged: any[] = [];
    let after: string | null = null;
    do {
      const page: any = await ask(words, { first: 1, after });
      expect(page.totalCount).toBe(long.totalCount);
      paged.push(...page.edges);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(paged).toEqual(long.edges);
  });

  test('a wider circle, told, with its distances; the following pages keep it', async () => {
    const near = await ask('alternance', { filter: oyonnax(5) });
    expect(near).toMatchObject({ totalCount: 1, widenedToKm: 50 });
    expect(near.edges[0].distanceKm).toBeGreaterThan(20);
    const all = await ask(null, { filter: { places: [{ commune: { code: '01173', radiusKm: 1 } }] } });
    expect(all.widenedToKm).toBeGreaterThan(1);
    const first = await ask(null, { first: 1, filter: { places: [{ commune: { code: '01173', radiusKm: 1 } }] } });
    const second = await ask(null, {
      first: 1,
      after: first.pageInfo.endCursor,
      filter: { places: [{ commune: { code: '01173', radiusKm: 1 } }] },
    });
    expect([first.edges[0], second.edges[0]]).toEqual(all.edges.slice(0, 2));
    expect(second).toMatchObject({ widenedToKm: all.widenedToKm, totalCount: all.totalCount });
  });

  test('no widening of departments, nor when something is near, nor for what is nowhere', async () => {
    expect(await ask('emboutissage', { filter: { places: [{ departmentCode: '01' }] } })).toMatchObject({
      totalCount: 0,
      widenedToKm: null,
    });
    expect(await ask('qualité', { filter: oyonnax(10) })).toMatchObject({ totalCount: 1, widenedToKm: null });
    expect(await ask('xyzzy', { filter: oyonnax(10) })).toMatchObject({ totalCount: 0, widenedToKm: null });
  });
});

describe('places', () => {
  test('an offer with two sites is found from either, once, with its nearest distance', async () => {
    const around = (code: string) => ({ commune: { code, radiusKm: 20 } });
    for (const code of ['44184', '01283']) {
      const { edges } = await ask('développeur', { filter: { places: [around(code)] } });
      expect(edges).toMatchObject([{ distanceKm: 0 }]);
    }
    const both = await ask('développeur', {
      filter: { places: [around('44184'), around('01283'), { departmentCode: '44' }] },
    });
    expect(both).toMatchObject({ totalCount: 1, edges: [{ distanceKm: 0 }] });
  });

  test('NEAREST counts from the nearest site', async () => {
    const { edges } = await ask(null, {
      sort: 'NEAREST',
      filter: { places: [{ commune: { code: '01283', radiusKm: 200 } }] },
    });
    expect(
      edges
        .map(({ node }: any) => titles.get(node.id))
        .slice(0, 2)
        .sort(),
    ).toEqual(['developer', 'quality']);
    expect(edges.map(({ distanceKm }: any) => distanceKm)).toEqual([0, 0, expect.any(Number)]);
  });
});
