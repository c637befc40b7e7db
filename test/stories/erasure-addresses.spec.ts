import { traces } from '../privacy/canaries.js';
import { password } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { lastMail, pressLink } from '../support/sent-mails.js';

let platform: Platform;

beforeAll(async () => {
  platform = await Platform.start('addresses', { EMAIL_CONFIRMATION: 'on' });
  platform.travelTo('2026-09-01T10:00:00Z');
}, 60_000);
afterAll(() => platform.stop());

const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';
const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) {
  ... on Session { token viewer { id } } } }`;
const CHANGE = `mutation ($to: String!, $password: String) { changeEmail(newEmail: $to, password: $password) { __typename } }`;
const RESET = 'mutation ($email: String!) { requestPasswordReset(email: $email) { __typename } }';
const ERASE = 'mutation ($password: String!) { eraseMyAccount(password: $password) { __typename } }';

const signIn = async (email: string): Promise<any> => (await platform.ask(SIGN_IN, { email, password })).signIn;

/** Both agree, each by its letter; other letters go to the address that is left, too. */
async function change(from: string, to: string): Promise<void> {
  const { token } = await signIn(from);
  await platform.ask('mutation { exportMyData { __typename } }', {}, { token });
  await platform.ask(RESET, { email: from });
  await platform.ask(CHANGE, { to, password }, { token });
  await pressLink(platform, (await lastMail(platform, to)).links[0]!);
  const { links } = await lastMail(platform, (mail) => mail.to.includes(from) && /^Changement/.test(mail.subject));
  await pressLink(
    platform,
    links.find((link) => link.includes('change-email-old'))!,
  );
  expect((await lastMail(platform, from)).subject).toContain('a été changée');
}

test('addresses that an account had before are found nowhere after the erasure, no more than its last one', async () => {
  const addresses = ['canariezqx@example.com', 'canaribzqx@example.org', 'canariczqx@example.net'];
  const [former, second, third] = addresses as [string, string, string];
  await platform.ask(SIGN_UP, { input: { email: former, password, role: 'CANDIDATE' } });
  await pressLink(platform, (await lastMail(platform, former)).links[0]!, { password });
  await change(former, second);
  await change(second, third);
  const { token, viewer } = await signIn(third);
  await platform.db.query('ANALYZE');
  const planted = await traces(platform, addresses);
  for (const address of addresses) {
    const where = planted.filter(({ word }) => word === address).map((trace) => trace.where);
    expect(where).toEqual(
      expect.arrayContaining(['public.mail', 'pg_catalog.pg_stats', expect.stringMatching(/^mail\//)]),
    );
  }

  expect((await platform.ask(ERASE, { password }, { token })).eraseMyAccount).toEqual({ __typename: 'Erased' });
  await platform.jobs();
  expect(await traces(platform, [...addresses, viewer.id])).toEqual([]);
}, 60_000);
