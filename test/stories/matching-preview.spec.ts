import { MatchLog } from '../../src/matchlog/match-log.js';
import { QueryLog } from '../../src/searchlog/query-log.js';
import { aCandidate, anOffer, anOwner, saveProfile, skillCodes } from '../support/people.js';
import { Platform } from '../support/platform.js';

/** Matches for someone without an account. */
let platform: Platform;
let skills: string[];
let near: string;
let far: string;

const MATCH = `match { scored score explanation distanceKm parts { criterion points pointsPossible explanation }
  matchedSkills { code } missingSkills { code } relatedSkills { asked { code } closeness reason }
  advice { kind skill { code } gain explanation } }`;
const PAGE = `scored explanation totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id title } ${MATCH} }`;
const PREVIEW = `query ($profile: PreviewProfileInput!, $filter: OfferFilter, $first: Int, $after: String) {
  previewMatches(profile: $profile, filter: $filter, first: $first, after: $after) { __typename
    ... on OfferMatchConnection { ${PAGE} }
    ... on InvalidInput { message problems { path message } } } }`;
const OFFERS = `{ viewer { candidate { matchingOffers { ${PAGE} } } } }`;

const preview = async (profile: object, args: object = {}, language = 'fr'): Promise<any> =>
  (await platform.ask(PREVIEW, { profile, ...args }, { language })).previewMatches;
const ids = (page: any): string[] => page.edges.map(({ node }: any) => node.id);

beforeAll(async () => {
  platform = await Platform.start('matching_preview');
  platform.travelTo('2026-09-01T10:00:00Z');
  const owner = await anOwner(platform);
  skills = await skillCodes(platform, 'ISO 9001', 'AMDEC', 'Audit interne');
  const asks = { requiredSkillCodes: skills };
  near = (await anOffer(platform, owner, asks)).id;
  far = (await anOffer(platform, owner, { ...asks, sites: [{ communeCode: '01053' }] })).id;
  await anOffer(platform, owner, { ...asks, sites: [{ communeCode: '29019' }] });
}, 60_000);
afterAll(() => platform.stop());

const around = [{ commune: { code: '01283', radiusKm: 100 } }];
const profileOf = (): object => ({
  skills: [{ code: skills[0] }, { code: skills[1], level: 'NOTION' }],
  places: around,
  studyLevel: 'BAC_5',
  contractTypes: ['CDI'],
});

/** How many rows every table has. */
async function counts(): Promise<Record<string, number>> {
  const tables = await platform.db.query<{ name: string }[]>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  const counted: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await platform.db.query<[{ count: number }]>(`SELECT count(*)::int AS count FROM ${name}`);
    counted[name] = row.count;
  }
  return counted;
}

test('ranked and explained as for a candidate with that profile, in both languages', async () => {
  const candidate = await aCandidate(platform, profileOf());
  for (const language of ['fr', 'en']) {
    const { __typename, ...page } = await preview(profileOf(), {}, language);
    const { viewer } = await platform.ask(OFFERS, {}, { ...candidate, language });
    expect([__typename, ids(page)]).toEqual(['OfferMatchConnection', [near, far]]);
    expect(page).toEqual(viewer.candidate.matchingOffers);
    const [{ match }] = page.edges;
    expect(match.parts[0].explanation).toContain(language === 'fr' ? 'compétences demandées' : 'skills asked for');
    expect(match.advice[0].explanation).toMatch(language === 'fr' ? /^Apprendre .*\u00a0: \+/ : /^Learn .*: \+/);
  }
});

test('what would raise the score does, by as much', async () => {
  const profile = { ...profileOf(), skills: [{ code: skills[0] }, { code: skills[1], level: 'NOTION' }] };
  const before = (await preview(profile)).edges[0].match;
  expect(before.advice.map(({ kind, skill }: any) => [kind, skill.code])).toEqual([
    ['LEARN', skills[2]],
    ['DEEPEN', skills[1]],
    ['DEEPEN', skills[0]],
  ]);
  for (const { skill, gain } of before.advice) {
    const held = new Map(profile.skills.map((one) => [one.code, one]));
    held.set(skill.code, { code: skill.code, level: skill.code === skills[0] ? 'MASTERED' : 'PRACTISED' });
    const after = (await preview({ ...profile, skills: [...held.values()] })).edges[0].match;
    expect(after.score - before.score).toBeCloseTo(gain, 6);
  }
});

test('nothing is stored, by anyone', async () => {
  const candidate = await aCandidate(platform, profileOf());
  const settled = () => Promise.all([platform.app.get(MatchLog).flush(), platform.app.get(QueryLog).flush()]);
  await settled();
  const before = await counts();
  expect(Object.keys(before).length).toBeGreaterThan(20);
  await preview(profileOf());
  await preview({});
  await preview({ skills: [{ code: 'no-such-skill' }] });
  await platform.ask(PREVIEW, { profile: profileOf() }, candidate);
  await settled();
  expect(await counts()).toEqual(before);
});

test('a profile that says nothing: everything open, without scores, said so', async () => {
  const page = await preview({});
  expect(page).toMatchObject({ totalCount: 3, scored: false });
  expect(page.explanation).toContain('aucune compétence');
  expect(page.explanation).not.toContain('d’abord');
  const somewhere = await preview({ places: around });
  expect(somewhere.explanation).toContain('la plus proche vient d’abord');
  expect(somewhere.edges[0].match.explanation).not.toContain('d’abord');
  expect((await preview({}, {}, 'en')).explanation).toContain('names no skill');
  expect(page.edges.every(({ match }: any) => !match.scored && match.advice.length === 0)).toBe(true);
  expect(await preview(profileOf())).toMatchObject({ scored: true, explanation: null });
});

test('gates and filters hold; pages put together are the whole', async () => {
  expect(ids(await preview({ ...profileOf(), contractTypes: ['CDD'] }))).toEqual([]);
  expect(ids(await preview(profileOf(), { filter: { places: [{ commune: { code: '01053' } }] } }))).toEqual([far]);
  const first = await preview(profileOf(), { first: 1 });
  const second = await preview(profileOf(), { first: 1, after: first.pageInfo.endCursor });
  expect([...ids(first), ...ids(second), second.pageInfo.hasNextPage]).toEqual([near, far, false]);
});

test('the rules of a profile that is saved, every problem with its path', async () => {
  const wrong = {
    skills: [{ code: 'no-such-skill' }],
    places: [{ commune: { code: '99999' } }],
    occupationCodes: ['H1502', 'x'],
    diplomaOn: '1900-01-01',
    availableFrom: '2040-01-01',
    salaryAtLeast: -1,
  };
  const candidate = await aCandidate(platform);
  const saved = await saveProfile(platform, candidate.token, wrong);
  const refused = await preview(wrong);
  expect(refused).toEqual({ ...saved, __typename: 'InvalidInput' });
  expect(refused.problems.map(({ path }: any) => path.join('.'))).toEqual(
    expect.arrayContaining(['skills.0.code', 'occupationCodes.1', 'diplomaOn', 'availableFrom', 'salaryAtLeast']),
  );
  for (const args of [{ first: 101 }, { after: 'x' }, { filter: { places: [{ regionCode: 'x' }] } }]) {
    const { errors } = await platform.send(PREVIEW, { profile: {}, ...args });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});

test('it knows all that matching looks at, and nothing of who one is', async () => {
  const INPUTS = `{ preview: __type(name: "PreviewProfileInput") { inputFields { name type { kind name ofType { kind name } } } }
    saved: __type(name: "CandidateProfileInput") { inputFields { name type { kind name ofType { kind name } } } } }`;
  const { preview: ours, saved } = await platform.ask(INPUTS);
  const personal = ['firstName', 'lastName', 'school', 'visibleToCompanies'];
  expect(ours.inputFields).toEqual(saved.inputFields.filter(({ name }: any) => !personal.includes(name)));
});
