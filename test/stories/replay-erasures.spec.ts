import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { aPdf, column, pdfType } from '../documents/cv-files.js';
import { traces } from '../privacy/canaries.js';
import { aMember, aMessage, anOffer, anOwner, applyTo, password, saveProfile, signUp } from '../support/people.js';
import { Platform } from '../support/platform.js';

/** A backup of the whole database is restored after people were erased; the operator’s command erases them again. */
let platform: Platform;
let restored: Platform | undefined;

beforeAll(async () => {
  platform = await Platform.start('replay');
  platform.travelTo('2026-09-01T10:00:00Z');
}, 60_000);
afterAll(async () => {
  await restored?.stop();
  await platform.stop();
});

const urlOf = ({ db }: Platform): string => (db.options as { url: string }).url;

/** As it is at this moment, whatever is going on. PostgreSQL copies a database only when nobody is connected to it. */
async function backUp(as: string): Promise<void> {
  const name = new URL(urlOf(platform)).pathname.slice(1);
  const client = new Client({ connectionString: process.env['VTE_TEST_ADMIN_URL']! });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${as} WITH (FORCE)`);
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    await client.query(`CREATE DATABASE ${as} TEMPLATE ${name}`);
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  } finally {
    await client.end();
  }
}

const replay = async (url: string, ...given: string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/src/cli.js', 'replay-erasures', ...given], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      DATABASE_URL: url,
      MEILI_URL: process.env['VTE_TEST_MEILI_URL'],
      MEILI_KEY: process.env['VTE_TEST_MEILI_KEY'],
      DATA_DIR: platform.dataDir,
    },
  });
  return stdout;
};

const idOf = async (token: string): Promise<string> =>
  (await platform.ask('{ viewer { id } }', {}, { token })).viewer.id;
const ERASE = 'mutation ($password: String!) { eraseMyAccount(password: $password) { __typename } }';
const SEND =
  'mutation ($id: ID!) { sendMessage(applicationId: $id, body: "Canarimessage", signedAs: "Canarisigne") { __typename } }';

test('the command erases again whoever was erased since the backup, and nobody else', async () => {
  const owner = await anOwner(platform);
  const member = await aMember(platform, owner.companyId);
  const gone = await signUp(platform, 'CANDIDATE');
  const stays = await signUp(platform, 'CANDIDATE');
  await saveProfile(platform, gone.token, { firstName: 'Canariprenom', visibleToCompanies: true });
  await saveProfile(platform, stays.token, { firstName: 'Reste' });
  const offer = await anOffer(platform, owner);
  const [{ id }, { id: kept }] = [
    await applyTo(platform, gone.token, offer.id, `${aMessage} Canarilettre`),
    await applyTo(platform, stays.token, offer.id),
  ];
  for (const application of [id, kept]) await platform.ask(SEND, { id: application }, member);
  const headers = { authorization: `Bearer ${gone.token}`, 'content-type': pdfType, 'x-file-name': 'canaricv.pdf' };
  const body = Buffer.from(await aPdf(column(['Canaricontenu'])));
  const file = (await (await fetch(`${platform.url}/files/cv`, { method: 'POST', headers, body })).json()) as {
    id: string;
  };
  const ids = [await idOf(gone.token), await idOf(member.token), id, file.id];
  const [{ email }] = await platform.db.query<[{ email: string }]>('SELECT email FROM account WHERE id = $1', [ids[1]]);
  const words = ['canariprenom', 'canarilettre', 'canarisigne', 'canaricv', gone.email, email, ...ids];

  const backup = `${new URL(urlOf(platform)).pathname.slice(1)}_backup`;
  await backUp(backup);
  for (const { token } of [gone, member]) {
    expect(await platform.ask(ERASE, { password }, { token })).toEqual({ eraseMyAccount: { __typename: 'Erased' } });
  }
  await platform.jobs();
  const list = join(platform.dataDir, 'files', 'erasures.log');
  expect(readFileSync(list, 'utf8').trim().split('\n')).toHaveLength(2);

  const url = new URL(urlOf(platform));
  url.pathname = `/${backup}`;
  expect(await replay(url.href, '--list', list)).toContain('2 comptes effacés de nouveau');
  expect(await replay(url.href)).toContain('0 comptes effacés de nouveau');

  restored = await Platform.start('replayed', { DATABASE_URL: url.href, DATA_DIR: platform.dataDir });
  restored.travelTo('2026-09-01T11:00:00Z');
  await restored.jobs();
  await restored.settled();
  expect((await traces(restored, words)).filter(({ where }) => where !== 'public.match_change')).toEqual([]);
  const THREAD =
    'query ($id: ID!) { node(id: $id) { ... on Application { messages { edges { node { body signedAs } } } } } }';
  const { node } = await restored.ask(THREAD, { id: kept }, { token: stays.token });
  expect(node.messages.edges.map((edge: any) => edge.node)).toEqual([{ body: 'Canarimessage', signedAs: null }]);
}, 180_000);

test('a list that is not there is an error, and nothing is erased', async () => {
  await expect(replay(urlOf(platform), '--list', join(platform.dataDir, 'nowhere.log'))).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('ENOENT'),
  });
}, 60_000);
