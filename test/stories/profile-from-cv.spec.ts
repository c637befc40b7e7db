import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { aCandidate, anOwner, saveProfile, signUp } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { aDocx, aPdf, column, docxType, encryptedPdf, pdfType } from '../documents/cv-files.js';

/** A word that stands in every file and text here, and may be found nowhere afterwards. */
const canary = 'Zyxoquartz';

const cv = [
  `Camille ${canary}`,
  'Ingénieure qualité',
  '01100 Oyonnax',
  '',
  'COMPÉTENCES',
  'AMDEC, lean manufacturing',
  '',
  'LANGUES',
  'Anglais : C1',
  '',
  'FORMATION',
  'Diplôme d’ingénieur, INSA Lyon, 2024',
];

let platform: Platform;
let candidate: { token: string; id: string };
const printed: string[] = [];

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0);
  }
  platform = await Platform.start('cv', { RATE_LIMITS: 'on', NODE_ENV: 'development' });
  candidate = await aCandidate(platform);
});

afterAll(async () => {
  jest.restoreAllMocks();
  await platform.stop();
});

interface Answered {
  status: number;
  headers: Headers;
  body: any;
}

async function send(bytes: Uint8Array, headers: Record<string, string>): Promise<Answered> {
  const response = await fetch(`${platform.url}/cv`, { method: 'POST', headers, body: Buffer.from(bytes) });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const signedIn = (token: string, type = pdfType) => ({ authorization: `Bearer ${token}`, 'content-type': type });

const FOUND = 'confidence found { words start end }';
const PROPOSE = `query ($text: String!) { proposeProfile(text: $text) { text cut
  skills { code label level wish ${FOUND} } occupations { code label ${FOUND} }
  languages { code label level mastery wish ${FOUND} } studyLevel { value ${FOUND} } diplomaOn { value ${FOUND} }
  places { label place { commune { code radiusKm } departmentCode regionCode epciSiren territoryId } ${FOUND} }
  contractTypes { value ${FOUND} } availableFrom { value ${FOUND} } licences { value ${FOUND} } } }`;

describe('a candidate sends a CV', () => {
  test('and gets proposals with the words they come from, which nothing stores until they are confirmed', async () => {
    const { status, headers, body } = await send(await aPdf(column(cv)), signedIn(candidate.token));
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    const skill = body.skills.find(({ found }: any) => found.some(({ words }: any) => words === 'AMDEC'));
    expect(skill).toMatchObject({ wish: null, confidence: expect.any(Number) });
    for (const { found } of [...body.skills, ...body.languages, ...body.places, ...body.occupations]) {
      expect(found.length).toBeGreaterThan(0);
      for (const { words, start, end } of found) expect(body.text.slice(start, end)).toBe(words);
    }
    expect(body.languages).toMatchObject([{ label: 'Anglais', level: 'C1' }]);
    expect(body.studyLevel).toMatchObject({ value: 'BAC_5' });
    expect(body.places).toMatchObject([{ label: 'Oyonnax', place: { commune: { code: '01283' } } }]);

    const empty = await platform.ask('{ viewer { candidate { skills { level } } } }', {}, candidate);
    expect(empty.viewer.candidate.skills).toEqual([]);

    const saved = await saveProfile(platform, candidate.token, {
      skills: [{ code: skill.code }, { code: body.languages[0].code, level: body.languages[0].mastery }],
      studyLevel: body.studyLevel.value,
      places: [body.places[0].place],
      occupationCodes: body.occupations.slice(0, 1).map(({ code }: any) => code),
    });
    expect(saved.__typename).toBe('Candidate');
    const profile = `{ viewer { candidate { studyLevel skills { skill { code } }
      profile { places { commune { code } } occupations { code } } } } }`;
    const { viewer } = await platform.ask(profile, {}, candidate);
    expect(viewer.candidate.skills.map((held: any) => held.skill.code)).toEqual([skill.code, body.languages[0].code]);
    expect(viewer.candidate.profile.places).toEqual([{ commune: { code: '01283' } }]);
  });

  test('as a Word document, as a file without a type, or pasted, with the same answer', async () => {
    const docx = await aDocx(cv.filter((line) => line !== ''));
    const { body } = await send(docx, signedIn(candidate.token, docxType));
    expect(body.skills.map(({ label }: any) => label).join()).toMatch(/AMDEC/);
    expect((await send(docx, signedIn(candidate.token, 'application/octet-stream'))).body).toEqual(body);
    const { proposeProfile } = await platform.ask(PROPOSE, { text: body.text }, candidate);
    // GraphQL says null where JSON leaves a field of a place out.
    expect(proposeProfile).toMatchObject(body);
    expect(Object.keys(proposeProfile).sort()).toEqual(Object.keys(body).sort());
  });

  test('and reads labels and refusals in the language asked for', async () => {
    const english = { ...signedIn(candidate.token), 'accept-language': 'en' };
    expect((await send(await aPdf(column(cv)), english)).body.languages).toMatchObject([{ label: 'English' }]);
    const locked = await send(encryptedPdf(), english);
    expect(locked).toMatchObject({ status: 422, body: { code: 'ENCRYPTED_FILE' } });
    expect(locked.body.message).toMatch(/password/);
    const { body } = await send(encryptedPdf(), signedIn(candidate.token));
    expect(body.message).toMatch(/mot de passe/);
  });

  test('that is too large, or no CV, and is told so', async () => {
    const large = await send(new Uint8Array(5 * 1024 * 1024 + 1), signedIn(candidate.token));
    expect(large).toMatchObject({ status: 413, body: { code: 'FILE_TOO_LARGE' } });
    const text = await send(Buffer.from(cv.join()), signedIn(candidate.token));
    expect(text).toMatchObject({ status: 415, body: { code: 'UNSUPPORTED_FILE' } });
    const damaged = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(canary.repeat(1000))]);
    expect(await send(damaged, signedIn(candidate.token))).toMatchObject({
      status: 422,
      body: { code: 'DAMAGED_FILE' },
    });
  });

  test('in a form, or forgets it, and is told what to send', async () => {
    const form = await send(Buffer.from('--x--'), signedIn(candidate.token, 'multipart/form-data; boundary=x'));
    expect(form).toMatchObject({ status: 415, body: { code: 'FORM_INSTEAD_OF_FILE' } });
    expect(form.body.message).toMatch(/corps de la requête/);
    const empty = await send(new Uint8Array(), signedIn(candidate.token));
    expect(empty).toMatchObject({ status: 400, body: { code: 'NO_FILE' } });
  });

  test('with a cookie, but not from a page of another site', async () => {
    const cookie = `vte_session=${candidate.token}`;
    const pdf = await aPdf(column(cv));
    expect((await send(pdf, { cookie, 'content-type': pdfType })).status).toBe(200);
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded']) {
      expect((await send(Buffer.from('x=1'), { cookie, 'content-type': type })).status).toBe(415);
    }
  });
});

describe('who may not', () => {
  test('strangers, companies, and other routes', async () => {
    const pdf = await aPdf(column(cv));
    expect(await send(pdf, { 'content-type': pdfType })).toMatchObject({
      status: 401,
      body: { code: 'UNAUTHENTICATED' },
    });
    const { token } = await anOwner(platform);
    expect(await send(pdf, signedIn(token))).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    const { errors } = await platform.send(PROPOSE, { text: cv.join('\n') }, { token });
    expect(errors?.[0].extensions.code).toBe('FORBIDDEN');
    const elsewhere = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: signedIn(token),
      body: Buffer.from(pdf),
    });
    expect(elsewhere.status).toBe(415);
  });

  test('someone who sends more than twenty an hour', async () => {
    const { token } = await signUp(platform, 'CANDIDATE');
    const tries = async () => (await send(Buffer.from('no file'), signedIn(token))).status;
    for (let count = 0; count < 20; count += 1) expect(await tries()).toBe(415);
    const over = await send(Buffer.from('no file'), signedIn(token));
    expect(over).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } });
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await send(await aPdf(column(cv)), signedIn(candidate.token))).status).toBe(200);
  });

  test('who pastes a whole book, or puts the text in the address', async () => {
    const long = await platform.send(PROPOSE, { text: 'é\n'.repeat(15_001) }, candidate);
    expect(long.errors?.[0].extensions.code).toBe('BAD_USER_INPUT');
    expect(long.errors?.[0].message).toMatch(/30\s000 caractères/);
    const longest = await platform.send(PROPOSE, { text: '’\n'.repeat(15_000) }, candidate);
    expect(longest.errors).toBeUndefined();
    const query = new URLSearchParams({ query: '{ proposeProfile(text: "AMDEC") { cut } }' });
    const headers = { ...signedIn(candidate.token), 'apollo-require-preflight': '1' };
    const response = await fetch(`${platform.url}/graphql?${query}`, { headers });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});

test('a company gets proposals from the text of an offer', async () => {
  const { token } = await anOwner(platform);
  const query = `query ($title: String!, $description: String!) {
    proposeForOffer(title: $title, description: $description) { text skills { label wish ${FOUND} }
      occupation { code label ${FOUND} } studyLevel { value } contractType { value } languages { label } } }`;
  const variables = {
    title: 'Ingénieur qualité H/F en CDI',
    description: `${canary} recherche : AMDEC exigée.\nLe lean manufacturing serait un plus.\nBac+5, anglais courant.`,
  };
  const { proposeForOffer: proposed } = await platform.ask(query, variables, { token });
  const wishes = Object.fromEntries(proposed.skills.map((skill: any) => [skill.found[0].words, skill.wish]));
  expect(wishes).toMatchObject({ AMDEC: 'REQUIRED', 'lean manufacturing': 'DESIRED' });
  expect(proposed).toMatchObject({ studyLevel: { value: 'BAC_5' }, contractType: { value: 'CDI' } });
  expect(proposed.occupation.label).toMatch(/qualité/i);
  for (const { words, start, end } of proposed.skills.flatMap((skill: any) => skill.found)) {
    expect(proposed.text.slice(start, end)).toBe(words);
  }
  const { errors } = await platform.send(query, variables, candidate);
  expect(errors?.[0].extensions.code).toBe('FORBIDDEN');
});

test('afterwards no word of the texts is anywhere in the database, nor in what was printed', async () => {
  const tables = await platform.db.query<{ name: string }[]>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(20);
  const held: string[] = [];
  for (const { name } of tables) {
    const [{ count }] = await platform.db.query<[{ count: string }]>(
      `SELECT count(*) FROM ${name} AS row WHERE row::text ILIKE $1`,
      [`%${canary}%`],
    );
    if (count !== '0') held.push(name);
  }
  expect(held).toEqual([]);
  new Logger('Test').warn('what is logged is seen here');
  expect(printed.join('')).toMatch(/what is logged is seen here/);
  expect(printed.join('')).not.toMatch(new RegExp(canary, 'i'));
});
