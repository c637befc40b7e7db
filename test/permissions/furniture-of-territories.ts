import { randomBytes, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Platform } from '../support/platform.js';
import type { Reader } from './marks.js';
import { at, later, put, type World } from './world.js';

/** What a territory says of itself: a draft, and what of it everyone reads. */
export async function ofTerritories(platform: Platform, { ids, accounts, marks }: World): Promise<void> {
  const territory = { territory_id: ids['territory']?.id };
  const managers: Reader = ['territory.write', 'territory'];
  const everyone: Reader = ['reference.read', 'platform'];
  const content = (what: string, reader: Reader): string => {
    const words = (part: string) => ({ fr: marks.plant(`${part} of ${what}`, reader), en: null });
    const help = (part: string) => ({
      ...{ title: words(`title of ${part}`), text: words(`text of ${part}`), amount: words(`amount of ${part}`) },
      ...{ by: marks.plant(`giver of ${part} of ${what}`, reader), url: null, validUntil: null },
    });
    const event = {
      id: randomUUID(),
      startsAt: later,
      endsAt: '2026-09-20T17:00:00Z',
      communeCode: '01283',
      url: null,
    };
    return JSON.stringify({
      presentation: words('presentation'),
      housing: [help('housing')],
      transport: [help('transport')],
      events: [{ ...event, title: words('an event'), text: words('text of an event'), place: null, cancelled: false }],
      links: [{ title: words('a link'), url: 'https://territoire.example/' }],
    });
  };
  await put(platform, 'territory_welcome', {
    ...territory,
    version: 1,
    draft: content('a draft', managers),
    saved_at: at,
    published: content('a page', everyone),
    published_at: at,
    published_version: 1,
    hidden_words: marks.plant('words of an earlier hiding', managers),
  });
  for (const [stage, reader] of [
    ['DRAFT', managers],
    ['PUBLISHED', everyone],
  ] as const) {
    await put(platform, 'territory_contact', {
      ...territory,
      stage,
      position: 0,
      id: randomUUID(),
      name: marks.plant(`name of a contact, ${stage}`, reader),
      role_fr: marks.plant(`role of a contact, ${stage}`, reader),
      role_en: marks.plant(`English role of a contact, ${stage}`, reader),
      email: `${marks.plant(`address of a contact, ${stage}`, reader)}@example.com`,
      phone: marks.plant(`telephone of a contact, ${stage}`, reader),
    });
  }
  await put(platform, 'territory_contact_notice', {
    ...territory,
    email_key: marks.plant('hash of the address of a contact'),
    token_hash: randomBytes(32),
    written_at: at,
  });
  await put(platform, 'territory_welcome_change', {
    ...territory,
    version: 1,
    at,
    act: 'SAVED',
    account_id: accounts.manager,
    sections: ['CONTACTS'],
  });
  await ofMaps(platform, territory.territory_id ?? '');
}

/** An outline of the territory, as if it had been built. */
async function ofMaps(platform: Platform, territoryId: string): Promise<void> {
  const layer = 'territories-2023-2027';
  const ring = [
    [5, 46],
    [6, 46],
    [6, 47],
    [5, 46],
  ];
  const shape = { type: 'MultiPolygon', arcs: [[[0]]], properties: { code: territoryId.split(':')[1], name: 'x' } };
  const topology = {
    type: 'Topology',
    arcs: [ring],
    objects: { [layer]: { type: 'GeometryCollection', geometries: [shape] } },
  };
  const zipped = gzipSync(JSON.stringify(topology));
  await put(platform, 'map_shape', { frame: 'metropole', layer, fingerprint: 'x', etag: 'x', zipped, bytes: 1 });
}
