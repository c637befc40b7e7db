import { jest } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { Browser, type Page } from '../support/browser.js';
import { IdentityProvider } from '../support/identity-provider.js';
import { password, signUp } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { lastMail, sentMails } from '../support/sent-mails.js';

let platform: Platform;
const provider = new IdentityProvider();
const home = 'http://localhost:4000';
const start = '2026-09-01T10:00:00Z';

const client = (name: string, more: object = {}) => ({
  client_id: name,
  client_secret: `the secret of ${name}`,
  redirect_uris: [`${home}/oidc/${name}/callback`],
  ...more,
});

beforeAll(async () => {
  // The provider warns that it is not set up for production.
  jest.spyOn(console, 'warn').mockReturnValue(undefined);
  await provider.reserve();
  // As ProConnect does, the one of companies signs what it tells of people.
  provider.serve([client('candidate'), client('company', { userinfo_signed_response_alg: 'RS256' })]);
  platform = await Platform.start('oidc', {
    OIDC_COMPANY_ISSUER: provider.issuer,
    OIDC_COMPANY_CLIENT_ID: 'company',
    OIDC_COMPANY_CLIENT_SECRET: 'the secret of company',
    OIDC_CANDIDATE_ISSUER: provider.issuer,
    OIDC_CANDIDATE_CLIENT_ID: 'candidate',
    OIDC_CANDIDATE_CLIENT_SECRET: 'the secret of candidate',
  });
}, 120_000);
afterAll(async () => {
  await platform.stop();
  await provider.stop();
});
beforeEach(() => {
  platform.travelTo(start);
});

const aBrowser = (): Browser => new Browser([home, platform.url]);
const isCallback = (url: URL): boolean => url.href.startsWith(`${home}/oidc/`) && url.pathname.endsWith('/callback');
const isHere = (url: URL): boolean => url.origin === home;
const actionOf = ({ html, url }: Page): URL => new URL(/action="([^"]+)"/.exec(html)![1]!, url);

/** Everything up to the address that the provider sends the browser back to. */
async function sentBack(browser: Browser, person: string, kind = 'candidate'): Promise<URL> {
  let page = await browser.go(`${home}/oidc/${kind}/start`, { stop: isCallback });
  for (let form = { prompt: 'login', login: person, password: 'any' } as Record<string, string>; !page.location;) {
    page = await browser.go(actionOf(page), { form, stop: isCallback });
    form = { prompt: 'consent' };
  }
  return page.location;
}

/** The answer here to someone who signed in at the provider. */
const signedIn = async (browser: Browser, person: string, kind?: string): Promise<Page> =>
  browser.step(await sentBack(browser, person, kind));

const session = (browser: Browser): string | undefined => browser.cookie(home, 'vte_session');

async function viewer(browser: Browser): Promise<any> {
  const token = session(browser);
  return token ? (await platform.ask('{ viewer { id email role } }', {}, { token })).viewer : null;
}

let count = 0;
function someone(person: { email?: string; email_verified?: boolean } = {}): { name: string; email: string } {
  const name = `p${(count += 1)}`;
  const email = `personne${count}@exemple.fr`;
  provider.people.set(name, { email, email_verified: true, ...person });
  return { name, email };
}

async function codeFor(email: string): Promise<string> {
  return / (\d{8})\b/.exec((await lastMail(platform, email)).text)![1]!;
}

const prove = (browser: Browser, page: Page, code: string): Promise<Page> =>
  browser.step(`${home}/lien/identity`, { jeton: page.location!.searchParams.get('jeton')!, code });

const accounts = (email: string): Promise<any[]> =>
  platform.db.query('SELECT * FROM account WHERE email = $1', [email]);
const identities = (name: string): Promise<any[]> =>
  platform.db.query('SELECT * FROM federated_identity WHERE subject = $1', [name]);

test('a provider that is down gives a French page, and works as soon as it is back', async () => {
  const browser = aBrowser();
  const page = await browser.step(`${home}/oidc/candidate/start`);
  expect(page).toMatchObject({ status: 502, html: expect.stringContaining('ne répond pas') });
  expect(page.html).toContain('<html lang="fr">');
  await provider.start();
  const { name, email } = someone();
  const back = await sentBack(browser, name);
  await provider.stop();
  expect(await browser.step(back)).toMatchObject({ status: 502, html: expect.stringContaining('ne répond pas') });
  expect(await accounts(email)).toEqual([]);
  await provider.start();
  expect(await signedIn(browser, name)).toMatchObject({ status: 302, location: new URL(home) });
});

test('addresses of providers that there are not are unknown', async () => {
  for (const path of ['/oidc/else/start', '/oidc/constructor/start', '/oidc/else/callback?code=x'])
    expect((await aBrowser().step(`${home}${path}`)).status).toBe(404);
});

test.each([
  ['candidate', 'CANDIDATE'],
  ['company', 'COMPANY_MEMBER'],
])('the first sign-in through the provider of a %s makes an account, the next ones find it', async (kind, role) => {
  const { name, email } = someone();
  const [first, second] = [aBrowser(), aBrowser()];
  expect(await signedIn(first, name, kind)).toMatchObject({ status: 302, location: new URL(home) });
  const opened = await viewer(first);
  expect(opened).toMatchObject({ email, role });
  provider.people.set(name, { email: 'autre@exemple.fr', email_verified: true });
  await signedIn(second, name, kind);
  expect(await viewer(second)).toEqual(opened);
  const [account] = await accounts(email);
  expect(account).toMatchObject({ password_hash: null, email_confirmed_at: new Date(start), language: 'fr' });
  expect(first.cookie(home, 'vte_oidc')).toBeUndefined();
});

test('two first sign-ins at once make one account', async () => {
  const { name, email } = someone();
  const browsers = [aBrowser(), aBrowser()];
  const back = await Promise.all(browsers.map((browser) => sentBack(browser, name)));
  const pages = await Promise.all(browsers.map((browser, index) => browser.step(back[index]!)));
  expect(pages.map(({ status }) => status)).toEqual([302, 302]);
  expect(await accounts(email)).toHaveLength(1);
  expect(await identities(name)).toHaveLength(1);
  await signedIn(browsers[1]!, name);
  expect(await viewer(browsers[1]!)).toMatchObject({ email });
});

describe('an address that has an account', () => {
  test('is not taken over, also when the provider vouches for it: its mailbox is asked', async () => {
    const { email, token } = await signUp(platform, 'CANDIDATE');
    const { name } = someone({ email: email.toUpperCase() });
    const [browser, other] = [aBrowser(), aBrowser()];
    const page = await signedIn(browser, name);
    expect(page.location).toMatchObject({ pathname: '/lien/identity' });
    expect(session(browser)).toBeUndefined();
    expect(await identities(name)).toEqual([]);
    expect((await browser.step(page.location!)).html).toContain('Un code vient d’être envoyé');
    const code = await codeFor(email);
    const wrong = code.replace(/^./, (digit) => String((Number(digit) + 1) % 10));
    expect(await prove(browser, page, wrong)).toMatchObject({ status: 422 });
    // Someone who was sent the page by another has the code, but not the browser.
    expect(await prove(other, page, code)).toMatchObject({ status: 404 });
    expect(await prove(browser, page, code)).toMatchObject({ status: 200 });
    expect(await viewer(browser)).toMatchObject({ email });
    expect((await lastMail(platform, email)).text).toContain('fournisseur d’identité');
    expect(await prove(browser, page, code)).toMatchObject({ status: 404 });
    expect((await platform.ask('{ viewer { email } }', {}, { token })).viewer).toEqual({ email });
    await signedIn(other, name);
    expect(await viewer(other)).toMatchObject({ email });
    const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
    expect((await platform.ask(SIGN_IN, { input: { email, password } })).signIn.__typename).toBe('Session');
  });

  test('through the mutation, too, in the same browser only', async () => {
    const { email } = await signUp(platform, 'CANDIDATE');
    const browser = aBrowser();
    const page = await signedIn(browser, someone({ email }).name);
    const token = page.location!.searchParams.get('jeton')!;
    const code = await codeFor(email);
    const CONFIRM = `mutation ($token: String!, $code: String!) { answer: confirmIdentity(token: $token, code: $code) {
      __typename ... on Session { viewer { email } } } }`;
    const confirm = (headers: Record<string, string>) =>
      platform.ask(CONFIRM, { token, code }, { headers }).then(({ answer }) => answer);
    expect(await confirm({})).toEqual({ __typename: 'LinkNotValid' });
    const cookie = `vte_identity=${browser.cookie(home, 'vte_identity')!}`;
    expect(await confirm({ cookie })).toEqual({ __typename: 'Session', viewer: { email } });
  });

  test('that nobody ever confirmed is freed of whoever made it', async () => {
    const { email, token } = await signUp(platform, 'CANDIDATE');
    await platform.db.query('UPDATE account SET email_confirmed_at = NULL WHERE email = $1', [email]);
    const browser = aBrowser();
    const page = await signedIn(browser, someone({ email }).name);
    expect(await prove(browser, page, await codeFor(email))).toMatchObject({ status: 200 });
    expect((await platform.ask('{ viewer { email } }', {}, { token })).viewer).toBeNull();
    expect(await viewer(browser)).toMatchObject({ email });
    expect((await accounts(email))[0]).toMatchObject({ password_hash: null });
  });

  test('a code lapses after half an hour and after five wrong ones, and works once for two clicks', async () => {
    const { email } = await signUp(platform, 'CANDIDATE');
    const { name } = someone({ email });
    const browser = aBrowser();
    const tried = await signedIn(browser, name);
    const code = await codeFor(email);
    for (let tries = 0; tries < 5; tries += 1) expect((await prove(browser, tried, '12 34')).status).toBe(422);
    expect((await prove(browser, tried, code)).status).toBe(404);
    const late = await signedIn(browser, name);
    const lateCode = await codeFor(email);
    platform.travelTo('2026-09-01T10:30:00Z');
    expect((await prove(browser, late, lateCode)).status).toBe(404);
    await platform.tick('tidy-credentials');
    expect(await platform.db.query('SELECT 1 FROM identity_proof WHERE email = $1', [email])).toEqual([]);
    const page = await signedIn(browser, name);
    const right = await codeFor(email);
    const clicks = await Promise.all([1, 2].map(() => prove(browser, page, right)));
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 404]);
  });
});

test.each([false, undefined])(
  'an address for which the provider does not vouch (%p) is proved first',
  async (vouched) => {
    const { name, email } = someone({ ...(vouched === undefined ? {} : { email_verified: vouched }) });
    if (vouched === undefined) provider.people.set(name, { email });
    const browser = aBrowser();
    const page = await signedIn(browser, name);
    expect(page.location).toMatchObject({ pathname: '/lien/identity' });
    expect([session(browser), await accounts(email)]).toEqual([undefined, []]);
    expect((await prove(browser, page, await codeFor(email))).status).toBe(200);
    expect(await viewer(browser)).toMatchObject({ email, role: 'CANDIDATE' });
  },
);

test('whoever brings no address is told to sign up with one', async () => {
  const { name } = someone();
  provider.people.set(name, {});
  expect(await signedIn(aBrowser(), name)).toMatchObject({ status: 422, html: expect.stringContaining('autrement') });
  expect(await identities(name)).toEqual([]);
});

describe('what comes back is checked', () => {
  const dance = (browser: Browser): Record<string, string> =>
    JSON.parse(Buffer.from(browser.cookie(home, 'vte_oidc')!, 'base64url').toString()) as Record<string, string>;
  const refused = { status: 400, html: expect.stringContaining('n’a pas pu être vérifiée') };

  test('the request carries state, nonce and a challenge', async () => {
    const { location } = await aBrowser().step(`${home}/oidc/company/start`);
    const asked = Object.fromEntries(location!.searchParams);
    expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', scope: 'openid email' });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]).toMatch(/^[\w-]{43}$/);
  });

  test.each(['state', 'nonce', 'verifier'])('another %s than the browser’s is refused', async (part) => {
    const { name, email } = someone();
    const browser = aBrowser();
    const back = await sentBack(browser, name);
    const forged = { ...dance(browser), [part]: 'x'.repeat(43) };
    browser.setCookie(home, 'vte_oidc', Buffer.from(JSON.stringify(forged)).toString('base64url'));
    expect(await browser.step(back)).toMatchObject(refused);
    expect([session(browser), await accounts(email)]).toEqual([undefined, []]);
  });

  test('a code that someone else’s browser brings, and one that was used, open nothing', async () => {
    const [mine, other] = [aBrowser(), aBrowser()];
    const { name } = someone();
    const back = await sentBack(mine, name);
    expect(await other.step(back)).toMatchObject({ status: 400, html: expect.stringContaining('autre navigateur') });
    await other.step(`${home}/oidc/candidate/start`);
    expect(await other.step(back)).toMatchObject(refused);
    const cookie = mine.cookie(home, 'vte_oidc')!;
    expect((await mine.step(back)).status).toBe(302);
    const again = aBrowser();
    again.setCookie(home, 'vte_oidc', cookie);
    expect(await again.step(back)).toMatchObject(refused);
    expect([session(other), session(again)]).toEqual([undefined, undefined]);
  });

  test.each(['not base64', Buffer.from('[]').toString('base64url'), Buffer.from('null').toString('base64url')])(
    'a cookie %j is none',
    async (cookie) => {
      const browser = aBrowser();
      browser.setCookie(home, 'vte_oidc', encodeURIComponent(cookie));
      expect((await browser.step(`${home}/oidc/candidate/callback?code=x&state=y`)).status).toBe(400);
    },
  );

  test('whoever turns back at the provider is told so, and nothing happens', async () => {
    const browser = aBrowser();
    const page = await browser.go(`${home}/oidc/candidate/start`, { stop: isCallback });
    const aborted = await browser.go(new URL(`${page.url.pathname}/abort`, page.url), { stop: isHere });
    expect(aborted.location!.searchParams.get('error')).toBe('access_denied');
    expect(await browser.step(aborted.location!)).toMatchObject({
      status: 400,
      html: expect.stringContaining('jusqu’au bout'),
    });
  });
});

describe('a provider does not open more than a password does', () => {
  test('a suspended account stays shut', async () => {
    const { name, email } = someone();
    await signedIn(aBrowser(), name);
    await platform.db.query('UPDATE account SET suspended_at = now() WHERE email = $1', [email]);
    const browser = aBrowser();
    expect(await signedIn(browser, name)).toMatchObject({ status: 403, html: expect.stringContaining('suspendu') });
    expect(session(browser)).toBeUndefined();
  });

  test('a second factor is asked for', async () => {
    const { name, email } = someone();
    const first = aBrowser();
    await signedIn(first, name);
    const token = session(first)!;
    const { startSecondFactor } = await platform.ask(
      'mutation { startSecondFactor { ... on SecondFactorStarted { secret } } }',
      {},
      { token },
    );
    const code = (moment: string) =>
      new TOTP({ secret: Secret.fromBase32(startSecondFactor.secret) }).generate({ timestamp: Date.parse(moment) });
    const CONFIRM = 'mutation ($code: String!) { confirmSecondFactor(code: $code) { __typename } }';
    await platform.ask(CONFIRM, { code: code(start) }, { token });
    const browser = aBrowser();
    const page = await signedIn(browser, name);
    expect(page.location).toMatchObject({ pathname: '/lien/sign-in-code' });
    expect(session(browser)).toBeUndefined();
    platform.travelTo('2026-09-01T10:00:30Z');
    const jeton = page.location!.searchParams.get('jeton')!;
    const done = await browser.step(`${home}/lien/sign-in-code`, { jeton, code: code('2026-09-01T10:00:30Z') });
    expect(done).toMatchObject({ status: 200, html: expect.stringContaining('Vous êtes connecté') });
    expect(await viewer(browser)).toMatchObject({ email });
  });

  test('an administrator sets a second factor up with a password first', async () => {
    const { name, email } = someone();
    const first = aBrowser();
    await signedIn(first, name, 'company');
    await platform.db.query(`UPDATE account SET role = 'ADMIN' WHERE email = $1`, [email]);
    expect(await viewer(first)).toBeNull();
    const browser = aBrowser();
    expect(await signedIn(browser, name, 'company')).toMatchObject({ status: 422 });
    expect(session(browser)).toBeUndefined();
  });
});

test('whoever has no password erases the account right after signing in, and nothing of it is left', async () => {
  const { name, email } = someone();
  const browser = aBrowser();
  await signedIn(browser, name);
  const ERASE = 'mutation { eraseMyAccount { __typename ... on InvalidInput { problems { message } } } }';
  const erase = async () => (await platform.ask(ERASE, {}, { token: session(browser)! })).eraseMyAccount;
  platform.travelTo('2026-09-01T10:11:00Z');
  expect(await erase()).toMatchObject({ problems: [{ message: expect.stringContaining('reconnectez-vous') }] });
  await signedIn(browser, name);
  expect(await erase()).toMatchObject({ __typename: 'Erased' });
  expect([await accounts(email), await identities(name)]).toEqual([[], []]);
  expect(await sentMails(platform, email)).toEqual([]);
});
