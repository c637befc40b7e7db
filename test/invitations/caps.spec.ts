import { caps, countedSince, countsUntil } from '../../src/invitations/invitation-caps.js';
import { aCandidate, anOffer, anOwner, applyTo, moveOffer } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { answer, findable, findableIds, invite, withdraw } from './inviting.js';

/** The caps hold, whatever is done at once: the database counts under a lock of the company. */
let platform: Platform;
let owner: { token: string; companyId: string };

beforeAll(async () => {
  platform = await Platform.start('invitation_caps');
}, 60_000);
beforeEach(async () => {
  platform.travelTo('2026-09-01T10:00:00Z');
  owner = await anOwner(platform);
});
afterAll(() => platform.stop());

const candidates = (count: number): Promise<{ token: string; id: string }[]> =>
  Promise.all(Array.from({ length: count }, () => aCandidate(platform, findable)));

/** Rows as if they had been sent: only the last ones go through the API. */
async function sentBefore(count: number, offerId: string, sentAt: string, status = 'SENT'): Promise<void> {
  const ids = await findableIds(platform, count);
  await platform.db.query(
    `INSERT INTO invitation (offer_id, candidate_id, company_id, message, status, sent_at, answered_at)
     SELECT $2, id, $3, 'Bonjour', $4, $5, CASE WHEN $4 = 'SENT' THEN NULL ELSE $5::timestamptz END FROM unnest($1::uuid[]) id`,
    [ids, offerId, owner.companyId, status, sentAt],
  );
}

const countOf = async (offerId: string): Promise<number> =>
  (await platform.db.query('SELECT count(*)::int AS count FROM invitation WHERE offer_id = $1', [offerId]))[0].count;
const typesOf = (answers: { __typename: string }[]): Record<string, number> =>
  answers.reduce<Record<string, number>>(
    (counts, { __typename: type }) => ({ ...counts, [type]: (counts[type] ?? 0) + 1 }),
    {},
  );

test('thirty days are counted to the millisecond', () => {
  const now = new Date('2026-09-30T10:00:00Z');
  expect(countedSince(now)).toEqual(new Date('2026-08-31T10:00:00Z'));
  expect(countsUntil(countedSince(now))).toEqual(now);
});

test('ten clicks at once give one invitation, and nine refusals that name it', async () => {
  const { id } = await anOffer(platform, owner);
  const [candidate] = await findableIds(platform, 1);
  const answers = await Promise.all(Array.from({ length: 10 }, () => invite(platform, owner, id, candidate!)));
  expect(typesOf(answers)).toEqual({ Invitation: 1, AlreadyInvited: 9 });
  const made = answers.find(({ __typename }) => __typename === 'Invitation');
  for (const { invitation } of answers.filter((one) => one !== made)) expect(invitation.id).toBe(made.id);
  expect(await countOf(id)).toBe(1);
});

test('of ten at once the cap of an offer lets as many through as it has left', async () => {
  const { id } = await anOffer(platform, owner);
  await sentBefore(caps.OFFER.most - 3, id, '2026-08-31T10:00:00Z');
  const answers = await Promise.all((await findableIds(platform, 10)).map((one) => invite(platform, owner, id, one)));
  expect(typesOf(answers)).toEqual({ Invitation: 3, InvitationCapReached: 7 });
  expect(answers.find(({ __typename }) => __typename === 'InvitationCapReached')).toMatchObject({
    scope: 'OFFER',
    cap: 20,
    againAt: null,
    why: expect.stringContaining('20 invitations attendent déjà'),
  });
  expect(await countOf(id)).toBe(caps.OFFER.most);
});

test('an answer, an application or an invitation taken back makes room again', async () => {
  const { id } = await anOffer(platform, owner);
  const [declines, applies] = await candidates(2);
  const [taken, ...more] = await findableIds(platform, 5);
  await sentBefore(caps.OFFER.most - 3, id, '2026-08-31T10:00:00Z');
  const send = (candidateId: string): Promise<any> => invite(platform, owner, id, candidateId);
  const declined = await send(declines!.id);
  await send(applies!.id);
  const { id: takenId } = await send(taken!);
  const next = async (index: number) => (await send(more[index]!)).__typename;
  expect(await next(0)).toBe('InvitationCapReached');
  await answer(platform, declines!, declined.id, false);
  expect([await next(0), await next(1)]).toEqual(['Invitation', 'InvitationCapReached']);
  await withdraw(platform, owner, takenId);
  expect([await next(1), await next(2)]).toEqual(['Invitation', 'InvitationCapReached']);
  await applyTo(platform, applies!.token, id);
  expect([await next(2), await next(3)]).toEqual(['Invitation', 'InvitationCapReached']);
});

test('of ten at once over several offers the cap of the company lets as many through, and says when again', async () => {
  const offers = [await anOffer(platform, owner), await anOffer(platform, owner), await anOffer(platform, owner)];
  const old = await anOffer(platform, owner);
  await sentBefore(30, old.id, '2026-08-02T10:00:00Z', 'DECLINED');
  await sentBefore(5, old.id, '2026-08-05T12:00:00Z', 'DECLINED');
  await sentBefore(41, old.id, '2026-08-20T12:00:00Z', 'DECLINED');
  const people = await findableIds(platform, 11);
  const answers = await Promise.all(
    people.slice(0, 10).map((one, index) => invite(platform, owner, offers[index % 3]!.id, one)),
  );
  expect(typesOf(answers)).toEqual({ Invitation: 4, InvitationCapReached: 6 });
  const refused = answers.find(({ __typename }) => __typename === 'InvitationCapReached');
  expect(refused).toMatchObject({ scope: 'COMPANY', cap: 50, againAt: '2026-09-04T12:00:00.000Z' });
  const english = await invite(platform, { ...owner, language: 'en' }, offers[0]!.id, people[10]!);
  expect(english.why).toBe('A company sends at most 50 invitations in 30 days.');
  platform.travelTo('2026-09-04T11:59:59Z');
  expect(await invite(platform, owner, offers[0]!.id, people[10]!)).toMatchObject({ cap: 50 });
  platform.travelTo(refused.againAt);
  expect(await invite(platform, owner, offers[0]!.id, people[10]!)).toMatchObject({ __typename: 'Invitation' });
  const other = await anOwner(platform);
  const theirs = await anOffer(platform, other);
  expect(await invite(platform, other, theirs.id, people[10]!)).toMatchObject({ __typename: 'Invitation' });
});

test('invited, declined for good, applied for and closed at once: never a deadlock, and what stands is consistent', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [first, second] = [await anOffer(platform, owner), await anOffer(platform, owner)];
    const [candidate] = await candidates(1);
    const { id } = await invite(platform, owner, first.id, candidate!.id);
    const [invited, declined] = await Promise.all([
      invite(platform, owner, second.id, candidate!.id),
      answer(platform, candidate!, id, false, true),
      applyTo(platform, candidate!.token, second.id),
      moveOffer(platform, owner.token, 'closeOffer', second.id),
      withdraw(platform, owner, id),
    ]);
    expect(['Invitation', 'CandidateNotAvailable', 'CandidateHasApplied', 'OfferClosedToInvitations']).toContain(
      invited.__typename,
    );
    expect(['DECLINED', 'WITHDRAWN']).toContain(declined.status);
    const waiting = await platform.db.query(
      `SELECT 1 FROM invitation i WHERE candidate_id = $1 AND status = 'SENT' AND NOT EXISTS
         (SELECT FROM application a WHERE a.offer_id = i.offer_id AND a.candidate_id = i.candidate_id)`,
      [candidate!.id],
    );
    expect(waiting).toEqual([]);
  }
});
