import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { AlertKeeper } from '../../src/alerts/alert-keeper.js';
import { Matcher } from '../../src/matcher/matcher.js';
import { NotesTidy } from '../../src/alerts/notes-tidy.js';
import { ProfileMatches } from '../../src/alerts/profile-matches.js';
import { OfferFactsReader } from '../../src/scoring/offer-facts-reader.js';
import { OffersRepository } from '../../src/offers/offers.repository.js';
import { findableIds } from '../invitations/inviting.js';
import { anOffer, anOwner } from '../support/people.js';
import { Platform } from '../support/platform.js';

/** Many offers, people who leave and several workers at once; the memory that ranks; notes that nobody reads. */
let platform: Platform;
let owner: { token: string; companyId: string };
let keeper: AlertKeeper;

beforeAll(async () => {
  platform = await Platform.start('alerts_at_once');
  owner = await anOwner(platform);
  keeper = platform.app.get(AlertKeeper, { strict: false });
}, 60_000);
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => platform.stop());

const counted = async (sql: string, values: unknown[] = []): Promise<number> =>
  (await platform.db.query(`SELECT count(*)::int AS count FROM ${sql}`, values))[0].count;
const askAll = (ids: string[], words: string): Promise<unknown> =>
  platform.db.query(
    `WITH asked AS (INSERT INTO alert_setting (candidate_id, profile_alerts, min_score)
                    SELECT id, true, 1 FROM unnest($1::uuid[]) AS id)
     INSERT INTO saved_search (candidate_id, name, words) SELECT id, 'Recherche', $2 FROM unnest($1::uuid[]) AS id`,
    [ids, words],
  );

test('a hundred offers published while three workers look, people leave and offers go: no deadlock, nothing lost', async () => {
  const ids = await findableIds(platform, 40);
  await askAll(ids, 'boisselier');
  const { id: first } = await anOffer(platform, owner, { title: 'Boisselier', publish: false });
  const columns: { name: string }[] = await platform.db.query(
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_name = 'offer' AND column_name NOT IN ('id', 'slug', 'status', 'published_at') AND is_generated = 'NEVER'
        AND is_identity = 'NO'`,
  );
  const same = columns.map(({ name }) => name).join(', ');
  await platform.db.query(
    `INSERT INTO offer (slug, status, ${same}) SELECT 'boisselier-' || n, 'DRAFT', ${same} FROM offer, generate_series(1, 100) AS n
      WHERE id = $1`,
    [first],
  );
  await platform.db.query(
    `INSERT INTO offer_site (offer_id, commune_code, position) SELECT id, '01283', 0 FROM offer WHERE slug LIKE 'boisselier-%' AND id <> $1
      ON CONFLICT DO NOTHING`,
    [first],
  );
  const made: { id: string }[] = await platform.db.query(
    `SELECT id FROM offer WHERE title = 'Boisselier' AND id <> $1 ORDER BY random()`,
    [first],
  );
  expect(made).toHaveLength(100);
  const going = made.slice(0, 10).map(({ id }) => id);
  const leaving = ids.slice(0, 10);
  const publish = async (id: string): Promise<void> => {
    await platform.db.query(
      `UPDATE offer SET status = 'OPEN', published_at = now(), expires_on = now()::date + 60 WHERE id = $1`,
      [id],
    );
  };
  const leave = async (id: string): Promise<void> => {
    await platform.db.query('DELETE FROM account WHERE id = (SELECT account_id FROM candidate WHERE id = $1)', [id]);
  };
  const go = (): Promise<void> =>
    platform.db.transaction(async (tx) => {
      await tx.query('SELECT FROM offer WHERE id = ANY($1) ORDER BY id FOR UPDATE', [going]);
      await tx.query('DELETE FROM offer WHERE id = ANY($1)', [going]);
    });
  const work = async (): Promise<void> => {
    for (let round = 0; round < 15; round += 1) await keeper.once();
  };
  await Promise.all([
    ...made.slice(0, 50).map(({ id }) => publish(id)),
    work(),
    work(),
    ...leaving.map(leave),
    ...made.slice(50).map(({ id }) => publish(id)),
    work(),
    go(),
  ]);
  await keeper.all();
  expect(await counted(`alert WHERE offer_title = 'Boisselier'`)).toBe(30 * 90);
  expect(await counted('alert_due')).toBe(0);
}, 60_000);

test('it is found whom an offer concerns without holding a connection meanwhile', async () => {
  await anOffer(platform, owner, { title: 'Boisselier encore' });
  const transaction = jest.spyOn(platform.db, 'transaction');
  const profiles = platform.app.get(ProfileMatches, { strict: false });
  const now = profiles.now.bind(profiles);
  const before: number[] = [];
  jest.spyOn(profiles, 'now').mockImplementation(() => {
    before.push(transaction.mock.calls.length);
    return now();
  });
  await keeper.all();
  expect(before).toEqual([0]);
  expect(transaction).toHaveBeenCalledTimes(1);
});

test('with many who asked, the memory catches up once before it is asked; if it cannot, their rows are judged', async () => {
  const ids = await findableIds(platform, 110);
  await platform.db.query(
    `UPDATE candidate SET skills = '[{"code": "assurance-qualite", "level": "MASTERED"}]' WHERE id = ANY($1)`,
    [ids],
  );
  await platform.db.query('DELETE FROM alert_setting');
  await platform.db.query('DELETE FROM saved_search');
  await askAll(ids, 'nulle part ailleurs');
  const wanted = { title: 'Animatrice AMDEC', requiredSkillCodes: ['assurance-qualite'] };
  await platform.matcherReady();
  const matcher = platform.app.get(Matcher, { strict: false });
  const ask = matcher.ask.bind(matcher);
  const asked: string[] = [];
  let fails = false;
  jest.spyOn(matcher, 'ask').mockImplementation((name, about) => {
    asked.push(name);
    return name === 'catchUp' && fails ? Promise.reject(new Error('not now')) : ask(name, about);
  });
  const told = (title: string): Promise<number> => counted('alert WHERE offer_title = $1', [title]);
  await anOffer(platform, owner, wanted);
  await anOffer(platform, owner, { ...wanted, title: 'Animateur AMDEC' });
  await keeper.all();
  expect(asked).toEqual(['catchUp', 'above', 'above']);
  expect([await told('Animatrice AMDEC'), await told('Animateur AMDEC')]).toEqual([110, 110]);

  fails = true;
  jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  const { id } = await anOffer(platform, owner, { ...wanted, title: 'Encore AMDEC' });
  await keeper.all();
  expect(asked.slice(3)).toEqual(['catchUp']);
  expect(await told('Encore AMDEC')).toBe(110);

  const offer = (await platform.app.get(OffersRepository, { strict: false }).byId(id))!;
  const facts = await platform.app.get(OfferFactsReader, { strict: false }).ofOne(offer);
  const profiles = platform.app.get(ProfileMatches, { strict: false });
  const byRows = await profiles.of(facts);
  fails = false;
  const byMemory = await profiles.of(facts);
  const sorted = (list: { id: string }[]) => [...list].sort((one, other) => (one.id < other.id ? -1 : 1));
  expect(sorted(byMemory)).toEqual(sorted(byRows));
});

test('what nobody reads is taken away; a change only when every follower had the time to see it', async () => {
  const tidy = new NotesTidy(platform.db);
  await platform.db.query('DELETE FROM match_change');
  await platform.db.query(
    `INSERT INTO alert_due (offer_id, due_at) SELECT gen_random_uuid(), now() - make_interval(days => days)
       FROM unnest('{6,8,30}'::int[]) AS days`,
  );
  const changed = (minutes: number): Promise<unknown> =>
    platform.db.query(
      `INSERT INTO match_change (kind, id, at) VALUES ('offer', gen_random_uuid(), now() - make_interval(mins => $1))`,
      [minutes],
    );
  await changed(5);
  await changed(20);
  await tidy.tidy();
  expect([await counted('alert_due'), await counted('match_change')]).toEqual([1, 2]);
  await changed(600);
  await tidy.tidy();
  expect(await counted('match_change')).toBe(2);
  await tidy.tidy();
  expect(await counted('match_change')).toBe(1);
  await keeper.all();
  expect(await counted('alert_due')).toBe(0);
});

test('a search that was erased is named for eight minutes more, and until its change could be seen', async () => {
  const tidy = new NotesTidy(platform.db);
  await platform.db.query('DELETE FROM saved_search_change');
  const changed = (minutes: number): Promise<unknown> =>
    platform.db.query(
      `INSERT INTO saved_search_change (saved_search_id, changed_in, changed_at)
       VALUES (gen_random_uuid(), pg_current_xact_id()::text::bigint, now() - make_interval(mins => $1))`,
      [minutes],
    );
  await changed(7);
  await changed(9);
  await tidy.tidy();
  await changed(600);
  expect(await counted('saved_search_change')).toBe(3);
  await tidy.tidy();
  expect(await counted('saved_search_change')).toBe(2);
  await tidy.tidy();
  expect(await counted('saved_search_change')).toBe(1);
});
