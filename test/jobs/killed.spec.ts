import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { MailApp } from '../mail/mail-app.js';
import { type SmtpPeer, startSmtpPeer } from '../support/smtp-peer.js';
import { freePort } from '../support/free-port.js';
import { Program } from './process.js';

/**
 * The platform’s own processes, killed without a word. A ledger outside of them holds what was promised; at the end everyone
 * who was promised a letter has it, at most once more than once, and nobody else has one.
 */
let peer: SmtpPeer;
let rooms: MailApp;
let port: number;
let environment: Record<string, string>;
const running: Program[] = [];

beforeAll(async () => {
  Logger.overrideLogger(false);
  peer = await startSmtpPeer();
  port = await freePort();
  rooms = await MailApp.start('killed', { SMTP_URL: peer.url });
  environment = {
    NODE_ENV: 'test',
    RATE_LIMITS: 'off',
    DATABASE_URL: rooms.databaseUrl,
    DATABASE_POOL: '4',
    DATA_DIR: rooms.dataDir,
    MEILI_URL: process.env['VTE_TEST_MEILI_URL']!,
    MEILI_KEY: process.env['VTE_TEST_MEILI_KEY']!,
    MEILI_PREFIX: `t${process.env['JEST_WORKER_ID'] ?? '0'}_killed`,
    SMTP_URL: peer.url,
    PORT: String(port),
  };
});
afterEach(async () => {
  peer.release();
  for (const program of running.splice(0)) await program.kill();
});
afterAll(async () => {
  await rooms.stop();
  await peer.stop();
});

function start(name: 'main' | 'worker'): Program {
  const program = Program.start(name, environment);
  running.push(program);
  return program;
}

const count = async (sql: string): Promise<number> =>
  (await rooms.db.query<[{ n: number }]>(`SELECT count(*)::int AS n FROM ${sql}`))[0].n;
const jobs = (): Promise<number> => count('graphile_worker._private_jobs WHERE attempts < max_attempts');
const copies = (email: string): number => peer.to(email).length;

it('loses no letter of an API that dies after it committed, and sends none that it did not', async () => {
  const api = start('main');
  await api.until('listening', () =>
    fetch(`http://127.0.0.1:${port}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  const emails = Array.from({ length: 24 }, (_, index) => `newcomer${index}@example.com`);
  const ledger = new Map<string, 'promised' | 'unknown'>(emails.map((email) => [email, 'unknown']));
  let answered = 0;
  const signUp = async (email: string): Promise<void> => {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }',
        variables: { input: { email, password: 'correct-horse-battery-staple', role: 'CANDIDATE' } },
      }),
    });
    const { data } = (await response.json()) as { data: { signUp: { __typename: string } } };
    expect(data.signUp.__typename).toBe('EmailToConfirm');
    ledger.set(email, 'promised');
    answered += 1;
    if (answered === 8) await api.kill();
  };
  await Promise.allSettled(emails.map(signUp));
  await api.kill();
  const promised = emails.filter((email) => ledger.get(email) === 'promised');
  expect(promised.length).toBeGreaterThanOrEqual(8);
  expect(promised.length).toBeLessThan(24);
  expect(peer.mails).toEqual([]);
  const committed = await count('pending_sign_up');
  const worker = start('worker');
  await worker.until('without jobs', async () => (await jobs()) === 0);
  for (const email of promised) expect([email, copies(email)]).toEqual([email, 1]);
  expect(peer.mails).toHaveLength(committed);
});

it('sends what a worker had in hand when it died once more at most, and what it had not reached once', async () => {
  peer.hold();
  const emails = await Promise.all(Array.from({ length: 12 }, () => rooms.write()));
  const first = start('worker');
  await first.until('four letters out', () => peer.holding === 4);
  await first.kill();
  const inHand = emails.filter((email) => copies(email) === 1);
  expect(inHand).toHaveLength(4);
  peer.release();
  const second = start('worker');
  await second.until('without jobs', async () => (await jobs()) === 0);
  expect(emails.map((email) => [email, copies(email)])).toEqual(
    emails.map((email) => [email, inHand.includes(email) ? 2 : 1]),
  );
  for (const email of inHand) expect(new Set(peer.to(email).map(({ messageId }) => messageId)).size).toBe(1);
  expect(await count('mail WHERE sent_at IS NULL')).toBe(0);
});

it('sends once what a worker had begun and not handed over when it died', async () => {
  peer.hold('mail');
  const email = await rooms.write();
  const first = start('worker');
  await first.until('at the server', () => peer.holding > 0);
  expect((await rooms.row(email)).triedAt).not.toBeNull();
  await first.kill();
  peer.release();
  const second = start('worker');
  await second.until('without jobs', async () => (await jobs()) === 0);
  expect(copies(email)).toBe(1);
  expect(await rooms.row(email)).toMatchObject({ uncertainTries: 1, failedAt: null });
});

it('sends each letter once with two workers and every job there twice', async () => {
  const emails = await Promise.all(Array.from({ length: 20 }, () => rooms.write()));
  await rooms.db.query(
    `SELECT graphile_worker.add_job('send-mail', json_build_object('id', id), max_attempts => 25) FROM mail WHERE sent_at IS NULL AND failed_at IS NULL`,
  );
  expect(await jobs()).toBe(40);
  const [one] = [start('worker'), start('worker')];
  await one.until('without jobs', async () => {
    await rooms.db.query(
      'UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL AND run_at > now()',
    );
    return (await jobs()) === 0;
  });
  for (const email of emails) expect([email, copies(email)]).toEqual([email, 1]);
});

it('goes on when all its connections to the database were cut, and takes over what a dead worker holds meanwhile', async () => {
  const worker = start('worker');
  const before = await rooms.write();
  await worker.until('at work', () => copies(before) === 1);
  const admin = new Client({ connectionString: rooms.databaseUrl });
  await admin.connect();
  const cut = await admin.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'vte-territoires-jobs'`,
  );
  expect(cut.rowCount).toBeGreaterThan(0);
  const after = await rooms.write();
  await worker.until('at work again', () => copies(after) === 1);
  const held = await rooms.write();
  await admin.query(
    `UPDATE graphile_worker._private_jobs SET locked_by = 'worker-of-nobody', locked_at = now() WHERE key = $1`,
    [`mail:${(await rooms.row(held)).id}`],
  );
  await admin.end();
  await worker.until('taking over', () => copies(held) === 1);
});
