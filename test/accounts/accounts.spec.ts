import { Account } from '../../src/accounts/account.entity.js';
import type { AccountRole } from '../../src/permissions/account-role.js';
import { AccountSuspended } from '../../src/accounts/account.type.js';
import { AccountsResolver } from '../../src/accounts/accounts.resolver.js';
import { Accounts, type OpenedSession } from '../../src/accounts/accounts.service.js';
import { limits } from '../../src/accounts/attempts.js';
import { PersonalData } from '../../src/accounts/personal-data.js';
import { Session } from '../../src/accounts/session.entity.js';
import { sessionLife } from '../../src/accounts/sessions.js';
import { Viewers } from '../../src/accounts/viewers.js';
import { InvalidInput } from '../../src/common/refusal.js';
import { SessionsResolver } from '../../src/credentials/sessions.resolver.js';
import { EmailAlreadyUsed, WrongCredentials } from '../../src/credentials/sign-in-refusals.js';
import { SignInResolver } from '../../src/credentials/sign-in.resolver.js';
import { credentialRooms, request, type RoomUnderTest, rooms } from './accounts-app.js';

let room: RoomUnderTest;
let api: SignInResolver;
let sessions: SessionsResolver;
let accounts: AccountsResolver;
let viewers: Viewers;

beforeAll(async () => {
  room = await rooms('accounts', credentialRooms);
  const find = <T>(type: new (...given: never[]) => T): T => room.module.get(type, { strict: false });
  api = find(SignInResolver);
  sessions = find(SessionsResolver);
  accounts = find(AccountsResolver);
  viewers = find(Viewers);
});
afterAll(() => room.close());
beforeEach(() => room.db.query('TRUNCATE account, rate_limit CASCADE'));

const password = 'tournevis cruciforme';
const signUp = async (email: string, role: AccountRole = 'CANDIDATE'): Promise<OpenedSession> =>
  (await api.signUp({ email, password, role }, request().context)) as OpenedSession;

const day = 24 * 3_600_000;

describe('signing up', () => {
  test('makes an account, signs it in, and gives a browser its cookie', async () => {
    const { context, cookies } = request();
    const opened = (await api.signUp(
      { email: 'Zoé@Exemple.fr', password, role: 'CANDIDATE' },
      context,
    )) as OpenedSession;
    expect(opened.viewer).toMatchObject({ email: 'zoé@exemple.fr', role: 'CANDIDATE' });
    expect(opened.token).toMatch(/^[\w-]{43}$/);
    expect(cookies).toEqual([
      {
        name: 'vte_session',
        value: opened.token,
        options: { path: '/', httpOnly: true, sameSite: 'lax', secure: false, maxAge: 30 * 24 * 3600 },
      },
    ]);
    expect(await viewers.of(request(opened.token).context)).toEqual(opened.viewer);
  });

  test('keeps neither the password nor the token', async () => {
    const { token } = await signUp('a@exemple.fr');
    const [account] = await room.db.getRepository(Account).find();
    const [session] = await room.db.getRepository(Session).find();
    expect(account!.passwordHash).toMatch(/^\$argon2id\$/);
    expect(session!.tokenHash).toHaveLength(32);
    expect(session!.tokenHash.toString('base64url')).not.toContain(token);
  });

  test('tells every problem at once, each with its path', async () => {
    const refused = await api.signUp({ email: 'a@b', password: 'court', role: 'ADMIN' }, request().context);
    expect(refused).toBeInstanceOf(InvalidInput);
    expect((refused as InvalidInput).problems.map(({ path }) => path)).toEqual([['email'], ['password'], ['role']]);
    expect(await room.db.getRepository(Account).count()).toBe(0);
  });

  test.each(['TERRITORY_MANAGER', 'ADMIN'] as const)('as %s is refused', async (role) => {
    const refused = await api.signUp({ email: 'a@exemple.fr', password, role }, request().context);
    expect((refused as InvalidInput).problems).toMatchObject([{ path: ['role'] }]);
  });

  test('twice at once with one address makes one account', async () => {
    const both = await Promise.all([signUp('a@exemple.fr'), signUp('A@EXEMPLE.fr')]);
    expect(both.filter((one) => one instanceof EmailAlreadyUsed)).toHaveLength(1);
    expect(await room.db.getRepository(Account).count()).toBe(1);
  });

  test(`is counted per address: refused after ${limits.signUp.points} in an hour`, async () => {
    const wrong = () => api.signUp({ email: 'a', password: '', role: 'CANDIDATE' }, request().context);
    for (let count = 0; count < limits.signUp.points; count += 1) await wrong();
    await expect(wrong()).rejects.toMatchObject({ extensions: { code: 'RATE_LIMITED' } });
  });
});

describe('signing in', () => {
  const signIn = (email: string, given = password, address = '192.0.2.1') =>
    api.signIn({ email, password: given }, request(null, address).context);

  test('opens a session of its own', async () => {
    const first = await signUp('a@exemple.fr');
    const second = (await signIn(' A@exemple.FR')) as OpenedSession;
    expect(second.token).not.toBe(first.token);
    expect(await viewers.of(request(first.token).context)).toEqual(second.viewer);
  });

  test('answers the same words for an unknown address and a wrong password, in about the same time', async () => {
    await signUp('a@exemple.fr');
    const timed = async (email: string) => {
      const before = performance.now();
      const refused = await signIn(email, 'un autre mot de passe');
      return { refused, took: performance.now() - before };
    };
    await timed('warm@exemple.fr');
    const known = await timed('a@exemple.fr');
    const unknown = await timed('b@exemple.fr');
    expect(known.refused).toBeInstanceOf(WrongCredentials);
    expect(unknown.refused).toEqual(known.refused);
    expect(unknown.took).toBeGreaterThan(known.took / 4);
  });

  test('names what is missing', async () => {
    expect(((await signIn(' ', '')) as InvalidInput).problems).toMatchObject([
      { path: ['email'] },
      { path: ['password'] },
    ]);
  });

  const over = { extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) } };

  test.each(['a@exemple.fr', 'nobody@exemple.fr'])(
    'is counted per account and network before the password is looked at: %s',
    async (email) => {
      await signUp('a@exemple.fr');
      for (let count = 0; count < limits.account.points; count += 1) await signIn(email, 'x');
      await expect(signIn(email.toUpperCase(), password)).rejects.toMatchObject(over);
      expect(await signIn('b@exemple.fr', 'x')).toBeInstanceOf(WrongCredentials);
    },
  );

  test('by a stranger elsewhere, however often, keeps the owner neither out nor from acting in an open session', async () => {
    const { token } = await signUp('a@exemple.fr');
    for (let count = 0; count < limits.account.points; count += 1) await signIn('a@exemple.fr', 'x', '198.51.100.1');
    for (let count = 0; count < 5; count += 1)
      await expect(signIn('a@exemple.fr', 'x', '198.51.100.1')).rejects.toMatchObject(over);
    expect(await signIn('a@exemple.fr')).toHaveProperty('token');
    await room.db.query(`UPDATE rate_limit SET points = 1000`);
    await expect(signIn('a@exemple.fr', password, '203.0.113.9')).rejects.toMatchObject(over);
    expect(await accounts.eraseMyAccount(password, request(token).context)).toHaveProperty('at');
  });

  test.each(['a@exemple.fr', 'nobody@exemple.fr'])(
    'is counted per account from everywhere, by what was wrong alone: %s',
    async (email) => {
      await signUp('a@exemple.fr');
      await signIn(email, 'x', '198.51.100.1');
      await room.db.query(`UPDATE rate_limit SET points = $1 WHERE key LIKE 'everywhere:%'`, [
        limits.everywhere.points - 2,
      ]);
      // The right one takes nothing away from its owner.
      for (let count = 0; count < 3 && email.startsWith('a'); count += 1)
        expect(await signIn(email, password, '192.0.2.7')).toHaveProperty('token');
      for (const network of [2, 3]) await signIn(email, 'x', `198.51.100.${network}`);
      await expect(signIn(email, password, '203.0.113.9')).rejects.toMatchObject(over);
    },
  );

  test('with the right password starts the count of the account afresh', async () => {
    await signUp('a@exemple.fr');
    for (let round = 0; round < 2; round += 1) {
      for (let count = 1; count < limits.account.points; count += 1) await signIn('a@exemple.fr', 'x');
      expect(await signIn('a@exemple.fr')).toHaveProperty('token');
    }
  });

  test('leaves no address in the counters', async () => {
    await signIn('a@exemple.fr', 'x');
    const keys = await room.db.query<{ key: string }[]>('SELECT key FROM rate_limit');
    expect(keys.map(({ key }) => key).join()).not.toContain('exemple');
  });
});

describe('a session', () => {
  test('ends at signOut, at once and for this client only', async () => {
    const kept = await signUp('a@exemple.fr');
    const ended = (await api.signIn({ email: 'a@exemple.fr', password }, request().context)) as OpenedSession;
    const { context, cookies } = request(ended.token);
    expect(await viewers.of(context)).not.toBeNull();
    expect(await sessions.signOut(context)).toBe(true);
    expect(cookies).toMatchObject([{ name: 'vte_session', value: null }]);
    await expect(viewers.required(context)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    expect(await viewers.of(request(ended.token).context)).toBeNull();
    expect(await viewers.of(request(kept.token).context)).not.toBeNull();
    expect(await sessions.signOut(request(ended.token).context)).toBe(false);
    expect(await sessions.signOut(request().context)).toBe(false);
  });

  test('lives 30 days after its last use', async () => {
    const { token } = await signUp('a@exemple.fr');
    for (let use = 0; use < 3; use += 1) {
      room.clock.forward(29 * day);
      const { context, cookies } = request(token);
      context.reply.request.cookies['vte_session'] = token;
      expect(await viewers.of(context)).not.toBeNull();
      expect(cookies).toMatchObject([{ value: token }]);
    }
    room.clock.forward(sessionLife);
    expect(await viewers.of(request(token).context)).toBeNull();
  });

  test('is read once per request', async () => {
    const { token } = await signUp('a@exemple.fr');
    const { context } = request(token);
    expect(await viewers.of(context)).toBe(await viewers.of(context));
  });

  test('of a suspended account does not work, and its owner is told why when signing in', async () => {
    const { token } = await signUp('a@exemple.fr');
    await room.db.query('UPDATE account SET suspended_at = now()');
    expect(await viewers.of(request(token).context)).toBeNull();
    const signIn = (given: string) => api.signIn({ email: 'a@exemple.fr', password: given }, request().context);
    expect(await signIn(password)).toBeInstanceOf(AccountSuspended);
    expect(await signIn('un autre mot de passe')).toBeInstanceOf(WrongCredentials);
  });

  test.each(['', 'x', '\u0000', 'é'.repeat(5000)])('is not opened by %j', async (token) => {
    expect(await viewers.of(request(token).context)).toBeNull();
  });
});

describe('erasing one’s account', () => {
  test('asks every holder, last registered first, in one transaction with the sessions and the account', async () => {
    const asked: string[] = [];
    const personalData = room.module.get(PersonalData, { strict: false });
    for (const name of ['early', 'late']) {
      personalData.register({
        erase: async (tx, accountId) => {
          const rows = await tx.query<unknown[]>('SELECT 1 FROM account WHERE id = $1', [accountId]);
          asked.push(`${name} ${rows.length}`);
        },
      });
    }
    const { token } = await signUp('a@exemple.fr');
    await signUp('b@exemple.fr');
    const { context, cookies } = request(token);
    expect(await accounts.eraseMyAccount(password, context)).toEqual({ at: room.clock.now() });
    expect(asked).toEqual(['late 1', 'early 1']);
    expect(cookies).toMatchObject([{ value: null }]);
    expect(await viewers.of(request(token).context)).toBeNull();
    expect((await room.db.getRepository(Account).find()).map(({ email }) => email)).toEqual(['b@exemple.fr']);
    expect(await room.db.getRepository(Session).count()).toBe(1);
  });

  test('is refused without the right password, and counted', async () => {
    const { token } = await signUp('a@exemple.fr');
    const erase = () => accounts.eraseMyAccount('un autre mot de passe', request(token).context);
    expect(((await erase()) as InvalidInput).problems).toMatchObject([{ path: ['password'] }]);
    for (let count = 1; count < limits.own.points; count += 1) await erase();
    await expect(erase()).rejects.toMatchObject({ extensions: { code: 'RATE_LIMITED' } });
    expect(await room.db.getRepository(Account).count()).toBe(1);
  });

  test('is for those who are signed in', async () => {
    await expect(accounts.eraseMyAccount(password, request().context)).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });

  test('leaves everything in place when a holder fails', async () => {
    const { token } = await signUp('a@exemple.fr');
    let fails = true;
    room.module.get(PersonalData, { strict: false }).register({
      erase: () => (fails ? Promise.reject(new Error('not now')) : Promise.resolve()),
    });
    await expect(accounts.eraseMyAccount(password, request(token).context)).rejects.toThrow('not now');
    expect(await viewers.of(request(token).context)).not.toBeNull();
    fails = false;
    expect(await accounts.eraseMyAccount(password, request(token).context)).toHaveProperty('at');
  });
});

test('the operator’s way in makes accounts of any role, and tells when the address is taken', async () => {
  const operator = room.module.get(Accounts, { strict: false });
  const make = () =>
    room.db.transaction((tx) =>
      operator.create(tx, { email: 'Admin@demo.example', password, role: 'ADMIN', demo: true }),
    );
  expect(await make()).toMatchObject({ email: 'admin@demo.example', role: 'ADMIN', demo: true });
  expect(await make()).toBeNull();
});
