import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Secret, TOTP } from 'otpauth';
import { limits } from '../../src/accounts/attempts.js';
import { Administrators } from '../../src/credentials/administrators.js';
import { password, signUp } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { lastMail, pressLink, sentMails } from '../support/sent-mails.js';

let platform: Platform;
let now: Date;

beforeAll(async () => {
  platform = await Platform.start('second_factor', { RATE_LIMITS: 'on' });
}, 120_000);
afterAll(() => platform.stop());
beforeEach(async () => {
  travel(new Date('2026-09-01T10:00:00Z'));
  await platform.db.query('TRUNCATE rate_limit');
});

function travel(moment: Date): void {
  now = moment;
  platform.travelTo(moment.toISOString());
}
const forward = (seconds: number): void => {
  travel(new Date(now.valueOf() + seconds * 1000));
};

const session = '... on Session { token recoveryCodes viewer { email role } } ... on Refusal { message }';
const SIGN_IN = `mutation ($email: String!, $password: String!) {
  answer: signIn(input: { email: $email, password: $password }) { __typename ${session}
    ... on SecondFactorNeeded { ticket expiresAt } ... on SecondFactorToEnrol { ticket expiresAt secret uri qrSvg } } }`;
const WITH_CODE = `mutation ($ticket: String!, $code: String!) {
  answer: signInWithCode(ticket: $ticket, code: $code) { __typename ${session} } }`;
const START = `mutation ($password: String) { answer: startSecondFactor(password: $password) { __typename
  ... on SecondFactorStarted { secret uri qrSvg } ... on InvalidInput { problems { path } } ... on Refusal { message } } }`;
const CONFIRM = `mutation ($code: String!) { answer: confirmSecondFactor(code: $code) { __typename
  ... on SecondFactorOn { recoveryCodes } ... on Refusal { message } } }`;
const REMOVE = `mutation ($password: String, $code: String!) { answer: removeSecondFactor(password: $password, code: $code) {
  __typename ... on SecondFactorOff { at } ... on InvalidInput { problems { path } } ... on Refusal { message } } }`;
const VIEWER = '{ viewer { email role secondFactor } }';

const act = (query: string, variables: object = {}, token?: string): Promise<any> =>
  platform.ask(query, variables, token ? { token } : {}).then(({ answer }) => answer);
const viewer = async (token: string): Promise<any> => (await platform.ask(VIEWER, {}, { token })).viewer;
const signIn = (email: string, given = password) => act(SIGN_IN, { email, password: given });
const withCode = (ticket: string, code: string) => act(WITH_CODE, { ticket, code });
const codeOf = (secret: string, seconds = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.valueOf() + seconds * 1000 });
const letterTo = (email: string, words: string) =>
  lastMail(platform, ({ to, text }) => to.includes(email) && text.includes(words));
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

interface Enrolled {
  email: string;
  token: string;
  secret: string;
  recoveryCodes: string[];
}

/** Someone who set up a second factor. */
async function enrolled(): Promise<Enrolled> {
  const { email, token } = await signUp(platform, 'CANDIDATE');
  const { secret } = await act(START, { password }, token);
  const { recoveryCodes } = await act(CONFIRM, { code: codeOf(secret) }, token);
  forward(30);
  return { email, token, secret, recoveryCodes };
}

/** Someone whom the operator made an administrator, and who has set up nothing yet. */
async function administrator(): Promise<{ email: string; token: string }> {
  const { email, token } = await signUp(platform, 'COMPANY_MEMBER');
  await platform.db.query(`UPDATE account SET role = 'ADMIN' WHERE email = $1`, [email]);
  return { email, token };
}

describe('a second factor of one’s own', () => {
  test('counts once a code of it was right, ends the other sessions and is told by letter', async () => {
    const { email, token } = await signUp(platform, 'CANDIDATE');
    const other = await signIn(email);
    expect((await act(START, { password: 'une autre phrase' }, token)).problems).toEqual([{ path: ['password'] }]);
    const { secret, uri, qrSvg } = await act(START, { password }, token);
    expect([new URL(uri).searchParams.get('secret'), qrSvg.slice(0, 4)]).toEqual([secret, '<svg']);
    expect((await act(CONFIRM, { code: wrong(codeOf(secret)) }, token)).__typename).toBe('WrongCode');
    expect((await signIn(email)).__typename).toBe('Session');
    const on = await act(CONFIRM, { code: codeOf(secret) }, token);
    expect(on.recoveryCodes).toHaveLength(10);
    expect(await viewer(token)).toMatchObject({ email, secondFactor: true });
    expect(await viewer(other.token)).toBeNull();
    expect((await act(START, { password }, token)).__typename).toBe('SecondFactorAlreadyOn');
    expect((await act(CONFIRM, { code: codeOf(secret, 30) }, token)).__typename).toBe('WrongCode');
    await letterTo(email, 'deux étapes a été activée');
    const kept = JSON.stringify(await platform.db.query('SELECT * FROM recovery_code'));
    expect(kept).not.toContain(on.recoveryCodes[0]);
  });

  test('is asked for after the password, and opens a session with it', async () => {
    const { email, secret } = await enrolled();
    expect((await signIn(email, 'une autre phrase')).__typename).toBe('WrongCredentials');
    const needed = await signIn(email);
    expect(needed).toMatchObject({ __typename: 'SecondFactorNeeded', message: expect.stringContaining('code') });
    expect(needed.token).toBeUndefined();
    expect(await viewer(needed.ticket)).toBeNull();
    const opened = await withCode(needed.ticket, `${codeOf(secret).slice(0, 3)} ${codeOf(secret).slice(3)}`);
    expect(opened).toMatchObject({ __typename: 'Session', recoveryCodes: null, viewer: { email } });
    expect(await viewer(opened.token)).toMatchObject({ email });
    expect((await withCode(needed.ticket, codeOf(secret, 30))).__typename).toBe('SignInAgain');
  });

  test('a code works once, and none before it either', async () => {
    const { email, secret } = await enrolled();
    const code = codeOf(secret);
    expect((await withCode((await signIn(email)).ticket, code)).__typename).toBe('Session');
    const { ticket } = await signIn(email);
    expect((await withCode(ticket, code)).__typename).toBe('WrongCode');
    expect((await withCode(ticket, codeOf(secret, -30))).__typename).toBe('WrongCode');
    forward(30);
    expect((await withCode(ticket, codeOf(secret))).__typename).toBe('Session');
  });

  test('a code works once for many who give it at the same moment', async () => {
    const { email, secret } = await enrolled();
    const tickets = await Promise.all([1, 2, 3, 4].map(async () => (await signIn(email)).ticket as string));
    const answers = await Promise.all(tickets.map((ticket) => withCode(ticket, codeOf(secret))));
    expect(answers.filter(({ __typename }) => __typename === 'Session')).toHaveLength(1);
  });

  test('codes follow the platform’s clock', async () => {
    const { email, secret } = await enrolled();
    const code = codeOf(secret);
    forward(90);
    const { ticket } = await signIn(email);
    expect((await withCode(ticket, code)).__typename).toBe('WrongCode');
    expect((await withCode(ticket, codeOf(secret, -30))).__typename).toBe('Session');
  });

  test('a recovery code stands in once', async () => {
    const { email, recoveryCodes } = await enrolled();
    const [code] = recoveryCodes as [string];
    const use = async () => withCode((await signIn(email)).ticket, code.toUpperCase().replaceAll('-', ' '));
    expect((await use()).__typename).toBe('Session');
    expect((await use()).__typename).toBe('WrongCode');
    expect((await withCode((await signIn(email)).ticket, recoveryCodes[1]!)).__typename).toBe('Session');
  });

  test('a ticket ends after ten minutes, five codes, or a new password', async () => {
    const { email, token, secret } = await enrolled();
    const late = await signIn(email);
    expect(late.expiresAt).toBe(new Date(now.valueOf() + 600_000).toISOString());
    forward(600);
    expect((await withCode(late.ticket, codeOf(secret))).__typename).toBe('SignInAgain');
    const { ticket } = await signIn(email);
    for (let tries = 0; tries < 5; tries += 1)
      expect((await withCode(ticket, wrong(codeOf(secret)))).__typename).toBe('WrongCode');
    expect((await withCode(ticket, codeOf(secret))).__typename).toBe('SignInAgain');
    const before = await signIn(email);
    await platform.ask(
      `mutation { changePassword(oldPassword: "${password}", newPassword: "une tout autre phrase") { __typename } }`,
      {},
      { token },
    );
    expect((await withCode(before.ticket, codeOf(secret))).__typename).toBe('SignInAgain');
    expect((await withCode('x', codeOf(secret))).__typename).toBe('SignInAgain');
  });

  test('codes are counted per account, whatever the ticket and however many in one request', async () => {
    const { email, secret } = await enrolled();
    await platform.db.query('TRUNCATE rate_limit');
    for (let tickets = 0; tickets < limits.code.points / 5; tickets += 1) {
      const { ticket } = await signIn(email);
      const tries = Array.from(
        { length: 5 },
        (_, alias) => `a${alias}: signInWithCode(ticket: $ticket, code: $code) { __typename }`,
      );
      const query = `mutation ($ticket: String!, $code: String!) { ${tries.join(' ')} }`;
      expect((await platform.send(query, { ticket, code: wrong(codeOf(secret)) })).errors).toBeUndefined();
    }
    const { ticket } = await signIn(email);
    const { errors } = await platform.send(WITH_CODE, { ticket, code: codeOf(secret) });
    expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  });

  test('is removed with the password and a code, both', async () => {
    const { email, token, secret } = await enrolled();
    const remove = (given: string, code: string) => act(REMOVE, { password: given, code }, token);
    expect((await remove('une autre phrase', codeOf(secret))).problems).toEqual([{ path: ['password'] }]);
    expect((await remove(password, wrong(codeOf(secret)))).__typename).toBe('WrongCode');
    expect((await remove(password, codeOf(secret))).__typename).toBe('SecondFactorOff');
    expect(await viewer(token)).toMatchObject({ secondFactor: false });
    expect((await signIn(email)).__typename).toBe('Session');
    await letterTo(email, 'deux étapes a été retirée');
  });

  test('is still asked for after a new password by letter', async () => {
    const { email } = await enrolled();
    await platform.ask('mutation ($email: String!) { requestPasswordReset(email: $email) { __typename } }', { email });
    const [link] = (await lastMail(platform, email)).links;
    expect((await pressLink(platform, link!, { password: 'une tout autre phrase' })).status).toBe(200);
    expect((await signIn(email, 'une tout autre phrase')).__typename).toBe('SecondFactorNeeded');
  });

  test('an account suspended between password and code stays outside', async () => {
    const { email, secret } = await enrolled();
    const { ticket } = await signIn(email);
    await platform.db.query('UPDATE account SET suspended_at = now() WHERE email = $1', [email]);
    expect((await withCode(ticket, codeOf(secret))).__typename).toBe('AccountSuspended');
    expect((await signIn(email)).__typename).toBe('AccountSuspended');
  });
});

describe('an administrator', () => {
  test('without a second factor can do nothing but set one up', async () => {
    const { email, token } = await administrator();
    expect(await viewer(token)).toBeNull();
    for (const query of [
      '{ auditLog(first: 1) { nodes { id } } }',
      '{ viewer { sessions(first: 1) { nodes { id } } } }',
    ]) {
      const { data, errors } = await platform.send(query, {}, { token });
      expect(errors?.[0].extensions.code ?? data.viewer).toBe(errors ? 'UNAUTHENTICATED' : null);
    }
    const { errors } = await platform.send(START, { password }, { token });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    const toEnrol = await signIn(email);
    expect(toEnrol).toMatchObject({ __typename: 'SecondFactorToEnrol', message: expect.stringContaining('QR') });
    expect(await viewer(toEnrol.ticket)).toBeNull();
    expect((await withCode(toEnrol.ticket, wrong(codeOf(toEnrol.secret)))).__typename).toBe('WrongCode');
    const opened = await withCode(toEnrol.ticket, codeOf(toEnrol.secret));
    expect(opened).toMatchObject({ __typename: 'Session', viewer: { email, role: 'ADMIN' } });
    expect(opened.recoveryCodes).toHaveLength(10);
    expect(await viewer(opened.token)).toEqual({ email, role: 'ADMIN', secondFactor: true });
    const audit = await platform.send('{ auditLog(first: 1) { nodes { id } } }', {}, { token: opened.token });
    expect(audit.errors).toBeUndefined();
    expect(await viewer(token)).toBeNull();
    expect((await signIn(email)).__typename).toBe('SecondFactorNeeded');
  });

  test('gets another secret at each sign-in until one is confirmed; the last one counts', async () => {
    const { email } = await administrator();
    const [first, second] = [await signIn(email), await signIn(email)];
    expect((await withCode(first.ticket, codeOf(first.secret))).__typename).toBe('WrongCode');
    expect((await withCode(first.ticket, codeOf(second.secret))).__typename).toBe('Session');
  });

  test('who removes it is signed out everywhere and sets up another', async () => {
    const { email } = await administrator();
    const { ticket, secret } = await signIn(email);
    const { token } = await withCode(ticket, codeOf(secret));
    forward(30);
    expect((await act(REMOVE, { password, code: codeOf(secret) }, token)).__typename).toBe('SecondFactorOff');
    expect(await viewer(token)).toBeNull();
    expect((await signIn(email)).__typename).toBe('SecondFactorToEnrol');
  });
});

describe('the operator’s command', () => {
  const admin = async (...given: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)(process.execPath, ['dist/src/cli.js', 'admin', ...given], {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        DATABASE_URL: (platform.db.options as { url: string }).url,
        MEILI_URL: process.env['VTE_TEST_MEILI_URL'],
        MEILI_KEY: process.env['VTE_TEST_MEILI_KEY'],
        DATA_DIR: platform.dataDir,
      },
    });
    return stdout;
  };
  const noted = (email: string): Promise<any[]> =>
    platform.db.query(
      `SELECT act, actor_id FROM audit_entry JOIN account ON account.id::text = object_id::text WHERE email = $1`,
      [email],
    );

  test('makes an account whose owner chooses the password by letter', async () => {
    expect(await admin('Chef@Exemple.FR')).toContain('Compte ouvert');
    expect((await signIn('chef@exemple.fr')).__typename).toBe('WrongCredentials');
    const mail = await lastMail(platform, 'chef@exemple.fr');
    expect(mail.subject).toContain('administration');
    expect((await pressLink(platform, mail.links[0]!, { password })).status).toBe(200);
    expect((await signIn('chef@exemple.fr')).__typename).toBe('SecondFactorToEnrol');
    expect(await noted('chef@exemple.fr')).toEqual([{ act: 'account.changeRole', actor_id: null }]);
  });

  test('raises an account that exists, and forgets a second factor only when told to', async () => {
    const { email, token } = await enrolled();
    const administrators = platform.app.get(Administrators, { strict: false });
    await expect(administrators.make(email)).rejects.toThrow(/--existing/);
    expect(await viewer(token)).toMatchObject({ role: 'CANDIDATE' });
    expect(await noted(email)).toEqual([]);
    expect(await administrators.make(email, { existing: true })).toBe('CHANGED');
    expect(await viewer(token)).toBeNull();
    await letterTo(email, 'compte d’administration');
    expect((await signIn(email)).__typename).toBe('SecondFactorNeeded');
    const letters = (await sentMails(platform, email)).length;
    expect(await administrators.make(email)).toBe('KEPT');
    await platform.jobs();
    expect(await sentMails(platform, email)).toHaveLength(letters);
    expect(await admin(email, '--forget-second-factor')).toContain('à refaire');
    expect((await signIn(email)).__typename).toBe('SecondFactorToEnrol');
    expect(await noted(email)).toHaveLength(2);
  });

  test('refuses what is no address', async () => {
    const making = platform.app.get(Administrators, { strict: false }).make('chef');
    await expect(making).rejects.toThrow('n’est pas valable');
  });
});
