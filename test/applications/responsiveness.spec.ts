import fc from 'fast-check';
import type { ApplicationStatus } from '../../src/applications/application-status.js';
import { ResponsivenessKeeper } from '../../src/applications/responsiveness-keeper.js';
import { civilDate, daysBetween } from '../../src/common/clock.js';
import { aCandidate, anOffer, anOwner, applyTo } from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;
let keeper: ResponsivenessKeeper;
let candidates: string[];

beforeAll(async () => {
  platform = await Platform.start('responsiveness');
  keeper = platform.app.get(ResponsivenessKeeper, { strict: false });
  candidates = [];
  for (let made = 0; made < 8; made += 1) candidates.push((await aCandidate(platform)).id);
});
beforeEach(async () => {
  platform.travelTo('2026-10-01T10:00:00Z');
  await platform.db.query('DELETE FROM application');
  await platform.db.query('DELETE FROM company_responsiveness');
});
afterAll(() => platform.stop());

interface Sent {
  status?: ApplicationStatus;
  sent?: string;
  due?: string;
  answered?: string;
  withdrawn?: string;
}

/** The applications that a new company got, each from another candidate. */
async function received(...applications: Sent[]): Promise<{ companyId: string; ids: string[] }> {
  const owner = await anOwner(platform);
  const offer = await anOffer(platform, owner);
  const ids: string[] = [];
  for (const [at, { status = 'SENT', sent = '2026-09-01T08:00:00Z', ...rest }] of applications.entries()) {
    const [{ id }] = await platform.db.query<[{ id: string }]>(
      `INSERT INTO application (offer_id, candidate_id, status, sent_at, answer_due_on, answered_at, withdrawn_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [offer.id, candidates[at], status, sent, rest.due ?? '2026-09-16', rest.answered, rest.withdrawn],
    );
    ids.push(id);
  }
  return { companyId: owner.companyId, ids };
}

const answered = (day: string): Sent => ({ status: 'DECLINED', answered: `${day}T12:00:00Z` });
const known = (companyId: string): Promise<object[]> =>
  platform.db.query(
    `SELECT answered, due, rate, median_days AS days, computed_at AS "computedAt", xmin
       FROM company_responsiveness WHERE company_id = $1`,
    [companyId],
  );
const figures = async (companyId: string): Promise<object | null> => {
  await keeper.recount();
  const [row] = (await known(companyId)) as { answered: number; due: number; rate: number; days: number | null }[];
  return row ? [row.answered, row.due, row.rate, row.days] : null;
};

test('the first answer and the taking back are dated by the database, once, unless the moment is given', async () => {
  const { id: offerId } = await anOffer(platform, await anOwner(platform));
  const { token } = await aCandidate(platform);
  const { id } = await applyTo(platform, token, offerId);
  const moments = async (status: ApplicationStatus) => {
    await platform.db.query('UPDATE application SET status = $2 WHERE id = $1', [id, status]);
    const [row] = await platform.db.query<[{ answered: Date | null; withdrawn: Date | null }]>(
      'SELECT answered_at AS answered, withdrawn_at AS withdrawn FROM application WHERE id = $1',
      [id],
    );
    return row;
  };
  expect(await moments('SEEN')).toEqual({ answered: null, withdrawn: null });
  const { answered: first } = await moments('INTERVIEW');
  expect(first).toBeInstanceOf(Date);
  expect(await moments('DECLINED')).toEqual({ answered: first, withdrawn: null });
  expect(await moments('WITHDRAWN')).toEqual({ answered: first, withdrawn: expect.any(Date) });
  const { ids } = await received(answered('2026-09-03'));
  expect(await platform.db.query('SELECT answered_at AS at FROM application WHERE id = $1', ids)).toEqual([
    { at: new Date('2026-09-03T12:00:00Z') },
  ]);
});

test('rate and median delay count what was answered or is overdue, from five on', async () => {
  const answers = [answered('2026-09-01'), answered('2026-09-05'), answered('2026-09-12')];
  const few = await received(...answers, {});
  const enough = await received(...answers, {}, { status: 'SEEN' }, { status: 'CLOSED_UNANSWERED' });
  const none = await received({}, {}, {}, {}, {});
  expect(await figures(few.companyId)).toBeNull();
  expect(await figures(enough.companyId)).toEqual([3, 6, 50, 4]);
  expect(await figures(none.companyId)).toEqual([0, 5, 0, null]);
});

test('a rate is full only when all were answered, and the median is a delay that was met', async () => {
  const answers = ['02', '03', '05', '09', '10', '11'].map((day) => answered(`2026-09-${day}`));
  const { companyId } = await received(...answers, {});
  expect(await figures(companyId)).toEqual([6, 7, 85, 4]);
});

test('what still waits within its time does not count, nor what is older than twelve months', async () => {
  const base = [answered('2026-09-02'), {}, {}, {}];
  const waiting = await received(...base, { due: '2026-10-01' });
  const over = await received(...base, { due: '2026-09-30' });
  const old = await received(...base, { sent: '2025-09-30T21:00:00Z', due: '2025-10-15' });
  const year = await received(...base, { sent: '2025-09-30T23:00:00Z', due: '2025-10-15' });
  expect(await figures(waiting.companyId)).toBeNull();
  expect(await figures(over.companyId)).toEqual([1, 5, 20, 1]);
  expect(await figures(old.companyId)).toBeNull();
  expect(await figures(year.companyId)).toEqual([1, 5, 20, 1]);
});

test('what was taken back in time does not count; after the day of answer, or after an answer, it does', async () => {
  const base = [answered('2026-09-02'), {}, {}, {}];
  const inTime: Sent = { status: 'WITHDRAWN', withdrawn: '2026-09-16T20:00:00Z' };
  expect(await figures((await received(...base, inTime)).companyId)).toBeNull();
  const late = await received(...base, { status: 'WITHDRAWN', withdrawn: '2026-09-17T10:00:00Z' });
  expect(await figures(late.companyId)).toEqual([1, 5, 20, 1]);
  const after = await received(...base, { ...inTime, answered: '2026-09-01T20:00:00Z' });
  expect(await figures(after.companyId)).toEqual([2, 5, 40, 0]);
});

test('days are days in France, and an answer dated before its application took none', async () => {
  const sent = '2026-09-01T21:59:00Z';
  const soon = { status: 'ACCEPTED' as const, sent, answered: '2026-09-01T22:01:00Z' };
  const { companyId } = await received(soon, soon, soon, soon, { ...soon, answered: '2026-08-20T08:00:00Z' });
  expect(await figures(companyId)).toEqual([5, 5, 100, 1]);
});

/** The same figures counted one by one; today is the first of October 2026. */
function countedByHand(all: Sent[]): object | null {
  const today = '2026-10-01';
  const day = (moment: string): string => civilDate(new Date(moment));
  const due = all.filter(({ status, sent, due: dueOn, answered: at, withdrawn }) => {
    if (day(sent!) < '2025-10-01') return false;
    if (at || status === 'CLOSED_UNANSWERED') return true;
    return dueOn! < today && (status !== 'WITHDRAWN' || day(withdrawn!) > dueOn!);
  });
  const delays = due
    .filter(({ answered: at }) => at)
    .map(({ sent, answered: at }) => Math.max(daysBetween(day(sent!), day(at!)), 0))
    .sort((one, other) => one - other);
  if (due.length < 5) return null;
  const median = delays.length > 0 ? delays[Math.ceil(delays.length / 2) - 1] : null;
  return [delays.length, due.length, Math.floor((100 * delays.length) / due.length), median];
}

test('over whatever twelve months brought, the figures are those counted one by one, days of 23 and 25 hours included', async () => {
  const owner = await anOwner(platform);
  const offers = await Promise.all(Array.from({ length: 3 }, () => anOffer(platform, owner)));
  const hour = 3_600_000;
  const application = fc
    .record({
      hoursAgo: fc.oneof(fc.integer({ min: 0, max: 400 * 24 }), fc.integer({ min: 364 * 24, max: 367 * 24 })),
      promised: fc.integer({ min: 1, max: 30 }),
      later: fc.integer({ min: 0, max: 45 * 24 }),
      status: fc.constantFrom<ApplicationStatus>(
        'SENT',
        'SEEN',
        'INTERVIEW',
        'DECLINED',
        'WITHDRAWN',
        'CLOSED_UNANSWERED',
      ),
    })
    .map(({ hoursAgo, promised, later, status }): Sent => {
      const at = Date.parse('2026-10-01T09:30:00Z') - hoursAgo * hour;
      const moved = new Date(at + later * hour).toISOString();
      const due = new Date(Date.parse(civilDate(new Date(at))) + promised * 24 * hour).toISOString().slice(0, 10);
      const moments = status === 'WITHDRAWN' ? { withdrawn: moved } : {};
      const answers = status === 'INTERVIEW' || status === 'DECLINED' ? { answered: moved } : {};
      return { status, sent: new Date(at).toISOString(), due, ...moments, ...answers };
    });
  await fc.assert(
    fc.asyncProperty(fc.array(application, { minLength: 4, maxLength: 24 }), async (all) => {
      await platform.db.query('DELETE FROM application');
      for (const [at, { status, sent, due, answered: answer, withdrawn }] of all.entries()) {
        await platform.db.query(
          `INSERT INTO application (offer_id, candidate_id, status, sent_at, answer_due_on, answered_at, withdrawn_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [offers[at % 3]!.id, candidates[Math.floor(at / 3)], status, sent, due, answer, withdrawn],
        );
      }
      expect(await figures(owner.companyId)).toEqual(countedByHand(all));
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('only what changed is written, and what can no longer be told goes', async () => {
  const same = await received({}, {}, {}, {}, {});
  const moving = await received({}, {}, {}, {}, {});
  await keeper.recount();
  const [before, moved] = [await known(same.companyId), await known(moving.companyId)];
  platform.travelTo('2026-10-02T10:00:00Z');
  await platform.db.query(
    `UPDATE application SET status = 'INTERVIEW', answered_at = '2026-10-01T15:00:00Z' WHERE id = $1`,
    [moving.ids[0]],
  );
  expect(await figures(moving.companyId)).toEqual([1, 5, 20, 30]);
  expect(await known(same.companyId)).toEqual(before);
  expect(await known(moving.companyId)).not.toEqual(moved);
  await platform.db.query('DELETE FROM application WHERE id = $1', [same.ids[0]]);
  expect(await figures(same.companyId)).toBeNull();
  platform.travelTo('2027-09-03T10:00:00Z');
  expect(await figures(moving.companyId)).toBeNull();
});

test('one counts at a time: who comes meanwhile has nothing to do', async () => {
  const { companyId } = await received({}, {}, {}, {}, {});
  const other = platform.db.createQueryRunner();
  await other.startTransaction();
  await other.query(`SELECT pg_advisory_xact_lock(hashtext('vte responsiveness'))`);
  expect(await keeper.recount()).toBe(false);
  expect(await known(companyId)).toEqual([]);
  await other.commitTransaction();
  await other.release();
  expect((await Promise.all([keeper.recount(), keeper.recount(), keeper.recount()])).some(Boolean)).toBe(true);
  expect(await known(companyId)).toHaveLength(1);
});

test('everyone reads how a company answers, in words too; nothing where it is not known', async () => {
  const READ = `query ($id: ID!) { company(id: $id) { responsiveness { ...how }
    openOffers { nodes { responsiveness { ...how } } } } }
    fragment how on Responsiveness { answerRate medianDaysToAnswer counted sentence }`;
  const answers = ['02', '04', '05', '06'].map((day) => answered(`2026-09-${day}`));
  const { companyId } = await received(...answers, {});
  const read = async (language: string) => {
    const { company } = await platform.ask(READ, { id: companyId }, { language });
    expect(company.openOffers.nodes).toEqual([{ responsiveness: company.responsiveness }]);
    return company.responsiveness;
  };
  expect(await read('fr')).toBeNull();
  await keeper.recount();
  const fact = { answerRate: 80, medianDaysToAnswer: 3, counted: 5 };
  expect(await read('fr')).toEqual({
    ...fact,
    sentence: 'Répond à 80 % des candidatures, une fois sur deux en 3 jours au plus.',
  });
  expect(await read('en')).toEqual({
    ...fact,
    sentence: 'Answers 80% of applications, half of the time within 3 days.',
  });
});

test('a company that goes takes what is known of it along', async () => {
  const { companyId } = await received({}, {}, {}, {}, {});
  await keeper.recount();
  await platform.db.query('DELETE FROM company WHERE id = $1', [companyId]);
  expect(await known(companyId)).toEqual([]);
});
