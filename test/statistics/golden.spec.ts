import { jest } from '@jest/globals';
import { StatisticsRefresh } from '../../src/statistics/statistics-refresh.js';
import { Platform } from '../support/platform.js';
import { StatisticsWorld } from './world.js';

jest.setTimeout(120_000);

/** Oyonnax (Ain, Auvergne-Rhône-Alpes, in a territory), and Dole (Jura, Bourgogne-Franche-Comté). */
const oyonnax = '01283';
const dole = '39198';

let platform: Platform;
let world: StatisticsWorld;
let company: string;
let territoryId: string;

const refresh = (): Promise<boolean> => platform.app.get(StatisticsRefresh, { strict: false }).run();

const FIELDS = `openOffers openings companies candidates { value masked } applications { value masked } answers { value }
  answerRate { value } medianDaysToAnswer hires { value } labels { value } from until
  months { month openOffers offersOpenDuring openings companies offersOpened offersEnded offersFilled applications { value masked }
    answers { value } hires { value } labels { value } }`;
const ASK = `query ($scope: StatisticsScopeInput!, $from: Month, $until: Month) {
  statistics(scope: $scope, from: $from, until: $until) { ${FIELDS} } }`;

const figures = async (scope: object, period: object = {}): Promise<any> =>
  (await platform.ask(ASK, { scope, ...period })).statistics;
const month = (statistics: any, name: string): any => statistics.months.find((each: any) => each.month === name);
const times = async (count: number, act: (index: number) => Promise<unknown>): Promise<void> => {
  for (let index = 0; index < count; index += 1) await act(index);
};

beforeAll(async () => {
  platform = await Platform.start('stat_golden');
  world = new StatisticsWorld(platform);
  platform.travelTo('2026-11-23T10:00:00Z');
  const { territoryOf } = await platform.db
    .query(
      `SELECT territory_id AS id FROM territory_commune WHERE commune_code = $1 AND territory_id LIKE 'CURRENT%'`,
      [oyonnax],
    )
    .then(([row]: any) => ({ territoryOf: row.id as string }));
  territoryId = territoryOf;
  company = await world.company();
  const other = await world.company(dole);
  // The last minute of September in Paris, which is still the evening in UTC; and the first of October.
  const both = await world.offer(company, [oyonnax, '01185', dole], '2026-09-30T21:59:00Z', { openings: 3 });
  await world.offer(other, [dole], '2026-09-30T22:00:00Z', { contract_type: 'CDD' });
  // From winter to summer time and back: open in March, ended in October.
  const filled = await world.offer(company, [oyonnax], '2026-03-28T23:30:00Z', {
    closed: '2026-10-25T00:30:00Z',
    as: 'FILLED',
  });
  // Paused at the end of October and back in November: open in both, ended in none.
  const paused = await world.offer(company, [oyonnax], '2026-11-10T08:00:00Z');
  await world.span(paused, '2026-10-01T08:00:00Z', '2026-10-20T08:00:00Z', 'PAUSED');
  // Its last day was in July although no worker said so yet.
  await world.offer(company, [oyonnax], '2026-07-01T08:00:00Z', { expires_on: '2026-07-31' });

  // Six answers after 0, 2, 4, 5, 9 and 20 days, the last one late; one never came; one was taken back in time.
  const answered = ['01', '03', '05', '06', '10', '21'];
  await times(6, (index) =>
    world.application(filled, '2026-07-01T08:00:00Z', { answered: `2026-07-${answered[index]!}T09:00:00Z` }),
  );
  await world.application(filled, '2026-07-01T08:00:00Z', { due: '2026-07-16' });
  await world.application(filled, '2026-07-01T08:00:00Z', { withdrawn: '2026-07-02T08:00:00Z' });
  await times(5, () => world.application(both, '2026-09-30T22:30:00Z', { due: '2026-12-01' }));
  await times(3, () => world.application(both, '2026-09-30T21:30:00Z', { due: '2026-12-01' }));

  await times(5, () => world.hire(company, oyonnax, '2026-06-15', '2026-06-20T08:00:00Z'));
  await world.hire(company, oyonnax, '2026-06-15', '2026-08-02T08:00:00Z');
  await world.hire(company, oyonnax, '2026-06-15', '2026-06-20T08:00:00Z', {
    status: 'CANCELLED',
    signed_at: null,
    ended_by: 'COMPANY',
  });
  await platform.db.query(`UPDATE label SET state = 'GRANTED', granted_at = '2026-08-31T21:30:00Z'
    WHERE hire_id IN (SELECT id FROM hire WHERE status = 'SIGNED')`);

  await times(6, () => world.candidate([{ commune: { code: oyonnax, radiusKm: 10 } }]));
  await times(5, () => world.candidate([{ departmentCode: '39' }, { commune: { code: oyonnax } }]));
  await refresh();
});
afterAll(() => platform.stop());

test('offers count in the months they were open, by the civil month, once in each place', async () => {
  const [nation, ain, jura] = [
    await figures({ nation: true }),
    await figures({ departmentCode: '01' }),
    await figures({ departmentCode: '39' }),
  ];
  expect([nation.openOffers, nation.openings, nation.companies]).toEqual([3, 5, 2]);
  expect([ain.openOffers, ain.openings, ain.companies]).toEqual([2, 4, 1]);
  expect([jura.openOffers, jura.openings, jura.companies]).toEqual([2, 4, 2]);
  expect(month(ain, '2026-09')).toMatchObject({ openOffers: 2, offersOpenDuring: 2, offersOpened: 1, openings: 4 });
  expect(month(jura, '2026-09')).toMatchObject({ openOffers: 1, offersOpened: 1 });
  expect(month(jura, '2026-10')).toMatchObject({ openOffers: 2, offersOpened: 1, companies: 2 });
  expect(month(ain, '2026-02')).toMatchObject({ openOffers: 0, offersOpenDuring: 0 });
  expect(month(ain, '2026-03')).toMatchObject({ openOffers: 1, offersOpened: 1 });
  expect(month(ain, '2026-07')).toMatchObject({ openOffers: 1, offersOpenDuring: 2, offersEnded: 1, offersFilled: 0 });
  expect(month(ain, '2026-10')).toMatchObject({
    openOffers: 1,
    offersOpenDuring: 3,
    offersOpened: 1,
    offersEnded: 1,
    offersFilled: 1,
  });
  expect(month(ain, '2026-11')).toMatchObject({ openOffers: 2, offersOpened: 1, offersEnded: 0 });
  expect([ain.months.length, ain.months[0].month, ain.months.at(-1).month]).toEqual([24, '2024-12', '2026-11']);
});

test('answers: how many, which share in time, and the median delay', async () => {
  const july = await figures({ territoryId }, { from: '2026-07', until: '2026-07' });
  expect(july).toMatchObject({
    applications: { value: 8 },
    answers: { value: 6 },
    answerRate: { value: null },
    medianDaysToAnswer: 4.5,
  });
  const nation = await figures({ nation: true }, { from: '2026-01', until: '2026-09' });
  expect(nation.applications).toEqual({ value: null, masked: true });
  expect((await figures({ nation: true })).applications).toEqual({ value: null, masked: true });
});

test('an application counts where the first site of its offer is, in the civil month, and only once the month is over', async () => {
  const nation = await figures({ nation: true });
  expect([month(nation, '2026-07').applications.value, month(nation, '2026-10').applications.value]).toEqual([8, 5]);
  expect(month(nation, '2026-09').applications).toEqual({ value: null, masked: true });
  expect(month(nation, '2026-11').applications).toEqual({ value: null, masked: false });
  expect(month(await figures({ departmentCode: '39' }), '2026-10').applications.value).toBe(0);
});

test('a hire counts when it is known, a label when it is granted; what was called off does not', async () => {
  const territory = await figures({ territoryId }, { from: '2026-06', until: '2026-06' });
  expect([territory.hires.value, territory.labels.value]).toEqual([5, 0]);
  const august = await figures({ territoryId }, { from: '2026-08', until: '2026-08' });
  expect([august.hires.value, august.labels.value]).toEqual([null, 6]);
});

test('candidates count wherever a place they named reaches, unless a difference would point at few of them', async () => {
  expect((await figures({ nation: true })).candidates).toEqual({ value: 11, masked: false });
  expect((await figures({ territoryId })).candidates).toEqual({ value: 11, masked: false });
  expect((await figures({ departmentCode: '39' })).candidates.value).not.toBe(0);
  expect((await figures({ departmentCode: '2A' })).candidates).toEqual({ value: 0, masked: false });
});

test('of a territory of the former generation offers are counted and people are not, which is said', async () => {
  const [former] = await platform.db.query<{ id: string }[]>(
    `SELECT territory_id AS id FROM territory_commune WHERE commune_code = $1 AND territory_id LIKE 'LAUNCH%'`,
    [oyonnax],
  );
  const { statistics } = await platform.ask(
    `query ($scope: StatisticsScopeInput!) { statistics(scope: $scope) { openOffers candidates { masked text } applications { masked text } } }`,
    { scope: { territoryId: former!.id } },
  );
  const text = 'non compté : le mois n’est pas clos, ou rien n’est compté ici pour cette période';
  expect(statistics.openOffers).toBe(2);
  for (const figure of [statistics.candidates, statistics.applications]) {
    expect(figure).toEqual({ masked: false, text: expect.stringMatching(text.replaceAll(' ', '\\s')) });
  }
});

test('a retired territory takes nothing from the one that has its communes now', async () => {
  const communes = (id: string): Promise<unknown> =>
    platform.db.query(`INSERT INTO territory_commune (territory_id, commune_code) VALUES ($1, $2)`, [id, oyonnax]);
  const [other] = await platform.db.query<{ id: string }[]>(
    `SELECT id FROM territory WHERE id LIKE 'CURRENT%' AND id < $1 AND NOT EXISTS (
       SELECT FROM territory_commune WHERE territory_id = id AND commune_code = $2) ORDER BY id LIMIT 1`,
    [territoryId, oyonnax],
  );
  await communes(other!.id);
  await platform.db.query('UPDATE territory SET retired = true WHERE id = $1', [other!.id]);
  const november = (): Promise<{ id: string }[]> =>
    platform.db.query(
      `SELECT DISTINCT territory_id AS id FROM stat_area_month WHERE month = '2026-11-01' AND territory_id <> ''`,
    );
  await world.application(
    (
      await platform.db.query(
        'SELECT offer_id AS id FROM offer_site WHERE commune_code = $1 AND position = 1 LIMIT 1',
        [oyonnax],
      )
    )[0].id,
    '2026-11-05T08:00:00Z',
  );
  await refresh();
  expect(await november()).toEqual([{ id: territoryId }]);
  expect(await platform.db.query('SELECT FROM stat_offer_month WHERE scope = $1', [`territory:${other!.id}`])).toEqual(
    [],
  );
});

test('counting again changes nothing, two at once do not hinder each other, and what is past stays when a person goes', async () => {
  const sheets = (): Promise<unknown[]> => platform.db.query('SELECT scope, sheet FROM stat_sheet ORDER BY scope');
  const before = await sheets();
  expect((await Promise.all([refresh(), refresh()])).filter(Boolean).length).toBeGreaterThan(0);
  expect(await sheets()).toEqual(before);
  await platform.db.query('DELETE FROM account WHERE id IN (SELECT account_id FROM candidate)');
  await refresh();
  expect(await sheets()).toEqual(before);
  platform.travelTo('2026-12-01T08:00:00Z');
  await refresh();
  const december = await figures({ nation: true });
  expect(december.candidates).toEqual({ value: 0, masked: false });
  expect(month(december, '2026-07').applications.value).toBe(8);
  expect(month(december, '2026-11').applications.value).toBe(0);
  expect(december.until).toBe('2026-11');
});
