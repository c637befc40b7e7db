import { randomBytes, randomUUID } from 'node:crypto';
import type { Platform } from '../support/platform.js';
import type { Reader } from './marks.js';
import { at, put, type World } from './world.js';

/** What a territory says of itself: a draft, and what of it everyone reads. */
export async function ofTerritories(platform: Platform, { ids, accounts, marks }: World): Promise<void> {
  const territory = { territory_id: ids['territory']?.id };
  const managers: Reader = ['territory.write', 'territory'];
  const everyone: Reader = ['reference.read', 'platform'];
  const content = (what: string, reader: Reader): string =>
    JSON.stringify({
      presentation: { fr: marks.plant(what, reader), en: null },
      ...{ housing: [], transport: [], events: [], links: [] },
    });
  await put(platform, 'territory_welcome', {
    ...territory,
    version: 1,
    draft: content('draft of a territory', managers),
    saved_at: at,
    published: content('presentation of a territory', everyone),
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
}
