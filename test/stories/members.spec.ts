import { lastMail, pressLink, sentMails } from '../support/sent-mails.js';
import {
  aMember,
  anAdministrator,
  anOfferInput,
  anOwner,
  moveOffer,
  anOffer,
  password,
  postOffer,
  registerCompany,
  signUp,
} from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;

beforeAll(async () => {
  platform = await Platform.start('members');
  platform.travelTo('2026-09-01T10:00:00Z');
}, 120_000);
beforeEach(() => {
  platform.travelTo('2026-09-01T10:00:00Z');
});
afterAll(() => platform.stop());

const refusal = '... on Refusal { message }';
const INVITE = `mutation ($companyId: ID!, $email: String!, $role: CompanyRole!) {
  inviteMember(companyId: $companyId, email: $email, role: $role) { __typename
    ... on MemberInvitation { id email role invitedAt expiresAt } ... on TooManyMemberInvitations { most }
    ... on InvalidInput { problems { path } } ${refusal} } }`;
const WITHDRAW = `mutation ($id: ID!) { withdrawMemberInvitation(id: $id) { __typename ${refusal} } }`;
const ACCEPT = `mutation ($token: String!) { acceptMemberInvitation(token: $token) { __typename ... on Company { id } ${refusal} } }`;
const CHANGE = `mutation ($companyId: ID!, $accountId: ID!, $role: CompanyRole!) {
  changeMemberRole(companyId: $companyId, accountId: $accountId, role: $role) { __typename ... on CompanyMember { email role } ${refusal} } }`;
const REMOVE = `mutation ($companyId: ID!, $accountId: ID!) { removeMember(companyId: $companyId, accountId: $accountId) { __typename ${refusal} } }`;
const LEAVE = `mutation ($companyId: ID!) { leaveCompany(companyId: $companyId) { __typename ${refusal} } }`;
const ASK = `mutation ($siret: String!, $message: String!) { askToJoin(siret: $siret, message: $message) { __typename
  ... on JoinRequest { id email message company { id } } ... on InvalidInput { problems { path } } ${refusal} } }`;
const LISTS = `query ($id: ID!) { company(id: $id) {
  members { nodes { id email role joinedAt } } memberInvitations { nodes { id email role } } } }`;

const act = (query: string, variables: object, token: string): Promise<any> =>
  platform.ask(query, variables, { token }).then((data) => Object.values(data)[0]);

const invite = (token: string, companyId: string, email: string, role = 'RECRUITER') =>
  act(INVITE, { companyId, email, role }, token);

const lists = (token: string, id: string) => platform.ask(LISTS, { id }, { token }).then(({ company }) => company);

const accountId = async (token: string): Promise<string> =>
  (await platform.ask('{ viewer { id } }', {}, { token })).viewer.id;

const tokenOf = (link: string): string => new URL(link).searchParams.get('jeton')!;

async function invitationTo(email: string): Promise<string> {
  return (await lastMail(platform, (mail) => mail.to.includes(email) && /Rejoignez|Join/.test(mail.subject))).links[0]!;
}

/** A second owner, and both tokens. */
async function twoOwners() {
  const one = await anOwner(platform);
  const other = await aMember(platform, one.companyId, 'owner');
  return { companyId: one.companyId, one: one.token, other: other.token };
}

test('an owner invites an address; its letter lets that account in, once, and the owners are told', async () => {
  const owner = await anOwner(platform);
  const guest = await signUp(platform, 'COMPANY_MEMBER');
  const invited = await invite(owner.token, owner.companyId, ` ${guest.email.toUpperCase()} `);
  expect(invited).toEqual({
    __typename: 'MemberInvitation',
    id: expect.any(String),
    email: guest.email,
    role: 'RECRUITER',
    invitedAt: '2026-09-01T10:00:00.000Z',
    expiresAt: '2026-09-08T10:00:00.000Z',
  });
  const mail = await lastMail(platform, guest.email);
  expect(mail.subject).toBe('Rejoignez Plasturgie du Haut-Bugey sur VTE Territoires');
  expect(mail.text).toContain('recruteur');
  const [{ kept }] = await platform.db.query(
    'SELECT encode(token_hash, $2) AS kept FROM member_invitation WHERE id = $1',
    [invited.id, 'escape'],
  );
  expect(kept).not.toContain(tokenOf(mail.links[0]!));
  expect((await lists(owner.token, owner.companyId)).memberInvitations.nodes).toEqual([
    { id: invited.id, email: guest.email, role: 'RECRUITER' },
  ]);

  const token = tokenOf(mail.links[0]!);
  const both = await Promise.all([act(ACCEPT, { token }, guest.token), act(ACCEPT, { token }, guest.token)]);
  expect(both).toEqual([
    { __typename: 'Company', id: owner.companyId },
    { __typename: 'Company', id: owner.companyId },
  ]);
  const { members, memberInvitations } = await lists(guest.token, owner.companyId);
  expect(members.nodes.map(({ email, role }: any) => [email, role])).toContainEqual([guest.email, 'RECRUITER']);
  expect(memberInvitations.nodes).toEqual([]);
  expect((await postOffer(platform, guest.token, anOfferInput({ companyId: owner.companyId }))).__typename).toBe(
    'Offer',
  );
  await platform.jobs();
  const told = await sentMails(platform, (sent) => sent.text.includes(`${guest.email} fait maintenant partie`));
  expect(told).toHaveLength(1);
});

test('the answer does not tell whether an address has an account; the invitation waits for a sign-up', async () => {
  const owner = await anOwner(platform);
  const known = await signUp(platform, 'CANDIDATE');
  const answers = [known.email, 'personne-encore@exemple.fr'].map((email) =>
    invite(owner.token, owner.companyId, email),
  );
  const [one, other] = (await Promise.all(answers)).map((answer) => ({ ...answer, id: null, email: null }));
  expect(one).toEqual(other);
  const link = await invitationTo('personne-encore@exemple.fr');
  const page = await pressLink(platform, link);
  expect(page).toMatchObject({ status: 422, html: expect.stringContaining('Connectez-vous d’abord') });
  const input = { email: 'personne-encore@exemple.fr', password, role: 'COMPANY_MEMBER' };
  const { signUp: session } = await platform.ask(
    'mutation ($input: SignUpInput!) { signUp(input: $input) { ... on Session { token } } }',
    { input },
  );
  const { pathname } = new URL(link);
  const pressed = await fetch(`${platform.url}${pathname}`, {
    method: 'POST',
    headers: { cookie: `vte_session=${session.token}` },
    body: new URLSearchParams({ jeton: tokenOf(link) }),
  });
  expect(await pressed.text()).toContain('membres de Plasturgie du Haut-Bugey');
  expect((await lists(session.token, owner.companyId)).members.nodes).toHaveLength(2);
});

test('the page of an invitation says which company and role, and lets in with the password of the invited account alone', async () => {
  const owner = await anOwner(platform, { name: 'Scierie du Risoux' });
  const [guest, stranger] = [await signUp(platform, 'COMPANY_MEMBER'), await signUp(platform, 'COMPANY_MEMBER')];
  await invite(owner.token, owner.companyId, guest.email);
  const link = await invitationTo(guest.email);
  const open = async (token?: string) =>
    (
      await fetch(`${platform.url}${new URL(link).pathname}${new URL(link).search}`, {
        headers: token ? { cookie: `vte_session=${token}` } : {},
      })
    ).text();
  const page = await open();
  expect(page).toMatch(/Scierie du Risoux.*recruteur/);
  expect([page, await open(stranger.token)].map((html) => html.includes('type="password"'))).toEqual([true, true]);
  expect(await open(guest.token)).not.toContain('type="password"');
  const wrong = await pressLink(platform, link, { password: 'une autre phrase de passe' });
  expect(wrong).toMatchObject({ status: 422, html: expect.stringContaining('ne convient pas') });
  await platform.db.query(
    `INSERT INTO second_factor (account_id, secret, started_at, confirmed_at) SELECT id, 'x', now(), now() FROM account WHERE email = $1`,
    [guest.email],
  );
  const more = await pressLink(platform, link, { password });
  expect(more).toMatchObject({ status: 422, html: expect.stringContaining('demande aussi un code') });
  await platform.db.query('DELETE FROM second_factor');
  expect((await lists(owner.token, owner.companyId)).members.nodes).toHaveLength(1);
  expect(await pressLink(platform, link, { password })).toMatchObject({
    status: 200,
    html: expect.stringContaining('membres de Scierie du Risoux'),
  });
  expect((await lists(owner.token, owner.companyId)).members.nodes).toHaveLength(2);
  expect((await pressLink(platform, link, { password })).status).toBe(404);
});

test('a link that is withdrawn, a week old or meant for someone else lets nobody in', async () => {
  const owner = await anOwner(platform);
  const guest = await signUp(platform, 'COMPANY_MEMBER');
  const { id } = await invite(owner.token, owner.companyId, guest.email);
  const token = tokenOf(await invitationTo(guest.email));
  const stranger = await signUp(platform, 'COMPANY_MEMBER');
  const tries = async (who: string) => (await act(ACCEPT, { token }, who)).__typename;
  expect(await tries(stranger.token)).toBe('MemberInvitationNotValid');
  expect((await act(ACCEPT, { token: 'x' }, guest.token)).__typename).toBe('MemberInvitationNotValid');
  platform.travelTo('2026-09-08T10:00:00Z');
  expect(await tries(guest.token)).toBe('MemberInvitationNotValid');
  platform.travelTo('2026-09-02T09:00:00Z');
  expect((await act(WITHDRAW, { id }, owner.token)).__typename).toBe('MemberInvitation');
  expect(await tries(guest.token)).toBe('MemberInvitationNotValid');
  const candidate = await signUp(platform, 'CANDIDATE');
  await invite(owner.token, owner.companyId, candidate.email);
  const forCandidate = tokenOf(await invitationTo(candidate.email));
  expect((await act(ACCEPT, { token: forCandidate }, candidate.token)).__typename).toBe('NotAllowed');
  platform.travelTo('2026-10-01T10:00:00Z');
  await platform.tick('forget-member-invitations');
  const left = await platform.db.query('SELECT FROM member_invitation WHERE company_id = $1', [owner.companyId]);
  expect(left).toEqual([]);
});

test('nobody is written to twice a day, and a company writes to so many addresses a week', async () => {
  const owner = await anOwner(platform);
  const again = async (email: string) => {
    await invite(owner.token, owner.companyId, email, 'READER');
    await platform.jobs();
    return (await sentMails(platform, email)).length;
  };
  expect([await again('deux-fois@exemple.fr'), await again('deux-fois@exemple.fr')]).toEqual([1, 1]);
  platform.travelTo('2026-09-02T10:00:01Z');
  expect(await again('deux-fois@exemple.fr')).toBe(2);
  const many = Array.from({ length: 20 }, (_, index) => `invite${index}@exemple.fr`);
  const answers = [];
  for (const email of many) answers.push(await invite(owner.token, owner.companyId, email));
  expect(answers.slice(0, 19).every(({ __typename }) => __typename === 'MemberInvitation')).toBe(true);
  expect(answers[19]).toMatchObject({ __typename: 'TooManyMemberInvitations', most: 20 });
  const other = await anOwner(platform);
  await platform.db.query('UPDATE company SET verified_at = NULL WHERE id = $1', [other.companyId]);
  const few = [];
  for (const email of many.slice(0, 6)) few.push(await invite(other.token, other.companyId, email));
  expect(few[5]).toMatchObject({ __typename: 'TooManyMemberInvitations', most: 5 });
  expect(await invite(other.token, other.companyId, 'personne')).toMatchObject({
    __typename: 'InvalidInput',
    problems: [{ path: ['email'] }],
  });
  const third = await anOwner(platform);
  await platform.db.query('UPDATE company SET suspended_at = now() WHERE id = $1', [third.companyId]);
  expect((await invite(third.token, third.companyId, 'suspendue@exemple.fr')).__typename).toBe('CompanySuspended');
  await platform.jobs();
  expect(await sentMails(platform, 'suspendue@exemple.fr')).toEqual([]);
});

test('who removes, changes roles and sees colleagues: owners do, readers see, others neither', async () => {
  const { companyId, one } = await twoOwners();
  const reader = await aMember(platform, companyId, 'reader');
  const recruiter = await aMember(platform, companyId, 'recruiter');
  const readerId = await accountId(reader.token);
  const stranger = await signUp(platform, 'COMPANY_MEMBER');
  for (const { token } of [reader, recruiter, stranger]) {
    const refused = await Promise.all([
      invite(token, companyId, 'autre@exemple.fr'),
      act(CHANGE, { companyId, accountId: readerId, role: 'OWNER' }, token),
      act(REMOVE, { companyId, accountId: readerId }, token),
    ]);
    expect(refused.map(({ __typename }) => __typename)).toEqual(['NotAllowed', 'NotAllowed', 'NotAllowed']);
  }
  expect((await lists(reader.token, companyId)).members.nodes).toHaveLength(4);
  for (const [token, code] of [
    [stranger.token, 'FORBIDDEN'],
    [undefined, 'UNAUTHENTICATED'],
  ]) {
    for (const list of ['members', 'memberInvitations']) {
      const query = `query ($id: ID!) { company(id: $id) { ${list} { nodes { id } } } }`;
      const { errors } = await platform.send(query, { id: companyId }, token ? { token } : {});
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
    }
  }
  const page = `query ($id: ID!, $after: String) { company(id: $id) { members(first: 3, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }`;
  const first = (await platform.ask(page, { id: companyId }, { token: one })).company.members;
  const after = first.pageInfo.endCursor;
  const second = (await platform.ask(page, { id: companyId, after }, { token: one })).company.members;
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage, second.nodes.length]).toEqual([true, false, 1]);
  expect(new Set([...first.nodes, ...second.nodes].map(({ id }: any) => id)).size).toBe(4);

  expect(await act(CHANGE, { companyId, accountId: readerId, role: 'RECRUITER' }, one)).toMatchObject({
    role: 'RECRUITER',
  });
  expect((await postOffer(platform, reader.token, anOfferInput({ companyId }))).__typename).toBe('Offer');
  await platform.jobs();
  expect((await sentMails(platform, /Votre rôle pour/)).map(({ to }) => to)).toHaveLength(1);
  expect((await act(REMOVE, { companyId, accountId: crypto.randomUUID() }, one)).__typename).toBe('NotAllowed');
  expect((await act(REMOVE, { companyId, accountId: 'x' }, one)).__typename).toBe('NotAllowed');
  const admin = await anAdministrator(platform);
  expect((await lists(admin.token, companyId)).members.nodes).toHaveLength(4);
});

test('who is removed loses access at once, to what they had open too, and is told', async () => {
  const owner = await anOwner(platform);
  const guest = await signUp(platform, 'COMPANY_MEMBER');
  await invite(owner.token, owner.companyId, guest.email);
  await act(ACCEPT, { token: tokenOf(await invitationTo(guest.email)) }, guest.token);
  const { id } = await postOffer(platform, guest.token, anOfferInput({ companyId: owner.companyId, publish: false }));
  const seen = async () => (await platform.ask('query ($id: ID!) { offer(id: $id) { id } }', { id }, guest)).offer;
  expect(await seen()).toEqual({ id });
  const gone = { companyId: owner.companyId, accountId: await accountId(guest.token) };
  expect((await act(REMOVE, gone, owner.token)).__typename).toBe('Company');
  expect(await seen()).toBeNull();
  expect((await moveOffer(platform, guest.token, 'publishOffer', id)).__typename).toBe('NotAllowed');
  expect((await postOffer(platform, guest.token, anOfferInput({ companyId: owner.companyId }))).__typename).toBe(
    'NotAllowed',
  );
  expect((await platform.ask('{ viewer { companies { id } } }', {}, guest)).viewer.companies).toEqual([]);
  const mail = await lastMail(platform, (sent) => sent.to.includes(guest.email) && /a pris fin/.test(sent.subject));
  expect(mail.text).toContain('vous n’avez plus accès');
});

test('letters of an owner who is removed, or is none any more, let nobody in', async () => {
  const { companyId, one, other } = await twoOwners();
  const third = await aMember(platform, companyId, 'owner');
  const guests = await Promise.all([one, other, third.token].map(() => signUp(platform, 'COMPANY_MEMBER')));
  await invite(one, companyId, guests[0]!.email);
  await invite(other, companyId, guests[1]!.email, 'OWNER');
  await invite(third.token, companyId, guests[2]!.email, 'OWNER');
  await act(REMOVE, { companyId, accountId: await accountId(other) }, one);
  await act(CHANGE, { companyId, accountId: await accountId(third.token), role: 'RECRUITER' }, one);
  expect((await lists(one, companyId)).memberInvitations.nodes).toMatchObject([{ email: guests[0]!.email }]);
  const answers = [];
  for (const { email, token } of guests)
    answers.push((await act(ACCEPT, { token: tokenOf(await invitationTo(email)) }, token)).__typename);
  expect(answers).toEqual(['Company', 'MemberInvitationNotValid', 'MemberInvitationNotValid']);
});

test('a company always keeps an owner, whoever acts at the same time', async () => {
  const alone = await anOwner(platform);
  const accountOfAlone = await accountId(alone.token);
  const self = { companyId: alone.companyId, accountId: accountOfAlone };
  for (const refused of [
    await act(LEAVE, { companyId: alone.companyId }, alone.token),
    await act(REMOVE, self, alone.token),
    await act(CHANGE, { ...self, role: 'READER' }, alone.token),
  ]) {
    expect(refused.__typename).toBe('LastOwner');
  }
  for (const round of [0, 1, 2, 3]) {
    const { companyId, one, other } = await twoOwners();
    const [first, second] = [await accountId(one), await accountId(other)];
    const acts = [
      () => [act(LEAVE, { companyId }, one), act(LEAVE, { companyId }, other)],
      () => [act(REMOVE, { companyId, accountId: second }, one), act(REMOVE, { companyId, accountId: first }, other)],
      () => [
        act(CHANGE, { companyId, accountId: second, role: 'READER' }, one),
        act(CHANGE, { companyId, accountId: first, role: 'READER' }, other),
      ],
      () => [act(LEAVE, { companyId }, one), act(CHANGE, { companyId, accountId: second, role: 'RECRUITER' }, other)],
    ];
    const answers = await Promise.all(acts[round]!());
    expect(answers.filter(({ __typename }) => ['NotAllowed', 'LastOwner'].includes(__typename))).toHaveLength(1);
    const owners = await platform.db.query(`SELECT FROM company_member WHERE company_id = $1 AND role = 'owner'`, [
      companyId,
    ]);
    expect(owners).toHaveLength(1);
  }
});

const ERASE = 'mutation ($password: String!) { eraseMyAccount(password: $password) { __typename } }';
const erase = (token: string) => act(ERASE, { password }, token);

test('when the last owner is erased the longest-serving recruiter becomes owner, else a reader, and is told', async () => {
  const owner = await anOwner(platform);
  const offer = await anOffer(platform, owner);
  const readerToken = (await aMember(platform, owner.companyId, 'reader')).token;
  const late = (await aMember(platform, owner.companyId, 'recruiter')).token;
  const early = (await aMember(platform, owner.companyId, 'recruiter')).token;
  for (const [token, at] of [
    [readerToken, '2026-01-01'],
    [late, '2026-06-01'],
    [early, '2026-03-01'],
  ] as const) {
    await platform.db.query('UPDATE company_member SET joined_at = $2 WHERE account_id = $1', [
      await accountId(token),
      at,
    ]);
  }
  await invite(owner.token, owner.companyId, 'attend@exemple.fr');
  expect((await erase(owner.token)).__typename).toBe('Erased');
  const roleOf = async (token: string) => {
    const id = await accountId(token);
    return (await lists(token, owner.companyId)).members.nodes.find((one: any) => one.id === id).role;
  };
  expect([await roleOf(early), await roleOf(late), await roleOf(readerToken)]).toEqual([
    'OWNER',
    'RECRUITER',
    'READER',
  ]);
  await platform.jobs();
  const successors = await sentMails(platform, /Vous êtes maintenant propriétaire/);
  expect(successors).toHaveLength(1);
  expect(successors[0]!.text).toContain('a supprimé son compte');
  await erase(late);
  await erase(early);
  expect(await roleOf(readerToken)).toBe('OWNER');
  const { offer: still } = await platform.ask('query ($id: ID!) { offer(id: $id) { status } }', { id: offer.id });
  expect(still).toEqual({ status: 'OPEN' });
  await erase(readerToken);
  expect((await platform.db.query('SELECT status FROM offer WHERE id = $1', [offer.id]))[0].status).toBe('CLOSED');
});

test('two owners erased at the same time and with a removal between: nobody waits for ever', async () => {
  const { companyId, one, other } = await twoOwners();
  const reader = await aMember(platform, companyId, 'reader');
  const id = await accountId(other);
  const answers = await Promise.all([
    erase(one),
    erase(other),
    platform.send(REMOVE, { companyId, accountId: id }, { token: one }),
  ]);
  expect(answers.slice(0, 2).map((answer) => answer.__typename)).toEqual(['Erased', 'Erased']);
  const left = await platform.db.query('SELECT role FROM company_member WHERE company_id = $1', [companyId]);
  expect(left).toEqual([{ role: 'owner' }]);
  expect((await lists(reader.token, companyId)).members.nodes).toHaveLength(1);
});

describe('asking to be let in', () => {
  const message = 'Bonjour, je travaille avec vous à l’atelier de Bellignat.';

  test('the owners are written to, once, and accept', async () => {
    const owner = await anOwner(platform);
    const { siret } = (await platform.ask('query ($id: ID!) { company(id: $id) { siret } }', { id: owner.companyId }))
      .company;
    const asker = await signUp(platform, 'COMPANY_MEMBER');
    const twice = await registerCompany(platform, asker.token, { siret });
    expect(twice.__typename).toBe('CompanyAlreadyRegistered');
    const asked = await act(ASK, { siret, message }, asker.token);
    expect(asked).toMatchObject({ __typename: 'JoinRequest', email: asker.email, company: { id: owner.companyId } });
    expect((await act(ASK, { siret, message }, asker.token)).id).toBe(asked.id);
    await platform.jobs();
    const letters = await sentMails(platform, (mail) => mail.text.includes(`${asker.email} demande`));
    expect(letters).toHaveLength(1);
    expect(letters[0]!.text).toContain(message);
    const waiting = `query ($id: ID!) { company(id: $id) { joinRequests { nodes { id email message } } } }`;
    const { company } = await platform.ask(waiting, { id: owner.companyId }, owner);
    expect(company.joinRequests.nodes).toEqual([{ id: asked.id, email: asker.email, message }]);
    const { errors } = await platform.send(waiting, { id: owner.companyId }, asker);
    expect(errors?.[0].extensions.code).toBe('FORBIDDEN');
    const ANSWER = `mutation ($id: ID!) { acceptJoinRequest(id: $id, role: READER) { __typename ${refusal} } }`;
    expect((await act(ANSWER, { id: asked.id }, asker.token)).__typename).toBe('NotAllowed');
    expect((await act(ANSWER, { id: asked.id }, owner.token)).__typename).toBe('Company');
    expect((await act(ANSWER, { id: asked.id }, owner.token)).__typename).toBe('NotAllowed');
    expect((await lists(asker.token, owner.companyId)).members.nodes).toHaveLength(2);
    expect((await lastMail(platform, asker.email)).subject).toContain('Vous avez accès');
    expect((await act(ASK, { siret, message }, asker.token)).__typename).toBe('AlreadyMember');
  });

  test('where no owner is left an administrator is shown the request, and answers it', async () => {
    const owner = await anOwner(platform);
    const { siret } = (await platform.ask('query ($id: ID!) { company(id: $id) { siret } }', { id: owner.companyId }))
      .company;
    await erase(owner.token);
    const asker = await signUp(platform, 'COMPANY_MEMBER');
    expect((await act(ASK, { siret, message }, asker.token)).__typename).toBe('JoinRequest');
    const admin = await anAdministrator(platform);
    const QUEUE = `{ companiesToVerify(first: 50) { nodes { id company { verification { status reasons } joinRequests { nodes { id email } } } } } }`;
    const { nodes } = (await platform.ask(QUEUE, {}, admin)).companiesToVerify;
    expect(nodes).toHaveLength(1);
    const [{ id, company }] = nodes;
    expect([id, company.verification]).toEqual([
      owner.companyId,
      { status: 'VERIFIED', reasons: ['Une personne demande à rejoindre l’entreprise, qui n’a plus de propriétaire.'] },
    ]);
    const [request] = company.joinRequests.nodes;
    expect(request.email).toBe(asker.email);
    const ACCEPT_AS_OWNER = `mutation ($id: ID!) { acceptJoinRequest(id: $id, role: OWNER) { __typename } }`;
    expect((await act(ACCEPT_AS_OWNER, { id: request.id }, admin.token)).__typename).toBe('Company');
    await act('mutation ($id: ID!) { verifyCompany(id: $id) { __typename } }', { id }, admin.token);
    expect((await platform.ask(QUEUE, {}, admin)).companiesToVerify.nodes).toEqual([]);
    expect((await lists(asker.token, owner.companyId)).members.nodes).toMatchObject([{ role: 'OWNER' }]);
  });

  test('who is declined is told and waits a month; who may not ask is refused by type', async () => {
    const owner = await anOwner(platform);
    const { siret } = (await platform.ask('query ($id: ID!) { company(id: $id) { siret } }', { id: owner.companyId }))
      .company;
    const asker = await signUp(platform, 'COMPANY_MEMBER');
    const { id } = await act(ASK, { siret, message }, asker.token);
    const DECLINE = `mutation ($id: ID!) { declineJoinRequest(id: $id) { __typename } }`;
    expect((await act(DECLINE, { id }, owner.token)).__typename).toBe('Company');
    expect((await lastMail(platform, asker.email)).subject).toContain('n’a pas été acceptée');
    const noted = `SELECT details FROM audit_entry WHERE act = 'company.manageMembers' AND object_id = $1`;
    expect(await platform.db.query(noted, [owner.companyId])).toEqual([
      { details: { accountId: await accountId(asker.token), to: null } },
    ]);
    expect((await act(ASK, { siret, message }, asker.token)).__typename).toBe('NotAllowed');
    platform.travelTo('2026-09-30T10:00:00Z');
    expect((await act(ASK, { siret, message }, asker.token)).__typename).toBe('NotAllowed');
    platform.travelTo('2026-10-02T10:00:00Z');
    expect((await act(ASK, { siret, message }, asker.token)).__typename).toBe('JoinRequest');
    expect((await act(ASK, { siret: '73282932000074', message }, asker.token)).__typename).toBe('CompanyNotRegistered');
    expect(await act(ASK, { siret, message: 'court' }, asker.token)).toMatchObject({
      problems: [{ path: ['message'] }],
    });
    const candidate = await signUp(platform, 'CANDIDATE');
    expect((await act(ASK, { siret, message }, candidate.token)).__typename).toBe('NotAllowed');
  });
});
