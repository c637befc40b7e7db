import { jest } from '@jest/globals';
import { type JustShown, MatchLog } from '../../src/matchlog/match-log.js';
import { MatchLogKeeper } from '../../src/matchlog/match-log-keeper.js';
import { MatchLogRepository } from '../../src/matchlog/match-log.repository.js';
import { score } from '../../src/scoring/score.js';
import { same } from '../../src/common/text.js';
import { aCandidate as candidateFacts, anOffer as offerFacts, aPlace, knowing } from '../scoring/a-match.js';
import { aCandidate, anOffer, anOwner } from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;
let log: MatchLog;
let offers: string[];
let candidate: { token: string; id: string };
let accountId: string;

beforeAll(async () => {
  platform = await Platform.start('match_log');
  log = platform.app.get(MatchLog);
  const owner = await anOwner(platform);
  offers = [(await anOffer(platform, owner)).id, (await anOffer(platform, owner)).id];
  candidate = await aCandidate(platform);
  accountId = await accountOf(candidate.id);
}, 60_000);
beforeEach(async () => {
  await log.flush();
  await platform.db.query('DELETE FROM match_log');
});
afterAll(() => platform.stop());

const accountOf = async (candidateId: string): Promise<string> =>
  (await platform.db.query<[{ id: string }]>('SELECT account_id AS id FROM candidate WHERE id = $1', [candidateId]))[0]
    .id;

const scored = score(offerFacts(), candidateFacts(), aPlace(), knowing());
const other = score(offerFacts({ requiredSkills: ['SPC'] }), candidateFacts(), aPlace(), knowing());
const shown = (differs: Partial<JustShown> = {}): JustShown => ({
  accountId,
  offerId: offers[0]!,
  candidateId: candidate.id,
  shownTo: 'CANDIDATE',
  scored,
  names: { skill: same, occupation: same, commune: (code) => code },
  at: new Date('2026-09-01T10:00:00Z'),
  ...differs,
});
const rows = async (): Promise<Record<string, unknown>[]> => {
  await log.flush();
  return platform.db.query(
    `SELECT offer_id AS offer, tenths, times, first_shown_at AS first, last_shown_at AS last
       FROM match_log ORDER BY first_shown_at, tenths`,
  );
};

test('the same shown again moves the last time only; anything else is another row', async () => {
  const [ten, noon, night] = ['10', '12', '22'].map((hour) => new Date(`2026-09-01T${hour}:00:00Z`));
  log.note([shown(), shown({ at: noon! })]);
  expect(await rows()).toEqual([
    { offer: offers[0], tenths: Math.round(scored.score * 10), times: 2, first: ten, last: noon },
  ]);
  log.note([shown({ at: night! })]);
  expect(await rows()).toMatchObject([{ times: 3, first: ten, last: night }]);
  log.note([shown({ scored: other }), shown({ offerId: offers[1]! }), shown({ shownTo: 'COMPANY' })]);
  expect(await rows()).toHaveLength(4);
});

test('nothing is written before it is flushed', async () => {
  log.note([shown()]);
  expect(await platform.db.query('SELECT FROM match_log')).toHaveLength(0);
});

test('who is gone is left out, and the others are written', async () => {
  const gone = await aCandidate(platform);
  const account = await accountOf(gone.id);
  log.note([shown({ accountId: account, candidateId: gone.id }), shown({ candidateId: gone.id }), shown()]);
  await platform.db.query('DELETE FROM account WHERE id = $1', [account]);
  expect(await rows()).toMatchObject([{ times: 1 }]);
});

test('an account that is being erased is not waited for, and leaves nothing', async () => {
  const leaving = await aCandidate(platform);
  const account = await accountOf(leaving.id);
  const erasing = platform.db.createQueryRunner();
  await erasing.startTransaction();
  await erasing.query('SELECT FROM account WHERE id = $1 FOR UPDATE', [account]);
  log.note([shown({ accountId: account, candidateId: leaving.id }), shown()]);
  expect(await rows()).toHaveLength(1);
  await erasing.query('DELETE FROM account WHERE id = $1', [account]);
  await erasing.commitTransaction();
  await erasing.release();
  expect(await rows()).toHaveLength(1);
});

test('what was held by another transaction is written next time', async () => {
  const holding = platform.db.createQueryRunner();
  await holding.startTransaction();
  await holding.query('SELECT FROM offer WHERE id = $1 FOR UPDATE', [offers[0]]);
  log.note([shown()]);
  expect(await rows()).toEqual([]);
  await holding.commitTransaction();
  await holding.release();
  expect(await rows()).toMatchObject([{ times: 1 }]);
});

test('a log that cannot be written fails nobody; what was noted is tried again', async () => {
  await platform.db.query('ALTER TABLE match_log RENAME TO match_log_away');
  log.note([shown()]);
  await expect(log.flush()).resolves.toBeUndefined();
  await platform.db.query('ALTER TABLE match_log_away RENAME TO match_log');
  expect(await rows()).toHaveLength(1);
});

test('a match that cannot be kept takes no other one along, now or later', async () => {
  const broken = { ...shown(), names: null } as unknown as JustShown;
  log.note([broken, shown({ at: new Date('2026-09-01T11:00:00Z') }), { ...broken, scored: null as never }]);
  expect(await rows()).toMatchObject([{ times: 1 }]);
  log.note([shown()]);
  expect(await rows()).toMatchObject([{ times: 2 }]);
});

test('a writing that fails altogether is not the end of those after it', async () => {
  const entries = platform.app.get(MatchLogRepository);
  const failing = jest.spyOn(entries, 'write').mockImplementation(() => ({ then: 1 }) as never);
  log.note([shown()]);
  await expect(log.flush()).resolves.toBeUndefined();
  failing.mockRestore();
  log.note([shown()]);
  expect(await rows()).toMatchObject([{ times: 1 }]);
});

test('more than can be held is not kept', async () => {
  log.note(Array.from({ length: 10_500 }, () => shown()));
  expect(await rows()).toMatchObject([{ times: 10_000 }]);
});

test('two processes at once count together', async () => {
  const entries = platform.app.get(MatchLogRepository);
  const second = new MatchLog(entries);
  for (let round = 0; round < 20; round += 1) {
    log.note(offers.map((offerId) => shown({ offerId })));
    second.note(offers.toReversed().map((offerId) => shown({ offerId })));
    await Promise.all([log.flush(), second.flush()]);
  }
  await second.beforeApplicationShutdown();
  expect(await rows()).toMatchObject([{ times: 40 }, { times: 40 }]);
});

test('90 days after it was last shown it is forgotten', async () => {
  log.note([
    shown({ at: new Date('2026-06-02T10:00:00Z') }),
    shown({ offerId: offers[1]!, at: new Date('2026-06-01T10:00:00Z') }),
    shown({ scored: other, at: new Date('2026-06-01T10:00:00Z') }),
    shown({ scored: other, at: new Date('2026-08-01T10:00:00Z') }),
  ]);
  expect(await rows()).toHaveLength(3);
  platform.travelTo('2026-08-30T11:00:00Z');
  await platform.app.get(MatchLogKeeper).forget();
  expect(await rows()).toMatchObject([{ offer: offers[0] }, { offer: offers[0] }]);
});
