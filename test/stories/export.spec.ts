import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { PersonalData } from '../../src/accounts/personal-data.js';
import { aPdf, column, pdfType } from '../documents/cv-files.js';
import { aHire, type Cast } from '../labels/labelling.js';
import { aCandidate, aMember, anOffer, anOwner, applyTo, signUp, skillCodes } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { lastMail, sentMails } from '../support/sent-mails.js';

let platform: Platform;

beforeAll(async () => {
  platform = await Platform.start('export');
});
beforeEach(() => {
  platform.travelTo('2026-09-01T10:00:00Z');
});
afterAll(() => platform.stop());

const EXPORT = `mutation { exportMyData { __typename ... on DataExport { status askedAt readyAt expiresAt }
  ... on TooManyExports { nextAt message } } }`;
const ask = (token: string): Promise<any> =>
  platform.ask(EXPORT, {}, { token }).then(({ exportMyData }) => exportMyData);

const STATUS = '{ viewer { email dataExport { status readyAt expiresAt } } }';
const statusOf = async (token: string): Promise<any> => (await platform.ask(STATUS, {}, { token })).viewer.dataExport;

/** The link in the letter; the jobs that are due are done first. */
const linkFor = async (email: string): Promise<string> => {
  await platform.jobs();
  const letters = (await sentMails(platform, email)).filter(({ subject }) => subject === 'Vos données sont prêtes');
  return new URL(letters.at(-1)!.links[0]!).pathname;
};

const open = (link: string, method = 'POST', token?: string): Promise<Response> =>
  fetch(`${platform.url}${link}`, {
    method,
    headers: token ? { authorization: `Bearer ${token}` } : {},
    ...(method === 'POST' && { body: new URLSearchParams() }),
  });

/** Parts of the zip by name: JSON read, the rest as text. */
async function unpacked(answer: Response): Promise<Record<string, any>> {
  const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [
      name,
      name.endsWith('.json') ? JSON.parse(strFromU8(bytes)) : strFromU8(bytes, !name.endsWith('.txt')),
    ]),
  );
}

const zips = (): string[] => {
  try {
    return readdirSync(join(platform.dataDir, 'files', 'exports'));
  } catch {
    return [];
  }
};

const viewer = async (token: string) => (await platform.ask('{ viewer { id email } }', {}, { token })).viewer;

test('a candidate gets all that is kept about them, by a link that works once', async () => {
  const owner = await anOwner(platform);
  const offer = await anOffer(platform, owner, { title: 'Plasturgiste d’atelier' });
  const [code] = await skillCodes(platform, 'AMDEC');
  const { token, id } = await aCandidate(platform, {
    firstName: 'Maëlle',
    lastName: 'Export',
    school: 'IUT de Bourg',
    skills: [{ code, level: 'MASTERED' }],
    visibleToCompanies: true,
  });
  const { email, id: accountId } = await viewer(token);
  const pdf = await aPdf(column(['Maëlle Export']));
  await fetch(`${platform.url}/files/cv`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': pdfType, 'x-file-name': 'CV%20Ma%C3%ABlle.pdf' },
    body: Buffer.from(pdf),
  });
  const words = 'Bonjour, je voudrais rejoindre votre atelier de plasturgie.';
  const application = await applyTo(platform, token, offer.id, words);
  await platform.db.query(
    `INSERT INTO application_note (application_id, author_id, body, written_at)
     SELECT $1, account_id, 'Note interne : à revoir.', now() FROM company_member WHERE company_id = $2`,
    [application.id, owner.companyId],
  );
  const KEEP = 'mutation ($id: ID!) { keepFavourite(offerId: $id) { __typename } }';
  await platform.ask(KEEP, { id: offer.id }, { token });
  const SEND = 'mutation ($id: ID!) { sendMessage(applicationId: $id, body: "Quand commence-t-on ?") { __typename } }';
  await platform.ask(SEND, { id: application.id }, { token });

  const { id: label } = await aHire(platform, { owner, candidate: { token, id, email } } as Cast);
  await platform.db.query(
    `INSERT INTO label_check_in (label_id, month, side, answered_at, rating, as_agreed, tutor_present, words, confidential)
     VALUES ($1, 1, 'CANDIDATE', now(), 2, false, true, 'Je voudrais en parler.', true),
            ($1, 1, 'COMPANY', now(), 4, true, true, 'Tout va bien.', false),
            ($1, 6, 'COMPANY', now(), 2, true, true, 'Dit aux seuls administrateurs.', true)`,
    [label],
  );

  expect(await ask(token)).toMatchObject({ __typename: 'DataExport', status: 'PREPARING', readyAt: null });
  expect(zips()).toEqual([]);
  const link = await linkFor(email);
  expect(await statusOf(token)).toEqual({
    status: 'READY',
    readyAt: '2026-09-01T10:00:00.000Z',
    expiresAt: '2026-09-08T10:00:00.000Z',
  });

  const page = await open(link, 'GET');
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Télécharger');
  expect((await open(link, 'HEAD')).status).toBeLessThan(500);
  const answer = await open(link);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="mes-donnees-vte.zip"',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  const parts = await unpacked(answer);
  expect(parts).toMatchObject({
    'donnees/account.json': [{ id: accountId, email, role: 'CANDIDATE' }],
    'donnees/candidate.json': [
      {
        id,
        first_name: 'Maëlle',
        school: 'IUT de Bourg',
        school_key: 'iut bourg',
        skills: [{ code, level: 'MASTERED' }],
      },
    ],
    'donnees/application.json': [{ id: application.id, message: words }],
    'donnees/consent_event.json': [{ what: 'VISIBLE_TO_COMPANIES', given: true }],
    'donnees/stored_file.json': [{ name: 'CV Maëlle.pdf', size: pdf.length }],
    'donnees/session.json': [{ account_id: accountId }],
    'donnees/label.json': [{ id: label, state: 'TO_REQUEST' }],
  });
  const ofLabel = (name: string, field: string) => parts[`donnees/${name}.json`].map((row: any) => row[field]);
  expect(ofLabel('label_event', 'to_state')).toEqual(['CHARTER', 'TO_REQUEST']);
  expect(ofLabel('label_check_in', 'words').sort()).toEqual(['Je voudrais en parler.', 'Tout va bien.']);
  const { company } = await platform.ask('query ($id: ID!) { company(id: $id) { name } }', { id: owner.companyId });
  const about = { offer_title: 'Plasturgiste d’atelier', company_name: company.name };
  for (const name of ['application', 'application_event', 'favourite', 'message']) {
    expect(parts[`donnees/${name}.json`]).toEqual([expect.objectContaining(about)]);
  }
  expect(parts['fichiers/1-CV Maëlle.pdf']).toBe(strFromU8(pdf, true));

  const [{ hash }] = await platform.db.query('SELECT password_hash AS hash FROM account WHERE id = $1', [accountId]);
  const rows = JSON.stringify(Object.entries(parts).filter(([name]) => name.endsWith('.json')));
  for (const hidden of [hash, 'Note interne', 'Dit aux seuls', 'disk_name', 'token_hash', 'password_hash']) {
    expect(rows).not.toContain(hidden);
  }
  const readme = parts['LISEZMOI.txt'];
  for (const said of ['votre profil (conservation', 'password_hash', 'demandez-les-lui']) {
    expect(readme).toContain(said);
  }

  for (const method of ['GET', 'POST']) {
    const again = await open(link, method);
    expect(again.status).toBe(404);
    expect(await again.text()).toContain('Ce lien ne fonctionne plus');
  }
  expect(await statusOf(token)).toMatchObject({ status: 'FETCHED' });
  await platform.jobs();
  expect(zips()).toEqual([]);
});

test('a member of a company gets what they wrote, and nothing of candidates', async () => {
  const owner = await anOwner(platform);
  const offer = await anOffer(platform, owner);
  const candidate = await aCandidate(platform, { firstName: 'Secretprenom' });
  await applyTo(platform, candidate.token, offer.id, 'Bonjour de la part de Secretprenom, à bientôt.');
  const member = await aMember(platform, owner.companyId);
  const { email, id } = await viewer(member.token);
  await platform.db.query(
    `INSERT INTO application_note (application_id, author_id, body, written_at)
     SELECT id, $1, 'Ma propre note', now() FROM application WHERE offer_id = $2`,
    [id, offer.id],
  );
  await ask(member.token);
  const parts = await unpacked(await open(await linkFor(email)));
  expect(parts['donnees/company_member.json']).toMatchObject([
    { company_id: owner.companyId, role: 'recruiter', company_name: expect.any(String) },
  ]);
  expect(parts['donnees/application_note.json']).toMatchObject([{ body: 'Ma propre note' }]);
  expect(JSON.stringify(parts)).not.toContain('Secretprenom');
  expect(Object.keys(parts)).not.toContain('donnees/candidate.json');
});

test('two who press at once get one zip; whoever is signed in as somebody else gets none', async () => {
  const { token } = await aCandidate(platform);
  const other = await aCandidate(platform);
  const { email } = await viewer(token);
  await ask(token);
  const link = await linkFor(email);
  for (const method of ['GET', 'POST']) expect((await open(link, method, other.token)).status).toBe(404);
  expect((await open('/export/nonsense')).status).toBe(404);
  expect(await statusOf(other.token)).toBeNull();
  const answers = await Promise.all([open(link, 'POST', token), open(link)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  await Promise.all(answers.map((answer) => answer.arrayBuffer()));
});

test('after seven days the link is dead and the zip is deleted', async () => {
  const { token } = await aCandidate(platform);
  const { email } = await viewer(token);
  await ask(token);
  const link = await linkFor(email);
  expect(zips()).toHaveLength(1);
  platform.travelTo('2026-09-08T10:00:00Z');
  expect((await open(link)).status).toBe(404);
  await platform.tick('tidy-exports');
  expect(await statusOf(token)).toMatchObject({ status: 'EXPIRED' });
  expect(zips()).toEqual([]);
});

test('one at a time, three in 24 hours; a new one ends the one before', async () => {
  const { token } = await signUp(platform, 'CANDIDATE');
  const { email } = await viewer(token);
  const asked = await Promise.all([ask(token), ask(token), ask(token)]);
  expect(asked.map(({ __typename }) => __typename)).toEqual(['DataExport', 'DataExport', 'DataExport']);
  const first = await linkFor(email);
  expect(
    await platform.db.query(`SELECT 1 FROM mail WHERE kind = 'data-export' AND to_address = $1`, [email]),
  ).toHaveLength(1);
  await ask(token);
  const second = await linkFor(email);
  expect((await open(first)).status).toBe(404);
  expect(zips()).toHaveLength(1);
  platform.travelTo('2026-09-01T20:00:00Z');
  await ask(token);
  await linkFor(email);
  expect((await open(second)).status).toBe(404);
  expect(await ask(token)).toMatchObject({ __typename: 'TooManyExports', nextAt: '2026-09-02T10:00:00.000Z' });
  platform.travelTo('2026-09-02T10:00:00Z');
  expect(await ask(token)).toMatchObject({ __typename: 'DataExport' });
  await platform.jobs();
});

test('what died half way is made again; zips that belong to nothing go', async () => {
  const { token } = await aCandidate(platform);
  const { email } = await viewer(token);
  const personalData = platform.app.get(PersonalData, { strict: false });
  const { export: real } = personalData;
  let tries = 0;
  personalData.export = (accountId) => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('the disk went away')) : real.call(personalData, accountId);
  };
  await ask(token);
  await platform.jobs();
  expect(await statusOf(token)).toMatchObject({ status: 'PREPARING' });
  await platform.db.query('UPDATE graphile_worker._private_jobs SET run_at = now()');
  const link = await linkFor(email);
  personalData.export = real;
  expect(tries).toBe(2);

  const before = zips();
  const stray = join(platform.dataDir, 'files', 'exports', 'ab'.repeat(24));
  writeFileSync(stray, 'x');
  const old = new Date(Date.parse('2026-09-01T08:00:00Z'));
  utimesSync(stray, old, old);
  await platform.tick('tidy-exports');
  expect(zips()).toEqual(before);
  expect(unzipSync(new Uint8Array(await (await open(link)).arrayBuffer()))['LISEZMOI.txt']).toBeDefined();
});

test('who is erased meanwhile gets nothing, and leaves no zip', async () => {
  await platform.jobs();
  const before = zips();
  const { token } = await aCandidate(platform);
  const { email } = await viewer(token);
  await ask(token);
  const link = await linkFor(email);
  await platform.ask(
    'mutation { eraseMyAccount(password: "correct-horse-battery-staple") { __typename } }',
    {},
    { token },
  );
  await platform.jobs();
  expect((await open(link)).status).toBe(404);
  expect(zips()).toEqual(before);
  expect(await sentMails(platform, email)).toEqual([]);

  const late = await aCandidate(platform);
  await ask(late.token);
  await platform.ask('mutation { eraseMyAccount(password: "correct-horse-battery-staple") { __typename } }', {}, late);
  await platform.jobs();
  expect(zips()).toEqual(before);
});

test('strangers have nothing to export', async () => {
  expect((await platform.send(EXPORT)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  await expect(lastMail(platform, 'nobody@example.com')).rejects.toThrow('no such mail');
  expect(readFileSync('docs/privacy.md', 'utf8')).toContain('exportMyData');
});
