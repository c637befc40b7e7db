import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aDocx, aPdf, column, docxType, pdfType, repacked } from '../documents/cv-files.js';
import {
  aCandidate,
  aMember,
  aMessage,
  anAdministrator,
  anOffer,
  anOwner,
  signUp,
  suspend,
} from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;
let pdf: Uint8Array;

beforeAll(async () => {
  platform = await Platform.start('cvfiles');
  pdf = await aPdf(column(['Camille Martin, ingénieure qualité']));
});
afterAll(() => platform.stop());

interface Answered {
  status: number;
  headers: Headers;
  body: any;
}

const signedIn = (token?: string): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {});

async function send(
  token: string | undefined,
  bytes: Uint8Array,
  name = 'CV Camille.pdf',
  type = pdfType,
  on = platform,
): Promise<Answered> {
  const headers = { ...signedIn(token), 'content-type': type, 'x-file-name': encodeURIComponent(name) };
  const response = await fetch(`${on.url}/files/cv`, { method: 'POST', headers, body: Buffer.from(bytes) });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const get = (path: string, token?: string, on = platform): Promise<Response> =>
  fetch(`${on.url}${path}`, { headers: signedIn(token) });

const folder = (on = platform): string => join(on.dataDir, 'files', 'cv');
const onDisk = (on = platform): string[] => readdirSync(folder(on)).sort();

const APPLY = `mutation ($id: ID!, $cv: ID, $message: String) { applyToOffer(offerId: $id, message: $message, cvFileId: $cv) {
  __typename ... on Application { id cv { id name } } ... on Refusal { why: message } } }`;
const applyWith = (token: string, id: string, cv: string | null, on = platform): Promise<any> =>
  on.ask(APPLY, { id, cv, message: aMessage }, { token }).then(({ applyToOffer }) => applyToOffer);

const DELETE =
  'mutation ($id: ID!) { deleteFile(id: $id) { __typename ... on FileDeleted { id } ... on Refusal { message } } }';
const remove = (token: string, id: string): Promise<any> =>
  platform.ask(DELETE, { id }, { token }).then(({ deleteFile }) => deleteFile);

const FILES = '{ viewer { candidate { files { id name kind size standing storedAt url } } } }';
const filesOf = async (token: string, on = platform): Promise<any[]> =>
  (await on.ask(FILES, {}, { token })).viewer.candidate.files;

test('a CV is kept under a name that says nothing, and handed out only to be saved', async () => {
  const { token } = await aCandidate(platform);
  const { status, body, headers } = await send(token, pdf, '../../été "CV".pdf');
  expect(status).toBe(201);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    name: 'été CV.pdf',
    kind: 'PDF',
    size: pdf.length,
    standing: 'READY',
    url: `/files/${body.id}`,
  });
  expect(await filesOf(token)).toEqual([{ ...body, storedAt: expect.any(String) }]);

  const [name] = onDisk();
  expect(name).toMatch(/^[0-9a-f]{48}$/);
  expect(Buffer.from(pdf).equals(readFileSync(join(folder(), name!)))).toBe(true);
  expect(statSync(join(folder(), name!)).mode & 0o777).toBe(0o600);
  expect(statSync(folder()).mode & 0o777).toBe(0o700);

  const answer = await get(body.url, token);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(pdf.length),
    'content-disposition': `attachment; filename="ete CV.pdf"; filename*=UTF-8''%C3%A9t%C3%A9%20CV.pdf`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
  });
  expect(Buffer.from(pdf).equals(Buffer.from(await answer.arrayBuffer()))).toBe(true);
});

test('what a file is, its bytes say: neither its name nor its type', async () => {
  const { token } = await aCandidate(platform);
  const docx = await aDocx(['Camille Martin']);
  expect((await send(token, docx, 'cv.pdf', pdfType)).body).toMatchObject({ kind: 'DOCX', name: 'cv.docx' });
  const before = onDisk();
  const html = Buffer.from('<!doctype html><script>alert(1)</script>');
  const macros = repacked(docx, (xml) => xml, { 'word/vbaProject.bin': html });
  for (const [bytes, name, type, status, code] of [
    [html, 'cv.pdf', pdfType, 415, 'UNSUPPORTED_FILE'],
    [html, 'cv.html', 'text/html', 415, 'UNSUPPORTED_FILE'],
    [macros, 'cv.docx', docxType, 415, 'UNSUPPORTED_FILE'],
    [new Uint8Array(0), 'cv.pdf', pdfType, 400, 'NO_FILE'],
    [new Uint8Array(5 * 1024 * 1024 + 1), 'cv.pdf', pdfType, 413, 'FILE_TOO_LARGE'],
  ] as const) {
    const refused = await send(token, bytes, name, type);
    expect(refused).toMatchObject({ status, body: { code, message: expect.any(String) } });
  }
  expect(onDisk()).toEqual(before);
  const most = Buffer.concat([pdf, Buffer.alloc(5 * 1024 * 1024 - pdf.length, ' ')]);
  expect((await send(token, most)).status).toBe(201);
});

test('a form of another site cannot send one, and nobody but a candidate can', async () => {
  const { token } = await aCandidate(platform);
  const { token: member } = await anOwner(platform);
  expect((await send(undefined, pdf)).status).toBe(401);
  expect((await send(member, pdf)).status).toBe(403);
  for (const type of ['multipart/form-data; boundary=x', 'text/plain', 'application/x-www-form-urlencoded']) {
    expect((await send(token, pdf, 'cv.pdf', type)).status).toBe(415);
  }
});

test('five files at most, also when six come at once', async () => {
  const { token } = await aCandidate(platform);
  const answers = await Promise.all(Array.from({ length: 6 }, () => send(token, pdf)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 409]);
  expect(answers.find(({ status }) => status === 409)!.body.code).toBe('TOO_MANY_FILES');
  expect(await filesOf(token)).toHaveLength(5);
});

test('who may have it: its owner, members of the company that got it, administrators, and to all others it does not exist', async () => {
  const owner = await anOwner(platform);
  const reader = await aMember(platform, owner.companyId, 'reader');
  const other = await anOwner(platform);
  const candidate = await aCandidate(platform);
  const stranger = await aCandidate(platform);
  const suspended = await signUp(platform, 'COMPANY_MEMBER');
  await platform.db.query(
    `INSERT INTO company_member (company_id, account_id, role) SELECT $1, id, 'recruiter' FROM account WHERE email = $2`,
    [owner.companyId, suspended.email],
  );
  await suspend(platform, suspended.email);
  const administrator = await anAdministrator(platform);
  const file = (await send(candidate.token, pdf)).body;
  const unsent = (await send(candidate.token, pdf, 'other.pdf')).body;
  const offer = await anOffer(platform, owner);

  const callers = { anonymous: undefined, candidate, stranger, owner, reader, other, suspended, administrator };
  const seen = async ({ url }: { url: string }): Promise<Record<string, number>> =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(callers).map(async ([who, each]) => [who, (await get(url, each?.token)).status]),
      ),
    );
  const hidden = { anonymous: 404, stranger: 404, owner: 404, reader: 404, other: 404, suspended: 404 };
  expect(await seen(file)).toEqual({ ...hidden, candidate: 200, administrator: 200 });

  const application = await applyWith(candidate.token, offer.id, file.id);
  expect(application).toMatchObject({ __typename: 'Application', cv: { id: file.id, name: 'CV Camille.pdf' } });
  expect(await seen(file)).toEqual({ ...hidden, candidate: 200, owner: 200, reader: 200, administrator: 200 });
  expect(await seen(unsent)).toEqual({ ...hidden, candidate: 200, administrator: 200 });

  const nothing = await (await get(`/files/${crypto.randomUUID()}`, stranger.token)).json();
  expect(await (await get(file.url, stranger.token)).json()).toEqual(nothing);
  expect(await (await get('/files/..%2f..%2fetc%2fpasswd', candidate.token)).json()).toEqual(nothing);
  expect(await (await get(`/files/${onDisk()[0]}`, candidate.token)).json()).toEqual(nothing);

  const READ = 'query ($id: ID!) { node(id: $id) { ... on Application { cv { id url } } } }';
  const cvFor = async (token?: string): Promise<any> =>
    (await platform.send(READ, { id: application.id }, token ? { token } : {})).data?.node ?? null;
  expect(await cvFor(reader.token)).toEqual({ cv: { id: file.id, url: file.url } });
  for (const each of [stranger, other, suspended]) expect(await cvFor(each.token)).toBeNull();

  const noted = await platform.db.query(`SELECT 1 FROM audit_entry WHERE act = 'file.read' AND object_id = $1`, [
    file.id,
  ]);
  expect(noted).toHaveLength(2);

  await platform.ask(
    'mutation ($id: ID!) { withdrawApplication(id: $id) { __typename } }',
    { id: application.id },
    { token: candidate.token },
  );
  expect(await seen(file)).toEqual({ ...hidden, candidate: 200, administrator: 200 });
  for (const each of [owner, reader]) expect(await cvFor(each.token)).toEqual({ cv: null });
  expect(await cvFor(candidate.token)).toEqual({ cv: { id: file.id, url: file.url } });
});

test('only one’s own files can be attached or deleted; deleting takes the bytes and every attachment', async () => {
  const owner = await anOwner(platform);
  const offer = await anOffer(platform, owner);
  const candidate = await aCandidate(platform);
  const thief = await aCandidate(platform);
  const file = (await send(candidate.token, pdf)).body;
  for (const id of [file.id, crypto.randomUUID(), 'nonsense']) {
    const tried = await applyWith(thief.token, offer.id, id);
    expect(tried.__typename).not.toBe('Application');
    expect(await remove(thief.token, id)).toEqual({
      __typename: 'NotAllowed',
      message: 'Ce fichier n’existe pas, ou n’est pas le vôtre.',
    });
  }
  const application = await applyWith(candidate.token, offer.id, file.id);
  const before = onDisk();
  expect(await remove(candidate.token, file.id)).toEqual({ __typename: 'FileDeleted', id: file.id });
  expect((await get(file.url, owner.token)).status).toBe(404);
  const READ = 'query ($id: ID!) { node(id: $id) { ... on Application { cv { id } } } }';
  expect((await platform.ask(READ, { id: application.id }, owner)).node).toEqual({ cv: null });
  await platform.jobs();
  expect(onDisk()).toHaveLength(before.length - 1);
});

test('bytes whose row never came, after a kill in between, are tidied after an hour; young ones and others are not', async () => {
  const { token } = await aCandidate(platform);
  const { body } = await send(token, pdf);
  const kept = onDisk();
  const stray = 'ab'.repeat(24);
  const young = 'cd'.repeat(24);
  for (const name of [stray, `${'ef'.repeat(24)}.part`, young, 'notes.txt']) writeFileSync(join(folder(), name), 'x');
  const old = new Date(Date.now() - 2 * 3_600_000);
  for (const name of [stray, `${'ef'.repeat(24)}.part`, 'notes.txt']) utimesSync(join(folder(), name), old, old);
  await platform.tick('tidy-files');
  expect(onDisk()).toEqual([...kept, young, 'notes.txt'].sort());
  expect((await get(body.url, token)).status).toBe(200);
});

test('a folder that is not the one of this database is left alone', async () => {
  const old = new Date(Date.now() - 2 * 3_600_000);
  const names = Array.from({ length: 40 }, (_, at) => at.toString(16).padStart(48, '0'));
  for (const name of names) {
    writeFileSync(join(folder(), name), 'x');
    utimesSync(join(folder(), name), old, old);
  }
  const before = onDisk();
  await platform.tick('tidy-files');
  expect(onDisk()).toEqual(before);
});

describe('with a scanner', () => {
  let scanned: Platform;
  let says: string;
  let script: string;

  beforeAll(async () => {
    const program = join(platform.dataDir, 'scanner.sh');
    script = `/bin/sh ${program}`;
    says = join(platform.dataDir, 'scanner.says');
    writeFileSync(
      program,
      `case "$(cat ${says})" in clean) exit 0;; infected) exit 1;; hanging) sleep 60 & wait;; *) exit 2;; esac`,
    );
    writeFileSync(says, 'clean');
    scanned = await Platform.start('scanned', { FILE_SCANNER: script });
  });
  afterAll(() => scanned.stop());

  const sendScanned = (token: string): Promise<Answered> => send(token, pdf, 'CV.pdf', pdfType, scanned);

  test('a clean file is let in, an infected one is refused and kept nowhere', async () => {
    const { token } = await aCandidate(scanned);
    writeFileSync(says, 'clean');
    expect((await sendScanned(token)).body).toMatchObject({ standing: 'READY' });
    writeFileSync(says, 'infected');
    expect(await sendScanned(token)).toMatchObject({ status: 422, body: { code: 'FILE_REFUSED' } });
    expect(await filesOf(token, scanned)).toHaveLength(1);
    expect(onDisk(scanned)).toHaveLength(1);
  });

  test('while the scanner fails a file waits, goes with applications, and nobody downloads it', async () => {
    const owner = await anOwner(scanned);
    const offer = await anOffer(scanned, owner);
    const { token } = await aCandidate(scanned);
    writeFileSync(says, 'broken');
    const { body } = await sendScanned(token);
    expect(body).toMatchObject({ standing: 'BEING_CHECKED' });
    expect(await applyWith(token, offer.id, body.id, scanned)).toMatchObject({ cv: { id: body.id } });
    for (const each of [token, owner.token]) {
      const answer = await get(body.url, each, scanned);
      expect({ status: answer.status, ...((await answer.json()) as object) }).toMatchObject({
        status: 409,
        code: 'FILE_BEING_CHECKED',
      });
    }
    await scanned.jobs();
    expect(await filesOf(token, scanned)).toMatchObject([{ standing: 'BEING_CHECKED' }]);

    writeFileSync(says, 'clean');
    await scanned.db.query('UPDATE graphile_worker._private_jobs SET run_at = now()');
    await scanned.jobs();
    expect(await filesOf(token, scanned)).toMatchObject([{ standing: 'READY' }]);
    expect((await get(body.url, owner.token, scanned)).status).toBe(200);
  });

  test('a file found infected later goes with no application, and its owner is written to', async () => {
    const owner = await anOwner(scanned);
    const offer = await anOffer(scanned, owner);
    const { token } = await aCandidate(scanned);
    writeFileSync(says, 'broken');
    const { body } = await sendScanned(token);
    const application = await applyWith(token, offer.id, body.id, scanned);
    writeFileSync(says, 'infected');
    await scanned.tick('tidy-files');
    expect(await filesOf(token, scanned)).toMatchObject([{ standing: 'REFUSED' }]);
    expect((await get(body.url, token, scanned)).status).toBe(404);
    expect((await get(body.url, owner.token, scanned)).status).toBe(404);
    const READ = 'query ($id: ID!) { node(id: $id) { ... on Application { cv { id } } } }';
    expect((await scanned.ask(READ, { id: application.id }, owner)).node).toEqual({ cv: null });
    expect(await scanned.db.query(`SELECT 1 FROM mail WHERE kind = 'file-refused'`)).toHaveLength(1);
  });

  test('a scanner that is not there, or hangs, lets nothing through', async () => {
    const { FileScanner } = await import('../../src/files/file-scanner.js');
    const { readConfig } = await import('../../src/common/config.js');
    const scannerOf = (FILE_SCANNER: string) => new FileScanner(readConfig({ NODE_ENV: 'test', FILE_SCANNER }));
    const path = join(folder(scanned), onDisk(scanned)[0]!);
    expect(await scannerOf('/nowhere/clamdscan --fdpass').verdict(path, 5_000)).toBe('LATER');
    writeFileSync(says, 'hanging');
    const began = Date.now();
    expect(await scannerOf(script).verdict(path, 500)).toBe('LATER');
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});
