import { jest } from '@jest/globals';
import { StatisticsRefresh } from '../../src/statistics/statistics-refresh.js';
import { anAdministrator, signUp } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { StatisticsWorld } from '../statistics/world.js';

jest.setTimeout(180_000);

let platform: Platform;
let here: { id: string; code: string; name: string };
let elsewhere: string;

beforeAll(async () => {
  platform = await Platform.start('statistics');
  platform.travelTo('2026-11-23T10:00:00Z');
  const world = new StatisticsWorld(platform);
  const { territories } = await platform.ask('{ territories { id code name } }');
  const [row] = await platform.db.query<{ id: string }[]>(
    `SELECT territory_id AS id FROM territory_commune WHERE commune_code = '01283' AND territory_id LIKE 'CURRENT%'`,
  );
  here = territories.find(({ id }: any) => id === row!.id);
  elsewhere = territories.find(({ id }: any) => id !== row!.id).id;
  const company = await world.company();
  const [skill] = await platform.db.query<{ code: string }[]>('SELECT code FROM skill ORDER BY code LIMIT 1');
  const offer = await world.offer(company, ['01283'], '2026-10-02T08:00:00Z', { required_skill_codes: [skill!.code] });
  await world.offer(company, ['01283'], '2026-09-02T08:00:00Z');
  for (let index = 0; index < 6; index += 1) {
    const id = await world.application(offer, '2026-10-10T08:00:00Z', { due: '2026-10-25' });
    await platform.db.query(
      `UPDATE candidate SET school = 'INSA Lyon', school_key = 'insa lyon' WHERE id = (SELECT candidate_id FROM application WHERE id = $1)`,
      [id],
    );
  }
  for (let index = 0; index < 2; index += 1)
    await world.application(offer, '2026-11-10T08:00:00Z', { due: '2026-12-25' });
  await platform.app.get(StatisticsRefresh, { strict: false }).run();
}, 180_000);
afterAll(() => platform.stop());

test('a territory, its region and France tell their figures; an empty territory says what one can do', async () => {
  const { territory, nation } = await platform.ask(
    `query ($code: String!) {
      territory(code: $code) { statistics { computedAt scope { kind code } openOffers applications { value text } answerRate { text }
        skillsAsked { skill { label } asked offered { masked text } sentence } contractTypes { contractType offers } advice }
        regions { statistics { openOffers applications { value } } } }
      nation: statistics(scope: { nation: true }) { openOffers applications { value } } }`,
    { code: here.code },
  );
  expect(territory.statistics).toMatchObject({
    computedAt: '2026-11-23T10:00:00.000Z',
    scope: { kind: 'TERRITORY', code: here.code },
    openOffers: 2,
    applications: { value: 6, text: '6' },
    contractTypes: [{ contractType: 'CDI', offers: 2 }],
    advice: null,
  });
  expect(territory.statistics.skillsAsked[0]).toMatchObject({ asked: 1, offered: { masked: true } });
  expect(territory.regions[0].statistics).toEqual({ openOffers: 2, applications: { value: 6 } });
  expect(nation).toEqual({ openOffers: 2, applications: { value: 6 } });
  const { node } = await platform.ask(
    `query ($id: ID!) { node(id: $id) { ... on Territory { statistics { openOffers applications { value text } advice } } } }`,
    { id: elsewhere },
  );
  expect(node.statistics).toMatchObject({ openOffers: 0, applications: { value: 0, text: '0' } });
  expect(node.statistics.advice).toMatch(/^Aucune offre n’est ouverte ici en ce moment\..*alerte/);
});

test('what does not exist is said', async () => {
  const codes = async (args: string): Promise<string> =>
    (await platform.send(`{ statistics(${args}) { openOffers } }`)).errors?.[0].extensions.code;
  expect(await codes('scope: { regionCode: "00" }')).toBe('BAD_USER_INPUT');
  expect(await codes('scope: { nation: true }, from: "2026-09", until: "2026-08"')).toBe('BAD_USER_INPUT');
  expect(await codes('scope: { nation: true }, from: "2026-13"')).toBe('GRAPHQL_VALIDATION_FAILED');
  const { errors } = await platform.send('{ statistics(scope: { nation: false }) { openOffers } }');
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('can only be true'),
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('the same as CSV and JSON, for one place and for all territories of a generation', async () => {
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${platform.url}${path}`, { headers });
  const all = await get('/statistics.csv');
  expect(all.headers.get('content-type')).toContain('text/csv');
  const lines = Buffer.from(await all.arrayBuffer())
    .toString('utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(184);
  expect(lines[0]).toMatch(/^\uFEFF"niveau";"code";"nom"/);
  expect(lines.find((line) => line.includes(`"${here.code}"`))).toContain('"Licence Ouverte 2.0 (Etalab)"');
  expect((await get('/statistics.csv', { 'if-none-match': all.headers.get('etag')! })).status).toBe(304);
  const head = await fetch(`${platform.url}/statistics.csv`, { method: 'HEAD' });
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, all.headers.get('etag'), '']);
  const one = await get(`/statistics.json?territory=${here.code}&from=2026-10&until=2026-10`);
  const { places } = await one.json();
  expect(places[0]).toMatchObject({ openOffers: 2, applications: { value: 6 }, until: '2026-10' });
  expect((await get('/statistics.csv?region=00')).status).toBe(404);
  expect((await get('/statistics.csv?region=84&nation=1')).status).toBe(400);
  expect((await get('/statistics.csv?from=hier')).status).toBe(400);
  expect((await get('/statistics.csv?nation=1&from=2026-09&until=2026-08')).status).toBe(400);
});

test('a territory in depth is for its managers and for administrators', async () => {
  const manager = await signUp(platform, 'COMPANY_MEMBER');
  const admin = await anAdministrator(platform);
  const { viewer } = await platform.ask('{ viewer { id } }', {}, { token: manager.token });
  await platform.ask(
    `mutation ($id: ID!, $territories: [ID!]!) { assignTerritories(accountId: $id, territoryIds: $territories) { __typename } }`,
    { id: viewer.id, territories: [here.id] },
    { token: admin.token },
  );
  const INSIGHTS = `query ($id: ID!) { node(id: $id) { ... on Territory { insights { changes { what current previous difference sentence }
    schools { school candidates } candidatesOfOtherSchools { text } lateCompanies { company { name } late never }
    offersWithoutApplications { id } labelsWaiting { state labels } skillsShort { asked } neighbours { name km openOffers } } } } }`;
  const read = (id: string, token?: string): Promise<any> =>
    platform.send(INSIGHTS, { id }, { ...(token && { token }) });
  const { insights } = (await read(here.id, manager.token)).data.node;
  expect(insights.changes.find(({ what }: any) => what === 'APPLICATIONS')).toEqual({
    what: 'APPLICATIONS',
    current: null,
    previous: 6,
    difference: null,
    sentence: 'Moins de 5 candidatures depuis le début du mois, contre 6 à la même date du mois dernier.',
  });
  expect(insights.schools).toEqual([{ school: 'INSA Lyon', candidates: 6 }]);
  expect(insights.lateCompanies).toMatchObject([{ late: 6, never: 0 }]);
  expect(insights.offersWithoutApplications).toHaveLength(1);
  expect(insights.neighbours).toHaveLength(5);
  expect((await read(here.id, admin.token)).errors).toBeUndefined();
  expect((await read(elsewhere, manager.token)).errors[0].extensions.code).toBe('FORBIDDEN');
  expect((await read(here.id)).errors[0].extensions.code).toBe('UNAUTHENTICATED');
});
