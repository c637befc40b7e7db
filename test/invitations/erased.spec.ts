import { aCandidate, aMember, anOffer, anOwner, password, signUp, saveProfile } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { answer, findable, invite, mine, ofOffer, withdraw } from './inviting.js';

let platform: Platform;

beforeAll(async () => {
  platform = await Platform.start('invitations_erased');
  platform.travelTo('2026-09-01T10:00:00Z');
}, 60_000);
afterAll(() => platform.stop());

const erase = (token: string): Promise<any> =>
  platform
    .ask(
      'mutation ($password: String!) { eraseMyAccount(password: $password) { __typename } }',
      { password },
      { token },
    )
    .then((data) => data.eraseMyAccount.__typename);

test('with a candidate go their invitations and what they declined', async () => {
  const owner = await anOwner(platform);
  const offers = [await anOffer(platform, owner), await anOffer(platform, owner)];
  const candidate = await aCandidate(platform, findable);
  const other = await aCandidate(platform, findable);
  const { id } = await invite(platform, owner, offers[0]!.id, candidate.id);
  await invite(platform, owner, offers[1]!.id, candidate.id);
  await invite(platform, owner, offers[0]!.id, other.id);
  await answer(platform, candidate, id, false, true);
  expect(await erase(candidate.token)).toBe('Erased');
  expect(await platform.db.query('SELECT 1 FROM invitation WHERE candidate_id = $1', [candidate.id])).toEqual([]);
  expect(await platform.db.query('SELECT 1 FROM declined_company')).toEqual([]);
  expect(await ofOffer(platform, owner, offers[0]!.id)).toMatchObject([{ candidate: { id: other.id } }]);
  expect(await withdraw(platform, owner, id)).toMatchObject({ __typename: 'NotAllowed' });
  expect(await invite(platform, owner, offers[1]!.id, candidate.id)).toMatchObject({
    __typename: 'CandidateNotAvailable',
  });
});

test('with a recruiter goes their name; the invitation stays and can be answered', async () => {
  const owner = await anOwner(platform);
  const { id: offerId } = await anOffer(platform, owner);
  const recruiter = await aMember(platform, owner.companyId, 'recruiter');
  const candidate = await aCandidate(platform, findable);
  const { id } = await invite(platform, recruiter, offerId, candidate.id);
  const [{ invitedBy }] = await platform.db.query('SELECT invited_by AS "invitedBy" FROM invitation WHERE id = $1', [
    id,
  ]);
  expect(invitedBy).toEqual(expect.any(String));
  expect(await erase(recruiter.token)).toBe('Erased');
  expect(await platform.db.query('SELECT invited_by FROM invitation WHERE id = $1', [id])).toEqual([
    { invited_by: null },
  ]);
  expect((await mine(platform, candidate)).invitations).toMatchObject([{ id, status: 'SENT' }]);
  expect(await answer(platform, candidate, id, true)).toMatchObject({ status: 'ACCEPTED' });
  expect(await ofOffer(platform, owner, offerId)).toMatchObject([{ id, status: 'ACCEPTED' }]);
});

test('whatever is done while recruiter and candidate are erased is done or refused, and leaves nothing of them', async () => {
  for (let round = 0; round < 4; round += 1) {
    const owner = await anOwner(platform);
    const { id: offerId } = await anOffer(platform, owner);
    const second = await anOffer(platform, owner);
    const recruiter = await aMember(platform, owner.companyId, 'recruiter');
    const { token } = await signUp(platform, 'CANDIDATE');
    await saveProfile(platform, token, findable);
    const { id: candidateId } = (await platform.ask('{ viewer { candidate { id } } }', {}, { token })).viewer.candidate;
    const { id } = await invite(platform, recruiter, offerId, candidateId);
    const INVITE = `mutation ($offer: ID!, $candidate: ID!) { inviteCandidate(offerId: $offer, candidateId: $candidate,
      message: "Bonjour, ce poste est pour vous.") { __typename } }`;
    const ANSWER = 'mutation ($id: ID!) { answerInvitation(id: $id, accept: false, forGood: true) { __typename } }';
    const [one, other, ...answers] = await Promise.all([
      erase(recruiter.token),
      erase(token),
      platform.send(INVITE, { offer: second.id, candidate: candidateId }, recruiter),
      platform.send(ANSWER, { id }, { token }),
      platform.send(INVITE, { offer: second.id, candidate: candidateId }, owner),
    ]);
    expect([one, other]).toEqual(['Erased', 'Erased']);
    const codes = answers.flatMap(({ errors }) => errors?.map((error) => error.extensions.code) ?? []);
    expect(codes.filter((code) => code !== 'UNAUTHENTICATED')).toEqual([]);
    expect(await platform.db.query('SELECT 1 FROM invitation WHERE candidate_id = $1', [candidateId])).toEqual([]);
    expect(await platform.db.query('SELECT 1 FROM declined_company WHERE candidate_id = $1', [candidateId])).toEqual(
      [],
    );
  }
});
