import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { AlertKeeper } from '../../src/alerts/alert-keeper.js';
import { NotesTidy } from '../../src/alerts/notes-tidy.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { Mailer } from '../../src/mail/mailer.js';
import { ErasureList, pseudonymOf } from '../../src/privacy/erasure-list.js';
import { PersonalRows } from '../../src/privacy/personal-rows.js';
import { ReplayErasures } from '../../src/privacy/replay-erasures.js';
import { aPdf, column, pdfType } from '../documents/cv-files.js';
import { act, aHireInput, sign } from '../hires/hiring.js';
import { invite } from '../invitations/inviting.js';
import { act as ofLabel, sendPaper } from '../labels/labelling.js';
import { Canaries, traces } from '../privacy/canaries.js';
import {
  anAdministrator,
  aMessage,
  anOffer,
  anOwner,
  aTerritoryManager,
  password,
  saveProfile,
} from '../support/people.js';
import { Platform } from '../support/platform.js';

/** A candidate says 200 things in every place there is, is erased, and none of them is found anywhere. */
let platform: Platform;
const canaries = new Canaries();
const next = (): string => canaries.next();
const printed: string[] = [];

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0);
  }
  platform = await Platform.start('canaries', { NODE_ENV: 'development' });
  platform.travelTo('2026-09-01T10:00:00Z');
  await platform.matcherReady();
}, 60_000);
afterAll(async () => {
  jest.restoreAllMocks();
  await platform.stop();
});

type Owner = Awaited<ReturnType<typeof anOwner>>;
interface Person {
  token: string;
  email: string;
  accountId: string;
  id: string;
}

const SIGN_UP =
  'mutation ($input: SignUpInput!) { signUp(input: $input) { ... on Session { token viewer { id candidate { id } } } } }';

async function aTalkativeCandidate(): Promise<Person> {
  const email = `${next()}@example.com`;
  const { signUp } = await platform.ask(SIGN_UP, { input: { email, password, role: 'CANDIDATE' } });
  const { token, viewer } = signUp;
  await saveProfile(platform, token, {
    firstName: next(),
    lastName: next(),
    school: next(),
    places: [{ departmentCode: '01' }],
    visibleToCompanies: true,
  });
  return { token, email, accountId: viewer.id, id: viewer.candidate.id };
}

async function keepFiles({ token }: Person): Promise<string[]> {
  const ids = [];
  const pdf = await aPdf(column(['CV']));
  for (let at = 0; at < 5; at += 1) {
    const headers = { authorization: `Bearer ${token}`, 'content-type': pdfType, 'x-file-name': `${next()}.pdf` };
    const body = Buffer.concat([pdf, Buffer.from(`\n%${next()}\n%%EOF`)]);
    ids.push((await (await fetch(`${platform.url}/files/cv`, { method: 'POST', headers, body })).json()).id);
  }
  return ids as string[];
}

async function saveSearches({ token }: Person): Promise<void> {
  const SAVE = 'mutation ($name: String!, $words: String!) { saveSearch(name: $name, words: $words) { __typename } }';
  for (let at = 0; at < 20; at += 1) {
    await platform.ask(SAVE, { name: next(), words: at === 0 ? 'Rempailleur' : next() }, { token });
  }
}

const done = async (who: { token: string }, what: string, variables: object, expected: string): Promise<any> => {
  const data = await platform.ask(what, variables, { token: who.token });
  const [answer] = Object.values<any>(data);
  if (answer.__typename !== expected) throw new Error(JSON.stringify(answer));
  return answer;
};
const refused = '... on Refusal { message }';
const APPLY = `mutation ($id: ID!, $message: String, $cv: ID) { applyToOffer(offerId: $id, message: $message, cvFileId: $cv) {
  __typename ... on Application { id } ${refused} } }`;
const SEND = `mutation ($id: ID!, $body: String!, $as: String) { sendMessage(applicationId: $id, body: $body, signedAs: $as) {
  __typename ${refused} } }`;
const NOTE = `mutation ($id: ID!, $body: String!) { addApplicationNote(applicationId: $id, body: $body) { __typename ${refused} } }`;
const ANSWER = `mutation ($input: AnswerApplicationInput!) { answerApplication(input: $input) { __typename ${refused} } }`;
const PROPOSE = `mutation ($id: ID!, $input: InterviewProposalInput!) { proposeInterview(applicationId: $id, input: $input) {
  __typename ... on Interview { id } ${refused} } }`;
const DECLINE = `mutation ($id: ID!, $words: String) { declineInterview(id: $id, words: $words) { __typename ${refused} } }`;
const KEEP = `mutation ($id: ID!) { keepFavourite(offerId: $id) { __typename ${refused} } }`;

/** Applies to ten offers; all that comes of it is said through the API by the two sides. */
async function applyAndTalk(person: Person, owner: Owner, files: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < 10; at += 1) {
    const { id: offerId } = await anOffer(platform, owner, { title: `Poste ${at}` });
    await done(person, KEEP, { id: offerId }, 'Favourite');
    const said = { id: offerId, message: `${aMessage} ${next()}`, cv: files[at % files.length] };
    const { id } = await done(person, APPLY, said, 'Application');
    ids.push(id);
    await done(owner, NOTE, { id, body: `À revoir : ${next()}` }, 'ApplicationNote');
    for (const who of [owner, person, owner, person, owner]) await done(who, SEND, { id, body: next() }, 'Message');
    const answer = { id, answer: 'INTERVIEW', words: next(), signedAs: 'Anne' };
    await done(owner, ANSWER, { input: answer }, 'Application');
    const input = { slots: ['2026-09-10T10:00:00Z'], durationMinutes: 30, place: next(), words: next() };
    const { id: interview } = await done(owner, PROPOSE, { id, input }, 'Interview');
    await done(person, DECLINE, { id: interview, words: next() }, 'Interview');
    await platform.db.query(
      `INSERT INTO application_score (application_id, score, made_of) VALUES ($1, 500, $2)
       ON CONFLICT (application_id) DO UPDATE SET made_of = EXCLUDED.made_of`,
      [id, next()],
    );
    await platform.db.query(
      `INSERT INTO reply_address (token, topic, account_id) SELECT $1, $2, account_id FROM company_member WHERE company_id = $3`,
      [next(), `application:${id}`, owner.companyId],
    );
  }
  return ids;
}

/** What a second factor and a provider of identity leave; and offers found for them, which the worker writes. */
async function proveAndFind(person: Person, owner: Owner): Promise<string> {
  const START = `mutation ($password: String) { startSecondFactor(password: $password) { __typename
    ... on SecondFactorStarted { secret } ${refused} } }`;
  const { secret } = await done(person, START, { password }, 'SecondFactorStarted');
  await platform.db.query(
    `INSERT INTO federated_identity (issuer, subject, account_id, created_at) VALUES ('https://fc.example', $1, $2, now())`,
    [next(), person.accountId],
  );
  await anOffer(platform, owner, { title: 'Rempailleur' });
  await platform.app.get(AlertKeeper, { strict: false }).all();
  const found = await platform.db.query('SELECT FROM alert WHERE candidate_id = $1', [person.id]);
  expect(found.length).toBeGreaterThan(0);
  return secret as string;
}

const hired = { hiredOn: '2026-08-20', startsOn: '2026-09-01' };

/** Says everything that a hire and its charter can say, and signs; told by the fingerprint, since the rest is for people. */
async function aSignedHire(owner: { token: string }, person: { token: string }, applicationId: string, hand: object) {
  await done(owner, ANSWER, { input: { id: applicationId, answer: 'ACCEPTED', signedAs: 'Anne' } }, 'Application');
  const said = ['missionTitle', 'mission', 'transforms', 'reportsTo', 'tutorRole'].map((field) => [field, next()]);
  const input = aHireInput({ ...hired, tutorName: next(), ...Object.fromEntries(said), ...hand });
  const { id } = await act(platform, owner, 'declareHire', { id: applicationId, input });
  const { charter } = await act(platform, owner, 'openCharter', { id });
  const { sha256 } = charter;
  const { tutorName, tutorRole } = input as Record<string, string>;
  await sign(platform, owner, id, { sha256, name: tutorName, role: tutorRole });
  expect(await sign(platform, person, id, { sha256 })).toMatchObject({ status: 'SIGNED' });
  return id as string;
}

/** Says all that can be said of the label of a hire, on either side, by whoever acts for the company. */
async function sayOfLabel(owner: { token: string }, person: { token: string }, hireId: string, say: () => string) {
  const [{ id }] = await platform.db.query('SELECT id FROM label WHERE hire_id = $1', [hireId]);
  for (const { token } of [owner, person])
    expect(await sendPaper(platform, token, id, '', { name: `${say()}.pdf` })).toMatchObject({ status: 201 });
  const asked = await ofLabel(platform, owner.token, 'requestLabel', { id, words: say() });
  expect(asked).toMatchObject({ state: 'REQUESTED' });
  const documents = `INSERT INTO label_document (label_id, kind, stage, asked_by, asked_at, words)
    VALUES ($1, 'OTHER', 'REQUEST', 'INSTRUCTOR', now(), $2)`;
  await platform.db.query(documents, [id, say()]);
  for (const [side, { token }] of [
    ['COMPANY', owner],
    ['CANDIDATE', person],
  ] as const) {
    const { viewer } = await platform.ask('{ viewer { id } }', {}, { token });
    await platform.db.query(
      `INSERT INTO label_check_in (label_id, month, side, account_id, answered_at, rating, as_agreed, tutor_present, words)
       VALUES ($1, 1, $2, $3, now(), 4, true, true, $4)`,
      [id, side, viewer.id, say()],
    );
  }
}

/** Is hired twice by the company: from an application, to the end with its words; and elsewhere, by a letter nobody answers. */
async function beHired(person: Person, owner: Owner, applicationId: string): Promise<void> {
  const id = await aSignedHire(owner, person, applicationId, {});
  await sayOfLabel(owner, person, id, next);
  await act(platform, owner, 'endHire', { id, input: { reason: 'OTHER', words: next() } });
  const elsewhere = { id: owner.companyId, email: person.email, input: aHireInput(hired) };
  expect(await act(platform, owner, 'declareOutsideHire', elsewhere)).toMatchObject({ invitedEmail: person.email });
}

/** Administrators, reports, letters and what waits in queues. */
async function leaveTraces(person: Person, owner: Owner, applications: string[]): Promise<void> {
  const { accountId, email, token } = person;
  const administrator = await anAdministrator(platform);
  await platform.ask(
    'mutation ($id: ID!, $why: String!) { seeAs(accountId: $id, reason: $why) { __typename } }',
    { id: accountId, why: `Dossier de ${next()}` },
    administrator,
  );
  await platform.ask(
    'query ($id: ID!) { candidate: node(id: $id) { ... on Candidate { firstName } } }',
    { id: person.id },
    administrator,
  );
  const [offer] = await platform.db.query('SELECT offer_id AS id FROM application WHERE id = $1', [applications[0]]);
  await platform.ask(
    'mutation ($input: ReportInput!) { report(input: $input) { __typename } }',
    { input: { objectId: offer.id, reason: 'OTHER', words: `Je signale : ${next()}` } },
    { token },
  );
  await platform.ask(
    'mutation ($to: String!, $password: String) { changeEmail(newEmail: $to, password: $password) { __typename } }',
    { to: `${next()}@example.org`, password },
    { token },
  );
  await platform.ask('mutation ($email: String!) { requestPasswordReset(email: $email) { __typename } }', { email });
  await platform.db.query('INSERT INTO rate_limit (key, points, expire) VALUES ($1, 1, 1)', [`code:${accountId}`]);
  const [{ id: ownerId }] = await platform.db.query(
    'SELECT account_id AS id FROM company_member WHERE company_id = $1',
    [owner.companyId],
  );
  await platform.db.transaction(async (tx) => {
    for (let at = 0; at < 5; at += 1) {
      const [subject, said] = [next(), next()];
      const letter = {
        kind: 'canary',
        to: { accountId: ownerId as string },
        about: accountId,
        subject: { fr: subject, en: subject },
      };
      await platform.app.get(Mailer, { strict: false }).write(tx, { ...letter, paragraphs: [{ fr: said, en: said }] });
    }
  });
  await platform.ask('mutation { exportMyData { __typename } }', {}, { token });
  await platform.jobs();
  await platform.db.transaction((tx) =>
    platform.app.get(Jobs, { strict: false }).add(tx, 'nobody-does-this', { id: applications[1]! }),
  );
  await platform.db.query(`UPDATE graphile_worker._private_jobs SET run_at = now() + interval '1 day'`);
}

/** A territory shows them among its contacts, in its draft and where everyone reads it. */
async function showAsContact({ email }: Person): Promise<void> {
  const { commune } = await platform.ask('{ commune(code: "01283") { territories { id } } }');
  const territoryId = commune.territories[0].id;
  const manager = await aTerritoryManager(platform, territoryId);
  const SAVE_PAGE = `mutation ($input: TerritoryWelcomeInput!) { saveTerritoryWelcome(input: $input) { __typename ${refused} } }`;
  const PUBLISH = `mutation ($id: ID!) { publishTerritoryWelcome(territoryId: $id, version: 1) { __typename ${refused} } }`;
  const contacts = [{ name: next(), role: { fr: next(), en: next() }, email, agreed: true }];
  await done(manager, SAVE_PAGE, { input: { territoryId, version: 0, contacts } }, 'TerritoryWelcomeDraft');
  await done(manager, PUBLISH, { id: territoryId }, 'TerritoryWelcomeDraft');
}

/** Until then the changes that processes follow name the profile and the searches that are gone, so that they leave their memory. */
async function aQuarterOfAnHourPasses(): Promise<void> {
  const tidy = platform.app.get(NotesTidy, { strict: false });
  await tidy.tidy();
  await platform.db.query(`UPDATE match_change SET at = now() - interval '9 minutes'`);
  await platform.db.query(`UPDATE saved_search_change SET changed_at = now() - interval '9 minutes'`);
  await tidy.tidy();
}

const eraseMe = (token: string): Promise<any> =>
  platform.ask(
    'mutation ($password: String!) { eraseMyAccount(password: $password) { __typename } }',
    { password },
    { token },
  );

test('two hundred canaries, and every id, are found nowhere after the erasure', async () => {
  const owner = await anOwner(platform);
  const person = await aTalkativeCandidate();
  const files = await keepFiles(person);
  await saveSearches(person);
  const applications = await applyAndTalk(person, owner, files);
  for (let at = 0; at < 4; at += 1) {
    const offer = await anOffer(platform, owner, { title: `Invitation ${at}` });
    await invite(platform, owner, offer.id, person.id, `Bonjour, ${next()} nous intéresse.`);
  }
  const secret = await proveAndFind(person, owner);
  await showAsContact(person);
  await beHired(person, owner, applications[9]!);
  await leaveTraces(person, owner, applications);
  await platform.settled();
  await platform.db.query('ANALYZE');
  expect(canaries.all.length).toBeGreaterThanOrEqual(200);

  const ids = await platform.app.get(PersonalRows, { strict: false }).ids(platform.db.manager, person.accountId);
  expect(ids.length).toBeGreaterThan(100);
  expect(ids).toEqual(expect.arrayContaining([person.accountId, person.id, ...applications, ...files]));
  const words = [...canaries.all, ...ids, person.email, secret];
  const planted = await traces(platform, words);
  expect(canaries.all.filter((canary) => !planted.some(({ word }) => word === canary))).toEqual([]);
  for (const where of [
    'public.candidate',
    'public.hire',
    'public.hire_invitation',
    'public.charter_version',
    'public.charter_signature',
    'public.label_event',
    'public.label_document',
    'public.label_check_in',
    'public.stored_file',
    'charters',
    'public.territory_contact',
    'public.audit_entry',
    'graphile_worker._private_jobs',
    'pg_catalog.pg_stats',
    'mail/',
    'files/cv',
    'files/exports',
  ]) {
    expect(planted.map((trace) => trace.where).filter((one) => one.startsWith(where))).not.toEqual([]);
  }

  expect(await eraseMe(person.token)).toEqual({ eraseMyAccount: { __typename: 'Erased' } });
  await platform.jobs();
  await platform.settled();

  await aQuarterOfAnHourPasses();
  // That somebody was hired stays, with its charter’s fingerprint and its label, and leads to nobody.
  const rows = await platform.db.query<{ id: string }[]>(
    'SELECT id FROM hire UNION ALL SELECT id FROM charter_version UNION ALL SELECT id FROM label UNION ALL SELECT id FROM label_document',
  );
  const nobodys = new Set(rows.map(({ id }) => id));
  const ofHires = /^(?:public\.(?:hire|charter_version|charter_signature|label|label_\w+)|pg_catalog\.pg_stats)$/;
  const left = await traces(platform, words);
  expect(left.filter(({ where, word }) => !(nobodys.has(word) && ofHires.test(where)))).toEqual([]);

  const MATCHING =
    'query ($id: ID!) { offer(id: $id) { matchingCandidates { totalCount edges { node { id } } } applications { nodes { id } } } }';
  const offers = await platform.db.query<{ id: string }[]>('SELECT id FROM offer WHERE company_id = $1', [
    owner.companyId,
  ]);
  for (const { id } of offers.slice(0, 3)) {
    const { offer } = await platform.ask(MATCHING, { id }, owner);
    expect(offer).toEqual({ matchingCandidates: { totalCount: 0, edges: [] }, applications: { nodes: [] } });
  }
  const { searchOffers } = await platform.ask(
    'query ($words: String!) { searchOffers(words: $words) { totalCount } }',
    { words: canaries.all[2] },
  );
  expect(searchOffers.totalCount).toBe(0);
  expect(words.filter((word) => printed.some((line) => line.toLowerCase().includes(word.toLowerCase())))).toEqual([]);
}, 180_000);

const ASK = `mutation ($siret: String!, $message: String!) { askToJoin(siret: $siret, message: $message) {
  __typename ... on JoinRequest { id } ${refused} } }`;
const LET_IN = `mutation ($id: ID!) { acceptJoinRequest(id: $id, role: OWNER) { __typename ${refused} } }`;
const INVITE = `mutation ($id: ID!, $email: String!) { inviteMember(companyId: $id, email: $email, role: READER) { __typename ${refused} } }`;
const REPORT = `mutation ($input: ReportInput!) { report(input: $input) { __typename ${refused} } }`;

/** Joins a company and does there all that leaves a name, an address or an id behind. */
async function aBusyMember(
  owner: Owner,
  person: Person,
  offerId: string,
): Promise<Omit<Person, 'id'> & { said: string[] }> {
  const own = {
    email: `${next()}@example.com`,
    message: `Je suis ${next()}, de l’atelier.`,
    signature: next(),
    report: next(),
  };
  const input = { email: own.email, password, role: 'COMPANY_MEMBER' };
  const { signUp } = await platform.ask(
    'mutation ($input: SignUpInput!) { signUp(input: $input) { ... on Session { token viewer { id } } } }',
    { input },
  );
  const member = { token: signUp.token as string, accountId: signUp.viewer.id as string };
  const { company } = await platform.ask('query ($id: ID!) { company(id: $id) { siret } }', { id: owner.companyId });
  const { id: asked } = await done(member, ASK, { siret: company.siret, message: own.message }, 'JoinRequest');
  await platform.jobs();
  await done(owner, LET_IN, { id: asked }, 'Company');
  await done(member, INVITE, { id: owner.companyId, email: 'invited@example.org' }, 'MemberInvitation');
  const { id } = await done(person, APPLY, { id: offerId, message: aMessage }, 'Application');
  await done(member, SEND, { id, body: 'Bonjour, parlons-en.', as: own.signature }, 'Message');
  await done(member, NOTE, { id, body: 'À rappeler.' }, 'ApplicationNote');
  const answer = { id, answer: 'INTERVIEW', words: 'Rencontrons-nous.', signedAs: own.signature };
  await done(member, ANSWER, { input: answer }, 'Application');
  const times = { slots: ['2026-09-10T10:00:00Z'], durationMinutes: 30, place: 'Atelier' };
  await done(member, PROPOSE, { id, input: times }, 'Interview');
  await done(
    member,
    REPORT,
    { input: { objectId: offerId, reason: 'OTHER', words: `À voir : ${own.report}` } },
    'ReportTaken',
  );
  await platform.jobs();
  const said = [own.email, own.message.split(/[ ,]/)[2]!, own.signature, own.report, member.accountId];
  return { ...member, email: own.email, said };
}

test('a member of a company leaves neither name nor address nor id; what they did for it stays, by nobody', async () => {
  const owner = await anOwner(platform);
  const offer = await anOffer(platform, owner);
  const person = await aTalkativeCandidate();
  const member = await aBusyMember(owner, person, offer.id);
  const administrator = await anAdministrator(platform);
  const SEE = 'mutation ($id: ID!, $why: String!) { seeAs(accountId: $id, reason: $why) { __typename } }';
  const why = next();
  await platform.ask(SEE, { id: member.accountId, why: `Dossier de ${why}` }, administrator);
  const ids = await platform.app.get(PersonalRows, { strict: false }).ids(platform.db.manager, member.accountId);
  const [{ id: applicationId }] = await platform.db.query(
    'SELECT application_id AS id FROM application_event WHERE account_id = $1 LIMIT 1',
    [member.accountId],
  );
  const [unsent, stays] = [`${next()} & fils`, next()];
  const refusal = {
    answer: 'DECLINED',
    reason: 'ANOTHER_CANDIDATE',
    words: `Bonne suite, ${stays}.`,
    signedAs: unsent,
  };
  await done(member, ANSWER, { input: { id: applicationId, ...refusal } }, 'Application');
  const hireOf = await platform.db.query(
    `INSERT INTO application (offer_id, candidate_id, status, message, sent_at, moved_at, answer_due_on)
     SELECT $1, $2, 'SENT', 'x', now(), now(), now() RETURNING id`,
    [(await anOffer(platform, owner)).id, person.id],
  );
  const tutor = next();
  const named = { tutorName: tutor, mission: `${tutor} accompagne la personne.`, reportsTo: tutor, transforms: tutor };
  const hireId = await aSignedHire(member, person, hireOf[0].id, { ...named, tutorRole: 'responsable qualité' });
  await sayOfLabel(member, person, hireId, () => 'Dit par l’entreprise');
  const words = [...new Set([...member.said, ...ids, why, unsent, tutor])];
  await platform.db.query('ANALYZE');
  const planted = await traces(platform, words);
  expect(words.filter((word) => !planted.some((trace) => trace.word === word))).toEqual([]);
  expect(planted.some(({ where, word }) => where.startsWith('mail/') && word === member.email)).toBe(true);

  expect(await eraseMe(member.token)).toEqual({ eraseMyAccount: { __typename: 'Erased' } });
  await platform.jobs();
  await platform.settled();
  const [, , signature] = member.said;
  // Letters that the candidate got are in the candidate’s own mailbox, with the words that were signed for them.
  const inMailboxes = ({ where, word }: { where: string; word: string }) =>
    where.startsWith('mail/') && word === signature;
  expect((await traces(platform, words)).filter((trace) => !inMailboxes(trace))).toEqual([]);
  const [charter] = await platform.db.query('SELECT pdf, final_pdf FROM charter_version WHERE hire_id = $1', [hireId]);
  expect(charter).toEqual({ pdf: null, final_pdf: expect.any(Buffer) });
  const kept = (await traces(platform, [stays])).map(({ where }) => where);
  expect(kept).toEqual(expect.arrayContaining([expect.stringMatching(/^mail\//)]));
  const STAYS = `query ($id: ID!) { offer(id: $id) { applications { nodes { notes { edges { node { body author } } } events { words signedAs }
    messages { nodes { body signedAs } } } } } }`;
  const answer = await platform.send(STAYS, { id: offer.id }, owner);
  expect(JSON.stringify(answer.data ?? answer.errors)).toContain('Bonjour, parlons-en.');
  expect(words.filter((word) => printed.some((line) => line.toLowerCase().includes(word.toLowerCase())))).toEqual([]);
}, 120_000);

test('a backup that is restored brings nobody back: the list is gone through again', async () => {
  const person = await aTalkativeCandidate();
  const stays = await aTalkativeCandidate();
  const before = await platform.db.query('SELECT * FROM account WHERE id = $1', [person.accountId]);
  await eraseMe(person.token);
  await platform.jobs();
  const { file } = platform.app.get(ErasureList, { strict: false });
  expect(readFileSync(file, 'utf8')).toContain(pseudonymOf(person.accountId));
  expect(readFileSync(file, 'utf8')).not.toContain(person.accountId);

  const restore = async (): Promise<void> => {
    const [{ id, email, role }] = before;
    await platform.db.query('DELETE FROM erasure_list');
    await platform.db.query('INSERT INTO account (id, email, role) VALUES ($1, $2, $3)', [id, email, role]);
    await platform.db.query('INSERT INTO candidate (account_id, first_name) VALUES ($1, $2)', [id, person.email]);
  };
  const replay = platform.app.get(ReplayErasures, { strict: false });
  await restore();
  expect(await replay.run(undefined, () => undefined)).toBe(1);
  await platform.jobs();
  expect(await traces(platform, [person.accountId, person.email])).toEqual([]);
  expect(await replay.run(undefined, () => undefined)).toBe(0);
  expect((await platform.ask('{ viewer { id } }', {}, stays)).viewer).toEqual({ id: stays.accountId });

  await restore();
  const elsewhere = join(platform.dataDir, 'kept-apart.log');
  writeFileSync(elsewhere, readFileSync(file));
  writeFileSync(file, '');
  expect(await replay.run(undefined, () => undefined)).toBe(0);
  expect(await replay.run(elsewhere, () => undefined)).toBe(1);
  await expect(replay.run(join(platform.dataDir, 'nowhere.log'), () => undefined)).rejects.toThrow('ENOENT');
}, 60_000);

test('the list of erasures is shortened when no backup is older, and an unfinished line is passed over', async () => {
  const list = platform.app.get(ErasureList, { strict: false });
  const person = await aTalkativeCandidate();
  await eraseMe(person.token);
  await platform.jobs();
  writeFileSync(list.file, `${readFileSync(list.file, 'utf8')}2026-09-01T10:00`);
  expect((await list.all()).map(({ pseudonym }) => pseudonym)).toContain(pseudonymOf(person.accountId));
  platform.travelTo('2026-11-29T10:00:00Z');
  await platform.tick('shorten-erasure-list');
  expect((await list.all()).map(({ pseudonym }) => pseudonym)).toContain(pseudonymOf(person.accountId));
  platform.travelTo('2026-12-01T10:00:00Z');
  await platform.tick('shorten-erasure-list');
  expect(await list.all()).toEqual([]);
  expect(readFileSync(list.file, 'utf8')).toBe('');
});
