import { AbstractLogger, DataSource } from 'typeorm';
import { Application } from '../../src/applications/application.entity.js';
import { ApplicationsRepository } from '../../src/applications/applications.repository.js';
import { databaseOptions } from '../../src/database.js';
import { OffersRepository } from '../../src/offers/offers.repository.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let db: DataSource;
let asked: { sql: string; parameters: unknown[] }[] = [];

class Listening extends AbstractLogger {
  override logQuery(sql: string, parameters: unknown[] = []): void {
    asked.push({ sql, parameters });
  }

  protected writeLog(): void {
    // Nothing is written: only the queries are wanted.
  }
}

beforeAll(async () => {
  database = await testDatabase('pages');
  db = await new DataSource({ ...databaseOptions(database.url, 2), logger: new Listening() }).initialize();
  await db.query(`
    INSERT INTO company (siret, siren, name, commune_code, verified_at)
    SELECT '7328293200000' || n, '732829320', n, '01283', now() FROM generate_series(1, 4) AS n;
    INSERT INTO offer (slug, company_id, status, title, description, mission_category, contract_type, created_at, published_at)
    SELECT concat(id, n), id, 'OPEN', n, n, 'PRODUCTION', 'CDI', moment, moment
    FROM company, generate_series(1, 1000) AS n, LATERAL (SELECT '2026-09-01'::timestamptz - n * interval '1 minute' AS moment);
    INSERT INTO offer_site (offer_id, position, commune_code) SELECT id, 1, '01283' FROM offer;
    INSERT INTO account (email, password_hash, role) SELECT n || '@example.com', '', 'CANDIDATE' FROM generate_series(1, 1000) AS n;
    INSERT INTO candidate (account_id) SELECT id FROM account;
    INSERT INTO application (offer_id, candidate_id, answer_due_on, sent_at)
    SELECT offer.id, candidate.id, '2026-10-01', '2026-09-01'::timestamptz - random() * interval '30 days'
    FROM (SELECT id FROM offer LIMIT 8) AS offer, candidate;
    ANALYZE offer; ANALYZE offer_site; ANALYZE application;
  `);
}, 60_000);
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const idOf = async (table: string): Promise<string> =>
  (await db.query<[{ id: string }]>(`SELECT id FROM ${table} LIMIT 1`))[0].id;

/** How PostgreSQL answers what `ask` asks. */
async function planOf(ask: () => Promise<unknown[]>): Promise<string> {
  asked = [];
  expect(await ask()).not.toHaveLength(0);
  const [{ sql, parameters }] = asked as [(typeof asked)[0]];
  const lines = await db.query<Record<string, string>[]>(`EXPLAIN ${sql}`, parameters);
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}

const noon = '2026-08-31T12:00:00.000Z';
const middle = 'ffffffff-ffff-4fff-8fff-ffffffffffff';

test.each([undefined, [noon, middle] as const])(
  'every page of a list is read off its index: after %j',
  async (after) => {
    const offers = new OffersRepository(db);
    const applications = new ApplicationsRepository(db.getRepository(Application));
    const [companyId, offerId] = [await idOf('company'), await idOf('(SELECT offer_id AS id FROM application) AS one')];
    const plans = {
      offer_company: await planOf(() => offers.allOfCompany(companyId, null, 20, after)),
      offer_open_newest: await planOf(() => offers.newestOpen({ communeCodes: ['01283'] }, '2026-09-01', 20, after)),
      application_to_offer: await planOf(() => applications.toOffer(offerId, 20, after)),
    };
    for (const [index, plan] of Object.entries(plans)) {
      expect(plan).toContain(`Index Scan using ${index}`);
      expect(plan).not.toMatch(/Sort Key: (o|application)\./);
      if (after) expect(plan).toMatch(/Index Cond: .*ROW\(/);
    }
  },
);
