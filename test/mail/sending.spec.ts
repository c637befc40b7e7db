import { Mailer } from '../../src/mail/mailer.js';
import { type SmtpPeer, startSmtpPeer } from '../support/smtp-peer.js';
import { MailApp } from './mail-app.js';

let peer: SmtpPeer;
let rooms: MailApp;

beforeAll(async () => {
  peer = await startSmtpPeer();
  rooms = await MailApp.start('mail_sending', {
    SMTP_URL: peer.url,
    MAIL_FROM: 'Plateforme <bonjour@vte.example>',
    PUBLIC_URL: 'https://vte.example',
  });
});
afterAll(async () => {
  await rooms.stop();
  await peer.stop();
});

const jobsOf = async (email: string): Promise<any[]> =>
  rooms.db.query(`SELECT key, attempts, last_error FROM graphile_worker.jobs WHERE key = $1`, [
    `mail:${(await rooms.row(email)).id}`,
  ]);

it('sends what was committed, once, and forgets what it said', async () => {
  const email = await rooms.write({
    link: { label: { fr: 'Voir', en: 'See' }, path: '/lien/voir?jeton=abc' },
    replyTo: 'reponse@vte.example',
    attachments: [{ name: 'note.txt', type: 'text/plain', content: 'né à Évian' }],
  });
  await rooms.jobs();
  const mail = await peer.next(email);
  const row = await rooms.row(email);
  expect(mail).toMatchObject({ from: 'bonjour@vte.example', to: [email], subject: 'À lire' });
  expect(mail.messageId).toBe(`<${row.id}@vte.example>`);
  expect(mail.links).toEqual(['https://vte.example/lien/voir?jeton=abc']);
  expect(mail.text).toContain('Une réponse est arrivée.');
  expect(mail.html).toContain('href="https://vte.example/lien/voir?jeton=abc"');
  expect(mail.parsed.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail.parsed.headers.has('x-mailer')).toBe(false);
  expect(mail.parsed.from?.text).toBe('"Plateforme" <bonjour@vte.example>');
  expect(mail.parsed.replyTo?.text).toBe('reponse@vte.example');
  expect(mail.parsed.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([
    ['note.txt', 'né à Évian'],
  ]);
  expect(row).toMatchObject({ subject: '', text: '', html: '', attachments: [], replyTo: null, triedAt: null });
  expect(row.sentAt).not.toBeNull();
  expect(await jobsOf(email)).toEqual([]);
  await rooms.jobs();
  expect(peer.to(email)).toHaveLength(1);
});

it('says whatever people wrote as text: no header, no recipient and no markup of theirs', async () => {
  const wicked = '"Forges"\r\nBcc: other@example.com\r\n\r\n<script>alert(1)</script> <b>&';
  const said = { fr: wicked, en: wicked };
  const email = await rooms.write({
    subject: said,
    paragraphs: [said],
    link: { label: said, path: '/x?"onclick="y' },
    attachments: [{ name: 'a"\r\nX-Evil: 1.txt', type: 'text/plain', content: 'x' }],
  });
  await rooms.jobs();
  const mail = await peer.next(email);
  expect(mail.to).toEqual([email]);
  expect(peer.to('other@example.com')).toEqual([]);
  expect(mail.parsed.headers.has('bcc')).toBe(false);
  expect(mail.raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
  expect(mail.raw).not.toMatch(/^x-evil:/im);
  expect(mail.html).not.toMatch(/<script|<b>|"onclick/);
  expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;&amp;');
  expect(mail.text).toContain('<script>alert(1)</script> <b>&');
});

it('brings an invitation that calendars understand', async () => {
  const content = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
  const email = await rooms.write({ attachments: [{ name: 'a.ics', type: 'text/calendar; method=REQUEST', content }] });
  await rooms.jobs();
  const { raw } = await peer.next(email);
  expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
  expect(raw).toMatch(/filename=a\.ics/);
});

it('leaves neither job nor mail of what was rolled back, and writes to an address of an account in its language', async () => {
  const before = await rooms.db.query('SELECT count(*)::int AS n FROM graphile_worker._private_jobs');
  const rolled = rooms.db.transaction(async (tx) => {
    await rooms.app.get(Mailer).write(tx, {
      kind: 'trial',
      to: { email: 'nobody@example.com', language: 'en' },
      subject: { fr: 'x', en: 'x' },
      paragraphs: [],
    });
    throw new Error('rolled back');
  });
  await expect(rolled).rejects.toThrow('rolled back');
  expect(await rooms.db.query('SELECT count(*)::int AS n FROM graphile_worker._private_jobs')).toEqual(before);
  await rooms.jobs();
  expect(peer.to('nobody@example.com')).toEqual([]);
  const id = await rooms.account('ada@example.com', 'en');
  await rooms.write({ to: { accountId: id } });
  await rooms.write({ to: { accountId: '00000000-0000-4000-8000-000000000000' } });
  await rooms.jobs();
  expect((await peer.next('ada@example.com')).subject).toBe('To read');
});

it('sends a letter that is asked for twice under one key once', async () => {
  const once = 'reminder:1';
  const addresses = [await rooms.write({ once }), await rooms.write({ once })];
  await rooms.jobs();
  addresses.push(await rooms.write({ once }));
  await rooms.jobs();
  expect(peer.mails.filter(({ to }) => addresses.includes(to[0]!)).map(({ to }) => to[0])).toEqual([addresses[0]]);
});

it('waits while the server asks to, or cannot be reached, and says in the queue nothing of anyone', async () => {
  peer.failNext(451, { at: 'rcpt' });
  const email = await rooms.write();
  await rooms.jobs();
  expect(peer.to(email)).toEqual([]);
  const [job] = await jobsOf(email);
  expect(job).toMatchObject({ attempts: 1 });
  expect(job.last_error).toMatch(/^letter [0-9a-f-]{36} did not go out: waiting$/);
  expect(await rooms.row(email)).toMatchObject({ triedAt: null, uncertainTries: 0, failedAt: null });
  await peer.stop();
  await rooms.again();
  expect(await rooms.row(email)).toMatchObject({ triedAt: null, uncertainTries: 0, failedAt: null });
  await peer.start();
  await rooms.again();
  expect(peer.to(email)).toHaveLength(1);
});

it('gives up on an address that is refused for good', async () => {
  peer.failNext(550, { at: 'rcpt' });
  const email = await rooms.write();
  await rooms.jobs();
  const row = await rooms.row(email);
  expect(row.error).toMatch(/as the test asked/);
  expect(row.failedAt).not.toBeNull();
  expect(await jobsOf(email)).toEqual([]);
  await rooms.again();
  expect(peer.to(email)).toEqual([]);
});

it('does not take a refusal of the sender or of the connection for one of the letter', async () => {
  for (const at of ['mail', 'connect'] as const) {
    await peer.stop();
    await peer.start();
    peer.failNext(550, { at });
    const email = await rooms.write();
    await rooms.jobs();
    expect(peer.to(email)).toEqual([]);
    await rooms.again();
    expect(peer.to(email)).toHaveLength(1);
  }
});

it('makes a try whose outcome nobody knows good by one more, with the same id, and leaves it after a second', async () => {
  const email = await rooms.write();
  const lose = async (work: Promise<void>): Promise<void> => {
    await peer.next(email);
    await peer.stop();
    await work;
    await peer.start();
  };
  peer.hold();
  await lose(rooms.jobs());
  expect(await rooms.row(email)).toMatchObject({ uncertainTries: 0, sentAt: null, failedAt: null });
  expect((await rooms.row(email)).triedAt).not.toBeNull();
  await lose(rooms.again());
  peer.release();
  expect(await rooms.row(email)).toMatchObject({ uncertainTries: 1, sentAt: null, failedAt: null });
  await rooms.again();
  const [first, second, ...more] = peer.to(email);
  expect(more).toEqual([]);
  expect(second!.messageId).toBe(first!.messageId);
  const row = await rooms.row(email);
  expect(row).toMatchObject({ uncertainTries: 2, sentAt: null });
  expect(row.failedAt).not.toBeNull();
  expect(await jobsOf(email)).toEqual([]);
});

it('knows that what the server answered to half a connection did not go out', async () => {
  peer.failNext(421, { at: 'data' });
  const email = await rooms.write();
  await rooms.jobs();
  expect(await rooms.row(email)).toMatchObject({ triedAt: null, uncertainTries: 0 });
  await rooms.again();
  expect(peer.to(email)).toHaveLength(1);
});

it('is sent by one of two workers that were given the same job', async () => {
  peer.hold();
  const email = await rooms.write();
  const { id } = await rooms.row(email);
  const first = rooms.jobs();
  await peer.next(email);
  await rooms.db.query('SELECT graphile_worker.add_job($1, json_build_object($2::text, $3::text), max_attempts => 3)', [
    'send-mail',
    'id',
    id,
  ]);
  await rooms.jobs();
  peer.release();
  await first;
  await rooms.again();
  expect(peer.to(email)).toHaveLength(1);
  expect(await rooms.row(email)).toMatchObject({ uncertainTries: 0 });
  expect(await rooms.db.query(`SELECT id FROM graphile_worker.jobs WHERE task_identifier = 'send-mail'`)).toEqual([]);
});

it('is left failed, and says so, when it was tried for the last time', async () => {
  peer.failNext(451, { times: 2 });
  const email = await rooms.write();
  await rooms.db.query('UPDATE graphile_worker._private_jobs SET max_attempts = 2');
  await rooms.jobs();
  expect((await rooms.row(email)).failedAt).toBeNull();
  await rooms.again();
  expect((await rooms.row(email)).failedAt).not.toBeNull();
});

it('sends nothing to addresses that are examples, as those of demo accounts', async () => {
  for (const email of ['candidate@demo.example', 'a@example', 'a@b.test', 'a@b.invalid', 'a@localhost']) {
    await rooms.write({ to: { email, language: 'fr' } });
    await rooms.jobs();
    expect(peer.to(email)).toEqual([]);
    expect((await rooms.row(email)).failedAt).not.toBeNull();
    expect(await jobsOf(email)).toEqual([]);
  }
});
