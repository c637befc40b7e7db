import { Client } from 'pg';
import { testDatabase } from '../support/database.js';

const rows = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

describe('the database that a test gets', () => {
  it('is a migrated copy in UTF-8 with the builtin locale', async () => {
    const { url, drop } = await testDatabase('copy');
    const [about] = await rows(
      url,
      `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale
         FROM pg_database WHERE datname = current_database()`,
    );
    expect(about).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' });
    expect(await rows(url, `SELECT to_regclass('migrations') IS NOT NULL AS migrated`)).toEqual([{ migrated: true }]);
    await drop();
  });

  it('is fresh each time, even while somebody is still connected to the one before', async () => {
    const before = await testDatabase('fresh');
    const lingering = new Client({ connectionString: before.url });
    lingering.on('error', () => undefined);
    await lingering.connect();
    await lingering.query('CREATE TABLE left_behind (id int)');
    const after = await testDatabase('fresh');
    expect(await rows(after.url, `SELECT to_regclass('left_behind') AS found`)).toEqual([{ found: null }]);
    await lingering.end().catch(() => undefined);
    await after.drop();
  });
});

it('the log of the database tells no values of rows', async () => {
  const { url, drop } = await testDatabase('log');
  expect(await rows(url, 'SHOW log_error_verbosity')).toEqual([{ log_error_verbosity: 'terse' }]);
  await drop();
});

it('the search engine answers with the key that tests are given', async () => {
  const headers = { authorization: `Bearer ${process.env['VTE_TEST_MEILI_KEY'] ?? ''}` };
  const answer = await fetch(`${process.env['VTE_TEST_MEILI_URL'] ?? ''}/version`, { headers });
  expect(await answer.json()).toMatchObject({ pkgVersion: '1.21.0' });
});
