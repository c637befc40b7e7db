import { Counters } from '../../src/accounts/counters.js';
import type { Viewer } from '../../src/accounts/viewer.js';
import { SavedSearchAttempts, savedSearchLimit } from '../../src/alerts/saved-search-attempts.js';
import type { Config } from '../../src/common/config.js';
import { Platform } from '../support/platform.js';

let platform: Platform;

beforeAll(async () => {
  platform = await Platform.start('saved_search_attempts');
}, 60_000);
afterAll(() => platform.stop());

test('sixty searches are saved or deleted in an hour, for each account; then one is asked to wait', async () => {
  const attempts = new SavedSearchAttempts(new Counters(platform.db, { RATE_LIMITS: 'on' } as Config));
  const [one, other] = [{ id: 'one' } as Viewer, { id: 'other' } as Viewer];
  for (let count = 0; count < savedSearchLimit.points; count += 1) await attempts.count(one);
  await expect(attempts.count(one)).rejects.toMatchObject({ extensions: { code: 'RATE_LIMITED' } });
  await expect(attempts.count(other)).resolves.toBeUndefined();
});
