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
import { Canaries, traces } from '../privacy/canaries.js';
import { PersonalRows } from '../../src/privacy/personal-rows.js';
import { Platform } from '../support/platform.js';
import type { SentMail } from '../support/sent-mails.js';
import { type SmtpPeer, startSmtpPeer } from '../support/smtp-peer.js';

let platform: Platform;
let peer: SmtpPeer;

beforeAll(async () => {
  peer = await startSmtpPeer();
  const replies = { REPLY_DOMAIN: 'reponses.vte.example', REPLY_SMTP_PORT: '2525' };
  platform = await Platform.start('interviews', { SMTP_URL: peer.url, ...replies });
});
beforeEach(() => {
  platform.travelTo('2027-03-20T08:00:00Z');
});
afterAll(async () => {
  await platform.stop();
  await peer.stop();
});

interface Person {
  token: string;
  email: string;
}

interface Talk {
  id: string;
  candidate: Person;
  owner: Person & { companyId: string };
}

async function talk(offer: object = {}): Promise<Talk> {
  const founder = await anOwner(platform, { name: 'Forges; d’Étival, "SA"' });
  const { viewer } = await platform.ask('{ viewer { email } }', {}, founder);
  const { id: offerId } = await anOffer(platform, founder, { title: 'Soudage, été', ...offer });
  const candidate = await signUp(platform, 'CANDIDATE');
  await saveProfile(platform, candidate.token, { firstName: 'Camille' });
  const { id } = await applyTo(platform, candidate.token, offerId, aMessage);
  return { id, candidate, owner: { ...founder, email: viewer.email as string } };
}

const FIELDS = `__typename ... on Interview { id status proposedBy durationMinutes place videoUrl agreedStartsAt endedBy timeZone
    slots { id startsAt } application { status } ics }
  ... on InvalidInput { problems { path } } ... on InterviewNotWaiting { interview { status } } ... on Refusal { message }`;
const PROPOSE = `mutation ($id: ID!, $input: InterviewProposalInput!) { proposeInterview(applicationId: $id, input: $input) { ${FIELDS} } }`;
const ACCEPT = `mutation ($id: ID!) { acceptInterview(slotId: $id) { ${FIELDS} } }`;
const DECLINE = `mutation ($id: ID!, $words: String) { declineInterview(id: $id, words: $words) { ${FIELDS} } }`;
const CANCEL = `mutation ($id: ID!, $words: String) { cancelInterview(id: $id, words: $words) { ${FIELDS} } }`;

const act = (by: { token: string }, query: string, variables: object): Promise<any> =>
  platform.ask(query, variables, { token: by.token }).then((data) => Object.values(data)[0]);

const firstTimes = {
  slots: ['2027-03-29T08:00:00Z', '2027-03-27T09:00:00Z'],
  durationMinutes: 45,
  place: 'Atelier, 3 rue du Four',
};
const propose = (by: { token: string }, id: string, input: object = firstTimes) => act(by, PROPOSE, { id, input });

/** An entry as calendars read it: the lines of one event, unfolded; parameters stay with the names. */
function entry(ics: string): Record<string, string> & { attendees: string } {
  const lines = ics
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean);
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines.at(-1)).toBe('END:VCALENDAR');
  for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const found: Record<string, string> = {};
  for (const line of lines) {
    const [, name, value] = /^([A-Z-]+)(?:;(?:[^":]|"[^"]*")*)?:(.*)$/.exec(line)!;
    if (name !== 'ATTENDEE' && name !== 'BEGIN' && name !== 'END') found[name!] = value!;
  }
  return { ...found, attendees: lines.filter((line) => line.startsWith('ATTENDEE')).join('\n') };
}

interface Invitation {
  mail: SentMail;
  method: string;
  event: ReturnType<typeof entry>;
}

/** What someone was last written under such a subject; letters overtake each other. */
const letterTo = ({ email }: Person, subject: RegExp): SentMail =>
  peer.to(email).findLast((mail) => subject.test(mail.subject))!;

/** The calendar entries that someone got by mail, the oldest first. */
async function invitations({ email }: Person): Promise<Invitation[]> {
  await platform.jobs();
  return peer.to(email).flatMap((mail) => {
    const part = mail.parsed.attachments.find(({ contentType }) => contentType === 'text/calendar');
    const method = /text\/calendar;[^\n]*?method="?(\w+)/i.exec(mail.raw.replace(/\r?\n[ \t]/g, ' '))?.[1] ?? '';
    return part ? [{ mail, method, event: entry(part.content.toString('utf8')) }] : [];
  });
}

test('a meeting is proposed, agreed on, moved and called off: calendars follow one entry through all of it', async () => {
  const { id, candidate, owner } = await talk();
  const proposed = await propose(owner, id);
  expect(proposed).toMatchObject({
    __typename: 'Interview',
    status: 'PROPOSED',
    proposedBy: 'COMPANY',
    timeZone: 'Europe/Paris',
    application: { status: 'INTERVIEW' },
    ics: null,
  });
  expect(proposed.slots.map(({ startsAt }: any) => startsAt)).toEqual([
    '2027-03-27T09:00:00.000Z',
    '2027-03-29T08:00:00.000Z',
  ]);
  await platform.jobs();
  const letter = letterTo(candidate, /proposé/);
  expect(letter.subject).toBe('Entretien proposé : Soudage, été');
  expect(letter.text).toContain('samedi 27 mars 2027 à 10:00');
  expect(letter.text).toContain('lundi 29 mars 2027 à 10:00');
  expect(peer.to(candidate.email).filter(({ subject }) => /souhaite vous rencontrer/.test(subject))).toEqual([]);

  const agreed = await act(candidate, ACCEPT, { id: proposed.slots[1].id });
  expect(agreed).toMatchObject({ status: 'AGREED', agreedStartsAt: '2027-03-29T08:00:00.000Z' });
  expect((await act(candidate, ACCEPT, { id: proposed.slots[1].id })).status).toBe('AGREED');
  const [mine, theirs] = [await invitations(candidate), await invitations(owner)];
  for (const [of, other, got] of [
    [candidate, owner, mine],
    [owner, candidate, theirs],
  ] as const) {
    expect(got).toHaveLength(1);
    const [{ mail, method, event }] = got as [Invitation];
    expect(method).toBe('REQUEST');
    expect(event).toMatchObject({
      METHOD: 'REQUEST',
      STATUS: 'CONFIRMED',
      SEQUENCE: '1',
      UID: expect.stringMatching(/^[0-9a-f]{32}@reponses\.vte\.example$/),
      DTSTART: '20270329T080000Z',
      DURATION: 'PT45M',
      LOCATION: 'Atelier\\, 3 rue du Four',
    });
    expect(event['SUMMARY']).toContain('Soudage\\, été');
    expect(event['ORGANIZER']).toMatch(/^(mailto|MAILTO):reponse-[0-9a-f]{32}@reponses\.vte\.example$/);
    expect(event.attendees).toContain(of.email);
    for (const text of [mail.raw, mail.html, mail.text, JSON.stringify(event)]) expect(text).not.toContain(other.email);
  }

  const times = { slots: ['2027-04-02T12:00:00Z'], words: 'Un imprévu.' };
  const moved = await propose(candidate, id, times);
  expect(moved).toMatchObject({ id: proposed.id, status: 'PROPOSED', proposedBy: 'CANDIDATE', durationMinutes: 45 });
  const again = await act(owner, ACCEPT, { id: moved.slots[0].id });
  expect(again.status).toBe('AGREED');
  const cancelled = await act(owner, CANCEL, { id: proposed.id, words: 'Poste gelé.' });
  expect(cancelled).toMatchObject({ status: 'CANCELLED', endedBy: 'COMPANY', application: { status: 'INTERVIEW' } });
  expect(entry(cancelled.ics)).toMatchObject({ METHOD: 'CANCEL', STATUS: 'CANCELLED' });
  for (const person of [candidate, owner]) {
    // Mails overtake each other: calendars go by the number, which only rises.
    const all = (await invitations(person)).sort(
      (one, other) => Number(one.event['SEQUENCE']) - Number(other.event['SEQUENCE']),
    );
    expect(all.map(({ event }) => [event['METHOD'], event['SEQUENCE'], event['DTSTART']])).toEqual([
      ['REQUEST', '1', '20270329T080000Z'],
      ['CANCEL', '2', '20270329T080000Z'],
      ['REQUEST', '3', '20270402T120000Z'],
      ['CANCEL', '4', '20270402T120000Z'],
    ]);
    expect(all.map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL', 'REQUEST', 'CANCEL']);
    expect(new Set(all.map(({ event }) => event['UID'])).size).toBe(1);
  }
});

test('a company that takes no mail from candidates gets no address of theirs either', async () => {
  const { id, candidate, owner } = await talk();
  const { slots } = await propose(owner, id);
  await act(candidate, ACCEPT, { id: slots[0].id });
  await platform.jobs();
  for (const { raw, html, text } of peer.to(owner.email)) expect(raw + html + text).not.toContain(candidate.email);
  for (const { raw, html, text } of peer.to(candidate.email)) expect(raw + html + text).not.toContain(owner.email);
  const mine = await platform.ask(
    'query ($id: ID!) { node(id: $id) { ... on Application { interviews { ics } } } }',
    { id },
    candidate,
  );
  expect(mine.node.interviews[0].ics).not.toMatch(/example\.com/);
});

test('overseas the times are told by the clocks of the workplace, with those of Paris', async () => {
  const { id, candidate, owner } = await talk({ sites: [{ communeCode: '97411' }] });
  expect((await propose(owner, id, { ...firstTimes, slots: ['2027-03-29T06:00:00Z'] })).timeZone).toBe(
    'Indian/Reunion',
  );
  await platform.jobs();
  expect(letterTo(candidate, /proposé/).text.replace(/\s+/g, ' ')).toContain(
    'lundi 29 mars 2027 à 10:00, heure de La Réunion (à Paris : lundi 29 mars 2027 à 08:00)',
  );
});

test('one proposes, the other answers; what was answered, moved or called off meanwhile is not answered again', async () => {
  const { id, candidate, owner } = await talk();
  expect((await propose(candidate, id)).__typename).toBe('IllegalApplicationMove');
  const { id: meeting, slots } = await propose(owner, id);
  expect((await act(owner, ACCEPT, { id: slots[0].id })).__typename).toBe('InterviewNotWaiting');
  const both = await Promise.all([
    act(candidate, ACCEPT, { id: slots[0].id }),
    act(candidate, ACCEPT, { id: slots[1].id }),
  ]);
  expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Interview', 'InterviewNotWaiting']);
  expect((await act(candidate, DECLINE, { id: meeting })).__typename).toBe('InterviewNotWaiting');
  const moved = await propose(owner, id, { slots: ['2027-04-05T08:00:00Z'] });
  expect((await act(candidate, ACCEPT, { id: slots[0].id })).__typename).toBe('NotAllowed');
  expect((await act(candidate, DECLINE, { id: meeting, words: 'Examen ce jour-là' })).status).toBe('DECLINED');
  await platform.jobs();
  expect(letterTo(owner, /Aucun moment/).text).toContain('Examen ce jour-là');
  expect((await act(candidate, ACCEPT, { id: moved.slots[0].id })).__typename).toBe('InterviewNotWaiting');
  await act(candidate, CANCEL, { id: meeting });
  expect((await propose(candidate, id)).__typename).toBe('InterviewNotWaiting');
  expect((await propose(owner, id)).id).not.toBe(meeting);
});

test('a suspended company invites nobody; it may still call off what was agreed on', async () => {
  const { id, candidate, owner } = await talk();
  const { id: meeting } = await propose(owner, id);
  const { slots } = await propose(candidate, id, { slots: ['2027-04-05T08:00:00Z'] });
  await platform.db.query('UPDATE company SET suspended_at = now() WHERE id = $1', [owner.companyId]);
  for (const refused of [await propose(owner, id), await act(owner, ACCEPT, { id: slots[0].id })])
    expect(refused).toMatchObject({ __typename: 'CompanySuspended', message: expect.stringMatching(/contester/) });
  for (const query of [DECLINE, CANCEL])
    expect((await act(owner, query, { id: meeting, words: 'Écrivez-nous.' })).__typename).toBe('CompanySuspended');
  expect((await act(owner, CANCEL, { id: meeting })).status).toBe('CANCELLED');
});

test('all that is wrong with a proposal is told at once', async () => {
  const { id, owner } = await talk();
  const problems = async (input: object) =>
    (await propose(owner, id, input)).problems.map(({ path }: any) => path.join('.'));
  expect(await problems({ slots: [] })).toEqual(['input.slots', 'input.durationMinutes', 'input.place']);
  expect(
    await problems({
      slots: ['2027-03-20T08:30:00Z', '2029-01-01T00:00:00Z'],
      durationMinutes: 5,
      place: 'Ici',
      videoUrl: 'http://x.fr/<script>',
      words: 'a'.repeat(2_001),
    }),
  ).toEqual([
    'input.slots.0',
    'input.slots.1',
    'input.durationMinutes',
    'input.place',
    'input.videoUrl',
    'input.words',
  ]);
});

test('readers look, strangers do not; administrators look and it is noted', async () => {
  const { id, owner } = await talk();
  const { id: meeting, slots } = await propose(owner, id);
  const [reader, administrator] = [await aMember(platform, owner.companyId, 'reader'), await anAdministrator(platform)];
  const strangers = [await anOwner(platform), await signUp(platform, 'CANDIDATE')];
  const node = async (by: { token: string }) =>
    (await platform.ask('query ($id: ID!) { node(id: $id) { __typename } }', { id: meeting }, by)).node;
  for (const by of [reader, administrator]) expect(await node(by)).toEqual({ __typename: 'Interview' });
  for (const by of strangers) expect(await node(by)).toBeNull();
  for (const by of [reader, ...strangers]) {
    expect((await propose(by, id)).__typename).toBe('NotAllowed');
    expect((await act(by, ACCEPT, { id: slots[0].id })).__typename).toBe('NotAllowed');
    for (const query of [DECLINE, CANCEL])
      expect((await act(by, query, { id: meeting })).__typename).toBe('NotAllowed');
  }
  const [{ count }] = await platform.db.query(
    `SELECT count(*)::int AS count FROM audit_entry WHERE act = 'interview.read' AND object_id = $1`,
    [id],
  );
  expect(count).toBe(1);
});

test('both are reminded once on the day before; a meeting ends with its application', async () => {
  const { id, candidate, owner } = await talk();
  const { slots } = await propose(owner, id);
  await act(candidate, ACCEPT, { id: slots[1].id });
  platform.travelTo('2027-03-28T07:00:00Z');
  await platform.tick('remind-of-interviews');
  await platform.tick('remind-of-interviews');
  for (const { email } of [candidate, owner]) {
    const reminders = peer.to(email).filter(({ subject }) => subject.startsWith('Rappel : entretien le lundi 29 mars'));
    expect(reminders).toHaveLength(1);
  }
  await platform.ask('mutation ($id: ID!) { withdrawApplication(id: $id) { __typename } }', { id }, candidate);
  await platform.tick('call-off-interviews');
  await platform.tick('call-off-interviews');
  for (const person of [candidate, owner])
    expect((await invitations(person)).map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL']);
  const { node } = await platform.ask(
    'query ($id: ID!) { node(id: $id) { ... on Application { interviews { status endedBy } } } }',
    { id },
    owner,
  );
  expect(node.interviews).toEqual([{ status: 'CANCELLED', endedBy: 'PLATFORM' }]);
});

test('the reminder goes by the clocks of the workplace: what is on the same day there is not called tomorrow', async () => {
  const { id, candidate, owner } = await talk({ sites: [{ communeCode: '97105' }] });
  // On Monday at 22:00 in Guadeloupe; in Paris on Tuesday at four.
  const { slots } = await propose(owner, id, { ...firstTimes, slots: ['2027-03-30T02:00:00Z'] });
  await act(candidate, ACCEPT, { id: slots[0].id });
  const reminders = (): SentMail[] => peer.to(owner.email).filter(({ subject }) => subject.startsWith('Rappel'));
  const remindedAt = async (moment: string): Promise<number> => {
    platform.travelTo(moment);
    await platform.tick('remind-of-interviews');
    return reminders().length;
  };
  expect(await remindedAt('2027-03-28T10:10:00Z')).toBe(0);
  expect(await remindedAt('2027-03-28T11:10:00Z')).toBe(1);
  expect(reminders()[0]!.text).toContain('Demain, vous avez un entretien');
  expect(reminders()[0]!.text).toContain('lundi 29 mars 2027 à 22:00');
  await platform.db.query('UPDATE interview SET reminded_at = NULL WHERE application_id = $1', [id]);
  expect(await remindedAt('2027-03-29T13:10:00Z')).toBe(1);
});

const erase = ({ token }: Person) =>
  platform.ask(
    'mutation ($password: String) { eraseMyAccount(password: $password) { __typename } }',
    { password },
    { token },
  );

test('whoever was to meet someone who is erased hears of it, and of that person nothing', async () => {
  const { id, candidate, owner } = await talk();
  const canaries = new Canaries();
  await saveProfile(platform, candidate.token, { firstName: canaries.next(), lastName: canaries.next() });
  await propose(owner, id);
  const theirs = { slots: ['2027-03-29T08:00:00Z'], place: canaries.next(), words: canaries.next() };
  const { slots } = await propose(candidate, id, theirs);
  await act(owner, ACCEPT, { id: slots[0].id });
  const [asked] = await invitations(owner);
  const second = await anOffer(platform, owner, { title: 'Deuxième poste' });
  const { id: other } = await applyTo(platform, candidate.token, second.id, aMessage);
  await propose(owner, other);
  await platform.jobs();
  const [{ id: account }] = await platform.db.query('SELECT id FROM account WHERE email = $1', [candidate.email]);
  const ids = await platform.app.get(PersonalRows, { strict: false }).ids(platform.db.manager, account);
  const before = peer.to(owner.email).length;

  await erase(candidate);
  const words = [...canaries.all, ...ids, candidate.email];
  // Before the letters go out, while all of them are still in the table.
  expect((await traces(platform, words)).filter(({ where }) => /mail/.test(where))).toEqual([]);
  await platform.jobs();
  const letters = peer.to(owner.email).slice(before);
  expect(letters.map(({ subject }) => subject).sort()).toEqual([
    'Entretien annulé : Deuxième poste',
    'Entretien annulé : Soudage, été',
  ]);
  const [agreed, proposed] = letters.sort((one, two) => two.subject.localeCompare(one.subject)) as [SentMail, SentMail];
  expect(agreed.text).toMatch(/prévu le lundi 29 mars 2027 à 10:00 .* est annulé : la candidature n’existe plus\./);
  expect(proposed.text).toContain('La proposition d’entretien au sujet de « Deuxième poste » est annulée');
  expect(proposed.parsed.attachments).toEqual([]);
  const { method, event } = (await invitations(owner)).at(-1)!;
  expect(method).toBe('CANCEL');
  expect(event).toMatchObject({
    STATUS: 'CANCELLED',
    UID: asked!.event['UID'],
    SEQUENCE: String(Number(asked!.event['SEQUENCE']) + 1),
    DTSTART: '20270329T080000Z',
  });
  for (const mail of letters) {
    const calendar = mail.parsed.attachments.map(({ content }) => content.toString()).join('');
    const all = [mail.raw, mail.text, mail.html, mail.subject, calendar]
      .join('\n')
      .replace(/\r\n[ \t]/g, '')
      .toLowerCase();
    expect(words.filter((word) => all.includes(word.toLowerCase()))).toEqual([]);
  }
});
