import { jest } from '@jest/globals';
import { Dice } from '../../bench/dice.js';
import { nextMonth } from '../../src/statistics/sheet.js';
import { StatisticsRefresh } from '../../src/statistics/statistics-refresh.js';
import { aCandidate, anOffer, anOwner, applyTo } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { actsInSql, candidatesInSql, communesOf, monthInSql, skillsInSql } from './raw-figures.js';
import { StatisticsWorld } from './world.js';

jest.setTimeout(180_000);

/** Of two neighbouring regions, in and out of territories, one department of both; and overseas. */
const communes = ['01283', '01185', '39198', '69123', '25056', '97411', '01053'];
const now = '2026-11-23T10:00:00Z';
const dice = new Dice(7);

let platform: Platform;
let refresh: StatisticsRefresh;
let territories: string[];
let skills: string[];

const moment = (from = '2025-01-01', days = 680): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + Math.floor(dice.next() * days * 86_400_000)).toISOString();
const later = (than: string, days: number): string =>
  new Date(Math.min(Date.parse(than) + dice.next() * days * 86_400_000, Date.parse(now))).toISOString();
const day = (at: string, days = 0): string => new Date(Date.parse(at) + days * 86_400_000).toISOString().slice(0, 10);
const rows = (sql: string, list: readonly object[]): Promise<unknown> => platform.db.query(sql, [JSON.stringify(list)]);

async function makeOffers(world: StatisticsWorld): Promise<{ id: string; company: string; opened: string }[]> {
  const companies: string[] = [];
  for (let index = 0; index < 8; index += 1) companies.push(await world.company(dice.pick(communes)));
  const offers: { id: string; company: string; opened: string }[] = [];
  for (let index = 0; index < 40; index += 1) {
    const company = dice.pick(companies);
    const opened = moment();
    const id = await world.offer(company, dice.some(communes, 1, 3), opened, {
      openings: dice.int(1, 3),
      required_skill_codes: dice.some(skills, 1, 3),
      ...(dice.chance(0.4)
        ? { closed: later(opened, 90), as: dice.pick(['FILLED', 'CLOSED', 'PAUSED', 'EXPIRED']) }
        : { expires_on: dice.chance(0.5) ? day(opened, dice.int(1, 120)) : null }),
    });
    if (dice.chance(0.2)) {
      const before = new Date(Date.parse(opened) - 40 * 86_400_000).toISOString();
      await world.span(id, before, new Date(Date.parse(before) + dice.int(0, 39) * 86_400_000).toISOString(), 'PAUSED');
    }
    offers.push({ id, company, opened });
  }
  return offers;
}

async function makeCandidates(): Promise<string[]> {
  const places = [
    ...communes.slice(0, 4).map((code) => ({ commune: { code } })),
    ...['01', '39', '974'].map((departmentCode) => ({ departmentCode })),
    ...['84', '27'].map((regionCode) => ({ regionCode })),
    ...territories.map((territoryId) => ({ territoryId })),
  ];
  const made = Array.from({ length: 150 }, () => ({
    id: dice.uuid(),
    account: dice.uuid(),
    places: dice.some(places, 0, 3),
    skills: dice.some(skills, 0, 3).map((code) => ({ code, level: 'PRACTISED' })),
  }));
  await rows(
    `INSERT INTO account (id, email, password_hash, role)
     SELECT account, account || '@example.com', 'x', 'CANDIDATE' FROM jsonb_to_recordset($1) AS row (account uuid)`,
    made,
  );
  await rows(
    `INSERT INTO candidate (id, account_id, places, skills)
     SELECT id, account, places, skills FROM jsonb_to_recordset($1) AS row (id uuid, account uuid, places jsonb, skills jsonb)`,
    made,
  );
  return made.map(({ id }) => id);
}

async function makeActs(world: StatisticsWorld, offers: Awaited<ReturnType<typeof makeOffers>>, candidates: string[]) {
  const applications = offers.flatMap(({ id, opened }) =>
    dice.some(candidates, 20, 80).map((candidate) => {
      const sent = later(opened, 45);
      const answered = dice.chance(0.6) ? later(sent, 40) : null;
      const withdrawn = answered === null && dice.chance(0.2) ? later(sent, 30) : null;
      const status = withdrawn ? 'WITHDRAWN' : answered ? 'DECLINED' : 'SENT';
      return { id: dice.uuid(), offer: id, candidate, sent, answered, withdrawn, status, due: day(sent, 15) };
    }),
  );
  await rows(
    `INSERT INTO application (id, offer_id, candidate_id, status, sent_at, answered_at, withdrawn_at, answer_due_on)
     SELECT id, offer, candidate, status, sent, answered, withdrawn, due FROM jsonb_to_recordset($1)
       AS row (id uuid, offer uuid, candidate uuid, status text, sent timestamptz, answered timestamptz, withdrawn timestamptz, due date)`,
    applications,
  );
  for (let index = 0; index < 60; index += 1) {
    const { company, opened } = dice.pick(offers);
    const declared = later(opened, 60);
    const ended = dice.chance(0.1) ? { status: 'CANCELLED', signed_at: null, ended_by: 'COMPANY' } : {};
    await world.hire(company, dice.pick(communes), day(declared, dice.int(-20, 0)), declared, ended);
  }
  await platform.db.query(
    `UPDATE label SET state = 'GRANTED', granted_at = least($1, hire.created_at + interval '20 days')
       FROM hire WHERE hire.id = hire_id AND hire.status = 'SIGNED'`,
    [now],
  );
}

beforeAll(async () => {
  platform = await Platform.start('stat_random');
  platform.travelTo(now);
  refresh = platform.app.get(StatisticsRefresh, { strict: false });
  territories = (
    await platform.db.query<{ id: string }[]>(
      `SELECT DISTINCT territory_id AS id FROM territory_commune WHERE commune_code = ANY ($1) AND territory_id LIKE 'CURRENT%' ORDER BY 1`,
      [communes],
    )
  ).map(({ id }) => id);
  skills = (await platform.db.query<{ code: string }[]>('SELECT code FROM skill ORDER BY code LIMIT 5')).map(
    ({ code }) => code,
  );
  const world = new StatisticsWorld(platform);
  const offers = await makeOffers(world);
  await makeActs(world, offers, await makeCandidates());
  await refresh.run();
});
afterAll(() => platform.stop());

const ASK = `query ($scope: StatisticsScopeInput!, $from: Month, $until: Month) {
  statistics(scope: $scope, from: $from, until: $until) { candidates { value } applications { value } answers { value }
    answerRate { value } medianDaysToAnswer hires { value } labels { value }
    months { month offersOpenDuring openOffers openings companies offersOpened offersEnded offersFilled }
    skillsAsked { skill { code } asked offered { value } } } }`;
const figures = async (scope: object, period: object = {}): Promise<any> =>
  (await platform.ask(ASK, { scope, ...period })).statistics;

const scopes = (): object[] => [
  { nation: true },
  { regionCode: '84' },
  { regionCode: '27' },
  ...['01', '39'].map((departmentCode) => ({ departmentCode })),
  ...territories.map((territoryId) => ({ territoryId })),
];

test('what is counted beforehand equals queries over the tables themselves', async () => {
  let told = 0;
  for (const scope of scopes()) {
    const here = await communesOf(platform.db, scope);
    const { months, skillsAsked, candidates } = await figures(scope);
    for (const { month, ...each } of months.slice(-7)) {
      expect({ scope, month, ...each }).toEqual({ scope, month, ...(await monthInSql(platform.db, here, month, now)) });
    }
    const { asked, held } = await skillsInSql(platform.db, here, '2026-11-23');
    expect(skillsAsked.map(({ skill, asked: times }: any) => [skill.code, times])).toEqual(asked);
    for (const { skill, offered } of skillsAsked) {
      if (offered.value !== null) expect([skill.code, offered.value]).toEqual([skill.code, held.get(skill.code)]);
    }
    if (candidates.value !== null) expect(candidates.value).toBe(await candidatesInSql(platform.db, here));
    const from = Array.from({ length: 2 }, () => nextMonth('2026-01', dice.int(0, 9)));
    for (const period of [
      { from: '2026-04', until: '2026-09' },
      ...from.map((month) => ({ from: month, until: month })),
    ]) {
      const shown = await figures(scope, period);
      const direct = await actsInSql(platform.db, here, period, '2026-11-23');
      for (const name of Object.keys(direct)) {
        const value = name === 'medianDaysToAnswer' ? shown[name] : shown[name].value;
        if (value === null) continue;
        told += value === 0 ? 0 : 1;
        expect({ scope, period, name, value }).toEqual({
          scope,
          period,
          name,
          value: direct[name],
        });
      }
    }
  }
  expect(told).toBeGreaterThan(20);
});

test('while figures are counted one may post, apply and read, and another worker goes its way', async () => {
  const owner = await anOwner(platform);
  const offer = await anOffer(platform, owner);
  const candidate = await aCandidate(platform);
  const blocker = platform.db.createQueryRunner();
  await blocker.startTransaction();
  await blocker.query('SELECT FROM stat_refresh FOR UPDATE');
  let ended = false;
  // It has counted and written everything when it comes to the row that is held.
  const counting = refresh.run({ whole: true }).finally(() => (ended = true));
  try {
    for (let waiting = false; !waiting;) {
      const [row] = await platform.db.query<[{ waiting: boolean }]>(
        `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
           AND query LIKE '%INSERT INTO stat_refresh%' AND pid <> pg_backend_pid()) AS waiting`,
      );
      waiting = row.waiting;
    }
    await anOffer(platform, owner);
    expect((await applyTo(platform, candidate.token, offer.id)).__typename).toBe('Application');
    expect((await figures({ nation: true })).months).toHaveLength(24);
    expect(await refresh.run()).toBe(false);
    expect(ended).toBe(false);
  } finally {
    await blocker.rollbackTransaction();
    await blocker.release();
  }
  expect(await counting).toBe(true);
});
