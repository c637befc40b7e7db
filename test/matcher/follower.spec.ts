import { jest } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import {
  insertCandidates,
  insertCompanies,
  insertOffers,
  makeCandidates,
  makeOffers,
  readWorld,
  type World,
} from '../../bench/population.js';
import { noteLoaded } from '../../src/territories/reference-load.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { AFollower } from './a-follower.js';
import { rankingsOf, readRows } from './rankings-of.js';

/** What is held in memory is what was committed, whatever the order of commits, the number of changes and the pauses. */
let database: TestDatabase;
let follower: AFollower;
let world: World;
let companies: string[];
let seed = 100;
const today = '2026-11-20';
const minutes = (count: number): number => count * 60_000;

beforeAll(async () => {
  database = await testDatabase('matcher_follower');
  follower = await AFollower.of(database.url);
  world = await readWorld(follower.db);
  companies = await insertCompanies(follower.db, world, 5);
  await insertOffers(follower.db, someOffers(200));
  await insertCandidates(follower.db, makeCandidates(world, 100, today));
  await follower.refresh();
}, 60_000);
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await follower.stop();
  await database.drop();
});

const someOffers = (count: number) => makeOffers(world, companies, count, today, (seed += 1));

/** What a follower that begins now holds, which cannot have missed anything. */
async function expectTrue(held = follower): Promise<void> {
  const fresh = await AFollower.of(database.url);
  try {
    const rows = await readRows(fresh.db);
    expect(rankingsOf(held.memory, rows, today)).toEqual(rankingsOf(await fresh.refresh(), rows, today));
    expect(held.memory.offers.count).toBe(rows.offers.length);
    expect(held.memory.candidates.count).toBe(rows.candidates.length);
  } finally {
    await fresh.stop();
  }
}

async function writer(): Promise<QueryRunner> {
  const runner = follower.db.createQueryRunner();
  await runner.startTransaction();
  return runner;
}

const now = Date.now;

/** For the followers, so much time has passed since this test began. */
function later(milliseconds: number): void {
  jest.spyOn(Date, 'now').mockImplementation(() => now() + milliseconds);
}

const changes = async (): Promise<number> =>
  (await follower.db.query<[{ count: number }]>('SELECT count(*)::int AS count FROM match_change'))[0].count;

const namesInChanges = async (): Promise<string[]> =>
  (await follower.db.query<{ id: string }[]>('SELECT DISTINCT id FROM match_change')).map(({ id }) => id);

describe('commits in any order', () => {
  test('a transaction that began early and commits late is not missed, though the follower passed meanwhile', async () => {
    const early = await writer();
    const [first, second, third] = someOffers(3).map((offer) => [offer] as const);
    await insertOffers(early, first!);
    await insertOffers(follower.db, second!);
    await follower.refresh();
    expect([first!, second!].map(([{ id }]) => follower.holdsOffer(id))).toEqual([false, true]);
    await insertOffers(follower.db, third!);
    await follower.refresh();
    await follower.refresh();
    await early.commitTransaction();
    await early.release();
    await follower.refresh();
    expect([first!, second!, third!].map(([{ id }]) => follower.holdsOffer(id))).toEqual([true, true, true]);
    await expectTrue();
  });

  test('one that has its number early and writes late, within a savepoint, is not missed', async () => {
    const early = await writer();
    await early.query('SELECT pg_current_xact_id()');
    await insertOffers(follower.db, someOffers(2));
    await follower.refresh();
    const late = someOffers(1);
    await early.startTransaction();
    await insertOffers(early, late);
    await early.commitTransaction();
    await follower.refresh();
    expect(follower.holdsOffer(late[0]!.id)).toBe(false);
    await early.commitTransaction();
    await early.release();
    await follower.refresh();
    expect(follower.holdsOffer(late[0]!.id)).toBe(true);
  });

  test('the last of two changes of the same offer holds, whichever began first', async () => {
    const [offer] = someOffers(1);
    await insertOffers(follower.db, [offer!]);
    await follower.refresh();
    const pausing = await writer();
    await pausing.query('SELECT pg_current_xact_id()');
    await follower.db.query(`UPDATE offer SET green_mission = NOT green_mission WHERE id = $1`, [offer!.id]);
    await follower.refresh();
    await pausing.query(`UPDATE offer SET status = 'PAUSED' WHERE id = $1`, [offer!.id]);
    await follower.refresh();
    expect(follower.holdsOffer(offer!.id)).toBe(true);
    await pausing.commitTransaction();
    await pausing.release();
    await follower.refresh();
    expect(follower.holdsOffer(offer!.id)).toBe(false);
  });

  test('what is rolled back changes nothing, wholly or to a savepoint', async () => {
    const before = await changes();
    const [undone, kept] = someOffers(2);
    const whole = await writer();
    await insertOffers(whole, [undone!]);
    await whole.query(`DELETE FROM offer WHERE id <> $1`, [undone!.id]);
    await follower.refresh();
    await whole.rollbackTransaction();
    await whole.release();
    await follower.refresh();
    expect([follower.holdsOffer(undone!.id), await changes()]).toEqual([false, before]);
    const partly = await writer();
    await insertOffers(partly, [kept!]);
    await partly.startTransaction();
    await partly.query(`UPDATE offer SET status = 'CLOSED' WHERE id = $1`, [kept!.id]);
    await partly.rollbackTransaction();
    await partly.commitTransaction();
    await partly.release();
    await follower.refresh();
    expect(follower.holdsOffer(kept!.id)).toBe(true);
    await expectTrue();
  });

  test('many writers at once while it follows: in the end it holds what is there', async () => {
    const state = { writing: true };
    const follows = (async () => {
      while (state.writing) await follower.refresh();
    })();
    const pool = await AFollower.of(database.url);
    await Promise.all(
      Array.from({ length: 6 }, async (_, lane) => {
        for (let at = 0; at < 12; at += 1) {
          await pool.db.transaction(async (tx) => {
            const made = makeOffers(world, companies, 3, today, 10_000 + lane * 100 + at);
            await insertOffers(tx, made);
            await tx.query(`UPDATE offer SET status = 'CLOSED' WHERE id = $1`, [made[0]!.id]);
            if (at % 4 === 3) await tx.query(`DELETE FROM offer WHERE id = $1`, [made[1]!.id]);
          });
        }
      }),
    );
    state.writing = false;
    await follows;
    await pool.stop();
    await follower.refresh();
    await expectTrue();
  });
});

describe('reading', () => {
  test('what is committed while everything is being read is not missed', async () => {
    const made = someOffers(2);
    const fresh = await AFollower.of(database.url);
    const writes: Promise<unknown>[] = [];
    await fresh.refresh(() => {
      if (writes.length > 0) return;
      writes.push(insertOffers(follower.db, made));
      writes.push(follower.db.query(`DELETE FROM candidate WHERE id = (SELECT min(id::text)::uuid FROM candidate)`));
    });
    await Promise.all(writes);
    await fresh.refresh();
    expect(writes).toHaveLength(2);
    expect(made.map(({ id }) => fresh.holdsOffer(id))).toEqual([true, true]);
    await expectTrue(fresh);
    await fresh.stop();
  });

  test('thousands of changes at once are followed, without everything being read again', async () => {
    await insertOffers(follower.db, someOffers(3_000));
    await insertCandidates(follower.db, makeCandidates(world, 1_500, today, 77));
    const memory = follower.memory;
    await follower.refresh();
    await expectTrue();
    await follower.db.query(
      `UPDATE offer SET green_mission = NOT green_mission, salary_min = 26000, salary_max = NULL`,
    );
    await follower.db.query(`UPDATE candidate SET visible_since = CASE WHEN visible_since IS NULL THEN now() END`);
    await follower.db.query(`DELETE FROM offer WHERE right(id::text, 1) < '4'`);
    await follower.refresh();
    await expectTrue();
    expect(follower.memory).toBe(memory);
  });

  test('with more changes than are worth following one by one, everything is read again', async () => {
    const { memory } = follower;
    await follower.db.query(
      `INSERT INTO match_change (kind, id) SELECT 'offer', gen_random_uuid() FROM generate_series(1, 200001)`,
    );
    await follower.refresh();
    expect(follower.memory).not.toBe(memory);
    await expectTrue();
    await follower.db.query('DELETE FROM match_change');
  });

  test('a change of the reference data: everything is read again, with the same result', async () => {
    const rows = await readRows(follower.db);
    const { memory } = follower;
    const before = rankingsOf(memory, rows, today);
    await follower.db.transaction((tx) => noteLoaded(tx, 'rome', 'another'));
    await Promise.all([follower.gazetteer.refresh(), follower.knowledge.refresh()]);
    await follower.refresh();
    expect(follower.memory).not.toBe(memory);
    expect(rankingsOf(follower.memory, rows, today)).toEqual(before);
    const again = follower.memory;
    await follower.refresh();
    expect(follower.memory).toBe(again);
  });

  test('after a failure in the middle it goes on from where it was', async () => {
    const made = someOffers(3);
    await insertOffers(follower.db, made);
    await follower.db.query('ALTER TABLE candidate RENAME TO candidate_away');
    await follower.db.query(
      'UPDATE candidate_away SET first_name = first_name WHERE id IN (SELECT id FROM candidate_away LIMIT 3)',
    );
    await expect(follower.refresh()).rejects.toThrow('candidate');
    await follower.db.query('ALTER TABLE candidate_away RENAME TO candidate');
    await follower.refresh();
    expect(made.every(({ id }) => follower.holdsOffer(id))).toBe(true);
    await expectTrue();
  });
});

describe('the list of changes', () => {
  test('a follower that slept more than five minutes reads everything again, and not after less', async () => {
    const { memory } = follower;
    await follower.refresh();
    later(minutes(4.5));
    await follower.refresh();
    expect(follower.memory).toBe(memory);
    later(minutes(4.5 + 5.1));
    const offers = someOffers(1);
    await insertOffers(follower.db, offers);
    await follower.db.query('DELETE FROM match_change');
    await follower.refresh();
    expect(follower.memory).not.toBe(memory);
    expect(follower.holdsOffer(offers[0]!.id)).toBe(true);
  });

  test('changes older than ten minutes are forgotten, later ones kept', async () => {
    const forgetful = await AFollower.of(database.url);
    const [old, recent] = someOffers(2);
    await insertOffers(follower.db, [old!]);
    await follower.db.query(`UPDATE match_change SET at = now() - interval '11 minutes'`);
    await forgetful.refresh();
    await insertOffers(follower.db, [recent!]);
    later(minutes(11));
    await forgetful.refresh();
    expect(await namesInChanges()).toEqual([recent!.id]);
    await forgetful.stop();
  });

  test('what a transaction of more than ten minutes changed is not forgotten before the others have seen it', async () => {
    const other = await AFollower.of(database.url);
    const commitLong = async (): Promise<string> => {
      const [offer] = someOffers(1);
      const long = await writer();
      await insertOffers(long, [offer!]);
      await long.query(`UPDATE match_change SET at = now() - interval '20 minutes' WHERE tx = pg_current_xact_id()`);
      await long.commitTransaction();
      await long.release();
      return offer!.id;
    };
    await follower.refresh();
    const first = await commitLong();
    await other.refresh();
    await follower.refresh();
    expect(follower.holdsOffer(first)).toBe(true);
    const second = await commitLong();
    later(minutes(11));
    await other.refresh();
    jest.restoreAllMocks();
    await follower.refresh();
    expect(follower.holdsOffer(second)).toBe(true);
    const third = await commitLong();
    for (const passed of [12, 13, 15]) {
      later(minutes(passed));
      await other.refresh();
    }
    jest.restoreAllMocks();
    await follower.refresh();
    expect(follower.holdsOffer(third)).toBe(true);
    await other.stop();
  });
});
