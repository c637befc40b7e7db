import { createTransport } from 'nodemailer';
import { Counters } from '../../src/accounts/counters.js';
import { CONFIG, type Config } from '../../src/common/config.js';
import { ReplyServer } from '../../src/mail/reply-server.js';
import { MessageAttempts, messageLimit } from '../../src/messages/message-attempts.js';
import { freePort } from '../support/free-port.js';
import {
  aMember,
  aMessage,
  anAdministrator,
  anOffer,
  anOwner,
  applyTo,
  password,
  saveProfile,
  signUp,
} from '../support/people.js';
import { Platform } from '../support/platform.js';
import type { SentMail } from '../support/sent-mails.js';
import { type SmtpPeer, startSmtpPeer } from '../support/smtp-peer.js';

let platform: Platform;
let peer: SmtpPeer;
let port: number;
const domain = 'reponses.vte.example';

beforeAll(async () => {
  [peer, port] = await Promise.all([startSmtpPeer(), freePort()]);
  const replies = { REPLY_DOMAIN: domain, REPLY_SMTP_PORT: String(port) };
  platform = await Platform.start('messages', { SMTP_URL: peer.url, ...replies });
  await platform.app.get(ReplyServer, { strict: false }).start();
});
beforeEach(() => {
  platform.travelTo('2026-09-01T08:00:00Z');
});
afterAll(async () => {
  await platform.stop();
  await peer.stop();
});

interface Person {
  token: string;
  email: string;
}

/** A candidate who applied to an offer of a company of one owner; the letters of that are out. */
async function talk(): Promise<{ id: string; candidate: Person; owner: Person & { companyId: string } }> {
  const founder = await anOwner(platform);
  const { viewer } = await platform.ask('{ viewer { email } }', {}, founder);
  const owner = { ...founder, email: viewer.email as string };
  const offer = await anOffer(platform, owner, { title: 'Soudage' });
  const candidate = await signUp(platform, 'CANDIDATE');
  await saveProfile(platform, candidate.token, { firstName: 'Camille' });
  const { id } = await applyTo(platform, candidate.token, offer.id, aMessage);
  await platform.jobs();
  return { id, candidate, owner };
}

const SEND = `mutation ($id: ID!, $body: String!, $signedAs: String) {
  sendMessage(applicationId: $id, body: $body, signedAs: $signedAs) { __typename
    ... on Message { id side signedAs body byMail } ... on InvalidInput { problems { path } } ... on Refusal { message } } }`;

const send = async ({ token }: { token: string }, id: string, body: string, signedAs?: string): Promise<any> =>
  (await platform.ask(SEND, { id, body, signedAs }, { token })).sendMessage;

const THREAD = `query ($id: ID!) { node(id: $id) { ... on Application { unreadMessages conversationOpen
  messages { edges { node { id side signedAs body byMail readAt } } } } } }`;

const thread = async ({ token }: { token: string }, id: string): Promise<any> => {
  const { node } = await platform.ask(THREAD, { id }, { token });
  return node && { ...node, messages: node.messages.edges.map((edge: any) => edge.node).toReversed() };
};

const read = (by: { token: string }, id: string, until?: string): Promise<any> =>
  platform.ask(
    'mutation ($id: ID!, $until: ID) { readMessages(applicationId: $id, until: $until) { __typename } }',
    { id, until },
    by,
  );

const about = (email: string): SentMail[] =>
  peer.to(email).filter(({ subject }) => /a écrit|Message d’un/.test(subject));

const replyTo = ({ parsed }: SentMail): string => parsed.replyTo!.value[0]!.address!;

/** "250", or what the server refused it with. */
async function answerByMail(from: string, to: string, text: string): Promise<string> {
  const client = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  try {
    return (await client.sendMail({ from, to, subject: 'Re: x', text })).response.slice(0, 3);
  } catch (error) {
    return (error as { response?: string }).response ?? String(error);
  } finally {
    client.close();
  }
}

test('both write, by page and by mail, and neither ever reads an address of the other', async () => {
  const { id, candidate, owner } = await talk();
  expect(await send(owner, id, 'Êtes-vous libre <b>jeudi</b> ?', 'Claude')).toMatchObject({
    side: 'COMPANY',
    signedAs: 'Claude',
    body: 'Êtes-vous libre jeudi ?',
  });
  await platform.jobs();
  const [first] = about(candidate.email);
  expect(first!.text).toContain('Êtes-vous libre jeudi ?');
  expect(first!.text).toContain('— Claude');
  expect(replyTo(first!)).toMatch(new RegExp(`^reponse-[0-9a-f]{32}@${domain.replaceAll('.', '\\.')}$`));

  platform.travelTo('2026-09-01T08:30:00Z');
  const quoted = `Oui, à 10 heures.\n${candidate.email}\n\nLe 1 sept. 2026 à 10:00, VTE <x@y.fr> a écrit :\n> Êtes-vous libre`;
  expect(await answerByMail(`Camille <${candidate.email}>`, replyTo(first!), quoted)).toBe('250');
  await platform.jobs();
  const [second] = about(owner.email);
  expect(second!.text).toContain('Oui, à 10 heures.');
  expect(second!.text).not.toContain('Êtes-vous libre');

  platform.travelTo('2026-09-01T09:00:00Z');
  expect(await answerByMail(owner.email, replyTo(second!), `Parfait.\n${owner.email}`)).toBe('250');
  await platform.jobs();
  expect(about(candidate.email)[1]!.text).toContain('Parfait.');

  const seen = (await thread(candidate, id)).messages;
  expect(seen.map(({ side, body, byMail }: any) => [side, body, byMail])).toEqual([
    ['COMPANY', 'Êtes-vous libre jeudi ?', false],
    ['CANDIDATE', 'Oui, à 10 heures.\n[…]', true],
    ['COMPANY', 'Parfait.\n[…]', true],
  ]);
  for (const { raw, html, text } of peer.to(candidate.email)) expect(raw + html + text).not.toContain(owner.email);
  for (const { raw, html, text } of peer.to(owner.email)) expect(raw + html + text).not.toContain(candidate.email);
});

test('an answer from another address, or to a letter of someone else, becomes nothing', async () => {
  const { id, candidate, owner } = await talk();
  await send(owner, id, 'Bonjour');
  await platform.jobs();
  const address = replyTo(about(candidate.email)[0]!);
  expect(await answerByMail('stranger@example.com', address, 'Moi')).toMatch(/^5/);
  expect(await answerByMail(owner.email, address, 'Moi')).toMatch(/^5/);
  expect((await thread(owner, id)).messages).toHaveLength(1);
});

test('who was written to in the last ten minutes reads what follows in one letter, and nothing they have read', async () => {
  const { id, candidate, owner } = await talk();
  await send(owner, id, 'Un');
  await platform.jobs();
  await send(owner, id, 'Deux');
  platform.travelTo('2026-09-01T08:00:01Z');
  await send(owner, id, 'Trois');
  await platform.tick('tell-of-held-messages');
  expect(about(candidate.email)).toHaveLength(1);
  platform.travelTo('2026-09-01T08:11:00Z');
  await Promise.all([platform.tick('tell-of-held-messages'), platform.tick('tell-of-held-messages')]);
  expect(about(candidate.email)).toHaveLength(2);
  expect(about(candidate.email)[1]!.text).toMatch(/Deux[^]*Trois/);
  await send(owner, id, 'Quatre');
  await read(candidate, id);
  platform.travelTo('2026-09-01T08:30:00Z');
  await platform.tick('tell-of-held-messages');
  expect(about(candidate.email)).toHaveLength(2);
});

test('what is unread is counted for each side, until it is read as far as it was shown', async () => {
  const { id, candidate, owner } = await talk();
  const reader = await aMember(platform, owner.companyId, 'reader');
  const one = await send(candidate, id, 'Un');
  platform.travelTo('2026-09-01T08:01:00Z');
  await send(candidate, id, 'Deux');
  expect((await thread(owner, id)).unreadMessages).toBe(2);
  expect((await thread(candidate, id)).unreadMessages).toBe(0);
  expect((await platform.ask('{ viewer { unreadMessages } }', {}, owner)).viewer.unreadMessages).toBe(2);
  expect((await read(reader, id)).readMessages.__typename).toBe('NotAllowed');
  await read(owner, id, one.id);
  expect((await thread(reader, id)).unreadMessages).toBe(1);
  expect((await thread(candidate, id)).messages.map(({ readAt }: any) => readAt)).toEqual([
    '2026-09-01T08:01:00.000Z',
    null,
  ]);
  await read(owner, id);
  expect((await thread(owner, id)).unreadMessages).toBe(0);
});

test('conversations close: at once when withdrawn, thirty days after another end; the mail says so too', async () => {
  const { id, candidate, owner } = await talk();
  await send(owner, id, 'Bonjour');
  await platform.jobs();
  const address = replyTo(about(candidate.email)[0]!);
  await platform.ask(
    'mutation ($input: AnswerApplicationInput!) { answerApplication(input: $input) { __typename } }',
    { input: { id, answer: 'DECLINED', reason: 'DATES' } },
    owner,
  );
  platform.travelTo('2026-09-30T08:00:00Z');
  expect((await send(candidate, id, 'Merci tout de même')).__typename).toBe('Message');
  expect((await thread(owner, id)).conversationOpen).toBe(true);
  platform.travelTo('2026-10-01T08:00:01Z');
  for (const by of [candidate, owner]) {
    expect((await send(by, id, 'Encore')).__typename).toBe('ConversationClosed');
    expect((await thread(by, id)).conversationOpen).toBe(false);
  }
  expect(await answerByMail(candidate.email, address, 'Encore')).toMatch(/^554 .*30 jours/);

  platform.travelTo('2026-09-01T08:00:00Z');
  const other = await talk();
  await platform.ask('mutation ($id: ID!) { withdrawApplication(id: $id) { __typename } }', other, other.candidate);
  for (const by of [other.candidate, other.owner])
    expect((await send(by, other.id, 'Encore')).__typename).toBe('ConversationClosed');
});

test('a suspended company does not write; candidates still do', async () => {
  const { id, candidate, owner } = await talk();
  await platform.db.query('UPDATE company SET suspended_at = now() WHERE id = $1', [owner.companyId]);
  expect((await send(owner, id, 'Bonjour')).__typename).toBe('ConversationClosed');
  expect((await send(candidate, id, 'Bonjour')).__typename).toBe('Message');
});

test('nobody else writes or reads; a reader of the company reads, an administrator too and it is noted', async () => {
  const { id, candidate, owner } = await talk();
  const message = await send(candidate, id, 'Secret de polichinelle');
  const [reader, administrator] = [await aMember(platform, owner.companyId, 'reader'), await anAdministrator(platform)];
  for (const by of [reader, administrator, await anOwner(platform), await signUp(platform, 'CANDIDATE')])
    expect((await send(by, id, 'Bonjour')).__typename).toBe('NotAllowed');
  expect((await send(candidate, 'nothing', 'Bonjour')).__typename).toBe('NotAllowed');
  expect((await thread(reader, id)).messages).toHaveLength(1);
  expect((await thread(administrator, id)).messages).toHaveLength(1);
  const [{ count }] = await platform.db.query(
    `SELECT count(*)::int AS count FROM audit_entry WHERE act = 'message.read' AND object_id = $1`,
    [id],
  );
  expect(count).toBe(1);
  for (const by of [await anOwner(platform), await signUp(platform, 'CANDIDATE')]) {
    expect(await thread(by, id)).toBeNull();
    const { node } = await platform.ask('query ($id: ID!) { node(id: $id) { __typename } }', message, by);
    expect(node).toBeNull();
  }
});

test('what says nothing or too much is refused; beyond sixty an hour one waits', async () => {
  const { id, candidate, owner } = await talk();
  expect((await send(candidate, id, ' \n ')).problems).toEqual([{ path: ['body'] }]);
  expect((await send(owner, id, 'a'.repeat(5_001), 'b'.repeat(101))).problems).toEqual([
    { path: ['body'] },
    { path: ['signedAs'] },
  ]);
  expect((await send(owner, id, '🎈'.repeat(5_000))).__typename).toBe('Message');
  const attempts = platform.app.get(MessageAttempts, { strict: false });
  const config = platform.app.get<Config>(CONFIG, { strict: false });
  const counter: unknown = Reflect.get(attempts, 'counter');
  Reflect.set(
    attempts,
    'counter',
    new Counters(platform.db, { ...config, RATE_LIMITS: 'on' }).of('message', messageLimit),
  );
  try {
    for (let sent = 0; sent < messageLimit.points; sent += 1) await send(candidate, id, ' ');
    const { errors } = await platform.send(SEND, { id, body: 'Un de trop' }, candidate);
    expect(errors?.[0].extensions.code).toBe('RATE_LIMITED');
    expect((await send(owner, id, 'Moi, je peux')).__typename).toBe('Message');
  } finally {
    Reflect.set(attempts, 'counter', counter);
  }
});

test('messages go with the candidate, mails in waiting too; the signature goes with who wrote for the company', async () => {
  const { id, candidate, owner } = await talk();
  const colleague = await aMember(platform, owner.companyId);
  await send(colleague, id, 'Bonjour', 'Dominique canari');
  platform.travelTo('2026-09-01T08:01:00Z');
  await send(candidate, id, 'canari-message');
  const ERASE = `mutation { eraseMyAccount(password: "${password}") { __typename } }`;
  await platform.ask(ERASE, {}, colleague);
  expect((await thread(candidate, id)).messages[0]).toMatchObject({ body: 'Bonjour', signedAs: null });
  await platform.ask(ERASE, {}, candidate);
  await platform.jobs();
  for (const table of ['message', 'mail', 'reply_address']) {
    const [{ count }] = await platform.db.query(
      `SELECT count(*)::int AS count FROM ${table} t WHERE t::text LIKE '%canari%' OR t::text LIKE '%' || $1 || '%'`,
      [id],
    );
    expect([table, count]).toEqual([table, 0]);
  }
});
