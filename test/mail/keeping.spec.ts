import { writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PersonalData } from '../../src/accounts/personal-data.js';
import { Clock } from '../../src/common/clock.js';
import { mailKeptDays } from '../../src/mail/mail-keeper.js';
import { sentMails } from '../support/sent-mails.js';
import { MailApp } from './mail-app.js';

let rooms: MailApp;

beforeAll(async () => {
  rooms = await MailApp.start('mail_keeping');
});
afterAll(() => rooms.stop());

const inDays = (days: number): void => {
  const moment = Date.now() + days * 86_400_000;
  rooms.app.get(Clock).now = () => new Date(moment);
};
const fileOf = (id: string): string => join(rooms.dataDir, 'mail', `${id}.eml`);
const left = async (...emails: string[]): Promise<string[]> =>
  (
    await rooms.db.query<{ email: string }[]>(
      'SELECT to_address AS email FROM mail WHERE to_address = ANY ($1) ORDER BY email',
      [emails],
    )
  ).map(({ email }) => email);

it('keeps that a letter was sent, and its file, for two weeks, and one that waits for as long as it does', async () => {
  inDays(0);
  const sent = await rooms.write();
  await rooms.jobs();
  const { id } = await rooms.row(sent);
  const waiting = await rooms.write();
  const abandoned = await rooms.write();
  await rooms.db.query(
    `UPDATE graphile_worker._private_jobs SET attempts = max_attempts, run_at = now() + interval '1 year' WHERE key = $1`,
    [`mail:${(await rooms.row(abandoned)).id}`],
  );
  inDays(mailKeptDays - 0.01);
  await rooms.forget();
  expect(await left(sent, waiting, abandoned)).toEqual([sent, waiting, abandoned].sort());
  expect(existsSync(fileOf(id))).toBe(true);
  inDays(mailKeptDays + 0.01);
  await rooms.forget();
  expect(await left(sent, waiting, abandoned)).toEqual([waiting]);
  expect(existsSync(fileOf(id))).toBe(false);
  inDays(0);
  await rooms.jobs();
  expect(await sentMails(rooms, waiting)).toHaveLength(1);
});

it('forgets with a person what was written to them, about them, and to their address before they were there', async () => {
  const before = await rooms.write();
  const person = await rooms.account(before);
  const other = await rooms.account('other@example.com');
  await rooms.write({ to: { accountId: person } });
  await rooms.write({ to: { accountId: other }, about: person });
  const kept = await rooms.write();
  await rooms.jobs();
  const ids = (
    await rooms.db.query<{ id: string }[]>(`SELECT id FROM mail WHERE to_address IN ($1, 'other@example.com')`, [
      before,
    ])
  ).map(({ id }) => id);
  expect(ids).toHaveLength(3);
  for (const id of ids) expect(existsSync(fileOf(id))).toBe(true);
  const unfinished = join(rooms.dataDir, 'mail', '00000000-0000-4000-8000-000000000000.part');
  await writeFile(unfinished, 'x');
  await rooms.db.transaction(async (tx) => {
    await rooms.app.get(PersonalData, { strict: false }).erase(tx, person);
    await tx.query('DELETE FROM account WHERE id = $1', [person]);
  });
  expect(await left(before, 'other@example.com')).toEqual([]);
  await rooms.jobs();
  for (const id of ids) expect(existsSync(fileOf(id))).toBe(false);
  expect(existsSync(unfinished)).toBe(false);
  expect(existsSync(fileOf((await rooms.row(kept)).id))).toBe(true);
});

it('sends nothing of a letter whose reader was erased while it waited', async () => {
  const jobs = () => rooms.db.query('SELECT count(*)::int AS n FROM graphile_worker._private_jobs');
  const before = await jobs();
  const person = await rooms.account('gone@example.com');
  await rooms.write({ to: { accountId: person } });
  await rooms.db.query('DELETE FROM account WHERE id = $1', [person]);
  await rooms.jobs();
  expect(await sentMails(rooms, 'gone@example.com')).toEqual([]);
  expect(await jobs()).toEqual(before);
});
