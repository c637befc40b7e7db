import { anInvitingCompany, findable, invite } from '../invitations/inviting.js';
import { lastMail, pressLink, sentMails } from '../support/sent-mails.js';
import {
  aCandidate,
  anAdministrator,
  anOffer,
  anOwner,
  applyTo,
  password,
  reviseOffer,
  signUp,
} from '../support/people.js';
import { Platform } from '../support/platform.js';

/** What visitors report, what two administrators decide of it, and what becomes of what is suspended. */
let platform: Platform;
let admin: string;
let other: string;

beforeAll(async () => {
  platform = await Platform.start('moderation', { RATE_LIMITS: 'on' });
  platform.travelTo('2026-11-23T10:00:00Z');
  admin = (await anAdministrator(platform)).token;
  other = (await anAdministrator(platform)).token;
}, 60_000);
beforeEach(async () => {
  await platform.db.query('DELETE FROM rate_limit');
});
afterAll(() => platform.stop());

const refusal = '... on Refusal { message }';
const REPORT = `mutation ($input: ReportInput!) { report(input: $input) { __typename ... on InvalidInput { problems { path } } ${refusal} } }`;
const CASE = `id kind decision reportCount reports { origin reason words } object { __typename id }
  otherCases { id } suspensions { reason liftedAt }`;
const QUEUE = `query ($kind: ModerationKind, $state: ModerationState, $first: Int, $after: String) {
  moderationQueue(kind: $kind, state: $state, first: $first, after: $after) { nodes { ${CASE} } pageInfo { hasNextPage endCursor } } }`;
const DECIDE = `mutation ($id: ID!, $decision: ModerationDecision!, $reason: SuspensionReason, $words: String) {
  decideCase(id: $id, decision: $decision, reason: $reason, words: $words) { __typename ... on ModerationCase { ${CASE} }
    ... on InvalidInput { problems { path } } ${refusal} } }`;
const suspend = (kind: string) => `mutation ($id: ID!, $reason: SuspensionReason!, $words: String) {
  suspend${kind}(id: $id, reason: $reason, words: $words) { __typename ... on Suspension { since reason words liftedAt } ${refusal} } }`;
const lift = (kind: string) =>
  `mutation ($id: ID!) { lift${kind}Suspension(id: $id) { __typename ... on Suspension { liftedAt } ${refusal} } }`;
const OFFER = `query ($id: ID!) { offer(id: $id) { id suspension { reason words liftedAt } } }`;
const FOUND = 'query ($words: String) { searchOffers(words: $words) { nodes { id } } }';
const LOG = `query ($act: String, $objectId: ID) { auditLog(act: $act, objectId: $objectId, first: 100) { nodes { actorId act outcome reason } } }`;

const act = async (query: string, variables: object, token?: string): Promise<any> =>
  Object.values(await platform.ask(query, variables, token === undefined ? {} : { token }))[0];
const codes = async (query: string, variables: object, token?: string): Promise<string[]> =>
  ((await platform.send(query, variables, token === undefined ? {} : { token })).errors ?? []).map(
    ({ extensions }: any) => extensions.code,
  );
const report = (objectId: string, reason: string, more: object = {}, token?: string) =>
  act(REPORT, { input: { objectId, reason, ...more } }, token);
const caseOf = async (objectId: string, state = 'OPEN'): Promise<any> =>
  (await act(QUEUE, { state, first: 100 }, admin)).nodes.find(({ object }: any) => object?.id === objectId);
const found = async (words: string): Promise<string[]> => {
  await platform.settled();
  return (await act(FOUND, { words })).nodes.map(({ id }: any) => id);
};
const idOf = async (token: string): Promise<string> => (await act('{ viewer { id } }', {}, token)).id;
const emailOf = async (token: string): Promise<string> => (await act('{ viewer { email } }', {}, token)).email;
const log = async (filter: object): Promise<any[]> => (await act(LOG, filter, admin)).nodes;

test('strangers and accounts report one offer: one case, counted; both are told when it is decided, and it is noted', async () => {
  const owner = await anOwner(platform);
  const offer = await anOffer(platform, owner, { title: 'Chargée de projet zorglub' });
  const reporter = await signUp(platform, 'CANDIDATE');
  expect(await report(offer.id, 'FRAUD', { email: 'Passante@Exemple.fr' })).toEqual({ __typename: 'ReportTaken' });
  expect(await report(offer.id, 'DISCRIMINATORY', { words: 'Lisez <b>la fin</b>.' }, reporter.token)).toEqual({
    __typename: 'ReportTaken',
  });
  await report(offer.id, 'SPAM', {}, reporter.token);
  const waiting = await caseOf(offer.id);
  expect(waiting).toMatchObject({ kind: 'OFFER', decision: null, reportCount: 2, object: { __typename: 'Offer' } });
  expect(waiting.reports.map(({ origin, reason, words }: any) => `${origin} ${reason} ${words}`).sort()).toEqual([
    'VISITOR FRAUD null',
    'VISITOR SPAM null',
  ]);

  const decided = await act(DECIDE, { id: waiting.id, decision: 'DISMISS' }, admin);
  expect(decided).toMatchObject({ __typename: 'ModerationCase', decision: 'DISMISS' });
  for (const email of ['passante@exemple.fr', reporter.email]) {
    expect((await lastMail(platform, email)).subject).toBe('Votre signalement a été examiné');
  }
  expect(await platform.db.query(`SELECT FROM moderation_report WHERE email IS NOT NULL`)).toEqual([]);
  expect(await log({ act: 'moderation.decide', objectId: waiting.id })).toEqual([
    { actorId: await idOf(admin), act: 'moderation.decide', outcome: 'DONE', reason: null },
  ]);

  await report(offer.id, 'FRAUD', {}, reporter.token);
  const again = await caseOf(offer.id);
  expect(again.id).not.toBe(waiting.id);
  expect(again.otherCases).toEqual([{ id: waiting.id }]);
});

test('what is not there, not seen or wrong cannot be reported, and nobody learns which', async () => {
  const owner = await anOwner(platform);
  const draft = await anOffer(platform, owner);
  await platform.db.query(`UPDATE offer SET status = 'DRAFT' WHERE id = $1`, [draft.id]);
  const nothing = await report('6d7e3c1a-5b0e-4b6c-9d5f-000000000000', 'SPAM');
  expect(nothing.__typename).toBe('NothingToReport');
  for (const id of [draft.id, 'x', '__proto__', await idOf(owner.token)]) {
    expect(await report(id, 'SPAM')).toEqual(nothing);
  }
  expect(await report(owner.companyId, 'OTHER')).toMatchObject({ problems: [{ path: ['words'] }] });
  expect(await report(owner.companyId, 'CONTESTED')).toMatchObject({ problems: [{ path: ['reason'] }] });
  expect(await report(owner.companyId, 'SPAM', { email: 'nobody' })).toMatchObject({ problems: [{ path: ['email'] }] });
  expect(await report(owner.companyId, 'SPAM', { words: 'x'.repeat(2_001) })).toMatchObject({
    problems: [{ path: ['words'] }],
  });
});

test('one network reports twenty times an hour, counted one by one in a document', async () => {
  const owner = await anOwner(platform);
  const once = (n: number) => `r${n}: report(input: { objectId: "${owner.companyId}", reason: SPAM }) { __typename }`;
  const five = `mutation { ${Array.from({ length: 5 }, (_, n) => once(n)).join(' ')} }`;
  for (let times = 0; times < 4; times += 1) expect(await codes(five, {})).toEqual([]);
  expect(await codes(REPORT, { input: { objectId: owner.companyId, reason: 'SPAM' } })).toEqual(['RATE_LIMITED']);
  expect((await caseOf(owner.companyId)).reportCount).toBe(1);
});

test('an invitation and a message are reported by whoever got them; the author is suspended, or the company', async () => {
  const company = await anInvitingCompany(platform);
  const candidate = await aCandidate(platform, findable);
  const invitation = await invite(platform, company, company.offerId, candidate.id);
  expect(invitation.__typename).toBe('Invitation');
  for (const token of [undefined, company.token]) {
    expect((await report(invitation.id, 'FRAUD', {}, token)).__typename).toBe('NothingToReport');
  }
  expect((await report(invitation.id, 'FRAUD', {}, candidate.token)).__typename).toBe('ReportTaken');
  const about = await caseOf(invitation.id);
  expect(await act(DECIDE, { id: about.id, decision: 'SUSPEND_OBJECT', reason: 'FRAUD' }, admin)).toMatchObject({
    problems: [{ path: ['decision'] }],
  });
  expect(await act(DECIDE, { id: about.id, decision: 'WARN' }, admin)).toMatchObject({
    problems: [{ path: ['reason'] }],
  });
  await act(
    DECIDE,
    { id: about.id, decision: 'WARN', reason: 'SPAM', words: 'Un message par personne suffit.' },
    admin,
  );
  expect((await lastMail(platform, await emailOf(company.token))).text).toContain('Un message par personne suffit.');

  const { id: applicationId } = await applyTo(platform, candidate.token, company.offerId);
  const SEND = `mutation ($id: ID!, $body: String!) { sendMessage(applicationId: $id, body: $body) { __typename ... on Message { id } } }`;
  const mine = await act(SEND, { id: applicationId, body: 'Bonjour, avez-vous lu ma candidature ?' }, candidate.token);
  const theirs = await act(SEND, { id: applicationId, body: 'Versez 50 euros.' }, company.token);
  expect((await report(theirs.id, 'ASKS_FOR_MONEY', {}, company.token)).__typename).toBe('NothingToReport');
  expect((await report(theirs.id, 'ASKS_FOR_MONEY', {}, candidate.token)).__typename).toBe('ReportTaken');
  expect((await report(mine.id, 'SPAM', {}, company.token)).__typename).toBe('ReportTaken');

  const ofCandidate = await caseOf(mine.id);
  expect(ofCandidate).toMatchObject({ kind: 'MESSAGE', object: { __typename: 'Message' } });
  const noCompany = { id: ofCandidate.id, decision: 'SUSPEND_COMPANY', reason: 'SPAM' };
  expect((await act(DECIDE, noCompany, admin)).__typename).toBe('NotAllowed');
  await act(DECIDE, { id: ofCandidate.id, decision: 'WARN', reason: 'ABUSE' }, admin);
  await platform.jobs();
  const toCandidate = (await sentMails(platform, await emailOf(candidate.token))).map(({ subject }) => subject);
  expect(toCandidate).toContain('Votre compte : un signalement');

  const ofCompany = await caseOf(theirs.id);
  await act(DECIDE, { id: ofCompany.id, decision: 'SUSPEND_AUTHOR', reason: 'ASKS_FOR_MONEY' }, admin);
  expect(await act('{ viewer { id } }', {}, company.token)).toBeNull();
});

test('a suspended offer is nowhere at once; its company reads why, its applicants are told, and it comes back', async () => {
  const owner = await anOwner(platform);
  const offer = await anOffer(platform, owner, { title: 'Responsable mirabelle' });
  const candidate = await aCandidate(platform);
  await applyTo(platform, candidate.token, offer.id);
  expect(await found('mirabelle')).toEqual([offer.id]);

  const words = 'La dernière phrase exclut des personnes.';
  expect(await act(suspend('Offer'), { id: offer.id, reason: 'DISCRIMINATORY', words }, admin)).toMatchObject({
    __typename: 'Suspension',
    words,
    liftedAt: null,
  });
  expect((await act(suspend('Offer'), { id: offer.id, reason: 'SPAM' }, other)).__typename).toBe('AlreadySuspended');
  expect(await found('mirabelle')).toEqual([]);
  expect(await act(OFFER, { id: offer.id })).toBeNull();
  expect(await act(OFFER, { id: offer.id }, candidate.token)).toBeNull();
  expect(await act(OFFER, { id: offer.id }, owner.token)).toMatchObject({
    suspension: { reason: 'DISCRIMINATORY', words },
  });
  await reviseOffer(platform, owner.token, offer.id, { title: 'Responsable mirabelle corrigée' });
  expect(await found('mirabelle')).toEqual([]);

  const letter = await lastMail(platform, (mail) => /suspension$/.test(mail.subject));
  expect(letter.text).toContain(words);
  expect(letter.text).toContain('L. 1132-1');
  const told = await lastMail(platform, await emailOf(candidate.token));
  expect(told.subject).toBe('L’offre « Responsable mirabelle corrigée » est suspendue');
  expect(told.text).not.toContain(words);

  const answered = await pressLink(platform, letter.links[0]!, { words: 'La phrase est retirée, merci de relire.' });
  expect(answered.html).toContain('Merci');
  const contested = await caseOf(offer.id);
  expect(contested.reports).toEqual([
    { origin: 'CONCERNED', reason: 'CONTESTED', words: 'La phrase est retirée, merci de relire.' },
  ]);
  expect((await act(DECIDE, { id: contested.id, decision: 'LIFT' }, other)).__typename).toBe('ModerationCase');
  expect(await found('mirabelle')).toEqual([offer.id]);
  expect((await lastMail(platform, (mail) => /suspension levée$/.test(mail.subject))).to).toEqual([
    await emailOf(owner.token),
  ]);
  const toApplicant = (await sentMails(platform, await emailOf(candidate.token))).map(({ subject }) => subject);
  expect(toApplicant.filter((subject) => /n’est plus suspendue$/.test(subject))).toHaveLength(1);
  expect(await act(OFFER, { id: offer.id })).toEqual({ id: offer.id, suspension: null });
  const dead = await pressLink(platform, letter.links[0]!, { words: 'Encore une fois la même chose.' });
  expect(dead.html).not.toContain('Merci');
  expect((await log({ objectId: offer.id })).map(({ act: name, outcome }) => `${name} ${outcome}`)).toEqual(
    expect.arrayContaining(['offer.suspend DONE', 'offer.suspend REFUSED']),
  );
});

test('a suspended company: no offer of it is shown, it is told by the token that its answer upheld it', async () => {
  const owner = await anOwner(platform);
  await anOffer(platform, owner, { title: 'Technicienne quetsche' });
  await anOffer(platform, owner, { title: 'Ingénieure quetsche' });
  expect(await found('quetsche')).toHaveLength(2);
  platform.travelTo('2026-11-23T10:10:00Z');
  await act(suspend('Company'), { id: owner.companyId, reason: 'IMPERSONATION' }, admin);
  expect(await found('quetsche')).toEqual([]);
  const hidden = await anOffer(platform, owner, { title: 'Encore une quetsche' });
  expect(await found('quetsche')).toEqual([]);
  const MINE = 'query ($id: ID!) { company(id: $id) { suspension { reason } openOffers { nodes { id } } } }';
  expect(await act(MINE, { id: owner.companyId }, owner.token)).toMatchObject({
    suspension: { reason: 'IMPERSONATION' },
  });
  expect(await act(MINE, { id: owner.companyId })).toMatchObject({ suspension: null, openOffers: { nodes: [] } });

  const { links } = await lastMail(platform, await emailOf(owner.token));
  const CONTEST = `mutation ($token: String!, $words: String!) { contestSuspension(token: $token, words: $words) { __typename ${refusal} } }`;
  const token = new URL(links[0]!).searchParams.get('jeton')!;
  expect((await act(CONTEST, { token, words: 'Non.' })).__typename).toBe('InvalidInput');
  expect((await act(CONTEST, { token: `${token}x`, words: 'Nous sommes bien nous.' })).__typename).toBe('NotAllowed');
  expect((await act(CONTEST, { token, words: 'Nous sommes bien nous.' })).__typename).toBe('ReportTaken');
  const { id } = await caseOf(owner.companyId);
  await act(DECIDE, { id, decision: 'DISMISS', words: 'Le registre dit autre chose.' }, admin);
  const upheld = await lastMail(platform, await emailOf(owner.token));
  expect(upheld.subject).toMatch(/suspension maintenue$/);
  expect(upheld.text).toContain('Le registre dit autre chose.');
  platform.travelTo('2026-11-23T10:30:00Z');
  await act(lift('Company'), { id: owner.companyId }, admin);
  expect(await found('quetsche')).toHaveLength(3);
  const NEWEST = '{ searchOffers(words: "quetsche", sort: NEWEST) { nodes { id publishedAt } } }';
  const [first, second] = (await act(NEWEST, {})).nodes;
  expect(first).toEqual({ id: hidden.id, publishedAt: '2026-11-23T10:30:00.000Z' });
  expect(second.publishedAt).toBe('2026-11-23T10:00:00.000Z');
});

test('a suspended account: its sessions end, it cannot sign in, companies do not find it, and all of it comes back', async () => {
  const company = await anInvitingCompany(platform);
  const candidate = await aCandidate(platform, findable);
  const email = await emailOf(candidate.token);
  const id = await idOf(candidate.token);
  const MATCHES = `query ($id: ID!) { offer(id: $id) { matchingCandidates(first: 100) { edges { node { id } } } } }`;
  const matched = async (): Promise<string[]> =>
    (await act(MATCHES, { id: company.offerId }, company.token)).matchingCandidates.edges.map(
      ({ node }: any) => node.id,
    );
  expect(await matched()).toContain(candidate.id);

  expect((await act(suspend('Account'), { id, reason: 'ABUSE' }, admin)).__typename).toBe('Suspension');
  expect(await act('{ viewer { id } }', {}, candidate.token)).toBeNull();
  const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) { __typename } }`;
  expect((await act(SIGN_IN, { email, password })).__typename).toBe('AccountSuspended');
  expect(await matched()).not.toContain(candidate.id);
  expect((await lastMail(platform, email)).subject).toBe('Votre compte : suspension');

  expect((await act(lift('Account'), { id }, other)).liftedAt).not.toBeNull();
  expect((await act(lift('Account'), { id }, other)).__typename).toBe('NotSuspended');
  expect(await matched()).toContain(candidate.id);
  expect((await act(SIGN_IN, { email, password })).__typename).toBe('Session');
});

test('nobody suspends themselves or an administrator, and only administrators come in: the others are noted', async () => {
  const owner = await anOwner(platform);
  expect((await act(suspend('Account'), { id: await idOf(admin), reason: 'ABUSE' }, admin)).__typename).toBe(
    'NotAllowed',
  );
  expect((await act(suspend('Account'), { id: await idOf(other), reason: 'ABUSE' }, admin)).__typename).toBe(
    'NotAllowed',
  );
  for (const kind of ['Offer', 'Company', 'Account']) {
    expect((await act(suspend(kind), { id: 'x', reason: 'SPAM' }, admin)).__typename).toBe('NotAllowed');
    expect(await codes(suspend(kind), { id: owner.companyId, reason: 'SPAM' })).toEqual(['UNAUTHENTICATED']);
    expect(await codes(suspend(kind), { id: owner.companyId, reason: 'SPAM' }, owner.token)).toEqual(['FORBIDDEN']);
    expect(await codes(lift(kind), { id: owner.companyId }, owner.token)).toEqual(['FORBIDDEN']);
  }
  const LISTS = [
    '{ accounts { nodes { id } } }',
    '{ moderatedCompanies { nodes { id } } }',
    '{ moderationQueue { nodes { id } } }',
  ];
  for (const query of LISTS) {
    expect(await codes(query, {})).toEqual(['UNAUTHENTICATED']);
    expect(await codes(query, {}, owner.token)).toEqual(['FORBIDDEN']);
  }
  expect((await log({ act: 'account.list' })).some(({ outcome }) => outcome === 'REFUSED')).toBe(true);
  expect((await act(lift('Company'), { id: owner.companyId }, admin)).__typename).toBe('NotSuspended');
  const tried = await log({ act: 'company.suspend', objectId: owner.companyId });
  const [byAdmin, byOwner] = [await idOf(admin), await idOf(owner.token)];
  expect(tried.map(({ actorId }) => actorId).sort()).toEqual([byAdmin, byOwner, byOwner].sort());
  expect(tried.every(({ outcome }) => outcome === 'REFUSED')).toBe(true);
});

test('administrators find accounts and companies by a part of what they are called; whose address they saw is noted', async () => {
  const owner = await anOwner(platform, { name: 'Ébénisterie du Grésivaudan' });
  const email = await emailOf(owner.token);
  const ACCOUNTS = `query ($matching: String, $role: AccountRole, $suspended: Boolean, $first: Int, $after: String) {
    accounts(matching: $matching, role: $role, suspended: $suspended, first: $first, after: $after) {
      nodes { id email role suspension { reason } } pageInfo { hasNextPage endCursor } } }`;
  const [one] = (await act(ACCOUNTS, { matching: email.toUpperCase() }, admin)).nodes;
  expect(one).toEqual({ id: await idOf(owner.token), email, role: 'COMPANY_MEMBER', suspension: null });
  expect((await log({ act: 'account.list', objectId: one.id }))[0]).toMatchObject({ actorId: await idOf(admin) });
  expect((await act(ACCOUNTS, { matching: email, suspended: true }, admin)).nodes).toEqual([]);
  expect((await act(ACCOUNTS, { matching: email, role: 'CANDIDATE' }, admin)).nodes).toEqual([]);
  const first = await act(ACCOUNTS, { first: 1 }, admin);
  const second = await act(ACCOUNTS, { first: 1, after: first.pageInfo.endCursor }, admin);
  expect(second.nodes[0].id).not.toBe(first.nodes[0].id);

  const COMPANIES =
    'query ($matching: String, $suspended: Boolean) { moderatedCompanies(matching: $matching, suspended: $suspended) { nodes { id siret } } }';
  const [company] = (await act(COMPANIES, { matching: 'ebenisterie du gres' }, admin)).nodes;
  expect(company.id).toBe(owner.companyId);
  expect((await act(COMPANIES, { matching: company.siret.slice(0, 9) }, admin)).nodes).toEqual([company]);
  expect((await act(COMPANIES, { matching: '%', suspended: null }, admin)).nodes).toEqual([]);
  const NODE = 'query ($id: ID!) { node(id: $id) { __typename ... on Account { email } } }';
  expect(await act(NODE, { id: one.id }, admin)).toEqual({ __typename: 'Account', email });
  expect(await act(NODE, { id: one.id }, owner.token)).toBeNull();
});

test('of two administrators who decide at once one decides, and of two who suspend at once one suspends', async () => {
  const owner = await anOwner(platform);
  const offer = await anOffer(platform, owner);
  await report(offer.id, 'FRAUD');
  const { id } = await caseOf(offer.id);
  const decisions = await Promise.all(
    [admin, other, admin, other].map((token, n) =>
      act(DECIDE, { id, decision: n % 2 === 0 ? 'SUSPEND_OBJECT' : 'DISMISS', reason: 'FRAUD' }, token),
    ),
  );
  expect(decisions.map(({ __typename }) => __typename).sort()).toEqual([
    'CaseAlreadyDecided',
    'CaseAlreadyDecided',
    'CaseAlreadyDecided',
    'ModerationCase',
  ]);
  const both = await Promise.all(
    [admin, other].map((token) => act(suspend('Company'), { id: owner.companyId, reason: 'FRAUD' }, token)),
  );
  expect(both.map(({ __typename }) => __typename).sort()).toEqual(['AlreadySuspended', 'Suspension']);
  await platform.jobs();
  const subjects = (await sentMails(platform, await emailOf(owner.token))).map(({ subject }) => subject);
  expect(subjects.filter((subject) => /^Votre entreprise.*suspension$/.test(subject))).toHaveLength(1);
});

test('reports, decisions, suspensions and an erasure at once wait for each other in one order, and none fails', async () => {
  for (let round = 0; round < 4; round += 1) {
    const owner = await anOwner(platform);
    const offer = await anOffer(platform, owner, {
      description: 'Frais de dossier à prévoir, et beaucoup de patience.',
    });
    const reporter = await signUp(platform, 'CANDIDATE');
    await report(offer.id, 'FRAUD', {}, reporter.token);
    const { id } = await caseOf(offer.id);
    const ERASE = 'mutation ($password: String) { eraseMyAccount(password: $password) { __typename } }';
    const all = await Promise.all([
      platform.send(DECIDE, { id, decision: 'SUSPEND_COMPANY', reason: 'FRAUD' }, { token: admin }),
      platform.send(suspend('Offer'), { id: offer.id, reason: 'SPAM' }, { token: other }),
      platform.send(suspend('Company'), { id: owner.companyId, reason: 'SPAM' }, { token: other }),
      platform.send(REPORT, { input: { objectId: offer.id, reason: 'SPAM' } }, { token: reporter.token }),
      platform.send(REPORT, { input: { objectId: offer.id, reason: 'OTHER', words: 'Regardez la fin.' } }),
      platform.send(ERASE, { password }, { token: round % 2 === 0 ? owner.token : reporter.token }),
      platform.tick('review-offers'),
    ]);
    const failed = all.flatMap((answer) => answer?.errors ?? []).map(({ extensions }: any) => extensions.code);
    // A session that was erased meanwhile is a stranger's.
    expect(failed.filter((code) => code !== 'UNAUTHENTICATED')).toEqual([]);
  }
});
