import { unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { Counters } from '../../src/accounts/counters.js';
import { CONFIG, type Config } from '../../src/common/config.js';
import { declaredPerDay, DeclaringService } from '../../src/hires/declaring.service.js';
import { aHireInput, anAccepted, anOpenCharter, act, forCompany, sign } from '../hires/hiring.js';
import {
  aMember,
  anAdministrator,
  anOffer,
  anOwner,
  applyTo,
  aTerritoryManager,
  password,
  signUp,
} from '../support/people.js';
import { Platform } from '../support/platform.js';
import { lastMail, pressLink, sentMails } from '../support/sent-mails.js';

/** From an accepted application, or a hire made elsewhere, to a charter that both signed. */
let platform: Platform;

beforeAll(async () => {
  platform = await Platform.start('hires');
});
beforeEach(() => {
  platform.travelTo('2026-11-23T10:00:00Z');
});
afterAll(async () => {
  await platform.stop();
});

const download = (id: string, token?: string, headers: Record<string, string> = {}) =>
  fetch(`${platform.url}/charters/${id}.pdf`, {
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
  });

const textOf = async (bytes: Buffer): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.normalize('NFC').replace(/\s+/g, ' ');
};

/** Letters of one moment leave in any order. */
const letter = (email: string, about: string) =>
  lastMail(platform, ({ to, subject }) => to.includes(email) && subject.includes(about));

const paths = ({ problems }: { problems: { path: string[] }[] }) => problems.map(({ path }) => path.join('.')).sort();

test('a hire is declared from an accepted application once, with what the offer says, and all faults at once', async () => {
  const { owner, candidate, applicationId } = await anAccepted(
    platform,
    {},
    { contractType: 'CDD', durationMonths: 14 },
  );
  const declare = (input: object, by: { token: string } = owner) =>
    act(platform, by, 'declareHire', { id: applicationId, input });
  expect(
    paths(await declare({ hiredOn: '2026-11-24', startsOn: '2026-11-01', communeCode: '99999', salary: 0 })),
  ).toEqual(['input.communeCode', 'input.hiredOn', 'input.salary', 'input.startsOn']);
  expect(paths(await declare({ contractType: 'CDD', durationMonths: null, missionTitle: '🙂' }))).toEqual([
    'input.durationMonths',
    'input.hiredOn',
    'input.missionTitle',
    'input.startsOn',
  ]);
  const notYours = { __typename: 'NotAllowed', why: 'Cette candidature n’existe pas, ou n’est pas pour vous.' };
  for (const stranger of [await anOwner(platform), await aMember(platform, owner.companyId, 'reader'), candidate]) {
    expect(await declare(aHireInput(), stranger)).toMatchObject(notYours);
  }
  for (const id of ['x', owner.companyId]) {
    expect(await act(platform, owner, 'declareHire', { id, input: aHireInput() })).toMatchObject(notYours);
  }
  const { problems } = await declare(aHireInput({ mission: 'a'.repeat(4_001) }));
  expect(problems[0].message).toBe('Ce texte compte au plus 4\u202f000 caractères.');
  const declared = await declare({ hiredOn: '2026-11-20', startsOn: '2026-12-01' });
  expect(declared).toMatchObject({
    status: 'DRAFT',
    contractType: 'CDD',
    durationMonths: 14,
    endsOn: '2028-01-31',
    missionTitle: 'Ingénieure ou ingénieur qualité',
    candidate: { id: candidate.id },
  });
  expect(declared.whatIsMissing.length).toBeGreaterThan(2);
  expect(await declare(aHireInput())).toMatchObject({ __typename: 'HireAlreadyDeclared', hire: { id: declared.id } });
  expect((await letter(candidate.email, 'Votre embauche est déclarée')).text).toContain('Plasturgie du Haut-Bugey');
  const end = (by: { token: string }, id: string) => act(platform, by, 'endHire', { id, input: { reason: 'OTHER' } });
  await end(owner, declared.id);
  const colleague = await aMember(platform, owner.companyId);
  const both = await Promise.all([owner, colleague].map((by) => declare(aHireInput(), by)));
  expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Hire', 'HireAlreadyDeclared']);
  const again = both.find(({ __typename }) => __typename === 'Hire');
  expect(again.id).not.toBe(declared.id);
  const HIRE_OF = 'query ($id: ID!) { node(id: $id) { ... on Application { hire { id } } } }';
  expect((await platform.ask(HIRE_OF, { id: applicationId }, candidate)).node).toEqual({ hire: { id: again.id } });
  await end(candidate, again.id);
  expect(await declare(aHireInput())).toMatchObject({
    __typename: 'HireAlreadyDeclared',
    hire: { id: again.id },
    why: expect.stringContaining('La personne a annulé'),
  });
});

test('an application that was not accepted is no hire', async () => {
  const owner = await anOwner(platform);
  const { id: offerId } = await anOffer(platform, owner);
  const { token } = await signUp(platform, 'CANDIDATE');
  const { id } = await applyTo(platform, token, offerId);
  expect(await act(platform, owner, 'declareHire', { id, input: aHireInput() })).toMatchObject({
    __typename: 'ApplicationNotAccepted',
  });
});

test('both sign in any order what they read, the password being asked again; the signed PDF is for them only', async () => {
  const { owner, candidate, hireId, sha256 } = await anOpenCharter(platform);
  const toSign = Buffer.from(await (await download(hireId, candidate.token)).arrayBuffer());
  expect(await textOf(toSign)).toContain('Zoë Nuñez');
  expect(await sign(platform, candidate, hireId, { sha256, password: 'wrong' })).toMatchObject({
    __typename: 'InvalidInput',
  });
  expect(paths(await sign(platform, candidate, hireId, { sha256: 'x' }))).toEqual(['input.sha256']);
  expect(await sign(platform, candidate, hireId, { sha256: 'f'.repeat(64) })).toMatchObject({
    __typename: 'CharterChanged',
    sha256,
  });
  expect(paths(await sign(platform, owner, hireId, { sha256 }))).toEqual(['input.name', 'input.role']);
  expect(await sign(platform, candidate, hireId, { sha256 })).toMatchObject({ status: 'CHARTER_OPEN' });
  expect(await sign(platform, candidate, hireId, { sha256 })).toMatchObject({
    charter: { signatures: [{ side: 'CANDIDATE', name: 'Zoë Nuñez', sha256 }] },
  });
  expect(
    (await platform.ask('query ($s: String!) { charterBySha256(sha256: $s) { sha256 } }', { s: sha256 }))
      .charterBySha256,
  ).toBe(null);
  const colleague = await aMember(platform, owner.companyId);
  const both = await Promise.all(
    [owner, colleague].map((by, index) => sign(platform, by, hireId, { ...forCompany, name: `Ada ${index}`, sha256 })),
  );
  expect(both).toMatchObject([{ status: 'SIGNED' }, { status: 'SIGNED' }]);
  expect(both[0].charter.signatures).toHaveLength(2);
  expect(both[0].charter.signatures).toEqual(both[1].charter.signatures);
  await platform.jobs();
  const signedLetters = (await sentMails(platform, candidate.email)).filter(({ subject }) =>
    subject.includes('La charte est signée'),
  );
  expect(signedLetters).toHaveLength(1);
  const answer = await download(hireId, owner.token);
  expect(answer.headers.get('content-disposition')).toContain('charte-vte-signee-v1.pdf');
  const final = Buffer.from(await answer.arrayBuffer());
  const text = await textOf(final);
  expect(text).toContain('Page de signatures');
  expect(text).toContain('23 novembre 2026 à 11:00:00, heure de Paris');
  expect(text.replace(/ /g, '')).toContain(sha256);
  const etag = answer.headers.get('etag')!;
  expect((await download(hireId, owner.token, { 'if-none-match': etag })).status).toBe(304);
  const administrator = await anAdministrator(platform);
  const manager = await aTerritoryManager(platform);
  const strangers = [
    undefined,
    (await anOwner(platform)).token,
    (await signUp(platform, 'CANDIDATE')).token,
    manager.token,
  ];
  for (const token of strangers) expect((await download(hireId, token)).status).toBe(404);
  expect((await download(hireId, administrator.token)).status).toBe(200);
  expect(
    await platform.db.query(`SELECT FROM audit_entry WHERE object_id = $1 AND act = 'charter.read'`, [hireId]),
  ).toHaveLength(1);
  const page = await fetch(`${platform.url}/charte/${sha256}`);
  expect(page.status).toBe(200);
  const html = await page.text();
  expect(html).toContain('23 novembre 2026');
  expect(html).not.toMatch(/Nuñez|Dupont|Haut-Bugey/);
  expect((await fetch(`${platform.url}/charte/${'0'.repeat(64)}`)).status).toBe(404);
});

test('a change of data voids a signature, tells both, and asks for another; what is unchanged stays signed', async () => {
  const { owner, candidate, hireId, sha256 } = await anOpenCharter(platform);
  await sign(platform, candidate, hireId, { sha256 });
  const same = await act(platform, owner, 'reviseHire', { id: hireId, input: { studyLevel: 'BAC_5' } });
  expect(same.charter).toMatchObject({ sha256, signatures: [{ side: 'CANDIDATE' }] });
  const revised = await act(platform, owner, 'reviseHire', { id: hireId, input: { tutorName: 'Ali Baba' } });
  expect(revised.charter.signatures).toEqual([]);
  expect(revised.charter.sha256).not.toBe(sha256);
  expect(revised.charter.versions.map(({ number, voidedAt }: any) => [number, voidedAt !== null])).toEqual([
    [2, false],
    [1, true],
  ]);
  expect((await letter(candidate.email, 'La charte a changé')).text).toContain('ses signatures ne valent plus');
  const now = { sha256: revised.charter.sha256 };
  expect(await sign(platform, candidate, hireId, now)).toMatchObject({ charter: { signatures: [{}] } });
  const paid = await act(platform, owner, 'reviseHire', { id: hireId, input: { salary: 20_000 } });
  expect(paid.charter).toMatchObject({ signatures: [], versions: [{ number: 3 }, { number: 2 }, { number: 1 }] });
  expect(await textOf(Buffer.from(await (await download(hireId, candidate.token)).arrayBuffer()))).toContain(
    'Salaire brut annuel : 20 000 €',
  );
  const { viewer } = await platform.ask('{ viewer { email } }', {}, owner);
  await platform.jobs();
  for (const reader of [candidate.email, viewer.email]) {
    const told = (await sentMails(platform, reader)).filter(({ subject }) => subject.includes('La charte a changé'));
    expect(told).toHaveLength(2);
  }
  expect(await sign(platform, owner, hireId, { ...forCompany, sha256 })).toMatchObject({
    __typename: 'CharterChanged',
    sha256: paid.charter.sha256,
  });
  const emptied = await act(platform, owner, 'reviseHire', { id: hireId, input: { tutorName: null } });
  expect(emptied).toMatchObject({ status: 'DRAFT', charter: { sha256: null } });
  expect(await act(platform, owner, 'openCharter', { id: hireId })).toMatchObject({
    __typename: 'HireIncomplete',
    missing: [{ side: 'COMPANY', words: 'Donnez le nom du tuteur ou de la tutrice.' }],
  });
});

test('a level under the one asked for is to be looked at, and keeps nobody from opening the charter', async () => {
  const { owner, applicationId } = await anAccepted(platform);
  const declare = (studyLevel: string) =>
    act(platform, owner, 'declareHire', { id: applicationId, input: aHireInput({ studyLevel }) });
  const low = await declare('CAP_BEP');
  expect(low.whatIsMissing.map(({ words }: any) => words)).toEqual([
    'Ouvrez la charte à la signature.',
    'Vérifiez le niveau d’études de la personne embauchée : un VTE demande au moins Bac+3, atteint ou préparé.',
  ]);
  const enough = await act(platform, owner, 'reviseHire', { id: low.id, input: { studyLevel: 'BAC_3' } });
  expect(enough.whatIsMissing).toHaveLength(1);
  await act(platform, owner, 'reviseHire', { id: low.id, input: { studyLevel: 'CAP_BEP' } });
  expect(await act(platform, owner, 'openCharter', { id: low.id })).toMatchObject({ status: 'CHARTER_OPEN' });

  const service = platform.app.get(DeclaringService, { strict: false });
  const config = platform.app.get<Config>(CONFIG, { strict: false });
  const counter: unknown = Reflect.get(service, 'declared');
  const counted = new Counters(platform.db, { ...config, RATE_LIMITS: 'on' }).of('declare-hire', declaredPerDay);
  Reflect.set(service, 'declared', counted);
  try {
    for (let sent = 0; sent < declaredPerDay.points; sent += 1) await counted.count(owner.companyId);
    await expect(declare('BAC_3')).rejects.toThrow('RATE_LIMITED');
  } finally {
    Reflect.set(service, 'declared', counter);
  }
});

test('signing while the data change signs what was read or nothing; then only for a verified company, by who proves to be there', async () => {
  const { owner, candidate, hireId, sha256 } = await anOpenCharter(platform);
  const [signed, revised] = await Promise.all([
    sign(platform, candidate, hireId, { sha256 }),
    act(platform, owner, 'reviseHire', { id: hireId, input: { mission: 'Une tout autre mission.' } }),
  ]);
  expect(['Hire', 'CharterChanged']).toContain(signed.__typename);
  expect(revised.charter.signatures).toEqual([]);
  const [{ count }] = await platform.db.query(
    `SELECT count(*)::int AS count FROM charter_signature s JOIN charter_version v ON v.id = s.version_id
      WHERE v.hire_id = $1 AND (v.voided_at IS NULL OR s.sha256 <> v.sha256)`,
    [hireId],
  );
  expect(count).toBe(0);

  const now = { sha256: revised.charter.sha256 };
  const company = (change: string) =>
    platform.db.query(`UPDATE company SET ${change} WHERE id = $1`, [owner.companyId]);
  await company('verified_at = NULL');
  expect(await sign(platform, candidate, hireId, now)).toMatchObject({ __typename: 'CompanyNotVerified' });
  const outside = { id: owner.companyId, email: 'quelquun@example.org', input: aHireInput() };
  expect(await act(platform, owner, 'declareOutsideHire', outside)).toMatchObject({ __typename: 'CompanyNotVerified' });
  await company('verified_at = now(), suspended_at = now()');
  for (const [by, words] of [
    [candidate, 'L’entreprise est suspendue'],
    [owner, 'Votre entreprise est suspendue'],
  ] as const) {
    const why = expect.stringContaining(words);
    expect(await sign(platform, by, hireId, { ...forCompany, ...now })).toMatchObject({
      __typename: 'CompanySuspended',
      why,
    });
  }
  await company('suspended_at = NULL');

  // Without a password, having signed in just now proves who it is, for ten minutes.
  await platform.db.query('UPDATE account SET password_hash = NULL WHERE email = $1', [candidate.email]);
  platform.travelTo('2026-11-23T10:10:01Z');
  expect(await sign(platform, candidate, hireId, now)).toMatchObject({
    problems: [{ path: ['input', 'password'], message: expect.stringContaining('reconnectez-vous') }],
  });
  platform.travelTo('2026-11-23T10:09:59Z');
  expect(await sign(platform, candidate, hireId, now)).toMatchObject({ charter: { signatures: [{}] } });
  const [{ proof }] = await platform.db.query(`SELECT proved_by AS proof FROM charter_signature WHERE sha256 = $1`, [
    now.sha256,
  ]);
  expect(proof).toBe('RECENT_SIGN_IN');

  const gone = { id: hireId, input: { reason: 'RENOUNCED', words: 'Je pars ailleurs.' } };
  expect(await act(platform, candidate, 'endHire', gone)).toMatchObject({
    status: 'CANCELLED',
    endedBy: 'CANDIDATE',
    charter: { sha256: null },
  });
  expect(await sign(platform, owner, hireId, { ...forCompany, ...now })).toMatchObject({
    __typename: 'IllegalHireMove',
  });
});

test('someone hired elsewhere says that it is them, or that it is not, and the company learns nothing before', async () => {
  const owner = await anOwner(platform);
  const declare = (email: string, input = aHireInput()) =>
    act(platform, owner, 'declareOutsideHire', { id: owner.companyId, email, input });
  expect(paths(await declare('nobody', {}))).toContain('email');
  const person = await signUp(platform, 'CANDIDATE');
  const [known, unknown] = [await declare(person.email.toUpperCase()), await declare('personne@example.org')];
  for (const hire of [known, unknown]) expect(hire).toMatchObject({ status: 'AWAITING_PERSON', candidate: null });
  expect(known.invitedEmail).toBe(person.email);
  const invited = await letter(person.email, 'déclare vous avoir embauché');
  const accept = invited.links.find((link) => link.includes('/mon-embauche'))!;
  const token = new URL(accept).searchParams.get('jeton')!;
  const other = await signUp(platform, 'CANDIDATE');
  for (const by of [other, owner]) {
    expect(await act(platform, by, 'acceptHire', { token })).toMatchObject({
      __typename: by === owner ? 'NotAllowed' : 'HireLinkNotValid',
    });
  }
  expect(await act(platform, person, 'acceptHire', { token })).toMatchObject({ id: known.id, status: 'DRAFT' });
  expect(await act(platform, person, 'acceptHire', { token })).toMatchObject({ __typename: 'HireLinkNotValid' });
  const stranger = await lastMail(platform, 'personne@example.org');
  const notMe = stranger.links.find((link) => link.includes('/pas-mon-embauche'))!;
  expect((await pressLink(platform, notMe)).status).toBe(200);
  expect((await pressLink(platform, notMe)).status).toBe(404);
  const { company } = await platform.ask(
    'query ($id: ID!) { company(id: $id) { hires { nodes { id status endReason invitedEmail } } } }',
    { id: owner.companyId },
    owner,
  );
  expect(company.hires.nodes).toEqual(
    expect.arrayContaining([
      { id: unknown.id, status: 'CANCELLED', endReason: 'NOT_THE_PERSON', invitedEmail: null },
      { id: known.id, status: 'DRAFT', endReason: null, invitedEmail: null },
    ]),
  );
  expect(await platform.db.query('SELECT FROM hire_invitation')).toHaveLength(0);
});

test('one address is declared once for a day of hiring, however often at once, and never that of a member', async () => {
  const owner = await anOwner(platform);
  const declare = (email: string, differs: object = {}, by: { token: string } = owner) =>
    act(platform, by, 'declareOutsideHire', { id: owner.companyId, email, input: aHireInput(differs) });
  const { viewer } = await platform.ask('{ viewer { email } }', {}, owner);
  const { token } = await aMember(platform, owner.companyId, 'reader');
  const colleague = await platform.ask('{ viewer { email } }', {}, { token });
  for (const email of [viewer.email, colleague.viewer.email.toUpperCase()]) {
    expect(paths(await declare(email))).toEqual(['email']);
  }
  expect(await declare('deux@example.org', {}, await anOwner(platform))).toMatchObject({
    __typename: 'NotAllowed',
    why: expect.stringContaining('Cette entreprise n’existe pas'),
  });
  const person = await signUp(platform, 'CANDIDATE');
  const both = await Promise.all([declare(person.email), declare(person.email.toUpperCase())]);
  expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Hire', 'HireAlreadyDeclared']);
  const { id } = both.find(({ __typename }) => __typename === 'Hire');
  const copied = `company_id, status, hired_on, starts_on, contract_type, commune_code, mission_title, address_digest`;
  await expect(
    platform.db.query(`INSERT INTO hire (${copied}) SELECT ${copied} FROM hire WHERE id = $1`, [id]),
  ).rejects.toThrow('hire_of_address');
  const said = await letter(person.email, 'déclare vous avoir embauché');
  const invited = (await sentMails(platform, person.email)).filter(({ subject }) => subject === said.subject);
  expect(invited).toHaveLength(1);
  const already = { __typename: 'HireAlreadyDeclared', why: expect.stringContaining('à cette adresse') };
  const jeton = new URL(said.links.find((link) => link.includes('/mon-embauche'))!).searchParams.get('jeton')!;
  expect(await act(platform, person, 'acceptHire', { token: jeton })).toMatchObject({ id });
  expect(await declare(person.email)).toMatchObject(already);
  const other = await declare(person.email, { hiredOn: '2026-11-19' });
  expect(other).toMatchObject({ status: 'AWAITING_PERSON' });
  const sameDay = { id: other.id, input: { hiredOn: '2026-11-20' } };
  expect(paths(await act(platform, owner, 'reviseHire', sameDay))).toEqual(['input.hiredOn']);
  await act(platform, owner, 'endHire', { id, input: { reason: 'OTHER' } });
  expect(await act(platform, owner, 'reviseHire', sameDay)).toMatchObject({ hiredOn: '2026-11-20' });
  await platform.ask(ERASE, {}, person);
  expect(
    await platform.db.query('SELECT FROM hire WHERE company_id = $1 AND address_digest IS NOT NULL', [owner.companyId]),
  ).toHaveLength(0);
});

const ERASE = `mutation { eraseMyAccount(password: "${password}") { __typename } }`;

test('a letter that nobody answers in thirty days calls the hire off; an account that is erased looks like a no', async () => {
  const owner = await anOwner(platform);
  const person = await signUp(platform, 'CANDIDATE');
  const asked = await act(platform, owner, 'declareOutsideHire', {
    id: owner.companyId,
    email: person.email,
    input: aHireInput(),
  });
  await platform.ask(ERASE, {}, person);
  const [no] = await platform.db.query('SELECT status, ended_by, end_reason FROM hire WHERE id = $1', [asked.id]);
  expect(no).toEqual({ status: 'CANCELLED', ended_by: 'CANDIDATE', end_reason: 'NOT_THE_PERSON' });
  const { viewer } = await platform.ask('{ viewer { email } }', {}, owner);
  const told = await letter(viewer.email, 'L’embauche déclarée est annulée');
  expect(told.links.some((link) => link.includes(`/entreprise/embauches/${asked.id}`))).toBe(true);
  expect(told.text).not.toContain('effacé');
  const { id } = await act(platform, owner, 'declareOutsideHire', {
    id: owner.companyId,
    email: 'silence@example.org',
    input: aHireInput(),
  });
  platform.travelTo('2026-12-23T10:00:01Z');
  await platform.tick('forget-hire-invitations');
  const [row] = await platform.db.query('SELECT status, end_reason FROM hire WHERE id = $1', [id]);
  expect(row).toEqual({ status: 'CANCELLED', end_reason: 'PERSON_DID_NOT_ANSWER' });
});

test('who must sign is reminded after 3, 7 and 14 days, each once; who signed is not', async () => {
  const { owner, candidate, hireId, sha256 } = await anOpenCharter(platform);
  await sign(platform, owner, hireId, { ...forCompany, sha256 });
  const reminders = async () =>
    (await sentMails(platform, candidate.email)).filter(({ subject }) => subject.includes('attend votre signature'));
  for (const [day, sent] of [
    ['25', 0],
    ['26', 1],
    ['27', 1],
    ['30', 2],
  ] as const) {
    platform.travelTo(`2026-11-${day}T10:00:00Z`);
    await platform.tick('remind-charters');
    await platform.tick('remind-charters');
    expect(await reminders()).toHaveLength(sent);
  }
  const verified = (at: string) =>
    platform.db.query(`UPDATE company SET verified_at = ${at} WHERE id = $1`, [owner.companyId]);
  await verified('NULL');
  platform.travelTo('2027-02-01T10:00:00Z');
  await platform.tick('remind-charters');
  expect(await reminders()).toHaveLength(2);
  await verified('now()');
  await platform.tick('remind-charters');
  expect(await reminders()).toHaveLength(3);
  await platform.tick('remind-charters');
  expect(await reminders()).toHaveLength(3);
});

test('what both signed does not change any more, and ends early with a reason, for good', async () => {
  const end = (by: { token: string }, id: string, input: object) => act(platform, by, 'endHire', { id, input });
  const { owner, candidate, hireId, sha256 } = await anOpenCharter(platform);
  await sign(platform, owner, hireId, { ...forCompany, sha256 });
  await sign(platform, candidate, hireId, { sha256 });
  expect(await act(platform, owner, 'reviseHire', { id: hireId, input: { mission: 'Autre.' } })).toMatchObject({
    __typename: 'IllegalHireMove',
  });
  platform.travelTo('2026-12-10T10:00:00Z');
  expect(paths(await end(owner, hireId, { reason: 'RESIGNED', endedOn: '2026-12-11' }))).toEqual(['input.endedOn']);
  expect(await end(owner, hireId, { reason: 'RESIGNED', endedOn: '2026-12-09' })).toMatchObject({
    status: 'ENDED_EARLY',
  });
  expect((await download(hireId, candidate.token)).status).toBe(200);
});

test('a person who erases the account leaves hires that count and nothing else; a signer leaves the charter to the other', async () => {
  const { owner, candidate, hireId, sha256: before } = await anOpenCharter(platform);
  const tutor = await aMember(platform, owner.companyId);
  await sign(platform, tutor, hireId, { ...forCompany, name: 'Ève Garçon', sha256: before });
  await platform.ask(ERASE, {}, tutor);
  expect((await letter(candidate.email, 'La charte a changé')).text).toContain('doit encore la compléter');
  expect(await sign(platform, candidate, hireId, { sha256: before })).toMatchObject({ __typename: 'IllegalHireMove' });
  expect(await act(platform, owner, 'openCharter', { id: hireId })).toMatchObject({
    missing: [{ words: 'Donnez le nom du tuteur ou de la tutrice.' }],
  });
  await act(platform, owner, 'reviseHire', { id: hireId, input: { tutorName: 'Ève Garçon' } });
  const { charter } = await act(platform, owner, 'openCharter', { id: hireId });
  const { sha256 } = charter;
  const signer = await aMember(platform, owner.companyId);
  await sign(platform, signer, hireId, { ...forCompany, name: 'Ève Garçon', sha256 });
  await sign(platform, candidate, hireId, { sha256 });
  await platform.ask(ERASE, {}, signer);
  const left = Buffer.from(await (await download(hireId, candidate.token)).arrayBuffer());
  const text = await textOf(left);
  expect(text).toContain('nom effacé');
  expect(text).not.toContain('Garçon');
  expect(text).toContain('Zoë Nuñez');
  await platform.ask('mutation { exportMyData { __typename } }', {}, candidate);
  const { links } = await letter(candidate.email, 'Vos données sont prêtes');
  const archive = await fetch(`${platform.url}${new URL(links[0]!).pathname}`, {
    method: 'POST',
    body: new URLSearchParams(),
  });
  const parts = unzipSync(new Uint8Array(await archive.arrayBuffer()));
  const file = Object.entries(parts).find(([name]) => name.endsWith(`charte-${hireId}-v2.pdf`));
  expect(Buffer.from(file![1]).equals(left)).toBe(true);
  const told = Object.values(parts).map((bytes) => Buffer.from(bytes).toString());
  expect(told.some((json) => json.includes('Construire le système qualité'))).toBe(true);
  await platform.ask(ERASE, {}, candidate);
  const [hire] = await platform.db.query('SELECT * FROM hire WHERE id = $1', [hireId]);
  expect(hire).toMatchObject({
    status: 'SIGNED',
    candidate_id: null,
    application_id: null,
    mission: null,
    commune_code: '01283',
  });
  const versions = await platform.db.query('SELECT * FROM charter_version WHERE hire_id = $1 ORDER BY number', [
    hireId,
  ]);
  const nothing = { content: null, pdf: null, final_pdf: null };
  expect(versions).toMatchObject([
    { ...nothing, sha256: before },
    { ...nothing, sha256 },
  ]);
  const everything = await platform.db.query(
    `SELECT coalesce(string_agg(h::text, ''), '') || coalesce((SELECT string_agg(s::text, '') FROM charter_signature s JOIN charter_version v
       ON v.id = s.version_id WHERE v.hire_id = $1), '') AS all FROM hire h WHERE id = $1`,
    [hireId],
  );
  expect(everything[0].all).not.toMatch(/Nuñez|Garçon|Zoë/);
  expect((await download(hireId, owner.token)).status).toBe(404);
  expect((await fetch(`${platform.url}/charte/${sha256}`)).status).toBe(200);
});
