import { MatchLog } from '../../src/matchlog/match-log.js';
import { MatchLogKeeper } from '../../src/matchlog/match-log-keeper.js';
import { Lexicon } from '../../src/skills/lexicon.js';
import {
  aCandidate,
  aMember,
  anAdministrator,
  anOffer,
  anOwner,
  password,
  registerCompany,
  reviseOffer,
  saveProfile,
  skillCodes,
} from '../support/people.js';
import { Platform } from '../support/platform.js';

/** What was shown of an offer and a candidate, as either side reads it later. */
let platform: Platform;
let owner: { token: string; companyId: string };
let skills: string[];
let offerId: string;

const MATCH = `match { scored score explanation distanceKm scoringVersion parts { criterion points pointsPossible explanation }
  matchedSkills { code } missingSkills { code } relatedSkills { asked { code } has { code } closeness } }`;
const HISTORY = `query ($offerId: ID!, $candidateId: ID!, $first: Int, $after: String) {
  matchHistory(offerId: $offerId, candidateId: $candidateId, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { shownTo firstShownAt lastShownAt times scoringVersion ${MATCH} advice: match { advice { gain } } } } }`;
const OFFERS = `{ viewer { candidate { matchingOffers { totalCount edges { node { id } ${MATCH} } } } } }`;
const CANDIDATES = `query ($id: ID!) { offer(id: $id) { matchingCandidates { edges { node { id } ${MATCH} } } } }`;

type Who = { token?: string };

async function history(who: Who, candidateId: string, args: object = {}, language = 'fr'): Promise<any> {
  await platform.app.get(MatchLog).flush();
  const { matchHistory } = await platform.ask(HISTORY, { offerId, candidateId, ...args }, { ...who, language });
  return matchHistory;
}
const told = async (who: Who, candidateId: string, language = 'fr'): Promise<any[]> =>
  (await history(who, candidateId, {}, language)).nodes;

/** The candidate looks; what they are shown of the offer. */
async function looks(candidate: { token: string }, language = 'fr'): Promise<any> {
  const { viewer } = await platform.ask(OFFERS, {}, { ...candidate, language });
  return viewer.candidate.matchingOffers.edges.find(({ node }: any) => node.id === offerId)?.match;
}
/** Somebody looks for the company; what they are shown of the candidate. */
async function isLookedAt(candidateId: string, by: { token: string } = owner): Promise<any> {
  const { offer } = await platform.ask(CANDIDATES, { id: offerId }, by);
  return offer.matchingCandidates.edges.find(({ node }: any) => node.id === candidateId)?.match;
}

const aFit = (differs: object = {}) =>
  aCandidate(platform, {
    skills: [{ code: skills[0] }],
    places: [{ commune: { code: '01283', radiusKm: 30 } }],
    contractTypes: ['CDI'],
    visibleToCompanies: true,
    ...differs,
  });

beforeAll(async () => {
  platform = await Platform.start('matching_history');
  owner = await anOwner(platform);
  skills = await skillCodes(platform, 'ISO 9001', 'AMDEC', 'Audit interne');
  offerId = (await anOffer(platform, owner, { requiredSkillCodes: skills })).id;
}, 60_000);
beforeEach(() => {
  platform.travelTo('2026-09-01T10:00:00Z');
});
afterAll(() => platform.stop());

test('what changed since is shown as it was, in both languages', async () => {
  const candidate = await aFit();
  const [before, inEnglish] = [await looks(candidate), await looks(candidate, 'en')];
  platform.travelTo('2026-09-02T10:00:00Z');
  await saveProfile(platform, candidate.token, { skills: skills.map((code) => ({ code })), contractTypes: [] });
  const after = await looks(candidate);
  expect(after.score).toBeGreaterThan(before.score);
  await reviseOffer(platform, owner.token, offerId, {
    requiredSkillCodes: [skills[0]],
    sites: [{ communeCode: '01053' }],
  });
  const [label] = await platform.db.query<[{ fr: string }]>('SELECT label_fr AS fr FROM skill WHERE code = $1', [
    skills[1],
  ]);
  await platform.db.query(
    `UPDATE skill SET label_fr = 'Tout autre chose', label_en = 'Quite another' WHERE code = $1`,
    [skills[1]],
  );
  await platform.app.get(Lexicon).refresh();

  const french = await told(candidate, candidate.id);
  expect(french.map(({ match }) => match)).toEqual([after, before]);
  expect(JSON.stringify(french[1].match.parts)).toContain(label.fr);
  expect((await told(candidate, candidate.id, 'en'))[1].match).toEqual(inEnglish);
  expect(french[1]).toMatchObject({
    shownTo: 'CANDIDATE',
    times: 2,
    firstShownAt: '2026-09-01T10:00:00.000Z',
    lastShownAt: '2026-09-01T10:00:00.000Z',
    scoringVersion: before.scoringVersion,
    advice: { advice: [] },
  });
  await reviseOffer(platform, owner.token, offerId, { requiredSkillCodes: skills, sites: [{ communeCode: '01283' }] });
});

test('each side reads its own: the candidate all of it, the company what the company was shown', async () => {
  const candidate = await aFit();
  const colleague = await aMember(platform, owner.companyId, 'reader');
  const stranger = await anOwner(platform);
  const administrator = await anAdministrator(platform);
  const match = await looks(candidate);
  const discreet = await isLookedAt(candidate.id);
  expect([match.distanceKm, discreet.distanceKm, discreet.score]).toEqual([0, 10, match.score]);
  expect(await isLookedAt(candidate.id, colleague)).toEqual(discreet);
  const audiences = async (who: Who) => (await told(who, candidate.id)).map(({ shownTo }) => shownTo as string).sort();
  expect(await audiences(candidate)).toEqual(['CANDIDATE', 'COMPANY', 'COMPANY']);
  for (const entry of await told(owner, candidate.id)) expect(entry.match).toEqual(discreet);
  for (const entry of await told(candidate, candidate.id)) expect(entry.match).toEqual(match);
  expect(await audiences(owner)).toEqual(['COMPANY', 'COMPANY']);
  expect(await audiences(colleague)).toEqual(['COMPANY', 'COMPANY']);
  for (const who of [{}, stranger, administrator, await aFit()]) expect(await audiences(who)).toEqual([]);
  expect(await told(candidate, crypto.randomUUID())).toEqual([]);
  const { matchHistory } = await platform.ask(HISTORY, { offerId: 'x', candidateId: candidate.id }, candidate);
  expect(matchHistory.nodes).toEqual([]);
  await saveProfile(platform, candidate.token, { visibleToCompanies: false });
  expect(await audiences(owner)).toEqual([]);
  expect(await audiences(candidate)).toHaveLength(3);
});

test('a company declined for good reads nothing, whatever the candidate is to another company of its members', async () => {
  const candidate = await aFit();
  const both = await aMember(platform, owner.companyId);
  const other = await registerCompany(platform, both.token);
  await isLookedAt(candidate.id, both);
  expect(await told(both, candidate.id)).toHaveLength(1);
  await platform.db.query('INSERT INTO declined_company VALUES ($1, $2, now())', [candidate.id, owner.companyId]);
  expect(other.__typename).toBe('Company');
  expect(await told(both, candidate.id)).toEqual([]);
});

test('whoever asks of one pair is remembered too, and previews are not', async () => {
  const candidate = await aFit();
  await platform.ask('query ($id: ID!) { whyNot(offerId: $id) { passes } }', { id: offerId }, candidate);
  const BETWEEN =
    'query ($offerId: ID!, $candidateId: ID!) { matchBetween(offerId: $offerId, candidateId: $candidateId) { passes } }';
  await platform.ask(BETWEEN, { offerId, candidateId: candidate.id }, owner);
  await platform.ask(BETWEEN, { offerId, candidateId: candidate.id }, candidate);
  expect((await told(candidate, candidate.id)).map(({ shownTo, times }) => [shownTo, times]).sort()).toEqual([
    ['CANDIDATE', 2],
    ['COMPANY', 1],
  ]);
  const far = await aFit({ places: [{ departmentCode: '29' }] });
  await platform.ask('query ($id: ID!) { whyNot(offerId: $id) { passes } }', { id: offerId }, far);
  expect(await told(far, far.id)).toEqual([]);
});

test('who only counts was shown nothing', async () => {
  const candidate = await aFit();
  const { viewer } = await platform.ask('{ viewer { candidate { matchingOffers { totalCount } } } }', {}, candidate);
  expect(viewer.candidate.matchingOffers.totalCount).toBeGreaterThan(0);
  expect(await told(candidate, candidate.id)).toEqual([]);
});

test('without skills: that there was no score is remembered, and why', async () => {
  const candidate = await aFit({ skills: [] });
  const match = await looks(candidate);
  const [entry] = await told(candidate, candidate.id);
  expect(entry.match).toEqual(match);
  expect(entry.match).toMatchObject({ scored: false, score: 0, parts: [] });
  expect(entry.match.explanation).toContain('aucune compétence');
});

test('pages, last shown first', async () => {
  const candidate = await aFit();
  const scores: number[] = [];
  for (const [day, held] of [
    [2, 1],
    [3, 2],
    [4, 3],
  ] as const) {
    platform.travelTo(`2026-09-0${day}T10:00:00Z`);
    await saveProfile(platform, candidate.token, { skills: skills.slice(0, held).map((code) => ({ code })) });
    scores.unshift((await looks(candidate)).score);
  }
  const first = await history(candidate, candidate.id, { first: 2 });
  const rest = await history(candidate, candidate.id, { first: 2, after: first.pageInfo.endCursor });
  expect([...first.nodes, ...rest.nodes].map(({ match }: any) => match.score)).toEqual(scores);
  expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
  const { errors } = await platform.send(HISTORY, { offerId, candidateId: candidate.id, after: 'x' }, candidate);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('after 90 days it is over', async () => {
  const candidate = await aFit();
  await looks(candidate);
  const keeper = platform.app.get(MatchLogKeeper);
  await platform.app.get(MatchLog).flush();
  const forgetAt = async (moment: string) => {
    platform.travelTo(moment);
    await keeper.forget();
    platform.travelTo('2026-09-01T10:00:00Z');
  };
  await forgetAt('2026-11-30T09:00:00Z');
  expect(await told(candidate, candidate.id)).toHaveLength(1);
  await forgetAt('2026-11-30T11:00:00Z');
  expect(await told(candidate, candidate.id)).toEqual([]);
});

test('an erased candidate is gone from the history, and so is what a member was shown who left', async () => {
  const candidate = await aFit();
  const colleague = await aMember(platform, owner.companyId);
  await looks(candidate);
  await isLookedAt(candidate.id, colleague);
  expect(await told(candidate, candidate.id)).toHaveLength(2);
  const ERASE = 'mutation ($password: String!) { eraseMyAccount(password: $password) { __typename } }';
  await isLookedAt(candidate.id);
  await platform.ask(ERASE, { password }, colleague);
  expect(await told(owner, candidate.id)).toHaveLength(1);
  await looks(candidate);
  await platform.ask(ERASE, { password }, candidate);
  await platform.app.get(MatchLog).flush();
  expect(await platform.db.query('SELECT FROM match_log WHERE candidate_id = $1', [candidate.id])).toEqual([]);
  expect(await told(owner, candidate.id)).toEqual([]);
});
