import { createTransport } from 'nodemailer';
import type { SendMailOptions } from 'nodemailer/lib/mailer';
import { Clock } from '../../src/common/clock.js';
import { ReplyAddresses, replyAddressKeptDays } from '../../src/mail/reply-addresses.js';
import { type Reply, ReplyHandlers, type ReplyVerdict } from '../../src/mail/reply-handlers.js';
import { mostRepliesPerHour } from '../../src/mail/reply-intake.js';
import { longestReply, mostWrongAddresses, ReplyServer, slowlyMs } from '../../src/mail/reply-server.js';
import { freePort } from '../support/free-port.js';
import { MailApp } from './mail-app.js';

let rooms: MailApp;
let port: number;
let verdict: ReplyVerdict | Error = { taken: true };
let people = 0;

beforeAll(async () => {
  port = await freePort();
  rooms = await MailApp.start('replies', { REPLY_DOMAIN: 'reponses.vte.fr', REPLY_SMTP_PORT: String(port) });
  await rooms.db.query('CREATE TABLE taken (subject text, account_id uuid, body text)');
  rooms.app.get(ReplyHandlers).register('letter', async (tx, { subjectId, accountId, text }) => {
    await tx.query('INSERT INTO taken VALUES ($1, $2, $3)', [subjectId, accountId, text]);
    if (verdict instanceof Error) throw verdict;
    return verdict;
  });
  await rooms.app.get(ReplyServer).start();
});
beforeEach(() => {
  verdict = { taken: true };
});
afterAll(() => rooms.stop());

/** Someone who was written to, and the address to answer to. */
async function aReader(topic = 'letter:7'): Promise<{ id: string; email: string; to: string }> {
  const email = `reader-${(people += 1)}@example.com`;
  const id = await rooms.account(email);
  return { id, email, to: await addressFor(topic, id) };
}

const addressFor = async (topic: string, id: string): Promise<string> =>
  (await rooms.db.transaction((tx) => rooms.app.get(ReplyAddresses).addressFor(tx, topic, id)))!;

/** "250" or what the server refused it with. */
async function send(mail: SendMailOptions): Promise<string> {
  const client = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  try {
    return (await client.sendMail({ subject: 'Re: x', ...mail })).response.slice(0, 3);
  } catch (error) {
    return (error as { response?: string }).response ?? String(error);
  } finally {
    client.close();
  }
}

const taken = async ({ id }: { id: string }): Promise<Reply[]> =>
  rooms.db.query(
    'SELECT subject AS "subjectId", account_id AS "accountId", body AS text FROM taken WHERE account_id = $1',
    [id],
  );

it('hands over what was written, without what is quoted, the signature and the address', async () => {
  const { id, email, to } = await aReader('letter:42');
  const text = `Jeudi me convient.\n${email}\n\n-- \nMarie\n\nLe 23/11/2026 à 12:00, VTE <${to}> a écrit :\n> Bonjour\n`;
  expect(await send({ from: `"Marie" <${email.toUpperCase()}>`, to, text })).toBe('250');
  expect(await taken({ id })).toEqual([{ subjectId: '42', accountId: id, text: 'Jeudi me convient.\n[…]' }]);
});

it('reads what was written as HTML only, and drops files', async () => {
  const reader = await aReader();
  const html = '<p>Oui,<br>à <b>jeudi</b>.</p><blockquote><p>Bonjour</p></blockquote>';
  const attachments = [{ filename: 'cv.pdf', content: 'x'.repeat(100_000) }];
  expect(await send({ from: reader.email, to: reader.to, html, attachments })).toBe('250');
  expect(await taken(reader)).toMatchObject([{ text: 'Oui,\nà jeudi.' }]);
});

it('gives one address for one account and topic, in which neither is named', async () => {
  const { id, to } = await aReader('letter:1');
  expect(await addressFor('letter:1', id)).toBe(to);
  expect(await addressFor('letter:2', id)).not.toBe(to);
  expect(to).toMatch(/^reponse-[0-9a-f]{32}@reponses\.vte\.fr$/);
});

it('takes a mail that comes twice once, also when both come at the same time', async () => {
  const reader = await aReader();
  const mail = { from: reader.email, to: reader.to, text: 'Une fois', messageId: '<once@example.com>' };
  expect(await Promise.all([send(mail), send(mail), send(mail)])).toEqual(['250', '250', '250']);
  expect(await send(mail)).toBe('250');
  expect(await taken(reader)).toHaveLength(1);
});

it('asks to try later when something failed here, and has then taken nothing', async () => {
  const reader = await aReader();
  const mail = { from: reader.email, to: reader.to, text: 'Encore', messageId: '<again@example.com>' };
  verdict = new Error('secret words of ours');
  const answer = await send(mail);
  expect(answer).toMatch(/^451 4\.3\.0 /);
  expect(answer).not.toMatch(/secret/);
  expect(await taken(reader)).toEqual([]);
  verdict = { taken: true };
  expect(await send(mail)).toBe('250');
  expect(await taken(reader)).toHaveLength(1);
});

it('tells the sender why the room does not take it, in ASCII, and has then noted nothing', async () => {
  const reader = await aReader();
  verdict = { taken: false, because: { fr: 'L’échange est clos.', en: 'The conversation is closed.' } };
  const answer = await send({ from: reader.email, to: reader.to, text: 'Encore' });
  expect(answer).toBe("554 5.7.1 L'echange est clos. (The conversation is closed.)");
  expect(await taken(reader)).toEqual([]);
  expect(
    await rooms.db.query('SELECT FROM reply_received JOIN reply_address USING (token) WHERE account_id = $1', [
      reader.id,
    ]),
  ).toEqual([]);
});

it('believes only whom the letter was for', async () => {
  const [reader, other] = [await aReader(), await aReader()];
  expect(await send({ from: other.email, to: reader.to, text: 'x' })).toMatch(/^550 5\.7\.1 Repondez depuis/);
  expect(await send({ from: [reader.email, other.email], sender: other.email, to: reader.to, text: 'x' })).toMatch(
    /^550 5\.7\.1/,
  );
  await rooms.db.query('UPDATE account SET suspended_at = now() WHERE id = $1', [reader.id]);
  expect(await send({ from: reader.email, to: reader.to, text: 'x' })).toMatch(/^550 5\.1\.1/);
  expect([...(await taken(reader)), ...(await taken(other))]).toEqual([]);
});

it('refuses unknown and forgotten addresses and every other domain with the same words', async () => {
  const forgotten = await aReader();
  await rooms.db.query('UPDATE reply_address SET used_at = $2 WHERE account_id = $1', [
    forgotten.id,
    new Date(Date.now() - (replyAddressKeptDays + 1) * 86_400_000),
  ]);
  await rooms.forget();
  const erased = await aReader();
  await rooms.db.query('DELETE FROM account WHERE id = $1', [erased.id]);
  const answers = new Set<string>();
  for (const to of [
    forgotten.to,
    erased.to,
    `reponse-${'0'.repeat(32)}@reponses.vte.fr`,
    'postmaster@reponses.vte.fr',
    'someone@elsewhere.fr',
  ]) {
    answers.add(await send({ from: forgotten.email, to, text: 'x' }));
  }
  expect([...answers]).toEqual(["550 5.1.1 Cette adresse n'existe pas. (No such address.)"]);
});

it('takes nothing that a program wrote, that goes round, or that says nothing', async () => {
  const { email: from, to, id } = await aReader();
  const mails: [RegExp, SendMailOptions][] = [
    [/^550 5\.7\.1/, { headers: { 'Auto-Submitted': 'auto-replied' } }],
    [/^550 5\.7\.1/, { headers: { 'Auto-Submitted': 'auto-generated (x)' } }],
    [/^550 5\.7\.1/, { headers: { Precedence: 'bulk' } }],
    [/^550 5\.7\.1/, { headers: { 'X-Autoreply': 'yes' } }],
    [/^550 5\.7\.1/, { list: { id: { url: 'liste.example.com', comment: 'Liste' } } }],
    [/^550 5\.7\.1/, { envelope: { from: '', to } }],
    [/^554 5\.4\.6/, { headers: { Received: Array.from({ length: 31 }, () => 'from a by b') } }],
    [/^554 5\.6\.0/, { text: '> Bonjour\n' }],
    [/^552/, { text: 'x'.repeat(longestReply + 1) }],
  ];
  for (const [expected, mail] of mails) expect(await send({ from, to, text: 'x', ...mail })).toMatch(expected);
  expect(await send({ from, to, text: 'x', headers: { 'Auto-Submitted': 'no' } })).toBe('250');
  expect(await taken({ id })).toHaveLength(1);
});

it('takes so many in an hour', async () => {
  const { email: from, to, id } = await aReader();
  const answers: string[] = [];
  for (let count = 0; count <= mostRepliesPerHour; count += 1) answers.push(await send({ from, to, text: `${count}` }));
  expect(answers.slice(0, -1)).toEqual(Array.from({ length: mostRepliesPerHour }, () => '250'));
  expect(answers.at(-1)).toMatch(/^451 4\.7\.1/);
  expect(await taken({ id })).toHaveLength(mostRepliesPerHour);
  const later = Date.now() + 3_700_000;
  rooms.app.get(Clock).now = () => new Date(later);
  expect(await send({ from, to, text: 'later' })).toBe('250');
});

it('takes one recipient at a time, so that each is answered for', async () => {
  const [one, other] = [await aReader(), await aReader()];
  expect(await send({ from: one.email, to: [one.to, other.to], text: 'x' })).toBe('250');
  expect(await taken(one)).toHaveLength(1);
  expect(await taken(other)).toEqual([]);
});

it('answers slowly who tries addresses out, and still takes what is for a good one from there', async () => {
  const reader = await aReader();
  const guess = (): Promise<string> =>
    send({ from: reader.email, to: `reponse-${'1'.repeat(32)}@reponses.vte.fr`, text: 'x' });
  for (let count = 0; count < mostWrongAddresses; count += 1) await guess();
  const since = Date.now();
  expect(await send({ from: reader.email, to: reader.to, text: 'x' })).toBe('250');
  expect(await guess()).toMatch(/^550 5\.1\.1/);
  expect(Date.now() - since).toBeGreaterThanOrEqual(slowlyMs - 5);
  expect(await taken(reader)).toHaveLength(1);
});

it('hears nothing and gives no address where it is not switched on', async () => {
  const off = await MailApp.start('replies_off', { REPLY_DOMAIN: 'reponses.vte.fr' });
  try {
    await off.app.get(ReplyServer).start();
    const id = await off.account('a@example.com');
    expect(await off.db.transaction((tx) => off.app.get(ReplyAddresses).addressFor(tx, 'letter:1', id))).toBeNull();
  } finally {
    await off.stop();
  }
});
