import { IndexWorker } from '../../src/indexing/index-worker.js';
import { Platform } from '../support/platform.js';
import { anOffer, anOwner } from '../support/people.js';

let platform: Platform;
beforeAll(async () => {
  platform = await Platform.start('health_story');
}, 60_000);
afterAll(() => platform.stop());

async function health(which: 'live' | 'ready', of = platform): Promise<{ status: number; body: any }> {
  const response = await fetch(`${of.url}/health/${which}`);
  return { status: response.status, body: await response.json() };
}

const calm = { status: 'ready', database: 'up', engine: 'up', drift: 0, oldestMarkSeconds: 0, parkedMarks: 0 };

test('alive and ready', async () => {
  expect(await health('live')).toEqual({ status: 200, body: { status: 'live' } });
  expect(await health('ready')).toEqual({ status: 200, body: calm });
});

test('what the index owes is told: how many offers, and since when', async () => {
  await anOffer(platform, await anOwner(platform));
  await platform.db.query(`UPDATE outbox SET marked_at = now() - interval '90 seconds'`);
  const { status, body } = await health('ready');
  expect([status, body]).toEqual([200, { ...calm, drift: 1, oldestMarkSeconds: expect.any(Number) }]);
  expect(body.oldestMarkSeconds).toBeGreaterThanOrEqual(90);
  expect(body.oldestMarkSeconds).toBeLessThan(120);
  await platform.settled();
  expect((await health('ready')).body).toEqual(calm);
});

test('what was set aside is counted', async () => {
  await platform.db.query(`INSERT INTO outbox_parked (kind, id, error) VALUES ('offer', gen_random_uuid(), 'odd')`);
  expect((await health('ready')).body).toMatchObject({ status: 'ready', parkedMarks: 1 });
  await platform.db.query('DELETE FROM outbox_parked');
});

test('nothing is told that an attacker could use', async () => {
  expect(JSON.stringify((await health('ready')).body)).not.toMatch(/127\.0\.0\.1|postgres|http|key/i);
});

test('the worker that is told to stop leaves a process that still answers', async () => {
  const worker = platform.app.get(IndexWorker);
  await worker.start();
  await worker.beforeApplicationShutdown();
  expect((await health('ready')).status).toBe(200);
});
