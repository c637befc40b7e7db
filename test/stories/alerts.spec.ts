import { AlertKeeper } from '../../src/alerts/alert-keeper.js';
import {
  aCandidate,
  anOffer,
  anOwner,
  moveOffer,
  password,
  reviseOffer,
  saveProfile,
  skillCodes,
} from '../support/people.js';
import { Platform } from '../support/platform.js';

/** Searches that candidates keep, and what they are told of new offers. */
let platform: Platform;
let owner: { token: string; companyId: string };

beforeAll(async () => {
  platform = await Platform.start('alerts_story');
  platform.travelTo('2026-09-01T10:00:00Z');
  owner = await anOwner(platform);
}, 60_000);
afterAll(() => platform.stop());

const found = (): Promise<void> => platform.app.get(AlertKeeper, { strict: false }).all();

const SEARCH = `id name words literal createdAt lastSeenAt newOffers filter { contractTypes studyLevel publishedSince
  places { radiusKm commune { code name } department { code } } }`;
const SAVE = `mutation ($words: String, $filter: OfferFilter, $name: String!, $literal: Boolean) {
  saveSearch(words: $words, filter: $filter, name: $name, literal: $literal) { __typename
    ... on SavedSearch { ${SEARCH} } ... on InvalidInput { problems { path message } }
    ... on TooManySavedSearches { most } ... on Refusal { message } } }`;
const save = (who: { token: string }, args: object): Promise<any> =>
  platform.ask(SAVE, { name: 'Ma recherche', ...args }, who).then(({ saveSearch }) => saveSearch);
const searchesOf = (who: { token: string }): Promise<any[]> =>
  platform
    .ask(`{ viewer { candidate { savedSearches { ${SEARCH} } } } }`, {}, who)
    .then(({ viewer }) => viewer.candidate.savedSearches);
const ALERTS = `query ($first: Int, $after: String) { viewer { candidate { alerts(first: $first, after: $after) {
  pageInfo { hasNextPage endCursor }
  nodes { id title open foundAt seenAt score offer { id title } savedSearches { id name } } } } } }`;
const alertsOf = (who: { token: string }, page: object = {}): Promise<any> =>
  platform.ask(ALERTS, page, who).then(({ viewer }) => viewer.candidate.alerts);
const titles = async (who: { token: string }): Promise<string[]> =>
  (await alertsOf(who)).nodes.map(({ title }: any) => title);
const SEEN = `mutation ($id: ID) { markAlertsSeen(savedSearchId: $id) { __typename ... on AlertsSeen { count at } ... on Refusal { message } } }`;
const markSeen = (who: { token: string }, id?: string): Promise<any> =>
  platform.ask(SEEN, { id }, who).then(({ markAlertsSeen }) => markAlertsSeen);
const PROFILE_ALERTS = `mutation ($on: Boolean!, $minScore: Int) { setProfileAlerts(on: $on, minScore: $minScore) { __typename
  ... on AlertSetting { profileAlerts minScore } ... on InvalidInput { problems { path } } ... on Refusal { message } } }`;
const setProfileAlerts = (who: { token: string }, on: boolean, minScore?: number): Promise<any> =>
  platform.ask(PROFILE_ALERTS, { on, minScore }, who).then((data) => data.setProfileAlerts);
const DELETE = `mutation ($id: ID!) { deleteSavedSearch(id: $id) { __typename ... on SavedSearchDeleted { id } ... on Refusal { message } } }`;
const RENAME = `mutation ($id: ID!, $name: String!) { renameSavedSearch(id: $id, name: $name) { __typename
  ... on SavedSearch { name } ... on InvalidInput { problems { path } } ... on Refusal { message } } }`;

test('a search is kept as it was said, and read back by its candidate', async () => {
  const candidate = await aCandidate(platform);
  const saved = await save(candidate, {
    name: '  Qualité  autour d’Oyonnax ',
    words: ' qualité ',
    filter: {
      places: [{ commune: { code: '01283', radiusKm: 30 } }, { departmentCode: '39' }],
      contractTypes: ['CDI', 'CDD'],
      missionCategories: [],
      studyLevel: null,
      publishedSince: '2026-08-01T00:00:00Z',
    },
  });
  expect(saved).toMatchObject({
    __typename: 'SavedSearch',
    name: 'Qualité autour d’Oyonnax',
    words: 'qualité',
    literal: false,
    createdAt: '2026-09-01T10:00:00.000Z',
    lastSeenAt: null,
    newOffers: 0,
    filter: {
      contractTypes: ['CDI', 'CDD'],
      studyLevel: null,
      publishedSince: '2026-08-01T00:00:00.000Z',
      places: [
        { radiusKm: 30, commune: { code: '01283', name: 'Oyonnax' }, department: null },
        { radiusKm: null, commune: null, department: { code: '39' } },
      ],
    },
  });
  expect(await searchesOf(candidate)).toEqual([expect.objectContaining({ id: saved.id })]);
});

test('what cannot be searched for is refused, with its path', async () => {
  const candidate = await aCandidate(platform);
  const paths = async (args: object): Promise<string[]> =>
    (await save(candidate, args)).problems.map(({ path }: any) => path.join('.'));
  expect(await paths({ name: ' ' })).toEqual(['name']);
  expect(await paths({ name: 'x'.repeat(101) })).toEqual(['name']);
  expect(await paths({ words: 'x'.repeat(301) })).toEqual(['words']);
  expect(await paths({ filter: { startMonths: ['2026-13'] } })).toEqual(['filter.startMonths.0']);
  expect(await paths({ filter: { companyId: 'x' } })).toEqual(['filter.companyId']);
  expect(
    await paths({
      name: '',
      filter: { places: [{ regionCode: '84' }, { commune: { code: '01283', radiusKm: 201 } }] },
    }),
  ).toEqual(['name', 'filter.places.1.commune.radiusKm']);
  expect(await paths({ filter: { skillCodes: Array.from({ length: 101 }, String) } })).toEqual(['filter.skillCodes']);
  expect(await paths({ filter: { skillCodes: ['x'.repeat(20_000)] } })).toEqual(['filter']);
  expect(await paths({ filter: { salaryAtLeast: -1 } })).toEqual(['filter.salaryAtLeast']);
  expect(await paths({ filter: { occupationCodes: ['H1502', 'soudeur'] } })).toEqual(['filter.occupationCodes.1']);
  expect(await paths({ filter: { skillCodes: [' Assurance-Qualite', 'zz-nothing', '12345', 'a"b'] } })).toEqual([
    'filter.skillCodes.3',
    'filter.skillCodes.1',
  ]);
  expect(
    await paths({
      name: '',
      words: 'x'.repeat(301),
      filter: {
        salaryAtLeast: -1,
        companyId: 'x',
        startMonths: ['2026-13', '2026-09', 'septembre'],
        places: [{ departmentCode: '9Z' }],
      },
    }),
  ).toEqual([
    'name',
    'words',
    'filter.startMonths.0',
    'filter.startMonths.2',
    'filter.salaryAtLeast',
    'filter.companyId',
    'filter.places.0.departmentCode',
  ]);
  expect(await searchesOf(candidate)).toEqual([]);
  expect(await save(owner, { words: 'qualité' })).toMatchObject({ __typename: 'NotAllowed' });
});

test('twenty for each candidate, even at once', async () => {
  const candidate = await aCandidate(platform);
  const all = await Promise.all(
    Array.from({ length: 24 }, (_, at) => save(candidate, { name: `Recherche ${at}`, words: 'qualité' })),
  );
  expect(all.filter(({ __typename }) => __typename === 'SavedSearch')).toHaveLength(20);
  expect(all.filter(({ __typename }) => __typename === 'TooManySavedSearches').map(({ most }) => most)).toEqual([
    20, 20, 20, 20,
  ]);
  const { token, id } = { ...candidate, id: (await searchesOf(candidate))[0].id };
  expect((await platform.ask(DELETE, { id }, { token })).deleteSavedSearch).toEqual({
    __typename: 'SavedSearchDeleted',
    id,
  });
  expect(await save(candidate, { words: 'qualité' })).toMatchObject({ __typename: 'SavedSearch' });
});

test('renamed and deleted by its candidate alone', async () => {
  const [candidate, other] = [await aCandidate(platform), await aCandidate(platform)];
  const { id } = await save(candidate, { words: 'soudeur' });
  const rename = (who: { token: string }, name: string) =>
    platform.ask(RENAME, { id, name }, who).then(({ renameSavedSearch }) => renameSavedSearch);
  const remove = (who: { token: string }, which = id) =>
    platform.ask(DELETE, { id: which }, who).then(({ deleteSavedSearch }) => deleteSavedSearch.__typename);
  expect(await rename(candidate, 'Soudure')).toEqual({ __typename: 'SavedSearch', name: 'Soudure' });
  expect(await rename(candidate, '')).toMatchObject({ problems: [{ path: ['name'] }] });
  expect([(await rename(other, 'X')).__typename, await remove(other), await remove(owner)]).toEqual(
    Array(3).fill('NotAllowed'),
  );
  expect([await remove(candidate, 'x'), await remove(candidate), await remove(candidate)]).toEqual([
    'NotAllowed',
    'SavedSearchDeleted',
    'NotAllowed',
  ]);
});

test('a published offer becomes an alert of those whose searches it answers, once, and not before', async () => {
  const [one, two, far] = [await aCandidate(platform), await aCandidate(platform), await aCandidate(platform)];
  const ain = await save(one, { name: 'Ain', filter: { places: [{ departmentCode: '01' }] } });
  const words = await save(one, { name: 'Mots', words: 'frigoriste alternance' });
  await save(two, { words: 'frigoriste Oyonnax' });
  await save(far, { words: 'frigoriste Brest' });
  const offer = await anOffer(platform, owner, {
    title: 'Frigoriste',
    contractType: 'APPRENTICESHIP',
    durationMonths: 12,
    publish: false,
  });
  await found();
  expect(await titles(one)).toEqual([]);
  await moveOffer(platform, owner.token, 'publishOffer', offer.id);
  await Promise.all([found(), found()]);
  expect(await alertsOf(one)).toMatchObject({
    nodes: [{ title: 'Frigoriste', open: true, seenAt: null, score: null, offer: { id: offer.id } }],
  });
  const [alert] = (await alertsOf(one)).nodes;
  expect(alert.savedSearches.map(({ name }: any) => name).sort()).toEqual(['Ain', 'Mots']);
  expect([await titles(two), await titles(far)]).toEqual([['Frigoriste'], []]);
  expect((await searchesOf(one)).map(({ newOffers }) => newOffers)).toEqual([1, 1]);

  expect(await markSeen(two, ain.id)).toMatchObject({ __typename: 'NotAllowed' });
  platform.travelTo('2026-09-01T11:00:00Z');
  expect(await markSeen(one, words.id)).toEqual({ __typename: 'AlertsSeen', count: 1, at: '2026-09-01T11:00:00.000Z' });
  expect(
    (await searchesOf(one)).map(({ name, newOffers, lastSeenAt }) => [name, newOffers, lastSeenAt !== null]),
  ).toEqual(
    expect.arrayContaining([
      ['Mots', 0, true],
      ['Ain', 0, false],
    ]),
  );
  expect(await markSeen(one)).toMatchObject({ count: 0 });
  expect((await alertsOf(one)).nodes[0].seenAt).toBe('2026-09-01T11:00:00.000Z');
});

test('nothing is told of a company that was declined for good, until that is undone', async () => {
  const [candidate, other] = [await aCandidate(platform), await aCandidate(platform)];
  for (const one of [candidate, other]) await save(one, { words: 'maroquinier' });
  await setProfileAlerts(candidate, true, 1);
  await platform.db.query('INSERT INTO declined_company (candidate_id, company_id) VALUES ($1, $2)', [
    candidate.id,
    owner.companyId,
  ]);
  await anOffer(platform, owner, { title: 'Maroquinier' });
  await found();
  expect([await titles(candidate), await titles(other)]).toEqual([[], ['Maroquinier']]);
  await platform.db.query('DELETE FROM declined_company WHERE candidate_id = $1', [candidate.id]);
  await anOffer(platform, owner, { title: 'Maroquinier encore' });
  await found();
  expect(await titles(candidate)).toEqual(['Maroquinier encore']);
});

test('neither a change, nor a pause, nor being published again tells it twice', async () => {
  const candidate = await aCandidate(platform);
  await save(candidate, { words: 'chaudronnier' });
  const offer = await anOffer(platform, owner, { title: 'Chaudronnier' });
  await found();
  await reviseOffer(platform, owner.token, offer.id, { description: 'Un autre texte pour ce poste de chaudronnier.' });
  await moveOffer(platform, owner.token, 'pauseOffer', offer.id);
  const later = await aCandidate(platform);
  await save(later, { words: 'chaudronnier' });
  await moveOffer(platform, owner.token, 'publishOffer', offer.id);
  await found();
  expect([await titles(candidate), await titles(later)]).toEqual([['Chaudronnier'], []]);
  await platform.db.query(`UPDATE offer SET status = 'EXPIRED', expires_on = '2026-08-01' WHERE id = $1`, [offer.id]);
  expect((await alertsOf(candidate)).nodes[0]).toMatchObject({ open: false, offer: null });
  platform.travelTo('2026-09-01T12:00:00Z');
  await moveOffer(platform, owner.token, 'publishOffer', offer.id);
  await found();
  expect([await titles(candidate), await titles(later)]).toEqual([['Chaudronnier'], ['Chaudronnier']]);
});

test('an offer that closes: its alerts stay, say so, and show nothing that is no longer public', async () => {
  const candidate = await aCandidate(platform);
  await save(candidate, { words: 'menuisier' });
  const offer = await anOffer(platform, owner, { title: 'Menuisier' });
  await found();
  await moveOffer(platform, owner.token, 'pauseOffer', offer.id);
  await reviseOffer(platform, owner.token, offer.id, { title: 'Titre à tenir secret' });
  expect((await alertsOf(candidate)).nodes).toMatchObject([{ title: 'Menuisier', open: false, offer: null }]);
  await moveOffer(platform, owner.token, 'closeOffer', offer.id);
  expect((await alertsOf(candidate)).nodes).toMatchObject([{ title: 'Menuisier', open: false, offer: null }]);
});

test('an offer that was paused before it was considered is when it comes back', async () => {
  const candidate = await aCandidate(platform);
  await save(candidate, { words: 'tapissier' });
  const offer = await anOffer(platform, owner, { title: 'Tapissier' });
  await moveOffer(platform, owner.token, 'pauseOffer', offer.id);
  await found();
  expect(await titles(candidate)).toEqual([]);
  await moveOffer(platform, owner.token, 'publishOffer', offer.id);
  await found();
  expect(await titles(candidate)).toEqual(['Tapissier']);
});

test('profile alerts: only for those who asked, from the score they asked for', async () => {
  const skills = await skillCodes(platform, 'ISO 9001', 'AMDEC');
  const profile = { places: [{ departmentCode: '01' }], skills: skills.map((code) => ({ code, level: 'MASTERED' })) };
  const [silent, all, best] = [
    await aCandidate(platform, profile),
    await aCandidate(platform, profile),
    await aCandidate(platform, { ...profile, visibleToCompanies: true }),
  ];
  const setting = '{ viewer { candidate { alertSetting { profileAlerts minScore } } } }';
  expect((await platform.ask(setting, {}, silent)).viewer.candidate.alertSetting).toEqual({
    profileAlerts: false,
    minScore: 70,
  });
  expect(await setProfileAlerts(all, true, 1)).toEqual({
    __typename: 'AlertSetting',
    profileAlerts: true,
    minScore: 1,
  });
  expect(await setProfileAlerts(best, true)).toMatchObject({ profileAlerts: true, minScore: 70 });
  expect(await setProfileAlerts(best, true, 101)).toMatchObject({ problems: [{ path: ['minScore'] }] });
  expect(await setProfileAlerts(owner, true)).toMatchObject({ __typename: 'NotAllowed' });
  await save(all, { name: 'Serrurier', words: 'serrurier' });
  const others = await skillCodes(platform, 'soudage', 'comptabilité');
  await anOffer(platform, owner, { title: 'Serrurier', requiredSkillCodes: others });
  await anOffer(platform, owner, { title: 'Qualiticien', requiredSkillCodes: skills });
  await anOffer(platform, owner, { title: 'Au loin', requiredSkillCodes: skills, sites: [{ communeCode: '29019' }] });
  await found();
  expect([await titles(silent), (await titles(all)).sort(), await titles(best)]).toEqual([
    [],
    ['Qualiticien', 'Serrurier'],
    ['Qualiticien'],
  ]);
  const { nodes } = await alertsOf(all);
  const of = (title: string) => nodes.find((node: any) => node.title === title);
  expect(of('Qualiticien')).toMatchObject({ savedSearches: [], score: expect.any(Number) });
  expect(of('Qualiticien').score).toBeGreaterThanOrEqual(70);
  expect(of('Serrurier').savedSearches).toMatchObject([{ name: 'Serrurier' }]);

  await setProfileAlerts(best, false);
  expect(await setProfileAlerts(best, false)).toMatchObject({ profileAlerts: false, minScore: 70 });
  await saveProfile(platform, all.token, { places: [{ departmentCode: '29' }] });
  await anOffer(platform, owner, { title: 'Qualiticien encore', requiredSkillCodes: skills });
  await found();
  expect([await titles(all), await titles(best)]).toEqual([expect.any(Array), ['Qualiticien']]);
  expect(await titles(all)).toHaveLength(2);
});

test('newest first, in pages; for the candidate alone', async () => {
  const candidate = await aCandidate(platform);
  await save(candidate, { words: 'vitrailliste' });
  for (const at of [1, 2, 3]) {
    platform.travelTo(`2026-09-02T1${at}:00:00Z`);
    await anOffer(platform, owner, { title: `Vitrailliste ${at}` });
    await found();
  }
  expect(await titles(candidate)).toEqual(['Vitrailliste 3', 'Vitrailliste 2', 'Vitrailliste 1']);
  const first = await alertsOf(candidate, { first: 2 });
  const rest = await alertsOf(candidate, { first: 2, after: first.pageInfo.endCursor });
  expect([...first.nodes, ...rest.nodes].map(({ title }: any) => title.at(-1))).toEqual(['3', '2', '1']);
  const visible = await aCandidate(platform, { visibleToCompanies: true });
  for (const field of ['savedSearches { id }', 'alerts { nodes { id } }', 'alertSetting { minScore }']) {
    const { errors } = await platform.send(
      `query ($id: ID!) { node(id: $id) { ... on Candidate { ${field} } } }`,
      { id: visible.id },
      { token: owner.token },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  for (const mutation of ['markAlertsSeen { __typename }', 'saveSearch(name: "x") { __typename }']) {
    const { errors } = await platform.send(`mutation { ${mutation} }`);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  }
});

test('a deleted search takes its unseen alerts with it, and leaves those that were seen or have another reason', async () => {
  const candidate = await aCandidate(platform);
  const one = await save(candidate, { name: 'Un', words: 'relieur' });
  await anOffer(platform, owner, { title: 'Relieur vu' });
  await found();
  await markSeen(candidate);
  const two = await save(candidate, { name: 'Deux', words: 'relieur doreur' });
  await anOffer(platform, owner, { title: 'Relieur doreur' });
  await anOffer(platform, owner, { title: 'Relieur' });
  await found();
  expect(await titles(candidate)).toHaveLength(3);
  await platform.ask(DELETE, { id: one.id }, candidate);
  const { nodes } = await alertsOf(candidate);
  expect(nodes.map(({ title, savedSearches }: any) => [title, savedSearches.map(({ id }: any) => id)]).sort()).toEqual([
    ['Relieur doreur', [two.id]],
    ['Relieur vu', []],
  ]);
  await anOffer(platform, owner, { title: 'Relieur de plus' });
  await found();
  expect(await titles(candidate)).toHaveLength(2);
});

test('who is erased is told nothing more, and nothing of what they looked for remains', async () => {
  const candidate = await aCandidate(platform);
  await save(candidate, { name: 'Canarinom', words: 'canarimot ébéniste' });
  await save(candidate, { words: 'ébéniste' });
  await setProfileAlerts(candidate, true, 1);
  await anOffer(platform, owner, { title: 'Ébéniste' });
  await found();
  const rows = async (): Promise<number[]> => {
    const counts = ['saved_search', 'alert', 'alert_setting'].map((table) =>
      platform.db.query(`SELECT count(*)::int AS count FROM ${table} WHERE candidate_id = $1`, [candidate.id]),
    );
    return (await Promise.all(counts)).map(([{ count }]) => count);
  };
  expect(await rows()).toEqual([2, 1, 1]);
  await anOffer(platform, owner, { title: 'Ébéniste encore' });
  const ERASE = 'mutation ($password: String!) { eraseMyAccount(password: $password) { __typename } }';
  expect(await platform.ask(ERASE, { password }, candidate)).toEqual({ eraseMyAccount: { __typename: 'Erased' } });
  await found();
  expect(await rows()).toEqual([0, 0, 0]);
});
