import { createHash, randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { FileDisk } from '../../src/files/file-disk.js';
import { callerNames, type CallerName, expected } from '../permissions/callers.js';
import { furnish } from '../permissions/furniture.js';
import { aWorld, type World } from '../permissions/world.js';
import { Platform } from '../support/platform.js';

jest.setTimeout(240_000);

/** What is no GraphQL, as every caller: files, exports, the pages of letters, the letters themselves. */
let platform: Platform;
let world: World;
let sentFile: string;
let keptFile: string;
const exportToken = 'the-token-of-an-export';

beforeAll(async () => {
  platform = await Platform.start('matrix_routes');
  world = await aWorld(platform);
  await furnish(platform, world);
  const disk = platform.app.get(FileDisk, { strict: false });
  const files = await platform.db.query<{ id: string; sent: boolean }[]>(
    'SELECT id, EXISTS (SELECT FROM file_attachment WHERE file_id = stored_file.id) AS sent FROM stored_file ORDER BY label_id IS NULL',
  );
  for (const { id, sent } of files) {
    const name = await disk.cvs.write(Buffer.from('%PDF-1.4'));
    await platform.db.query('UPDATE stored_file SET disk_name = $1 WHERE id = $2', [name, id]);
    if (sent) sentFile = id;
    else keptFile = id;
  }
  await platform.db.query('UPDATE data_export SET token_hash = $1', [
    createHash('sha256').update(exportToken).digest(),
  ]);
}, 240_000);
afterAll(() => platform.stop());

interface Got {
  status: number;
  body: string;
}

async function ask(caller: CallerName, method: string, path: string, more: Record<string, string> = {}): Promise<Got> {
  const token = world.tokens[caller];
  const response = await fetch(`${platform.url}${path}`, {
    method,
    redirect: 'manual',
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...more },
    ...(method === 'POST' && { body: 'jeton=x&code=y&password=z' }),
  });
  return { status: response.status, body: await response.text() };
}

const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
const asPdf = { 'content-type': 'application/pdf' };

/** What each route is about; a new one needs a line, and a test below when it shows anything that is someone’s. */
const routes: Readonly<Record<string, string>> = {
  '/': 'public',
  '/cartes': 'public',
  '/charte/:sha256': 'public',
  '/charters/:file': 'both sides of a hire, administrators',
  '/cv': 'candidates',
  '/export/:token': 'whoever has the token, and nobody else who is signed in',
  '/files/:id': 'its owner, whom it was sent to, administrators',
  '/files/cv': 'candidates',
  '/graphql': 'the other matrices',
  '/health/live': 'public',
  '/health/ready': 'public',
  '/labels/:id/documents': 'the young person, owners and recruiters of the company',
  '/lien/:kind': 'whoever has the token',
  '/mail': 'this machine',
  '/mail/:id': 'this machine',
  '/mail/:id/files/:number': 'this machine',
  '/mail/:id/html': 'this machine',
  '/mail/:id/source': 'this machine',
  '/maps': 'public',
  '/maps/:frame/:file': 'public',
  '/oidc/:provider/callback': 'public where configured',
  '/oidc/:provider/start': 'public where configured',
  '/playground/:version/:name': 'public',
  '/schema.graphql': 'public',
  '/statistics.csv': 'public',
  '/statistics.json': 'public',
};

test('every route is known', () => {
  const tree: string = platform.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const above: string[] = [];
  const found = tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^([│ ]*)[├└]── (\S*)(?: \(([^)]*)\))?/.exec(line) ?? [];
    above.splice(indent.length / 4, above.length, part);
    return /GET|POST|PUT|PATCH|DELETE/.test(methods) ? [above.join('').replace(/(?<=.)\/$/, '')] : [];
  });
  expect([...new Set(found)].sort()).toEqual(Object.keys(routes).sort());
});

describe.each(callerNames)('%s', (caller) => {
  test('reads the files that are theirs to read, and others are like those that do not exist', async () => {
    const nothing = await ask(caller, 'GET', `/files/${randomUUID()}`);
    expect(nothing.status).toBe(404);
    const rows = [
      [sentFile, expected(caller, 'file.read', 'application')],
      [keptFile, expected(caller, 'file.manage', 'candidate') || caller === 'admin'],
      [world.ids['paper']!.id, expected(caller, 'label.readPapers', 'label')],
    ] as const;
    for (const [id, may] of rows) {
      const got = await ask(caller, 'GET', `/files/${id}`);
      expect([may, got]).toEqual([may, may ? { status: 200, body: '%PDF-1.4' } : nothing]);
    }
  });

  test('reads the charter that is theirs to read, and others are like those that do not exist', async () => {
    const nothing = await ask(caller, 'GET', `/charters/${randomUUID()}.pdf`);
    expect(nothing.status).toBe(404);
    const may = expected(caller, 'charter.read', 'application');
    const got = await ask(caller, 'GET', `/charters/${world.ids['hire']!.id}.pdf`);
    expect([may, got]).toEqual([may, may ? { status: 200, body: '%PDF-1.4' } : nothing]);
  });

  test.each([
    ['/files/cv', 'file.keep'],
    ['/cv', 'proposal.profile'],
  ] as const)('sends a file to %s when it is for them', async (path, act) => {
    const { status, body } = await ask(caller, 'POST', path, asPdf);
    if (expected(caller, act, 'platform')) expect(JSON.parse(body)).toMatchObject({ code: 'UNSUPPORTED_FILE' });
    else expect(status).toBe(world.tokens[caller] === '' || caller === 'suspended' ? 401 : 403);
  });

  test('sends a paper to a label that is theirs, and other labels are like those that do not exist', async () => {
    const post = (id = '') => ask(caller, 'POST', `/labels/${id}/documents`, asPdf);
    const got = await post(world.ids['label']!.id);
    if (expected(caller, 'label.answer', 'label')) expect(got.status).toBe(415);
    else expect(got).toEqual(await post(randomUUID()));
  });

  test('opens an export by its token, when signed in as its owner or not at all', async () => {
    const nothing = await ask(caller, 'GET', '/export/no-such-token');
    expect(nothing.status).toBe(404);
    // A suspended account is nobody, and the letter is in someone’s hands.
    const may = caller === 'candidate' || caller === 'anonymous' || caller === 'suspended';
    const shown = await ask(caller, 'GET', `/export/${exportToken}`);
    expect(may ? shown.status : shown).toEqual(may ? 200 : nothing);
    if (!may) expect(await ask(caller, 'POST', `/export/${exportToken}`, asForm)).toEqual(nothing);
  });

  test('is shown by maps and the pages of letters and of providers what anyone is shown', async () => {
    for (const [method, path] of [
      ['GET', '/cartes'],
      ['GET', '/maps'],
      ['GET', '/maps/mayotte/regions.topojson'],
      ['GET', '/lien/confirm-email?jeton=x'],
      ['GET', '/lien/nowhere?jeton=x'],
      ['POST', '/lien/confirm-email'],
      ['POST', '/lien/reset-password'],
      ['POST', '/lien/identity'],
      ['GET', '/oidc/company/start'],
      ['GET', '/mail'],
    ] as const) {
      const more = method === 'POST' ? asForm : {};
      expect([path, await ask(caller, method, path, more)]).toEqual([path, await ask('anonymous', method, path, more)]);
    }
  });

  test('reads no letters from elsewhere', async () => {
    const elsewhere = { 'x-forwarded-for': '192.0.2.7' };
    const nothing = await ask(caller, 'GET', '/nowhere', elsewhere);
    expect(nothing.status).toBe(404);
    for (const path of ['/mail', `/mail/${randomUUID()}`, `/mail/${randomUUID()}/source`])
      expect(await ask(caller, 'GET', path, elsewhere)).toEqual(nothing);
  });
});
