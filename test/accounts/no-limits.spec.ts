import { limits } from '../../src/accounts/attempts.js';
import { SignInResolver } from '../../src/credentials/sign-in.resolver.js';
import { credentialRooms, request, rooms } from './accounts-app.js';

test('RATE_LIMITS=off counts nothing', async () => {
  const room = await rooms('no_limits', credentialRooms, { RATE_LIMITS: 'off' });
  const api = room.module.get(SignInResolver, { strict: false });
  for (let count = 0; count <= limits.account.points; count += 1) {
    await api.signIn({ email: 'a@exemple.fr', password: 'x' }, request().context);
  }
  expect(await room.db.query('SELECT 1 FROM rate_limit')).toEqual([]);
  await room.close();
});
