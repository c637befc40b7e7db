import { AccountsModule } from '../../src/accounts/accounts.module.js';
import { AccountsResolver } from '../../src/accounts/accounts.resolver.js';
import { limits } from '../../src/accounts/attempts.js';
import { request, rooms } from './accounts-app.js';

test('RATE_LIMITS=off counts nothing', async () => {
  const room = await rooms('no_limits', [AccountsModule], { RATE_LIMITS: 'off' });
  const api = room.module.get(AccountsResolver);
  for (let count = 0; count <= limits.account.points; count += 1) {
    await api.signIn({ email: 'a@exemple.fr', password: 'x' }, request().context);
  }
  expect(await room.db.query('SELECT 1 FROM rate_limit')).toEqual([]);
  await room.close();
});
