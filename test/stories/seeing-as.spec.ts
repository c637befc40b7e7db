import { aCandidate, anAdministrator, anOffer, anOwner, applyTo, signUp, suspend } from '../support/people.js';
import { findable, invite } from '../invitations/inviting.js';
import { Platform } from '../support/platform.js';

let platform: Platform;
let admin: string;
let adminId: string;

const SEE = `mutation ($id: ID!, $reason: String!) { seeAs(accountId: $id, reason: $reason) { __typename
  ... on SeeingSession { token until viewer { id email seenBy } } ... on InvalidInput { problems { path } } } }`;
const LOG = `query ($act: String, $objectId: ID, $ownerId: ID) { auditLog(act: $act, objectId: $objectId, ownerId: $ownerId, first: 100) {
  nodes { actorId act objectType objectId ownerId outcome reason at details { name value } } } }`;
const VIEWER = '{ viewer { id seenBy } }';
const reason = 'Appel du 3 septembre : la liste reste vide';

const see = (id: string, token = admin, why = reason): Promise<any> =>
  platform.send(SEE, { id, reason: why }, { token });
const log = async (filter: object): Promise<any[]> =>
  (await platform.ask(LOG, filter, { token: admin })).auditLog.nodes;
const accountOf = async (token: string): Promise<string> => (await platform.ask(VIEWER, {}, { token })).viewer.id;

async function seeing(id: string): Promise<string> {
  const { data } = await see(id);
  return data.seeAs.token;
}

beforeAll(async () => {
  platform = await Platform.start('seeing_as');
  platform.travelTo('2026-09-03T10:00:00Z');
  admin = (await anAdministrator(platform)).token;
  adminId = await accountOf(admin);
});
afterAll(() => platform.stop());

test('an administrator sees what someone sees, for half an hour, and begin and end are in the log with the reason', async () => {
  const candidate = await aCandidate(platform, { firstName: 'Camille', lastName: 'Martin' });
  const id = await accountOf(candidate.token);
  const { data } = await see(id);
  expect(data.seeAs).toMatchObject({
    __typename: 'SeeingSession',
    until: '2026-09-03T10:30:00.000Z',
    viewer: { id, seenBy: adminId },
  });
  const { token } = data.seeAs;
  const MINE = '{ viewer { id seenBy candidate { id profile { lastName } } } }';
  expect((await platform.ask(MINE, {}, { token })).viewer).toEqual({
    id,
    seenBy: adminId,
    candidate: { id: candidate.id, profile: { lastName: 'Martin' } },
  });
  expect(await platform.ask(VIEWER, {}, { token: candidate.token })).toEqual({ viewer: { id, seenBy: null } });
  expect(await platform.ask('mutation { stopSeeingAs }', {}, { token })).toEqual({ stopSeeingAs: true });
  expect(await platform.ask(VIEWER, {}, { token })).toEqual({ viewer: null });
  const entries = await log({ objectId: id });
  expect(entries.map(({ act, outcome }) => [act, outcome])).toEqual(
    expect.arrayContaining([
      ['account.seeAs', 'DONE'],
      ['account.seeAs.request', 'DONE'],
      ['account.seeAs.end', 'DONE'],
    ]),
  );
  expect(entries.every(({ actorId }) => actorId === adminId)).toBe(true);
  expect(entries.filter(({ outcome }) => outcome === 'REFUSED')).toEqual([]);
  expect(entries.find(({ act }) => act === 'account.seeAs')).toMatchObject({
    reason,
    details: [{ name: 'until', value: '2026-09-03T10:30:00.000Z' }],
  });
  expect(entries.filter(({ act }) => act === 'account.seeAs.request').map(({ details }) => details[0].value)).toEqual(
    expect.arrayContaining(['query viewer', 'mutation stopSeeingAs']),
  );
});

test('nothing can be changed, and that it was tried is in the log', async () => {
  const owner = await anOwner(platform);
  const id = await accountOf(owner.token);
  const token = await seeing(id);
  const offer = await anOffer(platform, owner);
  for (const mutation of [
    `mutation { pauseOffer(id: "${offer.id}") { __typename } }`,
    `mutation { reviseCompany(id: "${owner.companyId}", changes: { name: "Autre" }) { __typename } }`,
    `mutation { seeAs(accountId: "${id}", reason: "${reason}") { __typename } }`,
  ]) {
    const { errors } = await platform.send(mutation, {}, { token });
    expect(errors?.[0].extensions.code).toBe('FORBIDDEN');
    expect(errors?.[0].message).toMatch(/rien ne peut y être changé/);
  }
  const { offer: after } = await platform.ask('query ($id: ID!) { offer(id: $id) { status } }', { id: offer.id });
  expect(after.status).toBe('OPEN');
  const refused = (await log({ objectId: id })).filter(({ outcome }) => outcome === 'REFUSED');
  expect(refused.map(({ details }) => details[0].value).sort()).toEqual([
    'mutation pauseOffer',
    'mutation reviseCompany',
    'mutation seeAs',
  ]);
});

test('a file cannot be sent for the account either', async () => {
  const { token } = await aCandidate(platform);
  const seer = await seeing(await accountOf(token));
  const response = await fetch(`${platform.url}/cv`, {
    method: 'POST',
    headers: { authorization: `Bearer ${seer}`, 'content-type': 'application/pdf' },
    body: '%PDF-1.4',
  });
  expect(response.status).toBe(403);
});

test('after half an hour it is over, however much it was used', async () => {
  const { token } = await aCandidate(platform);
  const seer = await seeing(await accountOf(token));
  platform.travelTo('2026-09-03T10:29:00Z');
  expect((await platform.ask(VIEWER, {}, { token: seer })).viewer).not.toBeNull();
  platform.travelTo('2026-09-03T10:30:00Z');
  expect((await platform.ask(VIEWER, {}, { token: seer })).viewer).toBeNull();
  platform.travelTo('2026-09-03T10:00:00Z');
});

test('it ends with the rights of the administrator and with those of the account', async () => {
  const other = await anAdministrator(platform);
  const { token, email } = await signUp(platform, 'CANDIDATE');
  const id = await accountOf(token);
  const { data } = await see(id, other.token);
  await platform.db.query(`UPDATE account SET role = 'COMPANY_MEMBER' WHERE id = $1`, [await accountOf(other.token)]);
  expect((await platform.ask(VIEWER, {}, { token: data.seeAs.token })).viewer).toBeNull();
  const again = await seeing(id);
  await suspend(platform, email);
  expect((await platform.ask(VIEWER, {}, { token: again })).viewer).toBeNull();
  expect((await see(id)).data.seeAs).toMatchObject({ __typename: 'InvalidInput', problems: [{ path: ['accountId'] }] });
});

test('it ends when its administrator signs out everywhere; whoever is seen counts their own sessions alone', async () => {
  const EVERYWHERE = 'mutation { signOutEverywhere(keepThisOne: true) }';
  const other = await anAdministrator(platform);
  const { token } = await signUp(platform, 'CANDIDATE');
  const id = await accountOf(token);
  const { data } = await see(id, other.token);
  expect(await platform.ask(EVERYWHERE, {}, { token: other.token })).toEqual({ signOutEverywhere: 0 });
  expect((await platform.ask(VIEWER, {}, { token: data.seeAs.token })).viewer).toBeNull();
  await seeing(id);
  expect(await platform.ask(EVERYWHERE, {}, { token })).toEqual({ signOutEverywhere: 0 });
});

test.each(['signOut', 'endSession(id: $id)'])('it ends when its administrator leaves: %s', async (leaving) => {
  const other = await anAdministrator(platform);
  const { token } = await signUp(platform, 'CANDIDATE');
  const id = await accountOf(token);
  const [{ data }, { data: kept }] = [await see(id, other.token), await see(id)];
  const SESSIONS = '{ viewer { sessions(first: 1) { nodes { id } } } }';
  const { viewer } = await platform.ask(SESSIONS, {}, { token: other.token });
  const LEAVE = leaving.includes('$id') ? `mutation ($id: ID!) { left: ${leaving} }` : `mutation { left: ${leaving} }`;
  expect(await platform.ask(LEAVE, { id: viewer.sessions.nodes[0].id }, { token: other.token })).toEqual({
    left: true,
  });
  expect((await platform.ask(VIEWER, {}, { token: data.seeAs.token })).viewer).toBeNull();
  expect((await platform.ask(VIEWER, {}, { token: kept.seeAs.token })).viewer).toMatchObject({ seenBy: adminId });
  expect((await platform.ask(VIEWER, {}, { token })).viewer).toEqual({ id, seenBy: null });
});

test('that someone else tried what administrators do is in the log', async () => {
  const { token } = await signUp(platform, 'COMPANY_MEMBER');
  const actorId = await accountOf(token);
  const tries: [string, string, string | null][] = [
    [`mutation { seeAs(accountId: "${adminId}", reason: "${reason}") { __typename } }`, 'account.seeAs', adminId],
    [
      `mutation { assignTerritories(accountId: "${actorId}", territoryIds: []) { __typename } }`,
      'territory.assign',
      actorId,
    ],
    ['{ auditLog(first: 1) { nodes { id } } }', 'audit.read', null],
    ['{ purges(first: 1) { nodes { id } } }', 'purge.read', null],
    [`mutation { confirmPurge(id: "${actorId}") { __typename } }`, 'purge.confirm', actorId],
  ];
  for (const [query, act, objectId] of tries) {
    const { errors } = await platform.send(query, {}, { token });
    expect(errors?.[0].extensions.code).toBe('FORBIDDEN');
    const entries = (await log({ act })).filter((entry) => entry.actorId === actorId);
    expect(entries).toMatchObject([{ act, objectId, outcome: 'REFUSED' }]);
  }
});

test('what an administrator reads of members and does for a company is in the log; what its members do is not', async () => {
  const owner = await anOwner(platform);
  const offer = await anOffer(platform, owner);
  const people = [await aCandidate(platform, findable), await aCandidate(platform, findable)];
  const ids = { id: owner.companyId };
  const LISTS = `query ($id: ID!) { company(id: $id) { members(first: 1) { nodes { email } }
    memberInvitations(first: 1) { nodes { id } } joinRequests(first: 1) { nodes { id } } } }`;
  const REVISE =
    'mutation ($id: ID!) { reviseCompany(id: $id, changes: { website: "https://exemple.fr" }) { __typename } }';
  const SAVE = `mutation ($id: ID!, $name: String!) { saved: saveAnswerTemplate(companyId: $id,
    input: { name: $name, answer: DECLINED, body: "Merci de votre candidature." }) { __typename ... on AnswerTemplate { id } } }`;
  const entries = () => platform.db.query('SELECT act, actor_id, object_id FROM audit_entry');
  const before = (await entries()).length;
  const asEach = async (token: string, candidate: string): Promise<string[]> => {
    await platform.ask(LISTS, ids, { token });
    expect((await platform.ask(REVISE, ids, { token })).reviseCompany.__typename).toBe('Company');
    const { saved } = await platform.ask(SAVE, { ...ids, name: `Modèle ${candidate}` }, { token });
    const { id, __typename } = await invite(platform, { token }, offer.id, candidate);
    expect(__typename).toBe('Invitation');
    return [saved.id, id];
  };
  await asEach(owner.token, people[0]!.id);
  expect(await entries()).toHaveLength(before);
  const [template, invitation] = await asEach(admin, people[1]!.id);
  const noted = (act: string, objectId: string | undefined) => ({ act, actor_id: adminId, object_id: objectId });
  expect(await entries()).toEqual(
    expect.arrayContaining([
      noted('company.readMembers', owner.companyId),
      noted('company.manage', owner.companyId),
      noted('template.manage', template),
      noted('invitation.send', invitation),
    ]),
  );
});

test('never as an administrator, without a reason, or by anyone else', async () => {
  const other = await anAdministrator(platform);
  const candidate = await aCandidate(platform);
  const otherId = await accountOf(other.token);
  expect((await see(otherId)).data.seeAs.__typename).toBe('NotAllowed');
  expect((await see(adminId)).data.seeAs.__typename).toBe('NotAllowed');
  expect(await log({ act: 'account.seeAs', objectId: otherId })).toMatchObject([{ outcome: 'REFUSED', reason }]);
  const id = await accountOf(candidate.token);
  expect((await see(id, admin, 'trop peu')).data.seeAs).toMatchObject({ problems: [{ path: ['reason'] }] });
  expect((await see(id, candidate.token)).errors[0].extensions.code).toBe('FORBIDDEN');
  expect((await see(id, '')).errors[0].extensions.code).toBe('UNAUTHENTICATED');
  expect((await see('8b1f4f0e-5b3a-4f6b-9d59-2f2f0a3c0000')).data.seeAs.__typename).toBe('InvalidInput');
});

test('what an administrator reads of people is noted once for each request and object; what others read is not', async () => {
  const owner = await anOwner(platform);
  const offer = await anOffer(platform, owner);
  const people = [await aCandidate(platform), await aCandidate(platform)];
  const sent: string[] = [];
  for (const { token } of people) {
    const applied = await applyTo(platform, token, offer.id, 'Votre atelier me plaît beaucoup, parlons-en.');
    sent.push(applied.id);
  }
  const [owned] = await Promise.all(people.map(({ token }) => accountOf(token)));
  const ONE = `query ($id: ID!) { node(id: $id) { ... on Application { message candidate { contact { email } } } } }`;
  const both = ONE.replace('node(', 'again: node(').replace('query ($id: ID!) {', '').replace(/\}$/, '');
  await platform.ask(ONE, { id: sent[0] }, { token: owner.token });
  await platform.ask(ONE, { id: sent[0] }, { token: people[0]!.token });
  expect(await log({ objectId: sent[0] })).toEqual([]);
  await platform.ask(ONE.replace(/\}$/, `${both} }`), { id: sent[0] }, { token: admin });
  expect(await log({ objectId: sent[0] })).toMatchObject([
    { actorId: adminId, act: 'application.read', objectType: 'Application', ownerId: owned, outcome: 'DONE' },
  ]);
  expect(await log({ objectId: people[0]!.id })).toMatchObject([{ act: 'candidate.identify', ownerId: owned }]);
  const LIST = 'query ($id: ID!) { offer(id: $id) { applications { nodes { id message } } } }';
  await platform.ask(LIST, { id: offer.id }, { token: admin });
  expect(await log({ objectId: sent[0] })).toHaveLength(2);
  expect(await log({ objectId: sent[1] })).toHaveLength(1);
});

test('the log is read by filters, latest first, in pages', async () => {
  const PAGE = `query ($from: DateTime, $until: DateTime, $after: String) {
    auditLog(first: 3, from: $from, until: $until, after: $after) { nodes { id at } pageInfo { hasNextPage endCursor } } }`;
  const read: string[] = [];
  let after: string | null = null;
  do {
    const { auditLog }: any = await platform.ask(PAGE, { after }, { token: admin });
    read.push(...auditLog.nodes.map(({ id }: any) => id));
    after = auditLog.pageInfo.hasNextPage ? auditLog.pageInfo.endCursor : null;
  } while (after);
  const [{ count }] = await platform.db.query('SELECT count(*)::int AS count FROM audit_entry');
  expect(new Set(read).size).toBe(count);
  const at = async (filter: object) => (await platform.ask(PAGE, filter, { token: admin })).auditLog.nodes.length;
  expect(await at({ from: '2026-09-03T10:30:00.001Z' })).toBe(0);
  expect(await at({ until: '2026-09-03T10:00:00.000Z' })).toBe(0);
  expect(await log({ ownerId: 'x' })).toEqual([]);
});
