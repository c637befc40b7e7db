import { aCandidate, anAdministrator, signUp } from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;
let admin: string;
let here: string;
let there: string;

const ASSIGN = `mutation ($id: ID!, $territories: [ID!]!) { assignTerritories(accountId: $id, territoryIds: $territories) {
  __typename ... on TerritoriesAssigned { territories { id } } ... on InvalidInput { problems { path } } } }`;
const VIEWER = '{ viewer { id role territories { id } } }';
const MANAGERS = 'query ($id: ID!) { node(id: $id) { ... on Territory { managers { email } } } }';

const assign = (id: string, territories: string[], token = admin): Promise<any> =>
  platform.send(ASSIGN, { id, territories }, { token });
const viewer = async (token: string): Promise<any> => (await platform.ask(VIEWER, {}, { token })).viewer;
const managers = async (id: string, token: string): Promise<any> => {
  const { data, errors } = await platform.send(MANAGERS, { id }, { token });
  return errors ? errors[0].extensions.code : data.node.managers.map(({ email }: any) => email);
};

beforeAll(async () => {
  platform = await Platform.start('managers');
  admin = (await anAdministrator(platform)).token;
  const { territories } = await platform.ask('{ territories { id } }');
  [here, there] = territories.map(({ id }: any) => id);
});
afterAll(() => platform.stop());

test('an administrator makes a territory manager; the session they have follows, and so it does when it is taken away', async () => {
  const { token, email } = await signUp(platform, 'COMPANY_MEMBER');
  const { id } = await viewer(token);
  expect(await managers(here, token)).toBe('FORBIDDEN');
  expect((await assign(id, [here, here])).data.assignTerritories).toEqual({
    __typename: 'TerritoriesAssigned',
    territories: [{ id: here }],
  });
  expect(await viewer(token)).toEqual({ id, role: 'TERRITORY_MANAGER', territories: [{ id: here }] });
  expect(await managers(here, token)).toEqual([email]);
  expect(await managers(there, token)).toBe('FORBIDDEN');
  expect(await managers(here, admin)).toEqual([email]);
  await assign(id, [there]);
  expect([await managers(here, token), await managers(there, token)]).toEqual(['FORBIDDEN', [email]]);
  await assign(id, []);
  expect(await viewer(token)).toEqual({ id, role: 'COMPANY_MEMBER', territories: [] });
  expect(await managers(there, token)).toBe('FORBIDDEN');
  const entries = await platform.db.query(
    `SELECT details FROM audit_entry WHERE act = 'territory.assign' AND object_id = $1 ORDER BY at`,
    [id],
  );
  expect(entries.map(({ details }: any) => details.territories)).toEqual([[here], [there], []]);
});

test('nobody else makes one, candidates and administrators are not made one, and what does not exist is said', async () => {
  const member = await signUp(platform, 'COMPANY_MEMBER');
  const candidate = await aCandidate(platform);
  const { id } = await viewer(member.token);
  expect((await assign(id, [here], member.token)).errors[0].extensions.code).toBe('FORBIDDEN');
  expect((await assign(id, [here], '')).errors[0].extensions.code).toBe('UNAUTHENTICATED');
  for (const token of [candidate.token, admin]) {
    expect((await assign((await viewer(token)).id, [here])).data.assignTerritories.__typename).toBe('NotAllowed');
  }
  expect((await assign(id, [here, 'x'])).data.assignTerritories.problems).toEqual([{ path: ['territoryIds', '1'] }]);
  expect((await assign('x', [here])).data.assignTerritories.problems).toEqual([{ path: ['accountId'] }]);
  expect((await viewer(member.token)).role).toBe('COMPANY_MEMBER');
});
