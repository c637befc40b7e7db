import {
  aCandidate,
  aMember,
  anAdministrator,
  anOffer,
  anOfferInput,
  anOwner,
  applyTo,
  moveOffer,
  postOffer,
  registerCompany,
  saveProfile,
  signUp,
  skillCodes,
} from '../support/people.js';
import { Platform } from '../support/platform.js';

/** One offer and one candidate: why not, and how well. */
let platform: Platform;
let owner: { token: string; companyId: string };
let stranger: { token: string; companyId: string };
let skills: string[];
let offerId: string;

const GATES = 'passes gates { gate passed explanation }';
const MATCH = 'match { score parts { explanation } advice { gain } }';
const WHY_NOT = `query ($offerId: ID!) { whyNot(offerId: $offerId) { ${GATES} ${MATCH} } }`;
const BETWEEN = `query ($offerId: ID!, $candidateId: ID!) {
  matchBetween(offerId: $offerId, candidateId: $candidateId) { ${GATES} ${MATCH} } }`;

const whyNot = async (who: { token: string }, id = offerId, language = 'fr'): Promise<any> =>
  (await platform.ask(WHY_NOT, { offerId: id }, { ...who, language })).whyNot;
const between = async (who: { token?: string }, candidateId: string, id = offerId): Promise<any> =>
  (await platform.ask(BETWEEN, { offerId: id, candidateId }, who)).matchBetween;
const failedOf = (told: any): string[] =>
  told.gates.filter(({ passed }: any) => !passed).map(({ gate }: any) => gate as string);

const FITS = {
  places: [{ commune: { code: '01283', radiusKm: 30 } }],
  studyLevel: 'BAC_5',
  contractTypes: ['CDI'],
  diplomaOn: '2026-06-30',
  availableFrom: '2026-09-01',
};

beforeAll(async () => {
  platform = await Platform.start('matching_pair');
  platform.travelTo('2026-09-01T10:00:00Z');
  owner = await anOwner(platform);
  stranger = await anOwner(platform, { communeCode: '29019' });
  skills = await skillCodes(platform, 'ISO 9001', 'AMDEC');
  const asks = { requiredSkillCodes: skills, studyLevel: 'BAC_3', startsOn: '2026-10-01' };
  offerId = (await anOffer(platform, owner, asks)).id;
}, 60_000);
afterAll(() => platform.stop());

const aFit = (differs: object = {}) => aCandidate(platform, { ...FITS, skills: [{ code: skills[0] }], ...differs });

describe('why not', () => {
  test('everything passes: said of every gate, with the match', async () => {
    const candidate = await aFit();
    const told = await whyNot(candidate);
    expect(told.gates.map(({ gate }: any) => gate)).toEqual([
      'OPEN',
      'CONTRACT',
      'PLACE',
      'STUDY_LEVEL',
      'VTE',
      'AVAILABILITY',
    ]);
    expect([told.passes, failedOf(told), told.match.score > 0]).toEqual([true, [], true]);
    expect(told.gates.every(({ explanation }: any) => explanation.endsWith('.'))).toBe(true);
  });

  test.each([
    ['CONTRACT', { contractTypes: ['APPRENTICESHIP'] }, 'n’est pas parmi ceux', 'not among those'],
    ['PLACE', { places: [{ departmentCode: '29' }] }, 'Aucun lieu de travail', 'No workplace'],
    ['STUDY_LEVEL', { studyLevel: 'BAC' }, 'Niveau demandé', 'The level asked for'],
    ['VTE', { diplomaOn: '2020-06-30' }, '30 juin 2020', '30 June 2020'],
    ['AVAILABILITY', { availableFrom: '2027-09-01' }, '335 jours avant', '335 days before'],
  ])('%s alone fails, and the offer is not among the matches', async (gate, differs, fr, en) => {
    const candidate = await aFit(differs);
    for (const [language, words] of [
      ['fr', fr],
      ['en', en],
    ] as const) {
      const told = await whyNot(candidate, offerId, language);
      expect([told.passes, failedOf(told), told.match]).toEqual([false, [gate], null]);
      expect(told.gates.find((one: any) => one.gate === gate).explanation).toContain(words);
    }
    const { viewer } = await platform.ask('{ viewer { candidate { matchingOffers { totalCount } } } }', {}, candidate);
    expect(viewer.candidate.matchingOffers.totalCount).toBe(0);
  });

  test.each(['pauseOffer', 'fillOffer', 'closeOffer'])('after %s: not open, and nothing more', async (act) => {
    const candidate = await aFit();
    const { id } = await anOffer(platform, owner);
    await moveOffer(platform, owner.token, act, id);
    const told = await whyNot(candidate, id);
    expect(told).toMatchObject({ passes: false, match: null, gates: [{ gate: 'OPEN', passed: false }] });
    expect(told.gates).toHaveLength(1);
  });

  test('an offer whose last day has passed is not open', async () => {
    const candidate = await aFit();
    const { id } = await anOffer(platform, owner, { expiresOn: '2026-09-02' });
    platform.travelTo('2026-09-03T10:00:00Z');
    expect(failedOf(await whyNot(candidate, id))).toEqual(['OPEN']);
    platform.travelTo('2026-09-01T10:00:00Z');
  });

  test('what was never public looks like what does not exist', async () => {
    const candidate = await aFit();
    const draft = await postOffer(platform, owner.token, anOfferInput({ companyId: owner.companyId, publish: false }));
    expect(await whyNot(candidate, draft.id)).toBeNull();
    await moveOffer(platform, owner.token, 'closeOffer', draft.id);
    expect(await whyNot(candidate, draft.id)).toBeNull();
    expect(await whyNot(candidate, crypto.randomUUID())).toBeNull();
    expect(await whyNot(candidate, 'x')).toBeNull();
  });

  test('for candidates alone', async () => {
    const codeOf = async (who: object): Promise<string> =>
      (await platform.send(WHY_NOT, { offerId }, who)).errors![0].extensions.code;
    expect(await codeOf({})).toBe('UNAUTHENTICATED');
    expect(await codeOf(owner)).toBe('FORBIDDEN');
    expect(await codeOf(await anAdministrator(platform))).toBe('FORBIDDEN');
  });

  test('a profile without skills passes the gates without a score', async () => {
    const candidate = await aCandidate(platform, FITS);
    const told = await whyNot(candidate);
    expect(told).toMatchObject({ passes: true, match: { score: 0, parts: [], advice: [] } });
  });

  test('a candidate who has no profile yet', async () => {
    expect(await whyNot(await signUp(platform, 'CANDIDATE'))).toMatchObject({ passes: true });
  });
});

const PART = '{ criterion points pointsPossible explanation }';
const READ = `query ($offerId: ID!, $candidateId: ID!) { matchBetween(offerId: $offerId, candidateId: $candidateId) {
  ${GATES} match { score distanceKm parts ${PART} } } }`;
const reads = async (who: { token: string }, candidateId: string, id = offerId): Promise<any> =>
  (await platform.ask(READ, { offerId: id, candidateId }, who)).matchBetween;

describe('match between', () => {
  test('both read the same numbers; the company reads no figure of the candidate’s own', async () => {
    const wishes = { salaryAtLeast: 33_333, remoteWork: ['PARTIAL'], contractTypes: ['CDI', 'CDD'] };
    const candidate = await aFit({ visibleToCompanies: true, ...wishes, availableFrom: '2026-10-17' });
    const paid = await anOffer(platform, owner, {
      ...{ requiredSkillCodes: skills, startsOn: '2026-10-01', sites: [{ communeCode: '01053' }] },
      ...{ salaryMin: 30_000, salaryMax: 36_000 },
    });
    const theirs = await reads(candidate, candidate.id, paid.id);
    const ours = await reads(owner, candidate.id, paid.id);
    const numbers = ({ passes, match: { score, parts } }: any) => [
      passes,
      score,
      parts.map(({ criterion, points, pointsPossible }: any) => [criterion, points, pointsPossible]),
    ];
    expect(numbers(ours)).toEqual(numbers(theirs));
    const own = /30 juin|17 octobre|33.333|partiel|Oyonnax|CDD|jours/;
    expect(JSON.stringify(theirs)).toMatch(own);
    expect(JSON.stringify(ours)).not.toMatch(own);
    expect(theirs.match.distanceKm).toBeGreaterThan(20);
    expect(ours.match.distanceKm).toBe(50);
    const said = ours.match.parts.map(({ explanation }: any) => explanation).join(' ');
    for (const words of ['convient en partie', 'après la date de début', 'n’est pas souhaité'])
      expect(said).toContain(words);
    const old = await aFit({ visibleToCompanies: true, diplomaOn: '2020-06-30' });
    const told = await reads(owner, old.id);
    expect([told.passes, failedOf(told)]).toEqual([false, ['VTE']]);
    expect(JSON.stringify(told)).not.toContain('2020');
  });

  test('a failed gate is told beside the score', async () => {
    const candidate = await aFit({ visibleToCompanies: true, places: [{ departmentCode: '29' }] });
    const told = await between(owner, candidate.id);
    expect([told.passes, failedOf(told), told.match.score > 0]).toEqual([false, ['PLACE'], true]);
  });

  test('any member of the company may ask, of an open offer only', async () => {
    const candidate = await aFit({ visibleToCompanies: true });
    const reader = await aMember(platform, owner.companyId, 'reader');
    expect(await between(reader, candidate.id)).toMatchObject({ passes: true });
    const draft = await postOffer(platform, owner.token, anOfferInput({ companyId: owner.companyId, publish: false }));
    for (const who of [owner, reader, candidate]) expect(await between(who, candidate.id, draft.id)).toBeNull();
    const paused = await anOffer(platform, owner);
    await moveOffer(platform, owner.token, 'pauseOffer', paused.id);
    expect(await between(owner, candidate.id, paused.id)).toBeNull();
  });

  test('a company declined for good, or to which one is not visible, whatever one is to another of its members', async () => {
    const candidate = await aFit({ visibleToCompanies: true });
    const both = await aMember(platform, owner.companyId);
    const other = await registerCompany(platform, both.token);
    const { id: elsewhere } = await anOffer(platform, { token: both.token, companyId: other.id });
    await platform.db.query('INSERT INTO declined_company VALUES ($1, $2, now())', [candidate.id, owner.companyId]);
    expect(await between(both, candidate.id)).toBeNull();
    expect(await between(both, candidate.id, elsewhere)).not.toBeNull();
    const hidden = await aFit();
    await applyTo(platform, hidden.token, elsewhere);
    expect(await between(both, hidden.id)).toBeNull();
    expect(await between(both, hidden.id, elsewhere)).not.toBeNull();
  });

  test('to everyone else it is as if it did not exist', async () => {
    const [shown, hidden, other] = [await aFit({ visibleToCompanies: true }), await aFit(), await aFit()];
    const administrator = await anAdministrator(platform);
    for (const who of [{}, stranger, other, administrator]) expect(await between(who, shown.id)).toBeNull();
    expect(await between(owner, hidden.id)).toBeNull();
    expect(await between(hidden, hidden.id)).not.toBeNull();
    expect(await between(owner, crypto.randomUUID())).toBeNull();
    expect(await between(owner, shown.id, crypto.randomUUID())).toBeNull();
    expect(await between(owner, 'x', 'y')).toBeNull();
    expect(await between(shown, shown.id, 'y')).toBeNull();
    await saveProfile(platform, shown.token, { visibleToCompanies: false });
    expect(await between(owner, shown.id)).toBeNull();
  });
});
