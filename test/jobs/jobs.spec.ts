import { EventEmitter } from 'node:events';
import { Logger } from '@nestjs/common';
import type { WorkerEvents } from 'graphile-worker';
import { Client } from 'pg';
import { Clock } from '../../src/common/clock.js';
import { failedJobKeptDays } from '../../src/jobs/failed-jobs.js';
import { type Attempt, JobHandlers } from '../../src/jobs/job-handlers.js';
import { JobRunner } from '../../src/jobs/job-runner.js';
import { type JobOptions, type JobPayload, Jobs } from '../../src/jobs/jobs.js';
import { WorkerLives } from '../../src/jobs/worker-lives.js';
import { MailApp } from '../mail/mail-app.js';

let rooms: MailApp;
let work: (payload: JobPayload, attempt: Attempt) => Promise<unknown>;
const done: { payload: JobPayload; attempt: Attempt }[] = [];

beforeAll(async () => {
  rooms = await MailApp.start('jobs');
  Logger.overrideLogger(false);
  rooms.app.get(JobHandlers).register('trial', async (payload, attempt) => {
    done.push({ payload, attempt });
    await work(payload, attempt);
  });
});
beforeEach(() => {
  done.length = 0;
  work = () => Promise.resolve();
});
afterAll(() => rooms.stop());

const add = (payload: JobPayload = {}, options: JobOptions = {}): Promise<void> =>
  rooms.db.transaction((tx) => rooms.app.get(Jobs).add(tx, 'trial', payload, options));
const waiting = async (): Promise<number> =>
  (await rooms.db.query<[{ n: number }]>('SELECT count(*)::int AS n FROM graphile_worker._private_jobs'))[0].n;

it('is done if and only if the transaction that left it commits', async () => {
  const rolledBack = rooms.db.transaction(async (tx) => {
    await rooms.app.get(Jobs).add(tx, 'trial', { id: 'never' });
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow('rolled back');
  await add({ id: 'kept' });
  await rooms.jobs();
  expect(done.map(({ payload }) => payload)).toEqual([{ id: 'kept' }]);
  expect(await waiting()).toBe(0);
});

it('waits once under one key, with what was said last', async () => {
  await add({ id: 'first' }, { key: 'one' });
  await add({ id: 'last' }, { key: 'one' });
  await add({ id: 'other' }, { key: 'two' });
  await rooms.jobs();
  expect(done.map(({ payload }) => payload['id']).sort()).toEqual(['last', 'other']);
});

it('draining does all of a queue, one after another, and what they add', async () => {
  let running = 0;
  let most = 0;
  work = async ({ id }) => {
    most = Math.max(most, (running += 1));
    if (id === '0') await add({ id: 'added' }, { queue: 'line' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
  };
  for (let n = 0; n < 12; n += 1) await add({ id: String(n) }, { queue: 'line' });
  await rooms.jobs();
  expect(done.map(({ payload }) => payload['id'])).toEqual([
    ...Array.from({ length: 12 }, (_, n) => String(n)),
    'added',
  ]);
  expect(most).toBe(1);
  expect(await waiting()).toBe(0);
});

it('is tried again after a failure, is told which try is the last, and is then left failed, looked at and forgotten', async () => {
  work = () => Promise.reject(new Error('not yet'));
  await add({ id: 'x' }, { attempts: 2 });
  await rooms.jobs();
  await rooms.again();
  await rooms.again();
  expect(done.map(({ attempt }) => attempt)).toEqual([
    { number: 1, last: false },
    { number: 2, last: true },
  ]);
  const clock = rooms.app.get(Clock);
  const later = (days: number): void => {
    const moment = Date.now() + days * 86_400_000;
    clock.now = () => new Date(moment);
  };
  later(failedJobKeptDays - 0.01);
  await rooms.tick('forget-failed-jobs');
  expect(await waiting()).toBe(1);
  later(failedJobKeptDays + 0.01);
  await rooms.tick('forget-failed-jobs');
  expect(await waiting()).toBe(0);
});

it('takes what a dead worker holds away from it, and nothing from one that lives', async () => {
  await add({ id: 'of the dead' }, { key: 'dead' });
  await add({ id: 'of the living' }, { key: 'living' });
  await add({ id: 'of one that begins' }, { key: 'beginning' });
  const hold = (key: string, worker: string, ago = '1 minute') =>
    rooms.db.query(
      'UPDATE graphile_worker._private_jobs SET locked_by = $2, locked_at = now() - $3::interval WHERE key = $1',
      [key, worker, ago],
    );
  await hold('dead', 'worker-dead');
  await hold('living', 'worker-living');
  // Not old during this test, however slow it is.
  await hold('beginning', 'worker-that-begins', '-1 minute');
  const living = new Client({ connectionString: rooms.databaseUrl });
  await living.connect();
  await living.query(`SELECT pg_advisory_lock(hashtextextended('worker-living', 0))`);
  const lives = new WorkerLives(rooms.databaseUrl);
  await lives.start(new EventEmitter() as WorkerEvents);
  await rooms.jobs();
  expect(done.map(({ payload }) => payload['id'])).toEqual(['of the dead']);
  await living.end();
  while (done.length === 1) {
    await lives.look();
    await rooms.jobs();
  }
  expect(done.map(({ payload }) => payload['id'])).toEqual(['of the dead', 'of the living']);
  await hold('beginning', 'worker-that-begins');
  await lives.look();
  await rooms.jobs();
  expect(done.map(({ payload }) => payload['id']).at(-1)).toBe('of one that begins');
  await lives.stop();
});

it('is done once, however long it takes, while other workers look for dead ones', async () => {
  let begin: (() => void) | undefined;
  let finish: (() => void) | undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const end = new Promise<void>((resolve) => (finish = resolve));
  work = () => {
    begin?.();
    return end;
  };
  const runner = rooms.app.get(JobRunner);
  const others = new WorkerLives(rooms.databaseUrl);
  await runner.start();
  try {
    await add({ id: 'long' }, { key: 'long', queue: 'long' });
    await begun;
    for (const table of ['_private_jobs', '_private_job_queues'])
      await rooms.db.query(
        `UPDATE graphile_worker.${table} SET locked_at = now() - interval '1 minute' WHERE locked_by IS NOT NULL`,
      );
    await others.look();
    const held = await rooms.db.query<{ held: boolean }[]>(
      `SELECT locked_by IS NOT NULL AS held FROM graphile_worker._private_jobs WHERE key = 'long'`,
    );
    expect(held).toEqual([{ held: true }]);
  } finally {
    finish?.();
    await runner.beforeApplicationShutdown();
    await others.stop();
  }
  expect(done.map(({ payload }) => payload['id'])).toEqual(['long']);
});

it('belongs to one room', () => {
  expect(() => {
    rooms.app.get(JobHandlers).register('trial', () => Promise.resolve());
  }).toThrow(/two rooms/);
});
