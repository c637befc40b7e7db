import { setTimeout as pause } from 'node:timers/promises';
import { OfferPopularity1763900000011 } from '../../migrations/0011-offer-popularity.js';
import { aCandidate, anOffer, anOwner, applyTo } from '../support/people.js';
import { Platform } from '../support/platform.js';

test('an application that is withdrawn while the migration counts is not counted', async () => {
  const platform = await Platform.start('popularity_migration');
  const offer = await anOffer(platform, await anOwner(platform));
  await applyTo(platform, (await aCandidate(platform)).token, offer.id);
  const [withdrawing, migrating] = [platform.db.createQueryRunner(), platform.db.createQueryRunner()];
  const migration = new OfferPopularity1763900000011();
  await migration.down(migrating);

  await withdrawing.startTransaction();
  await withdrawing.query(`UPDATE application SET status = 'WITHDRAWN'`);
  await migrating.startTransaction();
  const migrated = migration.up(migrating);
  await pause(300);
  await withdrawing.commitTransaction();
  await migrated;
  await migrating.commitTransaction();

  expect(
    await platform.db.query('SELECT waiting_applications AS waiting FROM offer WHERE id = $1', [offer.id]),
  ).toEqual([{ waiting: 0 }]);
  await Promise.all([withdrawing.release(), migrating.release()]);
  await platform.stop();
}, 60_000);
