import { aCandidate, anAdministrator, anOffer, anOwner, saveProfile, signUp, skillCodes } from '../support/people.js';
import { Platform } from '../support/platform.js';

/** Matching both ways, as a candidate and a company meet it. */
let platform: Platform;
let owner: { token: string; companyId: string };
let stranger: { token: string; companyId: string };
let skills: string[];
let near: string;
let far: string;

const PROFILE = {
  places: [{ commune: { code: '01283', radiusKm: 100 } }],
  studyLevel: 'BAC_5',
  visibleToCompanies: true,
};

const MATCH = `match { scored score explanation distanceKm scoringVersion
  parts { criterion points pointsPossible explanation } matchedSkills { code } missingSkills { code }
  relatedSkills { asked { code } has { code } closeness } }`;
const OFFERS = `query ($filter: OfferFilter, $first: Int, $after: String) { viewer { candidate { id
  matchingOffers(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { id title } ${MATCH} } } } } }`;
const CANDIDATES = `query ($id: ID!, $first: Int, $after: String) { offer(id: $id) {
  matchingCandidates(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { id firstName profile { lastName } } ${MATCH} } } } }`;

const offersFor = async (who: { token: string }, args: object = {}, language = 'fr'): Promise<any> =>
  (await platform.ask(OFFERS, args, { ...who, language })).viewer.candidate.matchingOffers;
const candidatesFor = async (
  id: string,
  args: object = {},
  who: { token: string } = owner,
  language = 'fr',
): Promise<any> => (await platform.ask(CANDIDATES, { id, ...args }, { ...who, language })).offer.matchingCandidates;
const ids = (list: any): string[] => list.edges.map(({ node }: any) => node.id);

/** A match save what companies read more discreetly than the candidate. */
const numbers = (match: any): any => ({
  ...match,
  distanceKm: null,
  parts: match.parts.map((part: any) => ({ ...part, explanation: null })),
});
const partOf = (match: any, criterion: string): any => match.parts.find((part: any) => part.criterion === criterion);

beforeAll(async () => {
  platform = await Platform.start('matching_story');
  owner = await anOwner(platform);
  stranger = await anOwner(platform, { communeCode: '29019' });
  skills = await skillCodes(platform, 'ISO 9001', 'AMDEC', 'Audit interne');
  near = (await anOffer(platform, owner, { requiredSkillCodes: skills, title: 'Qualité à Oyonnax' })).id;
  far = (
    await anOffer(platform, owner, {
      requiredSkillCodes: skills,
      sites: [{ communeCode: '01053' }],
      title: 'Qualité à Bourg',
    })
  ).id;
  await anOffer(platform, stranger, { sites: [{ communeCode: '29019' }], title: 'Qualité à Brest' });
}, 60_000);
afterAll(() => platform.stop());

test('without the search engine in the path: a match needs no index', async () => {
  const candidate = await aCandidate(platform, { ...PROFILE, skills: [{ code: skills[0] }] });
  const offers = await offersFor(candidate);
  expect([offers.totalCount, ids(offers)]).toEqual([2, [near, far]]);
});

test('the same numbers from both sides, in French and in English', async () => {
  const candidate = await aCandidate(platform, {
    ...PROFILE,
    skills: [{ code: skills[0] }, { code: skills[1], level: 'MASTERED' }],
  });
  for (const language of ['fr', 'en']) {
    const theirs = (await offersFor(candidate, {}, language)).edges.find(({ node }: any) => node.id === near);
    const ours = (await candidatesFor(near, {}, owner, language)).edges.find(
      ({ node }: any) => node.id === candidate.id,
    );
    expect(numbers(ours.match)).toEqual(numbers(theirs.match));
    expect(partOf(ours.match, 'SKILLS')).toEqual(partOf(theirs.match, 'SKILLS'));
    expect([theirs.match.distanceKm, ours.match.distanceKm]).toEqual([0, 10]);
    expect(partOf(ours.match, 'DISTANCE').explanation).toContain(language === 'fr' ? 'moins de 10' : 'under 10');
    const said = theirs.match.parts.map((part: any) => part.explanation).join(' ');
    expect(said).toContain(language === 'fr' ? '2 des 3 compétences demandées' : '2 of the 3 skills asked for');
    expect(theirs.match.parts.reduce((sum: number, part: any) => sum + part.points, 0)).toBeCloseTo(
      theirs.match.score,
      6,
    );
  }
});

test('who may ask: the candidate alone, and members of the offer’s company alone, not administrators', async () => {
  const codes = async (query: string, variables: object, who: object): Promise<string[]> =>
    ((await platform.send(query, variables, who)).errors ?? []).map(({ extensions }: any) => extensions.code);
  const candidate = await aCandidate(platform, { ...PROFILE, skills: [{ code: skills[0] }] });
  const CANDIDATE = 'query ($id: ID!) { node(id: $id) { ... on Candidate { matchingOffers { totalCount } } } }';
  expect(await codes(CANDIDATE, { id: candidate.id }, { token: owner.token })).toEqual(['FORBIDDEN']);
  expect(await codes(CANDIDATES, { id: near }, {})).toEqual(['UNAUTHENTICATED']);
  expect(await codes(CANDIDATES, { id: near }, { token: candidate.token })).toEqual(['FORBIDDEN']);
  expect(await codes(CANDIDATES, { id: near }, { token: stranger.token })).toEqual(['FORBIDDEN']);
  expect(await codes(CANDIDATES, { id: near }, await anAdministrator(platform))).toEqual(['FORBIDDEN']);
  expect(await codes(CANDIDATES, { id: near }, { token: owner.token })).toEqual([]);
  const SEARCHED = '{ searchOffers { nodes { matchingCandidates { totalCount edges { node { id } } } } } }';
  await platform.settled();
  expect(await codes(SEARCHED, {}, {})).toContain('UNAUTHENTICATED');
});

test('who does not want to be seen is not, and nobody’s name is told', async () => {
  const hidden = await aCandidate(platform, {
    ...PROFILE,
    lastName: 'Secret',
    visibleToCompanies: false,
    skills: [{ code: skills[0] }],
  });
  const shown = await aCandidate(platform, { ...PROFILE, lastName: 'Durand', skills: [{ code: skills[0] }] });
  const list = await candidatesFor(near, { first: 100 });
  expect(ids(list)).toContain(shown.id);
  expect(ids(list)).not.toContain(hidden.id);
  expect(list.totalCount).toBe(list.edges.length);
  expect(JSON.stringify(list)).not.toMatch(/Durand|Secret|example\.com/);
  expect((await offersFor(hidden)).totalCount).toBe(2);
  await saveProfile(platform, shown.token, { visibleToCompanies: false });
  expect(ids(await candidatesFor(near, { first: 100 }))).not.toContain(shown.id);
});

test('without skills: no score, said so, nearest first', async () => {
  const candidate = await aCandidate(platform, { ...PROFILE, places: [{ commune: { code: '01053', radiusKm: 60 } }] });
  const { edges, totalCount } = await offersFor(candidate);
  expect([totalCount, edges.map(({ node }: any) => node.id)]).toEqual([2, [far, near]]);
  expect(edges[0].match).toMatchObject({ scored: false, score: 0, parts: [], distanceKm: 0 });
  expect(edges[0].match.explanation).toContain('aucune compétence');
  expect((await offersFor(candidate, {}, 'en')).edges[0].match.explanation).toContain('names no skill');
});

test('a changed profile and a changed offer count in the next match', async () => {
  const candidate = await aCandidate(platform, { ...PROFILE, skills: [{ code: skills[0] }] });
  const scoreOf = async (id: string) =>
    (await offersFor(candidate)).edges.find(({ node }: any) => node.id === id)?.match.score;
  const before = await scoreOf(near);
  await saveProfile(platform, candidate.token, { skills: skills.map((code) => ({ code, level: 'MASTERED' })) });
  const after = await scoreOf(near);
  expect(after).toBeGreaterThan(before);
  const REVISE =
    'mutation ($id: ID!, $changes: OfferChangesInput!) { reviseOffer(id: $id, changes: $changes) { __typename } }';
  const revise = async (changes: object) => {
    expect(await platform.ask(REVISE, { id: near, changes }, owner)).toEqual({ reviseOffer: { __typename: 'Offer' } });
  };
  await revise({ requiredSkillCodes: [...skills, '403110'] });
  expect(await scoreOf(near)).toBeLessThan(after);
  await revise({ studyLevel: 'DOCTORATE' });
  expect(await scoreOf(near)).toBeUndefined();
  await revise({ studyLevel: null, requiredSkillCodes: skills });
  expect(await scoreOf(near)).toBe(after);
});

test('a filter narrows the offers that are ranked; pages put together are the whole', async () => {
  const candidate = await aCandidate(platform, { ...PROFILE, skills: [{ code: skills[0] }] });
  expect(ids(await offersFor(candidate, { filter: { places: [{ commune: { code: '01053' } }] } }))).toEqual([far]);
  expect(ids(await offersFor(candidate, { filter: { contractTypes: ['CDD'] } }))).toEqual([]);
  const first = await offersFor(candidate, { first: 1 });
  const second = await offersFor(candidate, { first: 1, after: first.pageInfo.endCursor });
  expect([...ids(first), ...ids(second), second.pageInfo.hasNextPage]).toEqual([near, far, false]);
  for (const args of [{ first: 101 }, { first: -1 }, { after: 'x' }, { filter: { places: [{ regionCode: 'x' }] } }]) {
    const { errors } = await platform.send(OFFERS, args, candidate);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});

test('an account that has no profile yet', async () => {
  const nobody = await signUp(platform, 'CANDIDATE');
  const { viewer } = await platform.ask(OFFERS, {}, nobody);
  const list = viewer.candidate?.matchingOffers;
  if (list) expect(list.edges.every(({ match }: any) => !match.scored)).toBe(true);
});

test('how the company answers counts a little, and is read by both sides', async () => {
  const candidate = await aCandidate(platform, { ...PROFILE, skills: [{ code: skills[0] }] });
  await platform.db.query(
    `INSERT INTO company_responsiveness (company_id, answered, due, rate, median_days, computed_at)
     VALUES ($1, 9, 10, 90, 3, now())`,
    [owner.companyId],
  );
  const matchOf = (list: any, id: string) => list.edges.find(({ node }: any) => node.id === id).match;
  const theirs = matchOf(await offersFor(candidate), near);
  const part = theirs.parts.find(({ criterion }: any) => criterion === 'RESPONSIVENESS');
  expect([part.points, part.pointsPossible]).toEqual([2.7, 3]);
  expect(part.explanation).toContain('presque toutes');
  const ours = matchOf(await candidatesFor(near, { first: 100 }), candidate.id);
  expect(numbers(ours)).toEqual(numbers(theirs));
  expect(partOf(ours, 'RESPONSIVENESS')).toEqual(part);
  await platform.db.query('DELETE FROM company_responsiveness');
});

test('a company that a candidate declined for good does not find them', async () => {
  const candidate = await aCandidate(platform, { ...PROFILE, skills: [{ code: skills[0] }] });
  expect(ids(await candidatesFor(near, { first: 100 }))).toContain(candidate.id);
  await platform.db.query(
    'INSERT INTO declined_company (candidate_id, company_id, declined_at) VALUES ($1, $2, now())',
    [candidate.id, owner.companyId],
  );
  const list = await candidatesFor(near, { first: 100 });
  expect(ids(list)).not.toContain(candidate.id);
  expect(list.totalCount).toBe(list.edges.length);
});
