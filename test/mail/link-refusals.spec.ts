import { forbidden, rateLimited, unauthenticated } from '../../src/common/errors.js';
import { LinkPages, linkPath } from '../../src/mail/link-pages.js';
import { MailApp } from './mail-app.js';

let rooms: MailApp;
const pressed: string[] = [];
const text = { fr: 'Essai', en: 'Trial' };

beforeAll(async () => {
  rooms = await MailApp.start('link_refusals', { PUBLIC_URL: 'https://vte.example' });
  const register = (kind: string, act: () => Promise<typeof text>) => {
    const check = (token: string) => (token === 'broken' ? act().then(() => true) : Promise.resolve(token !== 'used'));
    rooms.app.get(LinkPages).register({ kind, title: text, explain: text, button: text, check, act });
  };
  const thrown = (error: Error) => () => Promise.reject(error);
  register('essai', () => {
    pressed.push('essai');
    return Promise.resolve(text);
  });
  register('trop', thrown(rateLimited(90)));
  register('interdit', thrown(forbidden()));
  register('inconnu', thrown(unauthenticated()));
  register('panne', thrown(new Error('no luck')));
});
afterAll(() => rooms.stop());
beforeEach(() => pressed.splice(0));

const press = async (kind: string, headers: Record<string, string> = {}): Promise<{ status: number; html: string }> => {
  const body = new URLSearchParams({ jeton: 'x' });
  const response = await fetch(`${rooms.url}/lien/${kind}`, { method: 'POST', body, headers });
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  return { status: response.status, html: await response.text() };
};

test.each([
  ['trop', 429, 'Trop d’essais'],
  ['interdit', 403, 'Cet accès ne vous est pas ouvert'],
  ['inconnu', 401, 'Connectez-vous d’abord'],
  ['panne', 500, 'Référence'],
])('what is thrown is a page in French: %s', async (kind, status, words) => {
  expect(await press(kind)).toEqual({ status, html: expect.stringContaining(words) });
  const opened = await fetch(`${rooms.url}${linkPath(kind, 'broken')}`);
  expect([opened.status, await opened.text()]).toEqual([status, expect.stringContaining(words)]);
});

test('a link that no longer works says so when it is opened, and opening does nothing', async () => {
  const dead = await fetch(`${rooms.url}${linkPath('essai', 'used')}`);
  expect([dead.status, await dead.text()]).toEqual([404, expect.stringContaining('Ce lien ne fonctionne pas')]);
  for (const method of ['GET', 'HEAD']) {
    const opened = await fetch(`${rooms.url}${linkPath('essai', 'x')}`, { method });
    expect(opened.status).toBe(200);
    // So that the browser says where the form stood, and never the address with the token.
    expect(opened.headers.get('referrer-policy')).toBe('strict-origin');
  }
  expect(pressed).toEqual([]);
});

describe('a form on a page of someone else', () => {
  test.each([
    { origin: 'https://evil.example' },
    { origin: 'https://vte.example.evil.example' },
    { origin: 'http://vte.example' },
    { origin: 'null' },
    { origin: 'http://localhost:1' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://vte.example', 'sec-fetch-site': 'cross-site' },
  ])('is refused in French and does nothing: %j', async (headers) => {
    expect(await press('essai', headers as Record<string, string>)).toEqual({
      status: 403,
      html: expect.stringContaining('Cet accès ne vous est pas ouvert'),
    });
    expect(pressed).toEqual([]);
  });

  test('is told from our own, by the public address or by a name of this machine', async () => {
    const own = [{}, { origin: 'https://vte.example' }, { origin: rooms.url }, { 'sec-fetch-site': 'same-origin' }];
    for (const headers of own) expect((await press('essai', headers as Record<string, string>)).status).toBe(200);
    expect(pressed).toHaveLength(own.length);
  });
});
