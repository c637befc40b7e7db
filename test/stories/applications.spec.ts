import {
  aCandidate,
  aMember,
  anOffer,
  anOfferInput,
  anOwner,
  applyTo,
  moveOffer,
  postOffer,
} from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;
let owner: { token: string; companyId: string };

beforeAll(async () => {
  platform = await Platform.start('applications');
  owner = await anOwner(platform);
});
beforeEach(() => {
  platform.travelTo('2026-09-01T21:30:00Z');
});
afterAll(() => platform.stop());

const nobody = '8b1f4f0e-5b3a-4f6b-9d59-2f2f0a3c0000';

test('the company has fifteen days to answer, counted in days of France', async () => {
  const { id } = await anOffer(platform, owner);
  const { token, id: candidateId } = await aCandidate(platform);
  expect(await applyTo(platform, token, id, 'Bonjour, je souhaite vous rejoindre.')).toEqual({
    __typename: 'Application',
    id: expect.any(String),
    status: 'SENT',
    message: 'Bonjour, je souhaite vous rejoindre.',
    sentAt: '2026-09-01T21:30:00.000Z',
    answerDueOn: '2026-09-16',
    offer: { id },
    candidate: { id: candidateId },
  });
  platform.travelTo('2026-09-01T22:30:00Z');
  const later = await aCandidate(platform);
  expect(await applyTo(platform, later.token, id)).toMatchObject({ answerDueOn: '2026-09-17' });
});

test('ten at once make one application, and nine refusals that name it', async () => {
  const { id } = await anOffer(platform, owner);
  const { token } = await aCandidate(platform);
  const answers = await Promise.all(Array.from({ length: 10 }, () => applyTo(platform, token, id)));
  const made = answers.filter(({ __typename }) => __typename === 'Application');
  expect(made).toHaveLength(1);
  for (const refused of answers.filter((answer) => answer !== made[0])) {
    expect(refused).toMatchObject({ __typename: 'AlreadyApplied', application: { id: made[0].id } });
  }
  const [{ count }] = await platform.db.query('SELECT count(*)::int AS count FROM application WHERE offer_id = $1', [
    id,
  ]);
  expect(count).toBe(1);
  await moveOffer(platform, owner.token, 'closeOffer', id);
  expect(await applyTo(platform, token, id)).toMatchObject({ __typename: 'AlreadyApplied' });
});

test('an offer that is not open looks like one that does not exist', async () => {
  const { token } = await aCandidate(platform);
  const draft = await postOffer(platform, owner.token, anOfferInput({ companyId: owner.companyId, publish: false }));
  const ids: string[] = [draft.id, nobody, '__proto__', '-1', '', owner.companyId];
  for (const act of ['pauseOffer', 'fillOffer', 'closeOffer']) {
    const { id } = await anOffer(platform, owner);
    await moveOffer(platform, owner.token, act, id);
    ids.push(id);
  }
  ids.push((await anOffer(platform, owner, { expiresOn: '2026-09-01' })).id);
  platform.travelTo('2026-09-02T10:00:00Z');
  const answers = await Promise.all(ids.map((id) => applyTo(platform, token, id)));
  for (const answer of answers) expect(answer).toEqual({ ...answers[0], __typename: 'OfferNotOpen' });
});

test('an offer closed at the same moment either has the application or refuses it', async () => {
  const { id } = await anOffer(platform, owner);
  const candidates = await Promise.all(Array.from({ length: 4 }, () => aCandidate(platform)));
  const [, ...answers] = await Promise.all([
    moveOffer(platform, owner.token, 'closeOffer', id),
    ...candidates.map(({ token }) => applyTo(platform, token, id)),
  ]);
  const made = answers.filter(({ __typename }) => __typename === 'Application').length;
  const [{ count }] = await platform.db.query('SELECT count(*)::int AS count FROM application WHERE offer_id = $1', [
    id,
  ]);
  expect(count).toBe(made);
  expect(answers.every(({ __typename }) => ['Application', 'OfferNotOpen'].includes(__typename))).toBe(true);
});

test('whoever is applying while the offer closes is waited for, and answered', async () => {
  const { id } = await anOffer(platform, owner);
  const { token, id: candidateId } = await aCandidate(platform);
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  const untilWait = async (count: number) => {
    while ((await platform.db.query<object[]>(waiting)).length < count) await new Promise(setImmediate);
  };
  const held = platform.db.createQueryRunner();
  await held.startTransaction();
  let acts: Promise<any>[] = [];
  try {
    await held.query('SELECT FROM candidate WHERE id = $1 FOR UPDATE', [candidateId]);
    acts = [applyTo(platform, token, id)];
    await untilWait(1);
    acts.push(moveOffer(platform, owner.token, 'closeOffer', id));
    await untilWait(2);
    await held.query('SELECT FROM offer WHERE id = $1 FOR UPDATE NOWAIT', [id]);
  } finally {
    await held.rollbackTransaction();
    await held.release();
    await Promise.all(acts);
  }
  expect(await acts[0]).toMatchObject({ __typename: 'Application' });
  const [{ status }] = await platform.db.query('SELECT status FROM application WHERE offer_id = $1', [id]);
  expect(status).toBe('CLOSED_UNANSWERED');
});

test('only candidates apply', async () => {
  const { id } = await anOffer(platform, owner);
  expect(await applyTo(platform, owner.token, id)).toMatchObject({ __typename: 'NotAllowed' });
  const { errors } = await platform.send('mutation ($id: ID!) { applyToOffer(offerId: $id) { __typename } }', { id });
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('the message is plain text of 20 to 5,000 characters, counted without what is taken out', async () => {
  const { id } = await anOffer(platform, owner);
  const { token } = await aCandidate(platform);
  expect(await applyTo(platform, token, id, 'é'.repeat(5_001))).toMatchObject({
    __typename: 'InvalidInput',
    problems: [{ path: ['message'] }],
  });
  const message = `<p>Bonjour,</p><script>alert(1)</script>${'🔧'.repeat(4_990)}`;
  const application = await applyTo(platform, token, id, message);
  expect(application.message).toBe(`Bonjour,\n\n${'🔧'.repeat(4_990)}`);
  const other = await aCandidate(platform);
  for (const short of [null, '', ' \n ', `${'a'.repeat(19)}   `, `<p>${'a'.repeat(19)}</p>`]) {
    expect(await applyTo(platform, other.token, id, short)).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: ['message'] }],
    });
  }
  expect(await applyTo(platform, other.token, id, '🔧'.repeat(20))).toMatchObject({ message: '🔧'.repeat(20) });
});

const LIST = `applications(first: $first, after: $after) { nodes { id status message candidate { id } offer { id } }
  pageInfo { hasNextPage hasPreviousPage endCursor } }`;

async function pages(query: string, variables: object, token: string, listOf: (data: any) => any): Promise<any[]> {
  const nodes: any[] = [];
  let after: string | null = null;
  do {
    const list = listOf(await platform.ask(query, { ...variables, first: 2, after }, { token }));
    nodes.push(...list.nodes);
    after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
  } while (after);
  return nodes;
}

test('both sides list them, latest first, page by page, though all were sent in the same millisecond', async () => {
  const { id } = await anOffer(platform, owner);
  const candidates = await Promise.all(Array.from({ length: 5 }, () => aCandidate(platform)));
  for (const { token } of candidates) await applyTo(platform, token, id);
  const OF_OFFER = `query ($id: ID!, $first: Int, $after: String) { offer(id: $id) { ${LIST} } }`;
  const colleague = await aMember(platform, owner.companyId, 'reader');
  for (const { token } of [owner, colleague]) {
    const received = await pages(OF_OFFER, { id }, token, (data) => data.offer.applications);
    expect(received).toHaveLength(5);
    expect(new Set(received.map(({ candidate }) => candidate.id))).toEqual(new Set(candidates.map((one) => one.id)));
  }
  const [applicant] = candidates;
  platform.travelTo('2026-09-02T10:00:00Z');
  const last = await anOffer(platform, owner);
  await applyTo(platform, applicant!.token, last.id);
  const OWN = `query ($first: Int, $after: String) { viewer { candidate { ${LIST} } } }`;
  const sent = await pages(OWN, {}, applicant!.token, (data) => data.viewer.candidate.applications);
  expect(sent.map(({ offer }) => offer.id)).toEqual([last.id, id]);
});

test.each([
  'nonsense',
  Buffer.from('["Tue Sep 01 2026","8b1f4f0e-5b3a-4f6b-9d59-2f2f0a3c0000"]').toString('base64url'),
])('the forged cursor %s is refused', async (after) => {
  const { token } = await aCandidate(platform);
  const query = 'query ($after: String) { viewer { candidate { applications(after: $after) { nodes { id } } } } }';
  const { errors } = await platform.send(query, { after }, { token });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});
