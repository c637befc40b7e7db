import { Clock } from '../../src/common/clock.js';
import { readConfig } from '../../src/common/config.js';
import { CompanyRegister, RegisterUnavailable } from '../../src/verification/company-register.js';
import { RegisterPeer, searchAnswer } from '../support/register-peer.js';
import { aSiret } from '../support/people.js';

let peer: RegisterPeer;
let register: CompanyRegister;
let now = Date.parse('2026-09-01T10:00:00Z');

const clock = new Clock();
clock.now = () => new Date(now);

const registerAt = (url?: string) =>
  new CompanyRegister(readConfig({ NODE_ENV: 'test', ...(url && { COMPANY_REGISTER_URL: url }) }), clock);

beforeEach(async () => {
  now = Date.parse('2026-09-01T10:00:00Z');
  peer = await new RegisterPeer().start();
  register = registerAt(peer.url);
});
afterEach(async () => {
  await register.onApplicationShutdown();
  await peer.stop();
});

const siret = aSiret();
const refuses = (say: RegExp) =>
  expect(register.look(siret)).rejects.toMatchObject({
    name: 'RegisterUnavailable',
    message: expect.stringMatching(say),
  });

test('it is off without an address', () => {
  expect([registerAt().isOn, register.isOn]).toEqual([false, true]);
});

test('an active establishment: its state, names, sector, band of employees, category and legal form', async () => {
  peer.knows({
    siret,
    name: 'PLASTURGIE DU HAUT BUGEY',
    acronym: 'PHB',
    tradeName: 'PLASTIBUGEY',
    signs: ['PHB MOULES'],
  });
  expect(await register.look(siret)).toEqual({
    state: 'ACTIVE',
    name: 'PLASTURGIE DU HAUT BUGEY',
    otherNames: ['PHB', 'PLASTIBUGEY', 'PHB MOULES'],
    nafCode: '22.29A',
    headcountBand: '21',
    unitHeadcountBand: '21',
    category: 'PME',
    legalCategory: '5710',
    closedOn: null,
  });
  expect(peer.asked).toEqual([siret]);
  expect(peer.agents[0]).toContain('vte-territoires');
});

test.each([
  ['a closed establishment of a living company', { establishment: 'F', closedOn: '2025-12-31', branch: true }],
  ['an establishment of a company that ceased', { unit: 'C', closedOn: '2025-12-31' }],
] as const)('%s is closed', async (_what, state) => {
  peer.knows({ siret, name: 'AUTOEXPRESS', ...state });
  expect(await register.look(siret)).toMatchObject({ state: 'CLOSED', closedOn: '2025-12-31' });
});

test('a branch is found among its sisters, and another establishment of the same company is not it', async () => {
  peer.knows({ siret, name: 'AUTOEXPRESS', branch: true });
  expect(await register.look(siret)).toMatchObject({ state: 'ACTIVE' });
  peer.fails(200, JSON.stringify(searchAnswer([{ siret: `${siret.slice(0, 9)}12345`, name: 'AUTOEXPRESS' }])));
  expect(await register.look(siret)).toMatchObject({ state: 'UNKNOWN', name: null });
  peer.fails(200, JSON.stringify(searchAnswer([{ siret: aSiret(), name: 'UNE AUTRE' }])));
  expect(await register.look(siret)).toMatchObject({ state: 'UNKNOWN' });
});

test('what the register does not know is unknown; what it does not publish has no name', async () => {
  expect(await register.look(siret)).toMatchObject({ state: 'UNKNOWN', name: null, otherNames: [] });
  const hidden = '[NON-DIFFUSIBLE]';
  peer.knows({ siret, name: hidden, fullName: hidden, acronym: hidden, signs: [hidden], published: 'P' });
  expect(await register.look(siret)).toMatchObject({ state: 'ACTIVE', name: null, otherNames: [] });
  peer.knows({ siret, name: null, published: 'P' });
  expect(await register.look(siret)).toMatchObject({ state: 'ACTIVE', name: null, otherNames: [] });
});

test.each([
  [
    'an error',
    () => {
      peer.fails(500, '{"erreur":"Internal Server Error"}');
    },
    /answered 500/,
  ],
  [
    'a page instead of JSON',
    () => {
      peer.fails(200, '<html>Maintenance</html>');
    },
    /JSON|Unexpected/,
  ],
  [
    'another shape',
    () => {
      peer.fails(200, '{"resultats":[]}');
    },
    /results/,
  ],
  [
    'a wrong type inside',
    () => {
      peer.fails(200, '{"results":[{"siren":1}]}');
    },
    /siren/,
  ],
  [
    'a redirection elsewhere',
    () => {
      peer.fails(302, '', { location: 'http://127.0.0.1:1/' });
    },
    /answered 302/,
  ],
  [
    'more than it can be',
    () => {
      peer.fails(200, `"${'x'.repeat(1_100_000)}"`);
    },
    /too much/,
  ],
] as const)('%s is no answer', async (_what, fail, say) => {
  fail();
  await refuses(say);
  peer.knows({ siret, name: 'AUTOEXPRESS' });
  expect(await register.look(siret)).toMatchObject({ state: 'ACTIVE' });
});

test('one that never answers is given up after seconds, one that is not there at once', async () => {
  peer.hangs();
  const before = performance.now();
  await refuses(/abort|timeout/i);
  expect(performance.now() - before).toBeLessThan(7_000);
  await peer.stop();
  await expect(register.look(siret)).rejects.toThrow(RegisterUnavailable);
  peer = await new RegisterPeer().start();
}, 15_000);

test('asked too often, it is left alone for as long as it says, an hour at most', async () => {
  peer.fails(429, '{"erreur":"Too many requests"}', { 'retry-after': '90' });
  await refuses(/answered 429/);
  await refuses(/left alone/);
  now += 89_000;
  await refuses(/left alone/);
  expect(peer.asked).toHaveLength(1);
  now += 2_000;
  expect(await register.look(siret)).toMatchObject({ state: 'UNKNOWN' });
  peer.fails(429, '', { 'retry-after': '999999999' });
  await refuses(/429/);
  now += 3_600_000;
  expect(await register.look(siret)).toMatchObject({ state: 'UNKNOWN' });
  peer.fails(429, '', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' });
  await refuses(/429/);
  now += 59_000;
  await refuses(/left alone/);
  now += 2_000;
  expect(await register.look(siret)).toMatchObject({ state: 'UNKNOWN' });
});

test('after five failures in a row it rests for a minute; then one failure more is enough, and one answer forgives all', async () => {
  peer.isDown();
  for (let time = 0; time < 5; time += 1) await refuses(/answered 503/);
  await refuses(/left alone/);
  expect(peer.asked).toHaveLength(5);
  now += 61_000;
  await refuses(/answered 503/);
  await refuses(/left alone/);
  now += 61_000;
  peer.recovers();
  expect(await register.look(siret)).toMatchObject({ state: 'UNKNOWN' });
  peer.isDown();
  for (let time = 0; time < 4; time += 1) await refuses(/answered 503/);
  peer.recovers();
  expect(await register.look(siret)).toMatchObject({ state: 'UNKNOWN' });
});
