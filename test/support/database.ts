import { Client } from 'pg';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

const wanted = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: the test set-up did not run.`);
  return value;
};

async function asAdmin(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: wanted('VTE_TEST_ADMIN_URL') });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A fresh copy of the migrated template with its reference data, one per Jest worker and name; an earlier one is replaced. */
export async function testDatabase(name = 'main'): Promise<TestDatabase> {
  if (!/^[a-z][a-z0-9_]{0,30}$/.test(name)) throw new Error(`"${name}" cannot name a test database.`);
  const database = `vte_test_${process.env['JEST_WORKER_ID'] ?? '0'}_${name}`;
  const drop = `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`;
  await asAdmin(drop, `CREATE DATABASE ${database} TEMPLATE ${wanted('VTE_TEST_TEMPLATE')}`);
  const url = new URL(wanted('VTE_TEST_ADMIN_URL'));
  url.pathname = `/${database}`;
  return { url: url.href, drop: () => asAdmin(drop) };
}
