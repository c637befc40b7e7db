import { createHash } from 'node:crypto';
import { jest } from '@jest/globals';
import { limits } from '../../src/accounts/attempts.js';
import { Passwords } from '../../src/accounts/passwords.js';
import { password } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { lastMail, pressLink, type SentMail, sentMails } from '../support/sent-mails.js';

let platform: Platform;
const start = '2026-09-01T10:00:00Z';

beforeAll(async () => {
  platform = await Platform.start('credentials', { EMAIL_CONFIRMATION: 'on', RATE_LIMITS: 'on' });
}, 120_000);
afterAll(() => platform.stop());
beforeEach(async () => {
  platform.travelTo(start);
  await platform.db.query('TRUNCATE rate_limit');
});

const refusal = '... on InvalidInput { problems { path message } } ... on Refusal { message }';
const session = '... on Session { token viewer { id email role } }';
const SIGN_UP = `mutation ($input: SignUpInput!) { answer: signUp(input: $input) { __typename ${session} ${refusal} } }`;
const CONFIRM = `mutation ($token: String!, $password: String!) {
  answer: confirmEmail(token: $token, password: $password) { __typename ${session} ... on Refusal { message } } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { answer: signIn(input: $input) { __typename ${session} ${refusal} } }`;
const ASK_RESET = `mutation ($email: String!) { answer: requestPasswordReset(email: $email) { __typename
  ... on LetterOnItsWay { message } ${refusal.replace('message }', 'words: message }')} } }`;
const RESET = `mutation ($token: String!, $password: String!) {
  answer: resetPassword(token: $token, password: $password) { __typename ... on PasswordChanged { at } ${refusal} } }`;
const CHANGE_PASSWORD = `mutation ($old: String!, $new: String!) {
  answer: changePassword(oldPassword: $old, newPassword: $new) { __typename ${refusal} } }`;
const CHANGE_EMAIL = `mutation ($email: String!, $password: String) {
  answer: changeEmail(newEmail: $email, password: $password) { __typename ... on LetterOnItsWay { message }
    ... on InvalidInput { problems { path } } } }`;
const AGREE = `mutation ($token: String!) { answer: confirmEmailChange(token: $token) { __typename
  ... on EmailChangeAgreed { done } ... on Refusal { message } } }`;
const CANCEL = 'mutation ($token: String!) { answer: cancelEmailChange(token: $token) }';
const SESSIONS = '{ viewer { sessions(first: 10) { nodes { id device network createdAt current } } } }';

const act = (query: string, variables: object = {}, caller: object = {}): Promise<any> =>
  platform.ask(query, variables, caller).then(({ answer }) => answer);
const viewer = async (token: string): Promise<any> =>
  (await platform.ask('{ viewer { email } }', {}, { token })).viewer;
const signIn = (email: string, given = password) => act(SIGN_IN, { input: { email, password: given } });
const tokenOf = (link: string | undefined): string => new URL(link!).searchParams.get('jeton')!;
const kind = ({ links }: SentMail): string => new URL(links.at(-1)!).pathname.split('/').at(-1)!;
const rows = (table: string): Promise<any[]> => platform.db.query(`SELECT * FROM ${table}`);
const accountsOf = async (email: string): Promise<number> =>
  (await platform.db.query<unknown[]>('SELECT 1 FROM account WHERE email = $1', [email])).length;

let count = 0;
const newAddress = (): string => `lea${(count += 1)}@exemple.fr`;

async function askFor(email: string, given = password, role = 'CANDIDATE'): Promise<string> {
  expect(await act(SIGN_UP, { input: { email, password: given, role } })).toMatchObject({
    __typename: 'EmailToConfirm',
  });
  return (await lastMail(platform, email)).links[0]!;
}

/** Someone with a confirmed address, signed in. */
async function someone(): Promise<{ email: string; token: string }> {
  const email = newAddress();
  const { token } = await act(CONFIRM, { token: tokenOf(await askFor(email)), password });
  return { email, token };
}

/** The page of a link, before anything is pressed. */
async function opened(link: string): Promise<{ status: number; html: string }> {
  const { pathname, search } = new URL(link);
  const response = await fetch(`${platform.url}${pathname}${search}`);
  return { status: response.status, html: await response.text() };
}

async function resetLink(email: string): Promise<string> {
  await act(ASK_RESET, { email });
  return (await lastMail(platform, email)).links[0]!;
}

describe('signing up', () => {
  test('makes an account once the address is confirmed with the password that was chosen', async () => {
    const email = newAddress();
    const asked = await act(SIGN_UP, { input: { email: ` ${email.toUpperCase()}`, password, role: 'COMPANY_MEMBER' } });
    expect(asked).toEqual({ __typename: 'EmailToConfirm', message: expect.stringContaining('48 heures') });
    expect(await accountsOf(email)).toBe(0);
    expect((await signIn(email)).__typename).toBe('WrongCredentials');
    const mail = await lastMail(platform, email);
    expect(mail.subject).toBe('Confirmez votre adresse e-mail');
    const token = tokenOf(mail.links[0]);
    expect((await act(CONFIRM, { token, password: 'une autre phrase' })).__typename).toBe('WrongCredentials');
    const opened = await act(CONFIRM, { token, password });
    expect(opened).toMatchObject({ __typename: 'Session', viewer: { email, role: 'COMPANY_MEMBER' } });
    expect(await viewer(opened.token)).toEqual({ email });
    expect((await act(CONFIRM, { token, password })).__typename).toBe('LinkNotValid');
  });

  test('the page of the letter does nothing when opened, and all when its button is pressed', async () => {
    const email = newAddress();
    const link = await askFor(email);
    const { pathname, search } = new URL(link);
    for (let opened = 0; opened < 2; opened += 1) {
      const page = await fetch(`${platform.url}${pathname}${search}`);
      expect(page.status).toBe(200);
      const html = await page.text();
      expect(html).toContain('Ouvrir mon compte');
      expect(html).toContain('type="password" required autocomplete="current-password"');
    }
    expect(await accountsOf(email)).toBe(0);
    expect(await pressLink(platform, link, { password: 'une autre phrase' })).toMatchObject({
      status: 422,
      html: expect.stringContaining('Le mot de passe ne convient pas'),
    });
    expect(await pressLink(platform, link, { password })).toMatchObject({
      status: 200,
      html: expect.stringContaining('Vous êtes connecté'),
    });
    expect((await pressLink(platform, link, { password })).status).toBe(404);
    expect(await opened(link)).toMatchObject({ status: 404, html: expect.not.stringContaining('<form') });
    expect((await signIn(email)).__typename).toBe('Session');
  });

  test('a link works for 48 hours, and what was asked for is forgotten afterwards', async () => {
    const [email, late] = [newAddress(), newAddress()];
    const [link, lateLink] = [await askFor(email), await askFor(late)];
    platform.travelTo('2026-09-03T09:59:00Z');
    expect((await act(CONFIRM, { token: tokenOf(link), password })).__typename).toBe('Session');
    expect((await opened(lateLink)).status).toBe(200);
    platform.travelTo('2026-09-03T10:00:00Z');
    expect((await opened(lateLink)).status).toBe(404);
    expect((await act(CONFIRM, { token: tokenOf(lateLink), password })).__typename).toBe('LinkNotValid');
    await platform.tick('tidy-credentials');
    expect(await rows('pending_sign_up')).toEqual([]);
    expect(await accountsOf(late)).toBe(0);
  });

  test('someone else’s password never opens the account of whoever owns the mailbox', async () => {
    const email = newAddress();
    const foreign = await askFor(email, 'phrase d’un inconnu');
    const own = await askFor(email);
    expect((await act(CONFIRM, { token: tokenOf(foreign), password })).__typename).toBe('WrongCredentials');
    expect((await act(CONFIRM, { token: tokenOf(own), password })).__typename).toBe('Session');
    expect((await act(CONFIRM, { token: tokenOf(foreign), password: 'phrase d’un inconnu' })).__typename).toBe(
      'LinkNotValid',
    );
    expect((await signIn(email, 'phrase d’un inconnu')).__typename).toBe('WrongCredentials');
  });

  test('two links followed at once make one account, whether they are the same or not', async () => {
    for (const same of [true, false]) {
      const email = newAddress();
      const first = tokenOf(await askFor(email));
      const second = same ? first : tokenOf(await askFor(email));
      const answers = await Promise.all(
        [first, second, first, second].map((token) => act(CONFIRM, { token, password })),
      );
      expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
        'LinkNotValid',
        'LinkNotValid',
        'LinkNotValid',
        'Session',
      ]);
      expect(await accountsOf(email)).toBe(1);
    }
  });

  test.each(['azertyuiop', 'motdepasse2026!', '2026Azertyuiop', 'VTE-Territoires-2026', 'aaaaaaaaaa', 'court'])(
    'with %j as a password is refused',
    async (common) => {
      const refused = await act(SIGN_UP, { input: { email: newAddress(), password: common, role: 'CANDIDATE' } });
      expect(refused).toMatchObject({ __typename: 'InvalidInput', problems: [{ path: ['password'] }] });
    },
  );
});

test('what is very long is judged at once', async () => {
  const { token } = await someone();
  const long = `${'1'.repeat(45_000)}a${'1'.repeat(44_999)}`;
  const wide = `${'1!'.repeat(22_500)}a${'!1'.repeat(22_499)}`;
  for (const words of [long, wide]) {
    const asks = {
      email: () => act(SIGN_UP, { input: { email: words, password, role: 'CANDIDATE' } }),
      password: () => act(SIGN_UP, { input: { email: newAddress(), password: words, role: 'CANDIDATE' } }),
      newPassword: () => act(CHANGE_PASSWORD, { old: password, new: words }, { token }),
    };
    for (const [field, ask] of Object.entries(asks)) {
      const before = performance.now();
      expect(await ask()).toMatchObject({ __typename: 'InvalidInput', problems: [{ path: [field] }] });
      expect({ field, soon: performance.now() - before < 1_000 }).toEqual({ field, soon: true });
    }
  }
});

describe('whether an address has an account', () => {
  test('no answer and no row tells, only the letter', async () => {
    const { email } = await someone();
    const stranger = newAddress();
    const [taken, free] = [email, stranger].map((each) => ({ input: { email: each, password, role: 'CANDIDATE' } }));
    expect(await act(SIGN_UP, taken)).toEqual(await act(SIGN_UP, free));
    expect(await act(ASK_RESET, { email })).toEqual(await act(ASK_RESET, { email: stranger }));
    // Nothing was looked up yet: rows of both are alike, and no letter is written.
    const pending = await rows('pending_sign_up');
    expect(pending.map((row) => [row.email, row.token_hash])).toEqual([
      [email, null],
      [stranger, null],
    ]);
    expect((await rows('password_reset')).map((row) => [row.email, row.account_id, row.token_hash])).toEqual([
      [email, null, null],
      [stranger, null, null],
    ]);
    const before = (await sentMails(platform, email)).length;
    await platform.jobs();
    expect((await sentMails(platform, email)).slice(before).map(kind).sort()).toEqual([
      'reset-password',
      'reset-password',
    ]);
    expect((await sentMails(platform, email)).at(before)!.subject).toMatch(
      /Vous avez déjà un compte|nouveau mot de passe/,
    );
    expect((await sentMails(platform, stranger)).map(kind)).toEqual(['confirm-email']);
    expect((await rows('password_reset')).every((row) => row.email === email)).toBe(true);
  });

  test('the same hashing is done for both, and it takes about as long', async () => {
    const { email } = await someone();
    const passwords = platform.app.get(Passwords, { strict: false });
    const hash = jest.spyOn(passwords, 'hash');
    const matches = jest.spyOn(passwords, 'matches');
    const strangers = Array.from({ length: 5 }, newAddress);
    const asks: Record<string, (email: string) => Promise<any>> = {
      'sign-up': (each) => act(SIGN_UP, { input: { email: each, password, role: 'CANDIDATE' } }),
      'sign-in': (each) => signIn(each, 'une autre phrase'),
      reset: (each) => act(ASK_RESET, { email: each }),
    };
    const work = { 'sign-up': [1, 0], 'sign-in': [0, 1], reset: [0, 0] };
    for (const [name, ask] of Object.entries(asks)) {
      const timed = async (each: string): Promise<{ took: number; work: number[]; answer: unknown }> => {
        await platform.db.query('TRUNCATE rate_limit');
        hash.mockClear();
        matches.mockClear();
        const before = performance.now();
        const answer = await ask(each);
        return { took: performance.now() - before, work: [hash.mock.calls.length, matches.mock.calls.length], answer };
      };
      await timed(newAddress());
      const known = [];
      const unknown = [];
      for (const stranger of strangers) {
        known.push(await timed(email));
        unknown.push(await timed(stranger));
      }
      const done = { name, work: work[name as keyof typeof work] };
      for (const each of [...known, ...unknown]) {
        expect({ name, work: each.work }).toEqual(done);
        expect(each.answer).toEqual(known[0]!.answer);
      }
      const [one, other] = [known, unknown].map((all) => Math.min(...all.map(({ took }) => took)));
      expect({ name, ratio: Math.max(one! / other!, other! / one!) < 4 }).toEqual({ name, ratio: true });
    }
    jest.restoreAllMocks();
  });

  test('an address without an account costs a hash as one that has', async () => {
    const passwords = platform.app.get(Passwords, { strict: false });
    const hash = await passwords.hash(password);
    const fastest = async (of: string | null): Promise<number> => {
      const times = [];
      for (let turn = 0; turn < 5; turn += 1) {
        const before = performance.now();
        expect(await passwords.matches('une autre phrase', of)).toBe(false);
        times.push(performance.now() - before);
      }
      return Math.min(...times);
    };
    await fastest(null);
    expect(await fastest(null)).toBeGreaterThan((await fastest(hash)) / 2);
  });
});

describe('attempts are counted one by one, also when one request holds many', () => {
  const many = (times: number, field: string): string =>
    `mutation ($email: String!) { ${Array.from({ length: times }, (_, alias) => `a${alias}: ${field}`).join(' ')} }`;

  test('of passwords, per account; whoever has the right one waits too', async () => {
    const { email } = await someone();
    const field = 'signIn(input: { email: $email, password: "une autre phrase" }) { __typename }';
    const attempt = (times: number) => platform.send(many(times, field), { email });
    expect((await attempt(5)).errors).toBeUndefined();
    expect((await attempt(limits.account.points - 5)).errors).toBeUndefined();
    expect((await attempt(1)).errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    const right = await platform.send(SIGN_IN, { input: { email, password } });
    expect(right.errors).toMatchObject([
      { extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) } },
    ]);
    expect((await signIn(newAddress())).__typename).toBe('WrongCredentials');
  });

  test('in one document the one too many is refused, and those before it are answered', async () => {
    const { email } = await someone();
    await signIn(email, 'une autre phrase');
    const field = 'signIn(input: { email: $email, password: "une autre phrase" }) { __typename }';
    for (let left = limits.account.points - 2; left > 0; left -= 4)
      await platform.send(many(Math.min(4, left), field), { email });
    const { errors } = await platform.send(many(3, field), { email });
    expect(errors!.map(({ extensions }) => extensions.code)).toContain('RATE_LIMITED');
    expect(errors!.every(({ extensions }) => extensions.code === 'RATE_LIMITED')).toBe(true);
  });

  const nobody = 'nobody@exemple.fr';
  const hashed = (of: string): string => createHash('sha256').update(of).digest('hex');
  const asWhom = (kind: keyof typeof limits, ownId: string): string => {
    if (kind === 'own') return ownId;
    if (kind === 'account') return hashed(`${nobody} 127.0.0.1`);
    return ['address', 'signUp'].includes(kind) ? '127.0.0.1' : hashed(nobody);
  };
  const nowhere = '8b1f4f0e-5b3a-4f6b-9d59-2f2f0a3c0000';

  test.each<[kind: keyof typeof limits, field: string]>([
    ['address', 'signIn(input: { email: $email, password: "une autre phrase" })'],
    ['account', 'signIn(input: { email: $email, password: "une autre phrase" })'],
    ['everywhere', 'signIn(input: { email: $email, password: "une autre phrase" })'],
    ['own', 'changePassword(oldPassword: "une autre phrase", newPassword: $email)'],
    ['own', 'changeEmail(newEmail: $email, password: "une autre phrase")'],
    ['own', 'eraseMyAccount(password: $email)'],
    ['address', 'signInWithCode(ticket: "x", code: $email)'],
    ['signUp', 'signUp(input: { email: $email, password: "une autre phrase", role: CANDIDATE })'],
    ['letter', 'signUp(input: { email: $email, password: "une autre phrase", role: CANDIDATE })'],
    ['address', 'confirmEmail(token: "x", password: $email)'],
    ['address', 'requestPasswordReset(email: $email)'],
    ['address', 'resetPassword(token: "x", password: $email)'],
    ['address', 'confirmIdentity(token: "x", code: $email)'],
    ['letter', `inviteMember(companyId: "${nowhere}", email: $email, role: READER)`],
  ])('by %s, each alias of one request: %s', async (kind, field) => {
    const { email, token } = await someone();
    const [{ id }] = await platform.db.query<[{ id: string }]>('SELECT id FROM account WHERE email = $1', [email]);
    await platform.db.query('TRUNCATE rate_limit');
    await platform.db.query('INSERT INTO rate_limit (key, points, expire) VALUES ($1, $2, $3)', [
      `${kind}:${asWhom(kind, id)}`,
      limits[kind].points - 1,
      Date.now() + 60_000,
    ]);
    const query = many(2, `${field} { __typename }`);
    const { errors } = await platform.send(query, { email: nobody }, { token });
    expect(errors).toMatchObject([{ path: ['a1'], extensions: { code: 'RATE_LIMITED' } }]);
  });

  test('many requests in one body are none', async () => {
    const query = `mutation { signIn(input: { email: "${nobody}", password: "une autre phrase" }) { __typename } }`;
    const response = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(Array.from({ length: 3 }, () => ({ query }))),
    });
    expect([response.status, await rows('rate_limit')]).toEqual([400, []]);
  });

  test('of letters to one address, from wherever; one request more is answered alike and writes none', async () => {
    const { email, token } = await someone();
    for (const each of [email, newAddress()]) {
      await platform.db.query('TRUNCATE rate_limit');
      await platform.jobs();
      const before = (await sentMails(platform, each)).length;
      const field = 'requestPasswordReset(email: $email) { ... on LetterOnItsWay { message } }';
      const said: unknown[] = [];
      for (const times of [limits.letter.points, 2]) {
        const asked = await platform.send(many(times, field), { email: each });
        expect(asked.errors).toBeUndefined();
        said.push(...Object.values(asked.data));
      }
      expect(new Set(said.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify(said[0])]));
      expect(said).toHaveLength(limits.letter.points + 2);
      expect(
        await rows('password_reset').then((all) => all.filter((row) => row.email === each && !row.token_hash)),
      ).toHaveLength(limits.letter.points);
      await platform.jobs();
      expect(await sentMails(platform, each)).toHaveLength(before + (each === email ? limits.letter.points : 0));
      const input = { email: each, password, role: 'CANDIDATE' };
      expect((await platform.send(SIGN_UP, { input })).errors).toMatchObject([
        { extensions: { code: 'RATE_LIMITED' } },
      ]);
    }
    // What strangers ask for takes nothing away from the owner.
    const changed = await act(CHANGE_EMAIL, { email: newAddress(), password }, { token });
    expect(changed.__typename).toBe('LetterOnItsWay');
  });

  test('of links, per address: the page says so in French', async () => {
    await platform.db.query(`INSERT INTO rate_limit (key, points, expire) VALUES ('address:127.0.0.1', $1, $2)`, [
      limits.address.points,
      Date.now() + 60_000,
    ]);
    const page = await pressLink(platform, `${platform.url}/lien/confirm-email?jeton=x`, { password });
    expect(page).toMatchObject({ status: 429, html: expect.stringContaining('Trop d’essais') });
    const { errors } = await platform.send(RESET, { token: 'x', password });
    expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  });
});

describe('sessions', () => {
  test('are listed for their owner, one is ended, then all others, then all', async () => {
    const { email, token } = await someone();
    const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
    platform.travelTo('2026-09-01T11:00:00Z');
    const browser = await act(SIGN_IN, { input: { email, password } }, { headers });
    platform.travelTo('2026-09-01T12:00:00Z');
    const third = await signIn(email);
    const list = async (of: string) => (await platform.ask(SESSIONS, {}, { token: of })).viewer.sessions.nodes;
    const listed = await list(browser.token);
    expect(
      listed.map(({ current, device, network, createdAt }: any) => ({ current, device, network, createdAt })),
    ).toEqual([
      { current: false, device: 'Appareil inconnu', network: '127.0.0.0/24', createdAt: '2026-09-01T12:00:00.000Z' },
      { current: true, device: 'Firefox sur Linux', network: '127.0.0.0/24', createdAt: '2026-09-01T11:00:00.000Z' },
      { current: false, device: 'Appareil inconnu', network: '127.0.0.0/24', createdAt: start.replace('Z', '.000Z') },
    ]);
    const END = 'mutation ($id: ID!) { answer: endSession(id: $id) }';
    const stranger = await someone();
    expect(await act(END, { id: listed[0].id }, { token: stranger.token })).toBe(false);
    expect(await act(END, { id: 'x' }, { token })).toBe(false);
    expect(await act(END, { id: listed[0].id }, { token })).toBe(true);
    expect(await viewer(third.token)).toBeNull();
    const others = 'mutation { answer: signOutEverywhere(keepThisOne: true) }';
    expect(await act(others, {}, { token: browser.token })).toBe(1);
    expect(await viewer(token)).toBeNull();
    expect(await viewer(browser.token)).toEqual({ email });
    expect(await act('mutation { answer: signOutEverywhere }', {}, { token: browser.token })).toBe(1);
    expect(await viewer(browser.token)).toBeNull();
    expect(await viewer(stranger.token)).not.toBeNull();
  });
});

describe('a new password', () => {
  test('by letter ends all sessions, works once and for an hour, and its owner is told', async () => {
    const { email, token } = await someone();
    const first = tokenOf(await resetLink(email));
    const second = tokenOf(await resetLink(email));
    const refused = await act(RESET, { token: second, password: 'azertyuiop' });
    expect(refused).toMatchObject({ __typename: 'InvalidInput', problems: [{ path: ['password'] }] });
    expect(await act(RESET, { token: second, password: 'une tout autre phrase' })).toMatchObject({
      __typename: 'PasswordChanged',
      at: start.replace('Z', '.000Z'),
    });
    expect(await viewer(token)).toBeNull();
    for (const used of [first, second, 'x'])
      expect((await act(RESET, { token: used, password: 'une autre encore' })).__typename).toBe('LinkNotValid');
    expect((await signIn(email)).__typename).toBe('WrongCredentials');
    expect((await signIn(email, 'une tout autre phrase')).__typename).toBe('Session');
    expect((await lastMail(platform, email)).text).toContain('Votre mot de passe a été changé');
    const late = tokenOf(await resetLink(email));
    platform.travelTo('2026-09-01T11:00:00Z');
    expect((await act(RESET, { token: late, password })).__typename).toBe('LinkNotValid');
  });

  test('on the page of the letter, once for two clicks', async () => {
    const { email } = await someone();
    const link = await resetLink(email);
    expect((await opened(link)).html).toContain('autocomplete="new-password"');
    expect(await pressLink(platform, link, { password: 'court' })).toMatchObject({ status: 422 });
    const clicks = await Promise.all(
      [1, 2].map((each) => pressLink(platform, link, { password: `une phrase ${each}` })),
    );
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect((await opened(link)).status).toBe(404);
  });

  test('by the old one ends the other sessions, but not this one', async () => {
    const { email, token } = await someone();
    const other = await signIn(email);
    const change = (old: string, next: string) => act(CHANGE_PASSWORD, { old, new: next }, { token });
    expect((await change('une autre phrase', 'x')).problems).toMatchObject([{ path: ['oldPassword'] }]);
    expect((await change(password, 'azertyuiop')).problems).toMatchObject([{ path: ['newPassword'] }]);
    expect((await change(password, password)).problems).toMatchObject([{ path: ['newPassword'] }]);
    expect((await change(password, 'une tout autre phrase')).__typename).toBe('PasswordChanged');
    expect(await viewer(other.token)).toBeNull();
    expect(await viewer(token)).toEqual({ email });
  });

  test('leaves a suspended account suspended', async () => {
    const { email, token } = await someone();
    await platform.db.query('UPDATE account SET suspended_at = now() WHERE email = $1', [email]);
    expect(await viewer(token)).toBeNull();
    const reset = await act(RESET, { token: tokenOf(await resetLink(email)), password: 'une tout autre phrase' });
    expect(reset.__typename).toBe('PasswordChanged');
    expect((await signIn(email, 'une tout autre phrase')).__typename).toBe('AccountSuspended');
    expect((await signIn(email)).__typename).toBe('WrongCredentials');
  });
});

describe('another address', () => {
  async function asked() {
    const { email, token } = await someone();
    const newEmail = newAddress();
    expect((await act(CHANGE_EMAIL, { email: newEmail, password }, { token })).__typename).toBe('LetterOnItsWay');
    const [old, next] = [await lastMail(platform, email), await lastMail(platform, newEmail)];
    const cancel = old.links.find((link) => link.includes('change-email-cancel'))!;
    return {
      email,
      token,
      newEmail,
      oldLink: old.links.find((link) => link.includes('change-email-old'))!,
      cancel,
      newLink: next.links[0]!,
    };
  }

  test.each([
    ['old first', true],
    ['new first', false],
  ])('is taken when both have agreed, %s', async (_name, oldFirst) => {
    const { email, token, newEmail, oldLink, newLink } = await asked();
    const [first, second] = oldFirst ? [oldLink, newLink] : [newLink, oldLink];
    for (let twice = 0; twice < 2; twice += 1)
      expect(await act(AGREE, { token: tokenOf(first) })).toEqual({ __typename: 'EmailChangeAgreed', done: false });
    expect(await viewer(token)).toEqual({ email });
    expect(await act(AGREE, { token: tokenOf(second) })).toEqual({ __typename: 'EmailChangeAgreed', done: true });
    expect(await viewer(token)).toEqual({ email: newEmail });
    expect((await act(AGREE, { token: tokenOf(second) })).__typename).toBe('LinkNotValid');
    expect((await signIn(email)).__typename).toBe('WrongCredentials');
    expect((await signIn(newEmail)).__typename).toBe('Session');
    expect((await lastMail(platform, email)).subject).toContain('a été changée');
    expect((await lastMail(platform, newEmail)).subject).toContain('a été changée');
  });

  test('on the pages of the letters, both at once', async () => {
    const { newEmail, oldLink, newLink } = await asked();
    const pages = await Promise.all([oldLink, newLink].map((link) => pressLink(platform, link)));
    expect(pages.map(({ status }) => status)).toEqual([200, 200]);
    expect(pages.filter(({ html }) => html.includes('a sa nouvelle adresse'))).toHaveLength(1);
    expect(await accountsOf(newEmail)).toBe(1);
  });

  test('is cancelled by the old address, never by the new one, and lapses after 48 hours', async () => {
    const { email, token, cancel, oldLink, newLink } = await asked();
    expect(await act(CANCEL, { token: tokenOf(newLink) })).toBe(false);
    await act(AGREE, { token: tokenOf(newLink) });
    for (const link of [oldLink, newLink, cancel]) expect((await opened(link)).status).toBe(200);
    expect(await pressLink(platform, cancel)).toMatchObject({ status: 200, html: expect.stringContaining('garde') });
    for (const link of [oldLink, newLink, cancel]) expect((await opened(link)).status).toBe(404);
    expect((await act(AGREE, { token: tokenOf(oldLink) })).__typename).toBe('LinkNotValid');
    expect(await viewer(token)).toEqual({ email });
    const late = await asked();
    await act(AGREE, { token: tokenOf(late.oldLink) });
    platform.travelTo('2026-09-03T10:00:00Z');
    expect((await act(AGREE, { token: tokenOf(late.newLink) })).__typename).toBe('LinkNotValid');
  });

  test('needs the password, and a new password ends what someone else began', async () => {
    const { email, token, oldLink, newLink } = await asked();
    const refused = await act(CHANGE_EMAIL, { email: newAddress(), password: 'une autre phrase' }, { token });
    expect(refused.problems).toEqual([{ path: ['password'] }]);
    await act(AGREE, { token: tokenOf(newLink) });
    await act(RESET, { token: tokenOf(await resetLink(email)), password: 'une tout autre phrase' });
    expect((await act(AGREE, { token: tokenOf(oldLink) })).__typename).toBe('LinkNotValid');
  });

  test('that has an account is answered like any other, and only its owner is told', async () => {
    const [one, other] = [await someone(), await someone()];
    const answer = await act(CHANGE_EMAIL, { email: other.email, password }, { token: one.token });
    expect(answer).toEqual(
      await act(CHANGE_EMAIL, { email: newAddress(), password }, { token: (await someone()).token }),
    );
    expect((await lastMail(platform, other.email)).subject).toContain('a déjà un compte');
    expect((await lastMail(platform, other.email)).links).toEqual([]);
    const old = (await lastMail(platform, one.email)).links.find((link) => link.includes('change-email-old'));
    expect(await act(AGREE, { token: tokenOf(old) })).toEqual({ __typename: 'EmailChangeAgreed', done: false });
  });

  test('that someone takes meanwhile goes to the one who was first', async () => {
    const { email, token, newEmail, oldLink, newLink } = await asked();
    const confirm = tokenOf(await askFor(newEmail));
    await act(AGREE, { token: tokenOf(oldLink) });
    expect((await act(CONFIRM, { token: confirm, password })).__typename).toBe('Session');
    expect((await act(AGREE, { token: tokenOf(newLink) })).__typename).toBe('EmailAlreadyUsed');
    expect(await viewer(token)).toEqual({ email });
  });
});

test('what is kept of tokens and letters opens nothing, and goes with the account', async () => {
  const { email, token } = await someone();
  const link = tokenOf(await resetLink(email));
  await act(CHANGE_EMAIL, { email: newAddress(), password }, { token });
  await platform.jobs();
  const kept = JSON.stringify([await rows('password_reset'), await rows('email_change'), await rows('session')]);
  for (const secret of [link, token]) expect(kept).not.toContain(secret);
  const ERASE = 'mutation ($password: String) { answer: eraseMyAccount(password: $password) { __typename } }';
  await act(ASK_RESET, { email });
  await act(SIGN_UP, { input: { email, password, role: 'CANDIDATE' } });
  expect((await act(ERASE, { password }, { token })).__typename).toBe('Erased');
  for (const table of ['password_reset', 'email_change', 'pending_sign_up', 'session'])
    expect(JSON.stringify(await rows(table))).not.toContain(email);
  expect((await act(RESET, { token: link, password })).__typename).toBe('LinkNotValid');
});

test('letters are in the language that their reader chose', async () => {
  const { email, token } = await someone();
  const SET = 'mutation ($language: Language!) { setLanguage(language: $language) { language } }';
  const letter = async (given: string, next: string): Promise<string> => {
    expect((await act(CHANGE_PASSWORD, { old: given, new: next }, { token })).__typename).toBe('PasswordChanged');
    return (await lastMail(platform, email)).subject;
  };
  const french = await letter(password, 'une autre phrase');
  expect(await platform.ask(SET, { language: 'EN' }, { token })).toEqual({ setLanguage: { language: 'EN' } });
  const english = await letter('une autre phrase', password);
  expect([french, english]).toEqual([
    'Votre compte VTE Territoires a été modifié',
    'Your account of VTE Territoires was changed',
  ]);
  expect((await platform.send(SET, { language: 'FR' })).errors).toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED' } },
  ]);
});

test('without a provider of identity there are no addresses for any', async () => {
  const at = async (path: string): Promise<unknown> => {
    const response = await fetch(`${platform.url}${path}`, { redirect: 'manual' });
    return [response.status, response.headers.get('set-cookie'), await response.text()];
  };
  const unknown = await at('/nowhere');
  expect(unknown).toMatchObject([404, null, expect.any(String)]);
  for (const path of ['/oidc/company/start', '/oidc/candidate/start', '/oidc/candidate/callback?code=x&state=y'])
    expect(await at(path)).toEqual(unknown);
});
