import type { AddressInfo } from 'node:net';
import { limits } from '../../src/accounts/attempts.js';
import { aCandidate, anOffer, anOwner, password, signUp } from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;

beforeAll(async () => {
  platform = await Platform.start('accounts', { RATE_LIMITS: 'on' });
}, 120_000);
afterAll(() => platform.stop());
beforeEach(() => platform.db.query('TRUNCATE rate_limit'));

const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) { __typename
  ... on Session { token viewer { id email role companies { id } } }
  ... on InvalidInput { problems { path message } } ... on Refusal { message } } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename
  ... on Session { token viewer { email } } ... on InvalidInput { problems { path } } ... on Refusal { message } } }`;
const VIEWER = '{ viewer { id email role companies { name } } }';
const ERASE = `mutation ($password: String!) { eraseMyAccount(password: $password) { __typename
  ... on Erased { at } ... on InvalidInput { problems { path message } } } }`;

const signIn = (email: string, given = password, language = 'fr') =>
  platform.ask(SIGN_IN, { input: { email, password: given } }, { language }).then(({ signIn: answer }) => answer);

test('someone signs up, is known by the token, and is a stranger again after signing out', async () => {
  const input = { email: ' Lea.Martin@Exemple.FR ', password, role: 'CANDIDATE' };
  const { signUp: session } = await platform.ask(SIGN_UP, { input });
  expect(session).toMatchObject({
    __typename: 'Session',
    viewer: { email: 'lea.martin@exemple.fr', role: 'CANDIDATE' },
  });
  const { token } = session;
  expect((await platform.ask(VIEWER, {}, { token })).viewer).toMatchObject({ id: session.viewer.id, companies: [] });
  expect(await platform.ask('mutation { signOut }', {}, { token })).toEqual({ signOut: true });
  expect(await platform.ask(VIEWER, {}, { token })).toEqual({ viewer: null });
  expect(await platform.ask('mutation { signOut }', {}, { token })).toEqual({ signOut: false });
  expect(await signIn('lea.martin@exemple.fr')).toMatchObject({ __typename: 'Session' });
});

test('what is asked further in the request that signs in or up is answered to the new viewer', async () => {
  const { email } = await signUp(platform, 'CANDIDATE');
  const SESSION = `__typename ... on Session { viewer { candidate {
    profile { lastName } applications { edges { cursor } } } } }`;
  const candidate = { profile: { lastName: null }, applications: { edges: [] } };
  const session = { __typename: 'Session', viewer: { candidate } };
  const signedIn = await platform.ask(`mutation ($input: SignInInput!) { signIn(input: $input) { ${SESSION} } }`, {
    input: { email, password },
  });
  expect(signedIn.signIn).toEqual(session);
  const signedUp = await platform.ask(`mutation ($input: SignUpInput!) { signUp(input: $input) { ${SESSION} } }`, {
    input: { email: 'nina.martin@exemple.fr', password, role: 'CANDIDATE' },
  });
  expect(signedUp.signUp).toEqual(session);
});

test('every problem of a sign-up comes with its path, in the language of the request', async () => {
  const input = { email: 'lea', password: 'court', role: 'ADMIN' };
  const { signUp: french } = await platform.ask(SIGN_UP, { input });
  expect(french.__typename).toBe('InvalidInput');
  expect(french.problems.map((problem: { path: string[] }) => problem.path)).toEqual([
    ['email'],
    ['password'],
    ['role'],
  ]);
  expect(french.problems[0].message).toMatch(/^L’adresse/);
  const { signUp: english } = await platform.ask(SIGN_UP, { input }, { language: 'en' });
  expect(english.problems[0].message).toMatch(/^The e-mail/);
});

test('an address has one account', async () => {
  const { email } = await signUp(platform, 'CANDIDATE');
  const input = { email: email.toUpperCase(), password, role: 'COMPANY_MEMBER' };
  expect((await platform.ask(SIGN_UP, { input })).signUp).toMatchObject({
    __typename: 'EmailAlreadyUsed',
    message: expect.stringContaining('existe déjà'),
  });
});

test('a wrong password and an unknown address get the same answer', async () => {
  const { email } = await signUp(platform, 'CANDIDATE');
  const known = await signIn(email, 'not the right one');
  expect(known).toEqual({
    __typename: 'WrongCredentials',
    message: 'L’adresse e-mail ou le mot de passe ne convient pas.',
  });
  expect(await signIn('nobody@example.com', 'not the right one')).toEqual(known);
  expect(await signIn('', '')).toMatchObject({
    __typename: 'InvalidInput',
    problems: [{ path: ['email'] }, { path: ['password'] }],
  });
});

test('attempts are counted one by one, also when a document holds many', async () => {
  const { email } = await signUp(platform, 'CANDIDATE');
  const attempt = (alias: number) => `a${alias}: signIn(input: $input) { __typename }`;
  const attempts = (count: number) =>
    platform.send(
      `mutation ($input: SignInInput!) { ${Array.from({ length: count }, (_, alias) => attempt(alias)).join(' ')} }`,
      { input: { email, password: 'not the right one' } },
    );
  for (let left = limits.account.points; left > 0; left -= 5) await attempts(Math.min(5, left));
  const { errors, data } = await attempts(1);
  expect(data ?? null).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) } }]);
  const right = await platform.send(SIGN_IN, { input: { email, password } });
  expect(right.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
});

describe('in a browser', () => {
  let url: string;

  beforeAll(async () => {
    const server = platform.app.getHttpServer();
    if (!server.listening) await platform.app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  });

  const post = async (query: string, variables: object, headers: Record<string, string> = {}) => {
    const body = JSON.stringify({ query, variables });
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    return {
      status: response.status,
      cookies: response.headers.getSetCookie(),
      answer: await response.json(),
    };
  };

  test('the session travels in a cookie that scripts cannot read, until it is cleared', async () => {
    const { email } = await signUp(platform, 'CANDIDATE');
    const signedIn = await post(SIGN_IN, { input: { email, password } });
    expect(signedIn.cookies).toHaveLength(1);
    const [pair, ...attributes] = signedIn.cookies[0]!.split('; ');
    expect(pair).toBe(`vte_session=${signedIn.answer.data.signIn.token}`);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax']);
    expect((await post(VIEWER, {}, { cookie: pair! })).answer.data.viewer.email).toBe(email);
    const signedOut = await post('mutation { signOut }', {}, { cookie: pair! });
    expect(signedOut.cookies[0]).toMatch(/^vte_session=;.*Expires=Thu, 01 Jan 1970/);
    expect((await post(VIEWER, {}, { cookie: pair! })).answer.data.viewer).toBeNull();
  });

  test('another site’s form cannot use the cookie', async () => {
    const { token } = await signUp(platform, 'CANDIDATE');
    const headers = { 'content-type': 'text/plain', cookie: `vte_session=${token}` };
    expect((await post('mutation { signOut }', {}, headers)).status).toBeGreaterThanOrEqual(400);
    expect((await platform.ask(VIEWER, {}, { token })).viewer).not.toBeNull();
  });
});

test('the token of a suspended account no longer works', async () => {
  const { token, email } = await signUp(platform, 'CANDIDATE');
  await platform.db.query('UPDATE account SET suspended_at = now() WHERE email = $1', [email]);
  expect(await platform.ask(VIEWER, {}, { token })).toEqual({ viewer: null });
  const { errors } = await platform.send(ERASE, { password }, { token });
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect((await signIn(email)).__typename).toBe('AccountSuspended');
});

describe('erasing one’s account', () => {
  test('asks for the password', async () => {
    const { token } = await signUp(platform, 'CANDIDATE');
    const { eraseMyAccount } = await platform.ask(ERASE, { password: 'not the right one' }, { token });
    expect(eraseMyAccount).toMatchObject({ __typename: 'InvalidInput', problems: [{ path: ['password'] }] });
    expect((await platform.ask(VIEWER, {}, { token })).viewer).not.toBeNull();
  });

  test('leaves no trace of the person in any table', async () => {
    const { token, id } = await aCandidate(platform, { firstName: 'Zénaïde', lastName: 'Introuvable' });
    const { viewer } = await platform.ask(VIEWER, {}, { token });
    expect((await platform.ask(ERASE, { password }, { token })).eraseMyAccount.__typename).toBe('Erased');
    const tables = await platform.db.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
          AND table_name <> 'match_change'`,
    );
    for (const { name } of tables) {
      const found = await platform.db.query<unknown[]>(
        `SELECT 1 FROM "${name}" AS r WHERE r::text ~* ANY ($1::text[])`,
        [[viewer.id, viewer.email.replace('.', '\\.'), id, 'Zénaïde', 'Introuvable']],
      );
      expect({ table: name, rows: found.length }).toEqual({ table: name, rows: 0 });
    }
    expect((await signIn(viewer.email)).__typename).toBe('WrongCredentials');
  });

  test('by the last member of a company closes its offers, and the company stays', async () => {
    const owner = await anOwner(platform);
    const offer = await anOffer(platform, owner);
    expect((await platform.ask(ERASE, { password }, { token: owner.token })).eraseMyAccount.__typename).toBe('Erased');
    const seen = await platform.ask(
      'query ($offer: ID!, $company: ID!) { offer(id: $offer) { id } company(id: $company) { id openOffers { nodes { id } } } }',
      { offer: offer.id, company: owner.companyId },
    );
    expect(seen).toEqual({ offer: null, company: { id: owner.companyId, openOffers: { nodes: [] } } });
  });
});
