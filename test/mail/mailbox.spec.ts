import { request } from 'node:http';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MailApp } from './mail-app.js';

let rooms: MailApp;

beforeAll(async () => {
  rooms = await MailApp.start('mailbox');
});
afterAll(() => rooms.stop());

/** With a Host of one’s own, which `fetch` does not allow. */
const get = (
  path: string,
  headers: Record<string, string> = {},
  at = rooms,
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> =>
  new Promise((resolve, reject) => {
    request(`${at.url}${path}`, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks).toString() });
      });
    })
      .on('error', reject)
      .end();
  });

const idOf = async (email: string): Promise<string> => (await rooms.row(email)).id;

it('says so when nothing was sent, in the language of the browser', async () => {
  const { status, body, headers } = await get('/mail');
  expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
  expect(body).toContain('Aucun courriel pour le moment');
  expect(body).not.toContain('<table');
  expect((await get('/mail', { 'accept-language': 'en' })).body).toContain('No e-mail yet');
});

it('lists letters, the newest first, as links with a heading for each column', async () => {
  const first = await rooms.write({ subject: { fr: 'Le <premier>', en: '' } });
  await rooms.jobs();
  const second = await rooms.write({ subject: { fr: 'Le second', en: '' } });
  await rooms.jobs();
  const { body } = await get('/mail');
  expect(body).toContain('2 courriels, du plus récent au plus ancien');
  expect(body.match(/<th scope="col">/g)).toHaveLength(3);
  const links = [...body.matchAll(/<a href="\/mail\/([0-9a-f-]{36})">(.*?)<\/a><\/td><td>(.*?)<\/td>/g)];
  expect(links.map(([, ...found]) => found)).toEqual([
    [await idOf(second), 'Le second', second],
    [await idOf(first), 'Le &lt;premier&gt;', first],
  ]);
});

it('shows one letter: as its reader sees it, as text, with its files', async () => {
  const email = await rooms.write({
    subject: { fr: 'Votre entretien', en: '' },
    paragraphs: [{ fr: 'Jeudi <script>alert(1)</script> à 10 h', en: '' }],
    link: { label: { fr: 'Voir', en: 'See' }, path: '/lien/voir?jeton=a&b' },
    attachments: [{ name: 'entretien.ics', type: 'text/calendar; method=REQUEST', content: 'BEGIN:VCALENDAR' }],
  });
  await rooms.jobs();
  const id = await idOf(email);
  const { body, headers } = await get(`/mail/${id}`);
  expect(body).toContain('<h1>Votre entretien</h1>');
  expect(body).toContain(`<td>${email}</td>`);
  expect(body).toContain('Jeudi &lt;script&gt;');
  expect(body).toContain('<a href="http://localhost:4000/lien/voir?jeton=a&amp;b"');
  expect(body).toMatch(
    /<iframe src="[^"]+\/html" title="Le courriel" sandbox="allow-popups allow-popups-to-escape-sandbox">/,
  );
  expect(body).not.toMatch(/<script|onclick|tabindex/);
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*frame-src 'self'$/);
  const shown = await get(`/mail/${id}/html`);
  expect(shown.body).toMatch(/^<base target="_blank">\n<!doctype html>/);
  expect(shown.headers['content-security-policy']).toMatch(
    /^default-src 'none'; .*sandbox allow-popups allow-popups-to/,
  );
  expect(shown.headers['content-security-policy']).not.toMatch(/script|same-origin|connect/);
  expect(shown.headers['x-frame-options']).toBe('SAMEORIGIN');
  const path = /href="(\/mail\/[^"]+\/files\/1)"/.exec(body)![1]!;
  const file = await get(path);
  expect(file.body).toBe('BEGIN:VCALENDAR');
  expect(file.headers['content-disposition']).toBe("attachment; filename*=UTF-8''entretien.ics");
  expect((await get(`/mail/${id}/source`)).body).toMatch(/^From: /m);
});

it('turns over after fifty', async () => {
  for (let count = 0; count < 50; count += 1) await rooms.write();
  await rooms.jobs();
  const [first, second] = [(await get('/mail')).body, (await get('/mail?page=2')).body];
  expect(first.match(/<tr><td>/g)).toHaveLength(50);
  expect(second.match(/<tr><td>/g)).toHaveLength(3);
  expect(first).toContain('<a rel="next" href="/mail?page=2">Plus anciens</a>');
  expect(second).toContain('<a rel="prev" href="/mail?page=1">Plus récents</a>');
  expect((await get('/mail?page=0')).body).toBe(first);
});

it('has nothing at any other address', async () => {
  const unknown = await get('/nothing');
  for (const path of [
    '/mail/00000000-0000-4000-8000-000000000000',
    '/mail/..%2F..%2Fetc%2Fpasswd',
    '/mail/x/html',
    '/mail/x/source',
    `/mail/${await idOf('reader1@example.com')}/files/1`,
  ]) {
    expect([path, await get(path).then(({ status, body }) => ({ status, body }))]).toEqual([
      path,
      { status: 404, body: unknown.body },
    ]);
  }
});

it('is shown on this machine only: not through a proxy, nor to a page that gives its own name our address', async () => {
  const id = await idOf('reader1@example.com');
  const others: Record<string, string>[] = [
    { 'x-forwarded-for': '203.0.113.9' },
    { forwarded: 'for=203.0.113.9' },
    { host: 'evil.example:4000' },
    { host: 'localhost.evil.example' },
  ];
  for (const headers of others) {
    for (const path of ['/mail', `/mail/${id}`, `/mail/${id}/html`, `/mail/${id}/source`])
      expect((await get(path, headers)).status).toBe(404);
  }
  for (const host of ['localhost:4000', '127.0.0.1', '[::1]:4000'])
    expect((await get('/mail', { host })).status).toBe(200);
});

it.each([
  ['letters go out', { SMTP_URL: 'smtp://127.0.0.1:9' }],
  [
    'the platform is in production',
    { NODE_ENV: 'production', SMTP_URL: 'smtp://127.0.0.1:9', PUBLIC_URL: 'https://vte.example' },
  ],
])('is not there where %s', async (_where, environment) => {
  const other = await MailApp.start('mailbox_not_there', environment);
  try {
    expect((await get('/mail', {}, other)).status).toBe(404);
    await expect(readdir(join(other.dataDir, 'mail'))).rejects.toThrow('ENOENT');
  } finally {
    await other.stop();
  }
});
