import { AlertKeeper } from '../../src/alerts/alert-keeper.js';
import { aCandidate, aMember, anAdministrator, anOffer, anOwner, password } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { lastMail, sentMails } from '../support/sent-mails.js';
import { verificationOf } from '../support/verification.js';

/** Companies verified by administrators: no register is asked. */
let platform: Platform;
let on: ReturnType<typeof verificationOf>;
let admin: string;
let other: string;

beforeAll(async () => {
  platform = await Platform.start('verification_queue', { COMPANY_VERIFICATION: 'on' });
  on = verificationOf(platform);
  platform.travelTo('2026-09-01T10:00:00Z');
  [admin, other] = (await Promise.all([anAdministrator(platform), anAdministrator(platform)])).map(
    ({ token }) => token,
  ) as [string, string];
}, 120_000);
afterAll(() => platform.stop());

let minutes = 0;
beforeEach(() => {
  minutes += 1;
  platform.travelTo(`2026-09-01T11:${String(minutes).padStart(2, '0')}:00Z`);
});

let count = 0;
/** A company that waits, with an offer that it wants open and that only a search for its word would find. */
async function aCompany(company: object = {}) {
  const word = `zq${String.fromCharCode(97 + (count += 1))}`;
  const owner = await anOwner(platform, { name: `Tannerie ${word}`, ...company });
  return { ...owner, word, offer: await anOffer(platform, owner, { title: `Mission ${word}` }) };
}

const mailsOf = async (subject: RegExp) => {
  await platform.jobs();
  return sentMails(platform, subject);
};
const emailOf = async (token: string): Promise<string> =>
  (await platform.ask('{ viewer { email } }', {}, { token })).viewer.email;

test('without a register every company waits for an administrator, who waits longest comes first, and nobody else reads that', async () => {
  const first = await aCompany({ website: 'https://example.com' });
  platform.travelTo('2026-09-01T11:01:10Z');
  const second = await aCompany();
  platform.travelTo('2026-09-01T11:01:20Z');
  const third = await aCompany();
  await platform.jobs();
  const page = await on.queue(admin, { first: 2 });
  expect(page.nodes.map(({ id }: any) => id)).toEqual([first.companyId, second.companyId]);
  const rest = await on.queue(admin, { first: 2, after: page.pageInfo.endCursor });
  expect([rest.nodes.map(({ id }: any) => id), rest.pageInfo.hasNextPage]).toEqual([[third.companyId], false]);
  expect(page.nodes[0]).toMatchObject({
    queuedAt: '2026-09-01T11:01:00.000Z',
    company: {
      verification: { status: 'PENDING', reasons: ['Le registre public n’est pas interrogé sur cette plateforme.'] },
    },
    ownerEmailDomains: [{ domain: 'example.com', confirmed: true, openToAll: false }],
  });
  expect((await on.company(second.companyId, second.token)).verification.reasons).toEqual([
    'Le registre public n’est pas interrogé sur cette plateforme.',
    'Aucun site n’est indiqué.',
  ]);

  const candidate = await aCandidate(platform);
  const QUEUE = '{ companiesToVerify { nodes { id } } }';
  for (const [caller, code] of [
    [{}, 'UNAUTHENTICATED'],
    [first, 'FORBIDDEN'],
    [candidate, 'FORBIDDEN'],
  ] as const) {
    expect((await platform.send(QUEUE, {}, caller)).errors).toMatchObject([{ extensions: { code } }]);
  }
  for (const token of [undefined, second.token, candidate.token]) {
    expect(await on.company(first.companyId, token)).toEqual({ verified: false, verification: null });
  }
  const reader = await aMember(platform, first.companyId, 'reader');
  expect((await on.company(first.companyId, reader.token)).verification.status).toBe('PENDING');
  const denied = await on.verify(first.token, first.companyId);
  expect(denied.__typename).toBe('NotAllowed');
  expect(await on.verify(first.token, crypto.randomUUID())).toEqual(denied);
  expect(await on.verify(admin, crypto.randomUUID())).toEqual(denied);
  expect(await on.refuse(candidate.token, first.companyId, 'NOT_YOURS')).toEqual(denied);
  const LOG = '{ auditLog(act: "company.verify", first: 20) { nodes { outcome objectId } } }';
  const tried = (await platform.ask(LOG, {}, { token: admin })).auditLog.nodes.filter(
    ({ outcome }: any) => outcome === 'REFUSED',
  );
  expect(tried.filter(({ objectId }: any) => objectId === null)).toHaveLength(2);
  expect(tried.filter(({ objectId }: any) => objectId === first.companyId)).toHaveLength(2);
  expect(await on.askAgain(reader.token, first.companyId)).toEqual(denied);
  expect(await on.askAgain(second.token, first.companyId)).toEqual(denied);
  expect(
    (await platform.send('mutation ($id: ID!) { verifyCompany(id: $id) { __typename } }', { id: first.companyId }))
      .errors,
  ).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('an administrator verifies: offers are public and found at once, all members are told in their language, the log keeps why', async () => {
  const owner = await aCompany();
  const member = await aMember(platform, owner.companyId, 'reader');
  const [ownerEmail, memberEmail] = [await emailOf(owner.token), await emailOf(member.token)];
  await platform.db.query(`UPDATE account SET language = 'en' WHERE email = $1`, [memberEmail]);
  expect(await on.isPublic(owner.offer)).toEqual([false, false]);
  expect(await on.verify(admin, owner.companyId, { note: 'x'.repeat(1_001) })).toMatchObject({
    problems: [{ path: ['note'] }],
  });
  const answer = await on.verify(admin, owner.companyId, { note: 'Kbis reçu' });
  expect(answer).toMatchObject({ __typename: 'Company', verified: true });
  expect(await on.isPublic(owner.offer)).toEqual([true, true]);
  expect((await on.verify(admin, owner.companyId)).__typename).toBe('Company');
  await platform.jobs();
  expect((await lastMail(platform, ownerEmail)).subject).toBe(`Tannerie ${owner.word} est vérifiée`);
  expect((await lastMail(platform, memberEmail)).subject).toBe(`Tannerie ${owner.word} is verified`);
  expect(await mailsOf(new RegExp(`${owner.word} (est vérifiée|is verified)`))).toHaveLength(2);
  const LOG = `query ($id: ID!) { auditLog(objectId: $id, act: "company.verify") { nodes { reason details { name value } } } }`;
  expect((await platform.ask(LOG, { id: owner.companyId }, { token: admin })).auditLog.nodes).toEqual([
    { reason: 'Kbis reçu', details: [{ name: 'to', value: 'VERIFIED' }] },
  ]);
  const { nodes } = await on.queue(admin, { first: 50 });
  expect(nodes.map(({ id }: any) => id)).not.toContain(owner.companyId);
});

test('a refusal needs a reason, in words where none of the list fits; the company reads it and may ask again', async () => {
  const owner = await aCompany();
  expect(await on.refuse(admin, owner.companyId, 'OTHER')).toMatchObject({ problems: [{ path: ['words'] }] });
  expect(await on.refuse(admin, owner.companyId, 'OTHER', { words: ' \n' })).toMatchObject({
    problems: [{ path: ['words'] }],
  });
  const tooLong = { words: 'x'.repeat(1_001) };
  expect(await on.refuse(admin, owner.companyId, 'NOT_YOURS', tooLong)).toMatchObject({
    problems: [{ path: ['words'] }],
  });
  const unknown = await platform.send(
    'mutation ($id: ID!) { refuseCompany(id: $id) { __typename } }',
    { id: owner.companyId },
    { token: admin },
  );
  expect(unknown.errors?.[0].message).toContain('reason');

  const words = { words: 'Écrivez-nous depuis une adresse de la <b>tannerie</b>.' };
  const [one, two] = [
    await on.refuse(admin, owner.companyId, 'NOT_YOURS', words),
    await on.refuse(admin, owner.companyId, 'NOT_YOURS', words),
  ];
  expect([one.__typename, two.__typename]).toEqual(['Company', 'Company']);
  const { verification } = await on.company(owner.companyId, owner.token);
  expect(verification).toMatchObject({
    status: 'REFUSED',
    since: '2026-09-01T11:03:00.000Z',
    reasons: [
      'Rien ne montre que vous agissez pour cette entreprise.',
      'Écrivez-nous depuis une adresse de la tannerie.',
    ],
    whatToDo: expect.stringContaining('demandez une nouvelle vérification'),
  });
  const letters = await mailsOf(new RegExp(`Tannerie ${owner.word} n’a pas pu être vérifiée`));
  expect(letters).toHaveLength(1);
  expect(letters[0]!.text).toContain('Rien ne montre que vous agissez pour cette entreprise.');
  expect(letters[0]!.text).toContain('Écrivez-nous depuis une adresse de la tannerie.');
  expect(letters[0]!.text).toContain('puis demandez une nouvelle vérification');
  expect((await on.queue(admin, { first: 50 })).nodes.map(({ id }: any) => id)).not.toContain(owner.companyId);
  expect(await on.isPublic(owner.offer)).toEqual([false, false]);

  expect(await on.askAgain(owner.token, owner.companyId, 'x'.repeat(1_001))).toMatchObject({
    problems: [{ path: ['words'] }],
  });
  await on.askAgain(owner.token, owner.companyId, 'Notre adresse est maintenant la bonne.');
  await on.askAgain(owner.token, owner.companyId, 'Encore nous.');
  await platform.jobs();
  const waiting = (await on.queue(admin, { first: 50 })).nodes.find(({ id }: any) => id === owner.companyId);
  expect(waiting.company.verification.history.map(({ words: said }: any) => said)).toEqual([
    null,
    'Écrivez-nous depuis une adresse de la tannerie.',
    'Notre adresse est maintenant la bonne.',
    'Encore nous.',
  ]);
  expect((await on.verify(admin, owner.companyId)).verified).toBe(true);
  expect(await on.isPublic(owner.offer)).toEqual([true, true]);
  const { history } = (await on.company(owner.companyId, owner.token)).verification;
  expect(history.map(({ status, by, reason }: any) => [status, by, reason])).toEqual([
    ['PENDING', 'MEMBER', null],
    ['REFUSED', 'ADMINISTRATOR', 'NOT_YOURS'],
    ['PENDING', 'MEMBER', null],
    ['PENDING', 'MEMBER', null],
    ['VERIFIED', 'ADMINISTRATOR', null],
  ]);
});

test('words of a company that waits reach the administrators, said twice once, and change nothing of how it stands', async () => {
  const owner = await aCompany();
  const seen = (await on.company(owner.companyId, owner.token)).verification.since;
  platform.travelTo('2026-09-01T12:00:00Z');
  for (const words of ['Notre Kbis arrive.', 'Notre Kbis arrive.', ' ', null, 'Le voici.']) {
    expect((await on.askAgain(owner.token, owner.companyId, words)).__typename).toBe('Company');
  }
  await platform.jobs();
  const waiting = (await on.queue(admin, { first: 50 })).nodes.find(({ id }: any) => id === owner.companyId);
  const said = (history: any[]) => history.map(({ words }) => words);
  expect(said(waiting.company.verification.history)).toEqual([null, 'Notre Kbis arrive.', 'Le voici.']);
  expect((await on.company(owner.companyId, owner.token)).verification.since).toBe(seen);
  for (let times = 3; times <= 10; times += 1) await on.askAgain(owner.token, owner.companyId, `Encore ${times}.`);
  expect(await on.askAgain(owner.token, owner.companyId, 'Et encore.')).toMatchObject({
    problems: [{ path: ['words'] }],
  });
  expect((await on.verify(admin, owner.companyId, { seen })).verified).toBe(true);
});

test('what members are told to do helps: without a register an administrator decides, whatever site they give', async () => {
  for (const company of [{}, { website: 'https://example.com' }]) {
    const owner = await aCompany(company);
    for (const when of ['before', 'after']) {
      const { whatToDo } = (await on.company(owner.companyId, owner.token)).verification;
      expect([when, whatToDo]).toEqual([when, expect.stringMatching(/seront publiées.*Un administrateur/)]);
      expect(whatToDo).not.toMatch(/site|adresse/);
      await platform.jobs();
    }
  }
});

test('a verified company that is refused later has its offers withheld at once, drafts and those of others untouched', async () => {
  const [owner, neighbour] = [await aCompany(), await aCompany()];
  const draft = await anOffer(platform, owner, { title: `Brouillon ${owner.word}`, publish: false });
  await on.verify(admin, owner.companyId);
  await on.verify(admin, neighbour.companyId);
  expect(await on.isPublic(draft)).toEqual([false, false]);
  await on.refuse(admin, owner.companyId, 'MISLEADING');
  expect(await on.isPublic(owner.offer)).toEqual([false, false]);
  expect(await on.isPublic(neighbour.offer)).toEqual([true, true]);
  const candidate = await aCandidate(platform);
  const APPLY = `mutation ($id: ID!, $message: String) { applyToOffer(offerId: $id, message: $message) { __typename } }`;
  const message = 'Bonjour, cette mission m’intéresse beaucoup.';
  const { applyToOffer } = await platform.ask(APPLY, { id: owner.offer.id, message }, candidate);
  expect(applyToOffer.__typename).not.toBe('Application');
  const mine = await platform.ask(
    'query ($id: ID!) { offer(id: $id) { status isPublic } }',
    { id: owner.offer.id },
    owner,
  );
  expect(mine.offer).toEqual({ status: 'OPEN', isPublic: false });
});

test('two administrators at once: the same decision is made once; different ones are not both made unseen', async () => {
  const one = await aCompany();
  await Promise.all([on.verify(admin, one.companyId), on.verify(other, one.companyId)]);
  expect((await on.company(one.companyId, admin)).verification.history).toHaveLength(2);
  const two = await aCompany();
  await Promise.all([on.refuse(admin, two.companyId, 'CLOSED'), on.refuse(other, two.companyId, 'CLOSED')]);
  expect((await on.company(two.companyId, admin)).verification.history).toHaveLength(2);
  expect(await mailsOf(new RegExp(`${one.word} est vérifiée|${two.word} n’a pas pu`))).toHaveLength(2);

  for (const round of [1, 2, 3]) {
    const three = await aCompany();
    const seen = (await on.company(three.companyId, admin)).verification.since;
    platform.travelTo(`2026-09-01T11:05:${String(round * 10)}Z`);
    const answers = await Promise.all([
      on.verify(admin, three.companyId, { seen }),
      on.refuse(other, three.companyId, 'NOT_ELIGIBLE', { seen }),
    ]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Company', 'CompanyDecidedMeanwhile']);
    const stands = await on.company(three.companyId, admin);
    expect(stands.verified).toBe(answers[0].__typename === 'Company');
    expect(stands.verification.history).toHaveLength(2);
    expect(await on.isPublic(three.offer)).toEqual([stands.verified, stands.verified]);
  }
});

test('offers posted while the company is being verified are public too, and none after it is refused', async () => {
  const owner = await aCompany();
  const post = (title: string) => anOffer(platform, owner, { title: `${title} ${owner.word}` });
  const posted = await Promise.all([post('Un'), on.verify(admin, owner.companyId), post('Deux'), post('Trois')]);
  const publicNow = () =>
    platform.db.query<object[]>('SELECT DISTINCT withheld FROM offer WHERE company_id = $1', [owner.companyId]);
  expect(posted).toHaveLength(4);
  expect(await publicNow()).toEqual([{ withheld: false }]);
  await Promise.all([post('Quatre'), on.refuse(admin, owner.companyId, 'NOT_ELIGIBLE'), post('Cinq')]);
  expect(await publicNow()).toEqual([{ withheld: true }]);
});

test('an offer is new when it becomes public, not when it was posted: newest first, and told to who looks for it', async () => {
  const [waits, before] = [await aCompany(), await aCompany()];
  await on.verify(admin, before.companyId);
  await platform.app.get(AlertKeeper, { strict: false }).all();
  const candidate = await aCandidate(platform);
  const SAVE = 'mutation ($words: String) { saveSearch(words: $words, name: "Tout") { __typename } }';
  for (const { word } of [waits, before]) await platform.ask(SAVE, { words: word }, candidate);
  const ALERTS = '{ viewer { candidate { alerts { nodes { title } } } } }';
  const alerts = async () => {
    await platform.app.get(AlertKeeper, { strict: false }).all();
    const { viewer } = await platform.ask(ALERTS, {}, candidate);
    return viewer.candidate.alerts.nodes.map(({ title }: any) => title);
  };
  platform.travelTo('2026-09-02T11:00:00Z');
  const between = await anOffer(platform, before, { title: `Entre ${before.word}` });
  expect(await alerts()).toEqual([between.title]);
  platform.travelTo('2026-09-08T11:00:00Z');
  await on.verify(admin, waits.companyId);
  await platform.settled();
  const NEWEST = '{ searchOffers(sort: NEWEST, first: 2) { nodes { id publishedAt } } }';
  const newest = async () => (await platform.ask(NEWEST)).searchOffers.nodes;
  expect(await newest()).toEqual([
    { id: waits.offer.id, publishedAt: '2026-09-08T11:00:00.000Z' },
    { id: between.id, publishedAt: '2026-09-02T11:00:00.000Z' },
  ]);
  expect(await alerts()).toEqual([waits.offer.title, between.title]);

  platform.travelTo('2026-09-10T11:00:00Z');
  await on.refuse(admin, waits.companyId, 'OTHER', { words: 'Un doute sur le nom.' });
  const hidden = await anOffer(platform, waits, { title: `Cachée ${waits.word}` });
  await on.askAgain(waits.token, waits.companyId);
  platform.travelTo('2026-09-12T11:00:00Z');
  await on.verify(admin, waits.companyId);
  await platform.settled();
  expect(await newest()).toEqual([
    { id: hidden.id, publishedAt: '2026-09-12T11:00:00.000Z' },
    { id: waits.offer.id, publishedAt: '2026-09-08T11:00:00.000Z' },
  ]);
  expect(await alerts()).toEqual([hidden.title, waits.offer.title, between.title]);
});

test('candidates who agreed to be seen by companies are not seen by one that is not verified', async () => {
  const owner = await aCompany();
  const { id } = await aCandidate(platform, { visibleToCompanies: true });
  const seen = async () => (await platform.ask('query ($id: ID!) { node(id: $id) { id } }', { id }, owner)).node;
  const matches = async () => {
    const MATCHES = 'query ($id: ID!) { offer(id: $id) { matchingCandidates(first: 5) { edges { cursor } } } }';
    return (await platform.ask(MATCHES, { id: owner.offer.id }, owner)).offer.matchingCandidates.edges.length;
  };
  expect([await seen(), await matches()]).toEqual([null, 0]);
  await on.verify(admin, owner.companyId);
  expect(await seen()).toEqual({ id });
  expect(await matches()).toBeGreaterThan(0);
  await on.refuse(admin, owner.companyId, 'MISLEADING');
  expect([await seen(), await matches()]).toEqual([null, 0]);
});

test('what a member wrote goes with them, the dated steps stay', async () => {
  const owner = await aCompany();
  await aMember(platform, owner.companyId, 'owner');
  await on.refuse(admin, owner.companyId, 'NOT_YOURS', { words: 'Qui êtes-vous ?' });
  await on.askAgain(owner.token, owner.companyId, 'Je suis Zénobie Canari.');
  const ERASE = 'mutation ($password: String!) { eraseMyAccount(password: $password) { __typename } }';
  expect((await platform.ask(ERASE, { password }, owner)).eraseMyAccount.__typename).toBe('Erased');
  const { history } = (await on.company(owner.companyId, admin)).verification;
  expect(history.map(({ words }: any) => words)).toEqual([null, 'Qui êtes-vous ?', null]);
  const left = await platform.db.query(
    'SELECT count(account_id)::int AS linked FROM company_verification_step WHERE company_id = $1',
    [owner.companyId],
  );
  expect(left).toEqual([{ linked: 1 }]);
});
