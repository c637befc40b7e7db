import type { OfferStatus } from '../../src/offers/offer-status.js';
import { aCandidate, anOffer, anOwner, applyTo, moveOffer, password } from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;
let owner: { token: string; companyId: string };

beforeAll(async () => {
  platform = await Platform.start('popularity');
  owner = await anOwner(platform);
});
afterAll(() => platform.stop());

const counted = async (...ids: string[]): Promise<number[]> => {
  const rows = await platform.db.query<{ count: number }[]>(
    `SELECT waiting_applications AS count FROM offer JOIN unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, position) USING (id)
     ORDER BY position`,
    [ids],
  );
  return rows.map(({ count }) => count);
};

/** Offers whose counter differs from the truth. */
const wrong = (): Promise<object[]> =>
  platform.db.query(`SELECT id FROM offer WHERE waiting_applications <>
    (SELECT count(*) FROM application WHERE offer_id = offer.id AND status IN ('SENT', 'SEEN'))`);

const marked = async (id: string): Promise<number> =>
  (await platform.db.query<{ seq: string }[]>('SELECT seq FROM outbox WHERE id = $1', [id])).length;

const updatedAt = (id: string) => platform.db.query('SELECT updated_at FROM offer WHERE id = $1', [id]);

const eraseMe = (token: string) =>
  platform.ask(
    'mutation ($password: String!) { eraseMyAccount(password: $password) { __typename } }',
    { password },
    { token },
  );

test('an application counts while it waits, and each change marks the offer but leaves it as it was', async () => {
  const { id } = await anOffer(platform, owner);
  const { token } = await aCandidate(platform);
  const before = await updatedAt(id);
  await platform.settled();
  const sent = await applyTo(platform, token, id);
  expect(await counted(id)).toEqual([1]);
  expect(await marked(id)).toBe(1);
  const moves: [string, number][] = [
    ['SEEN', 1],
    ['INTERVIEW', 0],
    ['DECLINED', 0],
    ['SENT', 1],
    ['WITHDRAWN', 0],
    ['SEEN', 1],
  ];
  for (const [status, count] of moves) {
    await platform.db.query('UPDATE application SET status = $1 WHERE id = $2', [status, sent.id]);
    expect([status, ...(await counted(id))]).toEqual([status, count]);
  }
  expect(await marked(id)).toBe(5);
  expect(await updatedAt(id)).toEqual(before);
  expect((await applyTo(platform, token, id)).__typename).toBe('AlreadyApplied');
  expect(await counted(id)).toEqual([1]);
});

test('what is rolled back neither counts nor marks', async () => {
  const { id } = await anOffer(platform, owner);
  const { id: candidate } = await aCandidate(platform);
  await platform.settled();
  const tx = platform.db.createQueryRunner();
  await tx.startTransaction();
  await tx.query('INSERT INTO application (offer_id, candidate_id, answer_due_on) VALUES ($1, $2, now())', [
    id,
    candidate,
  ]);
  await tx.rollbackTransaction();
  await tx.release();
  expect([await counted(id), await marked(id)]).toEqual([[0], 0]);
});

test('an offer that is in no index is counted and not marked', async () => {
  const { id } = await anOffer(platform, owner);
  const { token } = await aCandidate(platform);
  await applyTo(platform, token, id);
  await moveOffer(platform, owner.token, 'pauseOffer', id);
  await platform.settled();
  await platform.db.query(`UPDATE application SET status = 'DECLINED' WHERE offer_id = $1`, [id]);
  expect([await counted(id), await marked(id)]).toEqual([[0], 0]);
  const [row] = await platform.db.query<[{ status: OfferStatus }]>('SELECT status FROM offer WHERE id = $1', [id]);
  expect(row.status).toBe('PAUSED');
});

test('twenty who apply at once, while the indexer works, are twenty', async () => {
  const { id } = await anOffer(platform, owner);
  const people = await Promise.all(Array.from({ length: 20 }, () => aCandidate(platform)));
  const indexing = (async () => {
    for (let round = 0; round < 5; round += 1) await platform.settled();
  })();
  const answers = await Promise.all(people.map(({ token }) => applyTo(platform, token, id)));
  await indexing;
  expect(answers.map(({ __typename }) => __typename)).toEqual(people.map(() => 'Application'));
  expect(await counted(id)).toEqual([20]);
  expect(await wrong()).toEqual([]);
});

test('candidates erased, offers closed and applications sent at once wait for each other in one order', async () => {
  const offers = await Promise.all(Array.from({ length: 6 }, () => anOffer(platform, owner)));
  const leaving = await Promise.all(Array.from({ length: 4 }, () => aCandidate(platform)));
  for (const [index, { token }] of leaving.entries()) {
    const order = index % 2 === 0 ? offers : [...offers].reverse();
    for (const { id } of order) await applyTo(platform, token, id);
  }
  const coming = await Promise.all(Array.from({ length: 4 }, () => aCandidate(platform)));
  const ids = offers.map(({ id }) => id);
  expect(await counted(...ids)).toEqual(ids.map(() => 4));
  await Promise.all([
    ...leaving.map(({ token }) => eraseMe(token)),
    ...coming.flatMap(({ token }) => ids.map((id) => applyTo(platform, token, id))),
    moveOffer(platform, owner.token, 'closeOffer', ids[0]!),
    platform.settled(),
  ]);
  expect((await counted(...ids)).slice(1)).toEqual(ids.slice(1).map(() => 4));
  expect(await wrong()).toEqual([]);
});

test('an offer that goes takes its applications along without a stumble', async () => {
  const { id } = await anOffer(platform, owner);
  const { token } = await aCandidate(platform);
  await applyTo(platform, token, id);
  await platform.db.query('DELETE FROM offer WHERE id = $1', [id]);
  expect(await platform.db.query('SELECT 1 FROM application WHERE offer_id = $1', [id])).toEqual([]);
});
