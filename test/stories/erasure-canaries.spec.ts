import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Jobs } from '../../src/jobs/jobs.js';
import { Mailer } from '../../src/mail/mailer.js';
import { ErasureList, pseudonymOf } from '../../src/privacy/erasure-list.js';
import { PersonalRows } from '../../src/privacy/personal-rows.js';
import { ReplayErasures } from '../../src/privacy/replay-erasures.js';
import { aPdf, column, pdfType } from '../documents/cv-files.js';
import { invite } from '../invitations/inviting.js';
import { Canaries, traces } from '../privacy/canaries.js';
import { anAdministrator, aMessage, anOffer, anOwner, applyTo, password, saveProfile } from '../support/people.js';
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
  for (let at = 0; at < 20; at += 1) await platform.ask(SAVE, { name: next(), words: next() }, { token });
}

/** Applies to ten offers; what comes of it is written as the rooms write it. */
async function applyAndTalk(person: Person, owner: Owner, files: string[]): Promise<string[]> {
  const ids: string[] = [];
  const [member] = await platform.db.query('SELECT account_id AS id FROM company_member WHERE company_id = $1', [
    owner.companyId,
  ]);
  for (let at = 0; at < 10; at += 1) {
    const offer = await anOffer(platform, owner, { title: `Poste ${at}` });
    const { id } = await applyTo(platform, person.token, offer.id, `${aMessage} ${next()}`);
    ids.push(id);
    const { query } = platform.db;
    const run = query.bind(platform.db);
    await run('INSERT INTO file_attachment (application_id, file_id) VALUES ($1, $2)', [id, files[at % files.length]]);
    for (const [side, author] of [
      ['CANDIDATE', person.accountId],
      ['COMPANY', member.id],
      ['COMPANY', member.id],
      ['CANDIDATE', person.accountId],
      ['COMPANY', member.id],
    ]) {
      await run('INSERT INTO message (application_id, side, author_id, body, sent_at) VALUES ($1, $2, $3, $4, now())', [
        id,
        side,
        author,
        next(),
      ]);
    }
    await run('INSERT INTO application_note (application_id, author_id, body, written_at) VALUES ($1, $2, $3, now())', [
      id,
      member.id,
      `À revoir : ${next()}`,
    ]);
    await run(
      `WITH made AS (INSERT INTO interview (application_id, status, proposed_by, proposer_id, proposed_at, duration_minutes, place, words, answer_words)
         VALUES ($1, 'PROPOSED', 'COMPANY', $2, now(), 30, $3, $4, $5) RETURNING id)
       INSERT INTO interview_slot (interview_id, starts_at) SELECT id, now() FROM made`,
      [id, member.id, next(), next(), next()],
    );
    await run(
      `INSERT INTO application_event (application_id, from_status, to_status, at, side, account_id, words, signed_as)
       VALUES ($1, 'SENT', 'SEEN', now(), 'COMPANY', $2, $3, 'Anne')`,
      [id, member.id, next()],
    );
    await run(
      'INSERT INTO application_score (application_id, score, made_of) VALUES ($1, 500, $2) ON CONFLICT DO NOTHING',
      [id, next()],
    );
    await run('INSERT INTO favourite (candidate_id, offer_id, added_at) VALUES ($1, $2, now())', [person.id, offer.id]);
    await run('INSERT INTO reply_address (token, topic, account_id) VALUES ($1, $2, $3)', [
      next(),
      `application:${id}`,
      member.id,
    ]);
  }
  return ids;
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
  await leaveTraces(person, owner, applications);
  await platform.settled();
  expect(canaries.all.length).toBeGreaterThanOrEqual(200);

  const ids = await platform.app.get(PersonalRows, { strict: false }).ids(platform.db.manager, person.accountId);
  expect(ids.length).toBeGreaterThan(100);
  expect(ids).toEqual(expect.arrayContaining([person.accountId, person.id, ...applications, ...files]));
  const words = [...canaries.all, ...ids, person.email];
  const planted = await traces(platform, words);
  expect(canaries.all.filter((canary) => !planted.some(({ word }) => word === canary))).toEqual([]);
  for (const where of [
    'public.candidate',
    'public.audit_entry',
    'graphile_worker._private_jobs',
    'mail/',
    'files/cv',
    'files/exports',
  ]) {
    expect(planted.map((trace) => trace.where).filter((one) => one.startsWith(where))).not.toEqual([]);
  }

  expect(await eraseMe(person.token)).toEqual({ eraseMyAccount: { __typename: 'Erased' } });
  await platform.jobs();
  await platform.settled();

  // What processes follow names the profile and the searches that are gone, so that they go from memory too, for a short time.
  const followed = ['public.match_change', 'public.saved_search_change'];
  const found = await traces(platform, words);
  const left = found.filter(({ where, word }) => !(followed.includes(where) && ids.includes(word)));
  expect(left).toEqual([]);

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
