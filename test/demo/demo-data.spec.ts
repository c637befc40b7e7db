import { verify } from '@node-rs/argon2';
import { mayMove } from '../../src/applications/application-moves.js';
import { applicationStatuses } from '../../src/applications/application-status.js';
import { silent } from '../../src/common/progress.js';
import { demoAccounts } from '../../src/demo/demo-accounts.js';
import { DemoData } from '../../src/demo/demo-data.js';
import { LabelKeeper } from '../../src/labels/label-keeper.js';
import { labelMoves } from '../../src/labels/label-moves.js';
import { type LabelSide, labelStates, type LabelState } from '../../src/labels/label-words.js';
import { type DemoApp, demoApp } from './demo-app.js';

let opened: DemoApp;
let demo: DemoData;

beforeAll(async () => {
  opened = await demoApp('demo_data', { DEMO_PASSWORD: 'une-phrase-de-passe' });
  demo = opened.app.get(DemoData);
});
afterAll(() => opened.close());

const tables = [
  'account',
  'company',
  'company_member',
  'company_responsiveness',
  'offer',
  'offer_site',
  'candidate',
  'application',
  'application_event',
  'message',
  'interview',
  'interview_slot',
  'application_note',
  'answer_template',
  'favourite',
  'company_verification',
  'company_verification_step',
  'moderation_case',
  'moderation_report',
  'territory_manager',
  'hire',
  'charter_version',
  'label',
  'label_event',
  'label_document',
  'label_check_in',
] as const;

async function counts(): Promise<Record<string, number>> {
  const found = tables.map((table) => opened.db.query<[{ count: number }]>(`SELECT count(*)::int FROM ${table}`));
  return Object.fromEntries((await Promise.all(found)).map(([{ count }], place) => [tables[place]!, count]));
}

const nothing = Object.fromEntries(tables.map((table) => [table, 0]));
const markedOffers = async (): Promise<string[]> =>
  (await opened.db.query<{ id: string }[]>(`SELECT DISTINCT id FROM outbox WHERE kind = 'offer' ORDER BY id`)).map(
    ({ id }) => id,
  );

const production = { NODE_ENV: 'production', SMTP_URL: 'smtp://127.0.0.1:9', PUBLIC_URL: 'https://vte.example' };

describe('loading', () => {
  test('does nothing when turned off, in production, or on a platform that people use', async () => {
    const off = await opened.beside({ DEMO_DATA: 'off' });
    const inProduction = await opened.beside(production);
    await off.get(DemoData).loadOnce(silent);
    await inProduction.get(DemoData).loadOnce(silent);
    await expect(inProduction.get(DemoData).load(silent)).rejects.toThrow('NODE_ENV=production');
    expect(await counts()).toEqual(nothing);

    await opened.db.query(
      `INSERT INTO account (email, password_hash, role) VALUES ('someone@example.com', 'x', 'CANDIDATE')`,
    );
    await demo.loadOnce(silent);
    expect(await counts()).toEqual({ ...nothing, account: 1 });
    await opened.db.query('DELETE FROM account');
  });

  test('fills the platform within seconds, tells how far it is, and marks the offers', async () => {
    const steps: [string, number, number][] = [];
    const begun = Date.now();
    await demo.loadOnce((...step) => steps.push(step));
    expect(Date.now() - begun).toBeLessThan(6_000);
    const { account, company, company_member, offer, candidate, application } = await counts();
    expect([company, company_member, candidate]).toEqual([93, 93, 150]);
    expect(account).toBe(93 + 150 + 2);
    expect(offer).toBeGreaterThan(400);
    expect(application).toBeGreaterThan(36);
    expect(await markedOffers()).toHaveLength(offer!);
    const done = steps.map(([, each]) => each);
    expect([...done].sort((a, b) => a - b)).toEqual(done);
    expect(steps.at(-1)).toEqual(['demo', steps[0]![2], steps[0]![2]]);
    for (const table of ['account', 'company', 'offer', 'candidate']) {
      expect(await opened.db.query(`SELECT FROM ${table} WHERE NOT demo`)).toEqual([]);
    }
  });

  test('opens the four named accounts with the password of the configuration, and no other', async () => {
    const rows = await opened.db.query<{ email: string; role: string; hash: string }[]>(
      'SELECT email, role, password_hash AS hash FROM account ORDER BY email',
    );
    const known = new Map(demoAccounts.map(({ email, role }) => [email, role]));
    for (const { email, role } of rows.filter((row) => known.has(row.email))) expect(role).toBe(known.get(email));
    const hashes = (named: boolean) =>
      new Set(rows.filter(({ email }) => known.has(email) === named).map(({ hash }) => hash));
    expect([hashes(true).size, hashes(false).size]).toEqual([1, 1]);
    expect(await verify([...hashes(true)][0]!, 'une-phrase-de-passe')).toBe(true);
    expect(await verify([...hashes(false)][0]!, 'une-phrase-de-passe')).toBe(false);
  });

  test('gives the company member a company in Oyonnax with offers and applications', async () => {
    const [row] = await opened.db.query<[{ commune: string; role: string; offers: number; applications: number }]>(
      `SELECT company.commune_code AS commune, member.role, count(DISTINCT offer.id)::int AS offers,
         count(DISTINCT application.id)::int AS applications
       FROM account JOIN company_member member ON member.account_id = account.id JOIN company ON company.id = company_id
       JOIN offer ON offer.company_id = company.id LEFT JOIN application ON application.offer_id = offer.id
       WHERE email = 'company@demo.example' GROUP BY company.id, member.role`,
    );
    expect(row).toMatchObject({ commune: '01283', role: 'owner' });
    expect(row.offers).toBeGreaterThanOrEqual(5);
    expect(row.applications).toBeGreaterThanOrEqual(5);
  });

  test('tells at once how some companies answer, from applications whose day of answer is over', async () => {
    const rates = await opened.db.query<{ rate: number; days: number | null }[]>(
      'SELECT rate, median_days AS days FROM company_responsiveness',
    );
    expect(rates.length).toBeGreaterThanOrEqual(12);
    expect(rates.length).toBeLessThan(60);
    expect(rates.filter(({ rate, days }) => rate === 100 && days! <= 7).length).toBeGreaterThanOrEqual(2);
    expect(rates.filter(({ days }) => days! > 15).length).toBeGreaterThanOrEqual(1);
    expect(rates.filter(({ rate }) => rate === 0).length).toBeGreaterThanOrEqual(2);
  });

  test('shows applications in every state, each led there by moves that are legal, in their order', async () => {
    const events = await opened.db.query<
      { id: string; from: any; to: any; side: any; at: Date; notice: string | null }[]
    >(
      `SELECT application_id AS id, from_status AS "from", to_status AS "to", side, at, notice FROM application_event ORDER BY seq`,
    );
    const rows = await opened.db.query<{ id: string; status: string; moved: Date; reasons: number }[]>(
      `SELECT id, status, moved_at AS moved, (SELECT count(reason)::int FROM application_event
         WHERE application_id = application.id AND to_status = 'DECLINED') AS reasons FROM application`,
    );
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(applicationStatuses));
    for (const { id, status, moved, reasons } of rows) {
      const steps = events.filter((event) => event.id === id);
      const moves = steps.filter(({ notice }) => notice === null);
      expect([moves[0]!.from, moves[0]!.to]).toEqual([null, 'SENT']);
      for (const [place, { from, to, side }] of moves.slice(1).entries()) {
        expect(from).toBe(moves[place]!.to);
        expect([from, to, side, mayMove(from, to, side)]).toEqual([from, to, side, true]);
      }
      expect([moves.at(-1)!.to, moves.at(-1)!.at]).toEqual([status, moved]);
      expect(reasons).toBe(status === 'DECLINED' ? 1 : 0);
      const at = steps.map((step) => step.at.valueOf());
      expect([...at].sort((one, other) => one - other)).toEqual(at);
      expect(at.at(-1)!).toBeLessThan(Date.now());
    }
  });

  test('shows labels in every state, each led there by moves that are legal; the calendar has nothing old to tell', async () => {
    const events = await opened.db.query<
      { id: string; from: LabelState | null; to: LabelState; side: LabelSide; state: LabelState }[]
    >(
      `SELECT label.id, from_state AS from, to_state AS to, side, state FROM label JOIN label_event ON label_id = label.id
        WHERE notice IS NULL ORDER BY label.id, seq`,
    );
    for (const [at, { id, from, to, side, state }] of events.entries()) {
      const [before, after] = [events[at - 1], events[at + 1]];
      expect(from).toBe(before?.id === id ? before.to : null);
      if (from) expect(labelMoves.some((move) => move.from === from && move.to === to && move.by === side)).toBe(true);
      if (after?.id !== id) expect(to).toBe(state);
    }
    expect(new Set(events.map(({ state }) => state))).toEqual(new Set(labelStates));
    const told = () => opened.db.query('SELECT * FROM label_event ORDER BY seq');
    const before = await told();
    await opened.app.get(LabelKeeper, { strict: false }).work();
    expect(await told()).toEqual(before);
    const sides = await opened.db.query(
      `SELECT FROM label_check_in WHERE side = 'CANDIDATE' AND confidential UNION ALL
       SELECT FROM label JOIN hire ON hire.id = hire_id JOIN candidate ON candidate.id = candidate_id
         JOIN account ON account.id = candidate.account_id WHERE email = 'candidate@demo.example' AND state = 'MISSION'`,
    );
    expect(sides.length).toBeGreaterThanOrEqual(2);
  });

  test('shows a company that waits to be verified, a report, a conversation, meetings, favourites, a territory', async () => {
    const [pending] = await opened.db.query<[{ offers: number; withheld: number; queued: boolean }]>(
      `SELECT count(offer.id)::int AS offers, count(*) FILTER (WHERE withheld)::int AS withheld, bool_and(queued_at IS NOT NULL) AS queued
       FROM company JOIN company_verification ON company_id = company.id JOIN offer ON offer.company_id = company.id
       WHERE verified_at IS NULL`,
    );
    expect(pending).toMatchObject({ withheld: pending.offers, queued: true });
    expect(pending.offers).toBeGreaterThan(0);
    const found = await counts();
    expect(found).toMatchObject({ moderation_case: 1, moderation_report: 1, territory_manager: 1, favourite: 3 });
    expect(found).toMatchObject({
      interview: 2,
      interview_slot: 6,
      message: 5,
      application_note: 1,
      answer_template: 1,
    });
  });

  test('a second time adds nothing, changes no row, and follows a new password', async () => {
    const before = await counts();
    await opened.db.query(
      `UPDATE offer SET title = 'Un titre repris par la visiteuse' WHERE slug = (SELECT min(slug) FROM offer)`,
    );
    const renamed = await opened.beside({ DEMO_PASSWORD: 'une-autre-phrase' });
    await renamed.get(DemoData).load(silent);
    expect(await counts()).toEqual(before);
    expect(await opened.db.query(`SELECT FROM offer WHERE title = 'Un titre repris par la visiteuse'`)).toHaveLength(1);
    const [{ hash }] = await opened.db.query<[{ hash: string }]>(
      `SELECT password_hash AS hash FROM account WHERE email = 'admin@demo.example'`,
    );
    expect(await verify(hash, 'une-autre-phrase')).toBe(true);
  });

  test('puts back what was taken away, and leaves alone what belongs to someone else', async () => {
    const before = await counts();
    await opened.db.query(`DELETE FROM account WHERE email = 'candidate@demo.example'`);
    await opened.db.query(
      `INSERT INTO account (email, password_hash, role) VALUES ('candidate@demo.example', 'x', 'CANDIDATE')`,
    );
    await demo.load(silent);
    expect(
      await opened.db.query(`SELECT password_hash AS hash FROM account WHERE email = 'candidate@demo.example'`),
    ).toEqual([{ hash: 'x' }]);
    await opened.db.query(`DELETE FROM account WHERE email = 'candidate@demo.example'`);
    await demo.load(silent);
    expect(await counts()).toEqual(before);
  });
});

describe('in production', () => {
  test('the demo’s accounts, whose password all know, are shut out until the next load', async () => {
    await opened.beside(production);
    expect(await opened.db.query('SELECT FROM account WHERE suspended_at IS NULL')).toEqual([]);
    await demo.load(silent);
    expect(await opened.db.query('SELECT FROM account WHERE suspended_at IS NULL')).toHaveLength(4);
  });
});

describe('removing', () => {
  test('leaves nothing of the demo and what is not of it, and marks every offer that went', async () => {
    const one = async (sql: string, ...values: unknown[]): Promise<string> =>
      (await opened.db.query<[{ id: string }]>(sql, values))[0].id;
    const anOffer = (company: string, slug: string) =>
      one(
        `INSERT INTO offer (slug, company_id, status, title, description, mission_category, contract_type)
         VALUES ($2, $1, 'OPEN', 'Technicien', 'Une description assez longue pour être lue.', 'OTHER', 'CDI') RETURNING id`,
        company,
        slug,
      );
    const aCompany = (siret: string) =>
      one(
        `INSERT INTO company (siret, siren, name, commune_code, verified_at) VALUES ($1, left($1, 9), 'Vraie', '01283', now()) RETURNING id`,
        siret,
      );
    const joins = (company: string, account: string) =>
      opened.db.query(`INSERT INTO company_member VALUES ($1, $2, 'owner')`, [company, account]);

    const person = await one(
      `INSERT INTO account (email, password_hash, role) VALUES ('vrai@example.com', 'x', 'CANDIDATE') RETURNING id`,
    );
    const candidate = await one('INSERT INTO candidate (account_id) VALUES ($1) RETURNING id', person);
    const visitor = await one(`SELECT id FROM account WHERE email = 'company@demo.example'`);
    const demoCompany = await one('SELECT company_id AS id FROM company_member WHERE account_id = $1', visitor);
    const ofDemo = await anOffer(demoCompany, 'posted-by-a-visitor');
    const [made, real] = [await aCompany('12345678200010'), await aCompany('12345678200028')];
    await joins(made, visitor);
    await joins(real, visitor);
    await joins(real, person);
    const [ofMade, ofReal] = [await anOffer(made, 'of-a-visitor-s-company'), await anOffer(real, 'of-a-real-company')];
    for (const offer of [ofDemo, ofReal]) {
      await opened.db.query(`INSERT INTO application (offer_id, candidate_id, answer_due_on) VALUES ($1, $2, now())`, [
        offer,
        candidate,
      ]);
    }
    const before = await counts();
    await opened.db.query('DELETE FROM outbox');

    await demo.remove();

    expect(await counts()).toEqual({
      ...nothing,
      account: 1,
      company: 1,
      company_member: 1,
      offer: 1,
      candidate: 1,
      application: 1,
    });
    expect(await opened.db.query('SELECT id FROM offer')).toEqual([{ id: ofReal }]);
    const marked = await markedOffers();
    expect(marked).toHaveLength(before['offer']! - 1);
    expect(marked).toEqual(expect.arrayContaining([ofDemo, ofMade]));
  });

  test('once removed it stays away at the next start, and comes back when asked for', async () => {
    await opened.db.query('DELETE FROM account');
    await demo.loadOnce(silent);
    expect((await counts())['account']).toBe(0);
    await demo.load(silent);
    expect((await counts())['candidate']).toBe(150);
    await demo.remove();
    await demo.remove();
    expect((await counts())['candidate']).toBe(0);
  });
});
