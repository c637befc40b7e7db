import { IndexWorker } from '../../src/indexing/index-worker.js';
import { Platform } from '../support/platform.js';
import { anOfferInput, postOffer, registerCompany, saveProfile, signUp, skillCodes } from '../support/people.js';

/** The main job, end to end: posted, stored, indexed, found, matched both ways, applied to, closed. */
let platform: Platform;
let company: { token: string; id: string };
let candidate: { token: string };
let offerId: string;
let skills: string[];

beforeAll(async () => {
  platform = await Platform.start('main_job');
  await platform.app.get(IndexWorker).start();
});

afterAll(() => platform.stop());

const SEARCH = `query ($words: String, $filter: OfferFilter) {
  searchOffers(words: $words, filter: $filter) { totalCount widenedToKm edges { distanceKm matchedWords node { id title } } } }`;

const search = (words: string | null, filter: object) =>
  platform.ask(SEARCH, { words, filter }).then(({ searchOffers }) => searchOffers);

/** Asks again until the answer suits, for at most two seconds, as the promise is. */
async function within2Seconds(holds: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 2_000;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error('not within two seconds');
  }
}

test('a company signs up and registers in Oyonnax', async () => {
  const { token } = await signUp(platform, 'COMPANY_MEMBER');
  const registered = await registerCompany(platform, token, {
    siret: '552 100 554 00013',
    name: 'Moules et Outillages Bugey',
  });
  expect(registered).toMatchObject({ __typename: 'Company', siret: '55210055400013', commune: { code: '01283' } });
  company = { token, id: registered.id };
});

test('it posts an offer with three required skills, searchable within two seconds', async () => {
  skills = await skillCodes(platform, 'AMDEC', 'ISO 9001', 'Audit qualité');
  expect(new Set(skills).size).toBe(3);
  const input = anOfferInput({ companyId: company.id, requiredSkillCodes: skills, startsOn: undefined });
  const offer = await postOffer(platform, company.token, input);
  expect(offer).toMatchObject({ __typename: 'Offer', status: 'OPEN' });
  offerId = offer.id;
  const near = { places: [{ commune: { code: '01283', radiusKm: 30 } }] };
  await within2Seconds(async () => (await search('ingenieur qualité', near)).totalCount === 1);
});

test('found by words and radius with its distance, by territory, by department; not around Brest', async () => {
  const near = { places: [{ commune: { code: '01283', radiusKm: 30 } }] };
  const { edges } = await search('ingenieur qualité', near);
  expect(edges).toEqual([
    {
      distanceKm: 0,
      matchedWords: expect.arrayContaining(['qualité']),
      node: { id: offerId, title: expect.any(String) },
    },
  ]);
  const { commune } = await platform.ask('{ commune(code: "01283") { territories { id } } }');
  const [territory] = commune.territories;
  for (const place of [{ territoryId: territory.id }, { departmentCode: '01' }, { regionCode: '84' }]) {
    expect(await search('ingenieur qualité', { places: [place] })).toMatchObject({ totalCount: 1 });
  }
  const brest = await search('ingenieur qualité', { places: [{ commune: { code: '29019', radiusKm: 30 } }] });
  expect(brest).toEqual({ totalCount: 0, widenedToKm: null, edges: [] });
});

test('matched both ways with the same score, two skills matched and one missing', async () => {
  const { token } = await signUp(platform, 'CANDIDATE');
  candidate = { token };
  await saveProfile(platform, token, {
    firstName: 'Lina',
    lastName: 'Martin',
    skills: [{ code: skills[0] }, { code: skills[1], level: 'MASTERED' }],
    places: [{ commune: { code: '01053', radiusKm: 60 } }],
    studyLevel: 'BAC_5',
    visibleToCompanies: true,
  });
  const MATCH = `match { scored score scoringVersion distanceKm parts { criterion points pointsPossible explanation }
    matchedSkills { code } missingSkills { code } relatedSkills { closeness } }`;
  const { viewer } = await platform.ask(
    `{ viewer { candidate { id matchingOffers { totalCount edges { node { id } ${MATCH} } } } } }`,
    {},
    { token },
  );
  const { totalCount, edges } = viewer.candidate.matchingOffers;
  expect(totalCount).toBe(1);
  const { match } = edges[0];
  expect(edges[0].node.id).toBe(offerId);
  expect(match.matchedSkills.map((skill: any) => skill.code).sort()).toEqual(skills.slice(0, 2).sort());
  expect(match.missingSkills.map((skill: any) => skill.code)).toEqual([skills[2]]);
  expect(match.score).toBeGreaterThan(40);
  const sum = match.parts.reduce((total: number, part: any) => total + part.points, 0);
  expect(sum).toBeCloseTo(match.score, 6);
  const skillsPart = match.parts.find((part: any) => part.criterion === 'SKILLS');
  expect(skillsPart.explanation).toContain('2 des 3 compétences demandées');

  const { offer } = await platform.ask(
    `query ($id: ID!) { offer(id: $id) { matchingCandidates { totalCount edges { node { id firstName profile { lastName } } ${MATCH} } } } }`,
    { id: offerId },
    { token: company.token },
  );
  expect(offer.matchingCandidates.totalCount).toBe(1);
  const [edge] = offer.matchingCandidates.edges;
  expect(edge.node).toEqual({ id: viewer.candidate.id, firstName: null, profile: null });
  // The same numbers; the company reads the reasons without the candidate's own places and days.
  const numbers = (read: any) => ({
    ...read,
    distanceKm: null,
    parts: read.parts.map((part: any) => ({ ...part, explanation: null })),
  });
  expect(numbers(edge.match)).toEqual(numbers(match));
  const distance = edge.match.parts.find((part: any) => part.criterion === 'DISTANCE');
  expect(distance.explanation).not.toContain('Bourg-en-Bresse');
});

test('applying twice gives one application and a typed refusal', async () => {
  const APPLY = `mutation ($id: ID!) { applyToOffer(offerId: $id, message: "Bonjour, votre atelier m’intéresse.") { __typename
    ... on Application { id status answerDueOn offer { id } } ... on AlreadyApplied { message application { id } } } }`;
  const [one, other] = await Promise.all([
    platform.ask(APPLY, { id: offerId }, candidate),
    platform.ask(APPLY, { id: offerId }, candidate),
  ]);
  const answers = [one.applyToOffer, other.applyToOffer];
  const made = answers.find(({ __typename }) => __typename === 'Application');
  const refused = answers.find(({ __typename }) => __typename === 'AlreadyApplied');
  expect(made).toMatchObject({ status: 'SENT', offer: { id: offerId } });
  expect(refused).toMatchObject({ message: expect.stringContaining('déjà'), application: { id: made.id } });
  expect(await platform.db.query('SELECT count(*)::int AS count FROM application')).toEqual([{ count: 1 }]);
});

test('closed: gone at once for strangers, and from search and matches within two seconds', async () => {
  const CLOSE = 'mutation ($id: ID!) { closeOffer(id: $id) { __typename ... on Offer { status } } }';
  expect(await platform.ask(CLOSE, { id: offerId }, company)).toEqual({
    closeOffer: { __typename: 'Offer', status: 'CLOSED' },
  });
  const READ = 'query ($id: ID!) { offer(id: $id) { status } node(id: $id) { id } }';
  expect(await platform.ask(READ, { id: offerId })).toEqual({ offer: null, node: null });
  expect(await platform.ask(READ, { id: offerId }, company)).toMatchObject({ offer: { status: 'CLOSED' } });
  await within2Seconds(async () => (await search(null, {})).totalCount === 0);
  const { viewer } = await platform.ask('{ viewer { candidate { matchingOffers { totalCount } } } }', {}, candidate);
  expect(viewer.candidate.matchingOffers.totalCount).toBe(0);
});
