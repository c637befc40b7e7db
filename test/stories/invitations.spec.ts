import { DeclinedCompanies } from '../../src/invitations/declined-companies.js';
import {
  anInvitingCompany,
  answer,
  findable,
  invite,
  mine,
  ofOffer,
  seen,
  undoDecline,
  withdraw,
  words,
} from '../invitations/inviting.js';
import {
  aCandidate,
  aMember,
  anAdministrator,
  anOffer,
  anOwner,
  applyTo,
  moveOffer,
  saveProfile,
  skillCodes,
} from '../support/people.js';
import { Platform } from '../support/platform.js';

/** Companies invite, candidates answer; who knows whom before and after. */
let platform: Platform;
let company: { token: string; companyId: string; offerId: string };
let other: { token: string; companyId: string; offerId: string };
let reader: { token: string };

beforeAll(async () => {
  platform = await Platform.start('invitations_story');
  platform.travelTo('2026-09-01T10:00:00Z');
  company = await anInvitingCompany(platform);
  other = await anInvitingCompany(platform);
  reader = await aMember(platform, company.companyId, 'reader');
}, 60_000);
beforeEach(() => {
  platform.travelTo('2026-09-01T10:00:00Z');
});
afterAll(() => platform.stop());

const MATCHING = `query ($id: ID!) { offer(id: $id) { matchingCandidates(first: 100) { edges { node { id firstName
  contact { lastName } } } } } }`;
const matching = async (who: { token: string }, offer: string, candidate: string): Promise<any> =>
  (await platform.ask(MATCHING, { id: offer }, who)).offer.matchingCandidates.edges
    .map(({ node }: any) => node)
    .find(({ id }: any) => id === candidate);
const codes = async (query: string, variables: object, who: object): Promise<string[]> =>
  ((await platform.send(query, variables, who)).errors ?? []).map(({ extensions }: any) => extensions.code);

test('invited and accepted: the company learns who it is, no other company does, and nothing is applied for', async () => {
  const candidate = await aCandidate(platform, { ...findable, firstName: 'Lina' });
  const unnamed = { id: candidate.id, firstName: null, contact: null };
  for (const who of [company, reader, other]) expect(await seen(platform, who, candidate.id)).toMatchObject(unnamed);
  expect(await matching(company, company.offerId, candidate.id)).toEqual(unnamed);

  const sent = await invite(platform, company, company.offerId, candidate.id);
  expect(sent).toEqual({
    __typename: 'Invitation',
    id: expect.any(String),
    status: 'SENT',
    message: words,
    sentAt: '2026-09-01T10:00:00.000Z',
    answeredAt: null,
    offer: { id: company.offerId },
    company: { id: company.companyId },
    candidate: unnamed,
  });
  expect(await seen(platform, company, candidate.id)).toMatchObject(unnamed);
  const [got] = (await mine(platform, candidate)).invitations;
  expect(got).toMatchObject({ id: sent.id, status: 'SENT', message: words, candidate: { firstName: 'Lina' } });

  platform.travelTo('2026-09-02T10:00:00Z');
  const accepted = await answer(platform, candidate, sent.id, true);
  expect(accepted).toMatchObject({ status: 'ACCEPTED', answeredAt: '2026-09-02T10:00:00.000Z' });
  const named = { firstName: 'Lina', contact: { firstName: 'Lina', lastName: 'Martin', email: expect.any(String) } };
  for (const who of [company, reader]) expect(await seen(platform, who, candidate.id)).toMatchObject(named);
  expect(await matching(company, company.offerId, candidate.id)).toMatchObject({
    firstName: 'Lina',
    contact: { lastName: 'Martin' },
  });
  expect(await seen(platform, other, candidate.id)).toMatchObject(unnamed);
  expect(await matching(other, other.offerId, candidate.id)).toEqual(unnamed);
  expect((await ofOffer(platform, company, company.offerId)).find(({ id }) => id === sent.id)).toMatchObject({
    status: 'ACCEPTED',
    candidate: { firstName: 'Lina', contact: { email: named.contact.email } },
  });
  expect(await platform.db.query('SELECT 1 FROM application WHERE candidate_id = $1', [candidate.id])).toEqual([]);
  expect(await applyTo(platform, candidate.token, company.offerId)).toMatchObject({ __typename: 'Application' });
  expect(await answer(platform, candidate, sent.id, true)).toEqual(accepted);
  expect(await answer(platform, candidate, sent.id, false)).toMatchObject({
    __typename: 'InvitationNotWaiting',
    status: 'ACCEPTED',
  });
});

test('who applied is known to that company alone, though nobody may find them', async () => {
  const candidate = await aCandidate(platform, { firstName: 'Noé', lastName: 'Caché' });
  for (const who of [company, other]) expect(await seen(platform, who, candidate.id)).toBeNull();
  const { id } = await applyTo(platform, candidate.token, company.offerId);
  const APPLICATION = `query ($id: ID!) { node(id: $id) { ... on Application { candidate { firstName contact { lastName } } } } }`;
  const { node } = await platform.ask(APPLICATION, { id }, company);
  expect(node.candidate).toEqual({ firstName: 'Noé', contact: { lastName: 'Caché' } });
  expect(await seen(platform, company, candidate.id)).toMatchObject({ firstName: 'Noé' });
  expect(await seen(platform, other, candidate.id)).toBeNull();
  const admin = await anAdministrator(platform);
  expect((await platform.ask(APPLICATION, { id }, admin)).node.candidate).toEqual(node.candidate);
  const noted = await platform.db.query('SELECT act FROM audit_entry WHERE object_id = $1', [candidate.id]);
  expect(noted.map(({ act }: { act: string }) => act)).toContain('candidate.identify');
});

test('declined: final for this offer, the company may invite to another and does not learn a name', async () => {
  const candidate = await aCandidate(platform, findable);
  const { id } = await invite(platform, company, company.offerId, candidate.id);
  const declined = await answer(platform, candidate, id, false);
  expect(declined).toMatchObject({ status: 'DECLINED', answeredAt: '2026-09-01T10:00:00.000Z' });
  expect(await answer(platform, candidate, id, false, null)).toEqual(declined);
  expect(await answer(platform, candidate, id, true)).toMatchObject({
    __typename: 'InvitationNotWaiting',
    status: 'DECLINED',
  });
  expect(await seen(platform, company, candidate.id)).toMatchObject({ firstName: null, contact: null });
  expect(await invite(platform, company, company.offerId, candidate.id)).toMatchObject({
    __typename: 'AlreadyInvited',
    invitation: { id },
  });
  const second = await anOffer(platform, company);
  expect(await invite(platform, company, second.id, candidate.id)).toMatchObject({ __typename: 'Invitation' });
});

test('declined once and for all: that company sees and invites no more, others do; one may change one’s mind', async () => {
  const candidate = await aCandidate(platform, findable);
  const second = await anOffer(platform, company);
  const third = await anOffer(platform, company);
  const { id } = await invite(platform, company, company.offerId, candidate.id);
  await invite(platform, company, second.id, candidate.id);
  const elsewhere = await invite(platform, other, other.offerId, candidate.id);
  expect(await answer(platform, candidate, id, true, true)).toMatchObject({
    __typename: 'InvalidInput',
    problems: [{ path: ['forGood'] }],
  });
  expect(await answer(platform, candidate, id, false, true)).toMatchObject({ status: 'DECLINED' });

  const decliners = () => platform.app.get(DeclinedCompanies, { strict: false }).candidatesOf(company.companyId);
  expect(await decliners()).toContain(candidate.id);
  const after = await mine(platform, candidate);
  expect(after.declined).toEqual([company.companyId]);
  expect(Object.fromEntries(after.invitations.map(({ offer, status }: any) => [offer.id, status]))).toEqual({
    [company.offerId]: 'DECLINED',
    [second.id]: 'DECLINED',
    [other.offerId]: 'SENT',
  });
  for (const who of [company, reader]) expect(await seen(platform, who, candidate.id)).toBeNull();
  expect(await seen(platform, other, candidate.id)).toMatchObject({ id: candidate.id });
  expect(await matching(company, third.id, candidate.id)).toBeUndefined();
  expect(await matching(other, other.offerId, candidate.id)).toMatchObject({ id: candidate.id });
  const [listed] = await ofOffer(platform, company, second.id);
  expect(listed).toMatchObject({ status: 'DECLINED', candidate: null });
  expect(await invite(platform, company, third.id, candidate.id)).toMatchObject({
    __typename: 'CandidateNotAvailable',
  });
  expect(await answer(platform, candidate, elsewhere.id, true)).toMatchObject({ status: 'ACCEPTED' });

  const undone = await undoDecline(platform, candidate, company.companyId);
  expect(undone).toEqual({ __typename: 'Candidate', profile: { declinedCompanies: [] } });
  expect(await decliners()).not.toContain(candidate.id);
  expect(await undoDecline(platform, candidate, company.companyId)).toEqual(undone);
  expect(await undoDecline(platform, candidate, 'nothing')).toMatchObject({
    __typename: 'InvalidInput',
    problems: [{ path: ['companyId'] }],
  });
  expect(await seen(platform, company, candidate.id)).toMatchObject({ id: candidate.id, firstName: null });
  expect(await invite(platform, company, third.id, candidate.id)).toMatchObject({ __typename: 'Invitation' });
  expect(await answer(platform, candidate, id, true)).toMatchObject({ status: 'DECLINED' });
});

test('to decline for good is heard whatever became of the invitation; who is known stays known', async () => {
  const candidate = await aCandidate(platform, findable);
  const accepted = await invite(platform, company, company.offerId, candidate.id);
  await answer(platform, candidate, accepted.id, true);
  expect(await answer(platform, candidate, accepted.id, false, true)).toMatchObject({ status: 'ACCEPTED' });
  expect((await mine(platform, candidate)).declined).toEqual([company.companyId]);
  expect(await seen(platform, company, candidate.id)).toMatchObject({ contact: { lastName: 'Martin' } });
  const second = await anOffer(platform, company);
  expect(await invite(platform, company, second.id, candidate.id)).toMatchObject({
    __typename: 'CandidateNotAvailable',
  });

  const another = await aCandidate(platform, findable);
  const { id } = await invite(platform, company, company.offerId, another.id);
  await withdraw(platform, company, id);
  expect(await answer(platform, another, id, false)).toMatchObject({ __typename: 'InvitationNotWaiting' });
  expect(await answer(platform, another, id, false, true)).toMatchObject({ status: 'WITHDRAWN' });
  expect((await mine(platform, another)).declined).toEqual([company.companyId]);
});

test('who hides is gone for a company they did not answer, and stays with one whose invitation they accepted', async () => {
  const candidate = await aCandidate(platform, { ...findable, firstName: 'Lina' });
  const { id } = await invite(platform, company, company.offerId, candidate.id);
  await answer(platform, candidate, (await invite(platform, other, other.offerId, candidate.id)).id, true);
  await saveProfile(platform, candidate.token, { visibleToCompanies: false });
  expect(await seen(platform, company, candidate.id)).toBeNull();
  expect((await ofOffer(platform, company, company.offerId)).find((one) => one.id === id)).toMatchObject({
    status: 'SENT',
    candidate: null,
  });
  expect(await seen(platform, other, candidate.id)).toMatchObject({ firstName: 'Lina' });
  expect(await answer(platform, candidate, id, true)).toMatchObject({ status: 'ACCEPTED' });
  expect(await seen(platform, company, candidate.id)).toMatchObject({ firstName: 'Lina' });
});

test('an offer that closes lets its waiting invitations lapse, and no others; opened again they wait again', async () => {
  const offer = await anOffer(platform, company, { expiresOn: '2026-09-20' });
  const [waits, accepts] = [await aCandidate(platform, findable), await aCandidate(platform, findable)];
  const { id } = await invite(platform, company, offer.id, waits.id);
  await answer(platform, accepts, (await invite(platform, company, offer.id, accepts.id)).id, true);
  const statuses = async () =>
    Promise.all([waits, accepts].map(async (who) => (await mine(platform, who)).invitations[0].status));

  await moveOffer(platform, company.token, 'pauseOffer', offer.id);
  expect(await statuses()).toEqual(['LAPSED', 'ACCEPTED']);
  expect(await answer(platform, waits, id, true)).toMatchObject({
    __typename: 'InvitationNotWaiting',
    status: 'LAPSED',
  });
  expect(await seen(platform, company, waits.id)).toMatchObject({ contact: null });
  await moveOffer(platform, company.token, 'publishOffer', offer.id);
  expect(await statuses()).toEqual(['SENT', 'ACCEPTED']);
  platform.travelTo('2026-09-21T10:00:00Z');
  expect(await statuses()).toEqual(['LAPSED', 'ACCEPTED']);
  expect(await invite(platform, company, offer.id, (await aCandidate(platform, findable)).id)).toMatchObject({
    __typename: 'OfferClosedToInvitations',
  });
  expect(await answer(platform, waits, id, false)).toMatchObject({ status: 'DECLINED' });
});

test('taken back: once, while it waits, by owners and recruiters, and never sent again', async () => {
  const candidate = await aCandidate(platform, findable);
  const { id } = await invite(platform, company, company.offerId, candidate.id);
  const recruiter = await aMember(platform, company.companyId, 'recruiter');
  for (const who of [reader, other, candidate]) {
    expect(await withdraw(platform, who, id)).toEqual(await withdraw(platform, who, 'nothing'));
    expect(await withdraw(platform, who, id)).toMatchObject({ __typename: 'NotAllowed' });
  }
  const taken = await withdraw(platform, recruiter, id);
  expect(taken).toMatchObject({ status: 'WITHDRAWN', answeredAt: null });
  expect(await withdraw(platform, recruiter, id)).toEqual(taken);
  expect(await answer(platform, candidate, id, true)).toMatchObject({ status: 'WITHDRAWN' });
  expect(await invite(platform, company, company.offerId, candidate.id)).toMatchObject({
    __typename: 'AlreadyInvited',
  });
  const accepted = await invite(platform, company, (await anOffer(platform, company)).id, candidate.id);
  await answer(platform, candidate, accepted.id, true);
  expect(await withdraw(platform, company, accepted.id)).toMatchObject({ status: 'ACCEPTED' });
});

test('who applies without answering has accepted', async () => {
  const candidate = await aCandidate(platform, findable);
  const { id } = await invite(platform, company, company.offerId, candidate.id);
  await applyTo(platform, candidate.token, company.offerId);
  expect((await mine(platform, candidate)).invitations).toMatchObject([{ id, status: 'ACCEPTED', answeredAt: null }]);
  expect(await withdraw(platform, company, id)).toMatchObject({ __typename: 'InvitationNotWaiting' });
  const applied = await aCandidate(platform, findable);
  await applyTo(platform, applied.token, company.offerId);
  expect(await invite(platform, company, company.offerId, applied.id)).toMatchObject({
    __typename: 'CandidateHasApplied',
  });
});

test('nothing tells apart who cannot be invited: hidden, unmatched, gone, never there', async () => {
  const matched = await aCandidate(platform, findable);
  const hidden = await aCandidate(platform, { ...findable, visibleToCompanies: false });
  const away = await aCandidate(platform, { ...findable, places: [{ commune: { code: '29019', radiusKm: 20 } }] });
  const late = await aCandidate(platform, { ...findable, diplomaOn: '2020-07-01' });
  const erased = await aCandidate(platform, findable);
  await platform.db.query('DELETE FROM candidate WHERE id = $1', [erased.id]);
  const nobody = '8b1f4f0e-5b3a-4f6b-9d59-2f2f0a3c0000';
  const ids = [hidden.id, away.id, late.id, erased.id, nobody, company.offerId, '__proto__', '', '-1'];
  const answers = await Promise.all(ids.map((id) => invite(platform, company, company.offerId, id)));
  for (const one of answers) {
    expect(one).toEqual({
      __typename: 'CandidateNotAvailable',
      why: expect.stringContaining('ne peut pas être invitée'),
    });
  }
  expect(await invite(platform, company, company.offerId, matched.id)).toMatchObject({ __typename: 'Invitation' });
});

test('who has no skill of the offer and scores low is not invited; who has one is, whatever the score', async () => {
  const [accounting, analysis, welding] = await skillCodes(platform, 'comptabilité', 'AMDEC', 'soudage');
  const offer = await anOffer(platform, company, { requiredSkillCodes: [accounting, analysis], contractType: 'CDI' });
  const having = (...codes: string[]) =>
    aCandidate(platform, {
      ...findable,
      skills: codes.map((code) => ({ code, level: 'NOTION' })),
    });
  const [none, without, one] = [
    await aCandidate(platform, findable),
    await having(welding!),
    await having(accounting!),
  ];
  for (const { id } of [none, without]) {
    expect(await invite(platform, company, offer.id, id)).toEqual({
      __typename: 'CandidateSuitsTooLittle',
      why: expect.stringContaining('aucune des compétences demandées'),
    });
  }
  expect(await invite(platform, company, offer.id, one.id)).toMatchObject({ __typename: 'Invitation' });
});

test('who may invite: owners and recruiters of the offer’s company; the offer of another looks like none', async () => {
  const candidate = await aCandidate(platform, findable);
  const refusals = await Promise.all([
    invite(platform, reader, company.offerId, candidate.id),
    invite(platform, other, company.offerId, candidate.id),
    invite(platform, candidate, company.offerId, candidate.id),
    invite(platform, company, 'nothing', candidate.id),
    invite(platform, company, other.offerId, candidate.id, 'short'),
  ]);
  for (const refusal of refusals) expect(refusal).toEqual({ ...refusals[0], __typename: 'NotAllowed' });
  const strangers = [
    'mutation { inviteCandidate(offerId: "x", candidateId: "y", message: "z") { __typename } }',
    'mutation { withdrawInvitation(id: "x") { __typename } }',
    'mutation { answerInvitation(id: "x", accept: true) { __typename } }',
    'mutation { undoDecline(companyId: "x") { __typename } }',
  ];
  for (const mutation of strangers) expect(await codes(mutation, {}, {})).toEqual(['UNAUTHENTICATED']);
  expect(await answer(platform, company, 'x', true)).toMatchObject({ __typename: 'NotAllowed' });
  expect(await undoDecline(platform, company, company.companyId)).toMatchObject({ __typename: 'NotAllowed' });
});

test('who may read an invitation: its candidate and members of the company; others find nothing', async () => {
  const candidate = await aCandidate(platform, findable);
  const stranger = await aCandidate(platform, findable);
  const { id } = await invite(platform, company, company.offerId, candidate.id);
  const NODE = 'query ($id: ID!) { node(id: $id) { ... on Invitation { id message } } }';
  const read = async (who: object) => (await platform.ask(NODE, { id }, who)).node;
  for (const who of [candidate, company, reader]) expect(await read(who)).toEqual({ id, message: words });
  for (const who of [stranger, other, {}]) expect(await read(who)).toBeNull();
  expect(await answer(platform, stranger, id, true)).toEqual(await answer(platform, stranger, 'nothing', true));
  expect(await answer(platform, stranger, id, false, true)).toMatchObject({ __typename: 'NotAllowed' });
  expect((await mine(platform, stranger)).declined).toEqual([]);

  const OF_OFFER = 'query ($id: ID!) { offer(id: $id) { invitations { nodes { id } } } }';
  expect(await codes(OF_OFFER, { id: company.offerId }, {})).toEqual(['UNAUTHENTICATED']);
  for (const who of [candidate, other])
    expect(await codes(OF_OFFER, { id: company.offerId }, who)).toEqual(['FORBIDDEN']);
  expect(await codes(OF_OFFER, { id: company.offerId }, reader)).toEqual([]);
  const OF_CANDIDATE = 'query ($id: ID!) { node(id: $id) { ... on Candidate { invitations { nodes { id } } } } }';
  expect(await codes(OF_CANDIDATE, { id: candidate.id }, company)).toEqual(['FORBIDDEN']);
});

test('the message is plain text of 20 to 2,000 characters, and refusals speak the reader’s language', async () => {
  const candidate = await aCandidate(platform, findable);
  for (const message of ['', 'Bonjour !', `<b>${' '.repeat(50)}</b>`, 'é'.repeat(2_001)]) {
    expect(await invite(platform, company, company.offerId, candidate.id, message)).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: ['message'] }],
    });
  }
  const said = async (language: string, candidateId: string, message?: string) =>
    (await invite(platform, { ...company, language }, company.offerId, candidateId, message)).why;
  expect(await said('fr', candidate.id, 'court')).toMatch(/Le message compte de 20 à 2.000 caractères \(5 ici\)/);
  expect(await said('en', candidate.id, 'short')).toContain('The message has 20 to 2,000 characters (5 here).');
  const html = `<p>Bonjour,</p><script>alert(1)</script>${'🔧'.repeat(1_990)}`;
  const sent = await invite(platform, company, company.offerId, candidate.id, html);
  expect(sent.message).toBe(`Bonjour,\n\n${'🔧'.repeat(1_990)}`);
  expect(await said('fr', candidate.id)).toBe('Cette personne a déjà été invitée pour cette offre.');
  expect(await said('en', candidate.id)).toBe('This person has already been invited to this offer.');
  expect(await said('en', 'nobody')).toBe('This person cannot be invited to apply to this offer.');
  await withdraw(platform, company, sent.id);
  const answered = async (language: string) => (await answer(platform, { ...candidate, language }, sent.id, true)).why;
  expect(await answered('fr')).toBe('L’entreprise a retiré cette invitation.');
  expect(await answered('en')).toBe('The company has taken this invitation back.');
});

test('both sides list them latest first, page by page', async () => {
  const owner = await anOwner(platform);
  const candidate = await aCandidate(platform, findable);
  const ids: string[] = [];
  for (let index = 0; index < 5; index += 1) {
    const { id } = await anOffer(platform, owner);
    ids.unshift((await invite(platform, owner, id, candidate.id)).id);
    if (index > 2) platform.travelTo(`2026-09-02T10:00:0${index}Z`);
  }
  const PAGE = `query ($after: String) { viewer { candidate { invitations(first: 2, after: $after) { nodes { id }
    pageInfo { hasNextPage endCursor } } } } }`;
  const read: string[] = [];
  let after: string | null = null;
  do {
    const { viewer }: any = await platform.ask(PAGE, { after }, candidate);
    const { invitations } = viewer.candidate;
    read.push(...invitations.nodes.map(({ id }: any) => id));
    after = invitations.pageInfo.hasNextPage ? invitations.pageInfo.endCursor : null;
  } while (after);
  expect(read).toHaveLength(5);
  expect(new Set(read)).toEqual(new Set(ids));
  expect(read[0]).toBe(ids[0]);
  expect(await codes(PAGE, { after: 'nonsense' }, candidate)).toEqual(['BAD_USER_INPUT']);
});
