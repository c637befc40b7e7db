import { randomUUID } from 'node:crypto';
import { PersonalData } from '../../src/accounts/personal-data.js';
import { Audit } from '../../src/audit/audit.js';
import { erasedPerson } from '../../src/audit/audit-keeper.js';
import { password, signUp } from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;
let audit: Audit;

beforeAll(async () => {
  platform = await Platform.start('audit_log');
  platform.travelTo('2026-09-01T10:00:00Z');
  audit = platform.app.get(Audit, { strict: false });
});
afterAll(() => platform.stop());

const rowsOf = (act: string): Promise<any[]> =>
  platform.db.query(
    'SELECT actor_id, object_type, object_id, outcome, reason, details, at FROM audit_entry WHERE act = $1 ORDER BY at',
    [act],
  );

test('an entry is there if and only if its act is', async () => {
  const actor = { id: randomUUID() };
  const entry = { actor, act: 'test.kept', objectType: 'Offer', objectId: randomUUID(), details: { from: 'OPEN' } };
  await platform.db.transaction((tx) => audit.note(tx, entry));
  await expect(
    platform.db.transaction(async (tx) => {
      await audit.note(tx, { ...entry, act: 'test.undone' });
      throw new Error('the act failed');
    }),
  ).rejects.toThrow('the act failed');
  expect(await rowsOf('test.kept')).toEqual([
    {
      actor_id: actor.id,
      object_type: 'Offer',
      object_id: entry.objectId,
      outcome: 'DONE',
      reason: null,
      details: { from: 'OPEN' },
      at: new Date('2026-09-01T10:00:00Z'),
    },
  ]);
  expect(await rowsOf('test.undone')).toEqual([]);
});

test('who sees as another is the administrator in the log', async () => {
  const admin = randomUUID();
  const actor = { id: randomUUID(), seenBy: admin };
  await audit.note(platform.db.manager, { actor, act: 'test.seen', objectType: 'Offer', objectId: null });
  expect(await rowsOf('test.seen')).toMatchObject([{ actor_id: admin }]);
});

test.each(['UPDATE audit_entry SET reason = $$other$$', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])(
  'nobody can: %s',
  async (statement) => {
    await audit.note(platform.db.manager, { actor: null, act: 'test.hard', objectType: 'Offer', objectId: null });
    await expect(platform.db.query(statement)).rejects.toThrow('the audit log is only ever added to');
  },
);

test('the keeper’s setting does not outlive what it is for', async () => {
  await platform.db.transaction(async (tx) => {
    await platform.app.get(PersonalData, { strict: false }).erase(tx, randomUUID());
    await expect(tx.query('DELETE FROM audit_entry')).rejects.toThrow('the audit log is only ever added to');
  });
});

test('who is erased is nowhere in the log, and what was done stays in it', async () => {
  const { token, email } = await signUp(platform, 'CANDIDATE');
  const [{ id }] = await platform.db.query('SELECT id FROM account WHERE email = $1', [email]);
  const note = { act: 'test.person', objectType: 'Account', objectId: id, reason: 'Canari du Jura' };
  await audit.note(platform.db.manager, { ...note, actor: null });
  await audit.note(platform.db.manager, { ...note, actor: { id }, objectId: 'x', details: { also: [id] } });
  await audit.note(platform.db.manager, { ...note, actor: null, objectId: randomUUID(), ownerId: id });
  await platform.ask(
    'mutation ($password: String!) { eraseMyAccount(password: $password) { __typename } }',
    { password },
    { token },
  );
  expect(await platform.db.query('SELECT FROM account WHERE id = $1', [id])).toEqual([]);
  const rows = await rowsOf('test.person');
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${id}|Canari`));
  expect(rows).toHaveLength(3);
  expect(rows.map((row) => [row.actor_id, row.object_id, row.details])).toEqual(
    expect.arrayContaining([
      [null, erasedPerson, {}],
      [null, erasedPerson, {}],
      [erasedPerson, 'x', { also: [erasedPerson] }],
    ]),
  );
});

test('an administrator who leaves leaves the reasons given', async () => {
  const { token, email } = await signUp(platform, 'CANDIDATE');
  await platform.db.query(`UPDATE account SET role = 'ADMIN' WHERE email = $1`, [email]);
  // Without one it would open nothing.
  await platform.db.query('UPDATE session SET second_factor = true');
  const [{ id }] = await platform.db.query('SELECT id FROM account WHERE email = $1', [email]);
  const note = { act: 'test.admin', objectType: 'Company', objectId: randomUUID(), reason: 'Signalée trois fois' };
  await audit.note(platform.db.manager, { ...note, actor: { id } });
  const query = 'mutation ($password: String!) { eraseMyAccount(password: $password) { __typename } }';
  await platform.ask(query, { password }, { token });
  expect(await rowsOf('test.admin')).toMatchObject([{ actor_id: erasedPerson, reason: 'Signalée trois fois' }]);
});

test('entries of a year ago are forgotten, younger ones are not', async () => {
  platform.travelTo('2027-01-01T00:00:00Z');
  await audit.note(platform.db.manager, { actor: null, act: 'test.old', objectType: 'Offer', objectId: null });
  platform.travelTo('2027-12-31T23:00:00Z');
  await platform.tick('forget-audit');
  expect(await rowsOf('test.old')).toHaveLength(1);
  platform.travelTo('2028-01-01T00:00:00Z');
  await platform.tick('forget-audit');
  expect(await rowsOf('test.old')).toEqual([]);
});
