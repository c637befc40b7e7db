import { LinkPages, linkPath } from '../../src/mail/link-pages.js';
import { pressLink } from '../support/sent-mails.js';
import { MailApp } from './mail-app.js';

let rooms: MailApp;
const pressed: { token: string; fields: object; language: string }[] = [];

beforeAll(async () => {
  rooms = await MailApp.start('link_pages');
  rooms.app.get(LinkPages).register({
    kind: 'essai-de-page',
    title: { fr: 'Nouveau mot de passe', en: 'New password' },
    explain: { fr: 'Choisissez-le <bien> !', en: 'Choose it <well>.' },
    button: { fr: 'Enregistrer', en: 'Save' },
    fields: [{ name: 'password', label: { fr: 'Mot de passe', en: 'Password' }, type: 'password' }],
    act: (token, fields, { language }) => {
      pressed.push({ token, fields, language });
      if (token === 'failing') throw new Error('no luck');
      if (token !== 'good&"token') return Promise.resolve(null);
      if (fields['password'] === 'short') return Promise.resolve({ again: { fr: 'Trop court.', en: 'Too short.' } });
      return Promise.resolve({ fr: 'C’est fait.', en: 'It is done.' });
    },
  });
});
afterAll(() => rooms.stop());

const path = linkPath('essai-de-page', 'good&"token');
const open = (at: string, language = 'fr') => fetch(`${rooms.url}${at}`, { headers: { 'accept-language': language } });

it('shows what the link is for, with one button, and does nothing', async () => {
  const response = await open(path);
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(html).toContain('<html lang="fr">');
  expect(html).toContain('<h1>Nouveau mot de passe</h1>');
  expect(html).toContain('Choisissez-le &lt;bien&gt;\u202f!');
  expect(html).toContain('<label for="password">Mot de passe</label>');
  expect(html).toContain('value="good&amp;&quot;token"');
  expect(html.match(/<button/g)).toHaveLength(1);
  expect(await (await open(path, 'en')).text()).toContain('<button type="submit">Save</button>');
  expect(pressed).toEqual([]);
});

it('is kept by nobody and runs nothing', async () => {
  for (const at of [path, '/lien/unknown?jeton=x']) {
    const { headers } = await open(at);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe(at === path ? 'strict-origin' : 'no-referrer');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers.get('content-security-policy')).not.toMatch(/script|unsafe/);
  }
});

it('acts when the button is pressed, with the token and the fields it asked for', async () => {
  const { status, html } = await pressLink(rooms, `http://x${path}`, { password: 'a long one', other: 'x' });
  expect(status).toBe(200);
  expect(html).toContain('C’est fait.');
  expect(html).not.toContain('<form');
  expect(pressed.pop()).toEqual({ token: 'good&"token', fields: { password: 'a long one' }, language: 'fr' });
});

it('shows the form again with what is wrong, and never the password', async () => {
  const { status, html } = await pressLink(rooms, `http://x${path}`, { password: 'short' });
  expect(status).toBe(422);
  expect(html).toContain('<p class="wrong" role="alert">Trop court.</p>');
  expect(html).toContain('<form');
  expect(html).not.toContain('short');
});

it('is the same page for every link that does not work', async () => {
  const dead = await (await open('/lien/unknown?jeton=x')).text();
  expect(dead).toContain('Ce lien ne fonctionne pas');
  for (const at of [
    '/lien/essai-de-page',
    '/lien/essai-de-page?jeton=',
    '/lien/__proto__?jeton=x',
    `${path}&jeton=2`,
  ]) {
    const response = await open(at);
    expect([response.status, await response.text()]).toEqual([404, dead]);
  }
  for (const link of [
    'http://x/lien/essai-de-page?jeton=old',
    'http://x/lien/unknown?jeton=x',
    'http://x/lien/essai-de-page',
  ]) {
    expect(await pressLink(rooms, link)).toEqual({ status: 404, html: dead });
  }
  const post = (body: BodyInit, type: string) =>
    fetch(`${rooms.url}/lien/essai-de-page`, { method: 'POST', body, headers: { 'content-type': type } });
  const before = pressed.length;
  for (const response of [
    await post(`jeton=${'y'.repeat(501)}`, 'application/x-www-form-urlencoded'),
    await post('jeton=x&jeton=y', 'application/x-www-form-urlencoded'),
    await post('{"jeton":"x"}', 'application/json'),
  ]) {
    expect([response.status, await response.text()]).toEqual([404, dead]);
  }
  expect(pressed).toHaveLength(before);
});

it('tells of a failure of ours by a reference, without the token', async () => {
  const { status, html } = await pressLink(rooms, 'http://x/lien/essai-de-page?jeton=failing', { password: 'x' });
  expect(status).toBe(500);
  expect(html).toMatch(/Référence : [0-9a-f]{12}\./);
  expect(html).not.toMatch(/failing|no luck/);
});

it('is refused to two rooms at once, and to what cannot be in an address', () => {
  const pages = new LinkPages();
  const text = { fr: '', en: '' };
  const page = { title: text, explain: text, button: text, act: () => Promise.resolve(null) };
  pages.register({ kind: 'a', ...page });
  expect(() => {
    pages.register({ kind: 'a', ...page });
  }).toThrow(/two rooms/);
  expect(() => {
    pages.register({ kind: 'A/B', ...page });
  }).toThrow(/address/);
});
