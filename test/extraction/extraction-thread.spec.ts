import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { Clock } from '../../src/common/clock.js';
import { ExtractionThread, readingCosts } from '../../src/extraction/extraction-thread.js';
import { Platform } from '../support/platform.js';

/** Texts are read beside everything else, and what is lost is made again by itself. */
const nowhere = 'postgres://nobody@127.0.0.1:1/nothing';
const hostile = 'mobilité à '.repeat(5_400);
const honest = 'Compétences\nAMDEC, SAP\n01100 Oyonnax';
const usual = { ...readingCosts };
let platform: Platform;
let url: string;
let thread: ExtractionThread;

beforeAll(async () => {
  platform = await Platform.start('reading');
  url = String((platform.db.options as { url?: string }).url);
  thread = platform.app.get(ExtractionThread, { strict: false });
  Logger.overrideLogger(false);
}, 60_000);
afterEach(() => Object.assign(readingCosts, usual));
afterAll(() => platform.stop());

const readable = async (): Promise<void> => {
  const { skills } = await thread.read(honest, 'CV');
  expect(skills.map(({ found }) => found[0]!.words)).toEqual(['AMDEC', 'SAP']);
};

async function connections(): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'vte-territoires-reader'`,
  );
  await client.end();
  return rows[0]!.count;
}

test('the thread starts by itself', async () => {
  const [since, held] = [performance.now(), process.memoryUsage.rss()];
  await readable();
  const [took, more] = [performance.now() - since, (process.memoryUsage.rss() - held) / 1024 / 1024];
  process.stdout.write(
    `the first text: ${took.toFixed(0)} ms and ${more.toFixed(0)} MiB with the start of the thread\n`,
  );
  const times: number[] = [];
  for (let at = 0; at < 20; at += 1) {
    const before = performance.now();
    await readable();
    times.push(performance.now() - before);
  }
  process.stdout.write(`a text afterwards: ${Math.min(...times).toFixed(1)} ms at best\n`);
});

test('nothing else waits for a text', async () => {
  const texts = Promise.all(Array.from({ length: 5 }, () => thread.read(hostile, 'CV')));
  let [longest, last] = [0, performance.now()];
  const ticks = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  await texts;
  clearInterval(ticks);
  process.stdout.write(`the longest pause meanwhile: ${longest.toFixed(0)} ms\n`);
  expect(longest).toBeLessThan(200);
});

test('few wait, others are told at once', async () => {
  const answers = Array.from({ length: 1 + usual.waiting + 3 }, () => thread.read(hostile, 'CV'));
  const settled = await Promise.allSettled(answers);
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1 + usual.waiting);
  expect(settled.slice(-3)).toEqual(
    Array(3).fill({ status: 'rejected', reason: expect.objectContaining({ fault: 'BUSY' }) }),
  );
});

test('a text that takes too long is given up, those that wait are read', async () => {
  readingCosts.milliseconds = 1;
  const slow = thread.read(hostile, 'CV');
  const next = thread.read(honest, 'CV');
  await expect(slow).rejects.toMatchObject({ fault: 'TOO_SLOW' });
  Object.assign(readingCosts, usual);
  expect((await next).skills).toHaveLength(2);
});

test('a thread that dies is started again', async () => {
  const slow = thread.read(hostile, 'CV');
  slow.catch(() => undefined);
  await (thread as unknown as { worker: { terminate: () => Promise<void> } }).worker.terminate();
  await expect(slow).rejects.toMatchObject({ fault: 'TOO_SLOW' });
  await readable();
});

test('without a database nobody waits for nothing', async () => {
  const lost = new ExtractionThread({ DATABASE_URL: nowhere }, new Clock());
  await expect(lost.read(honest, 'CV')).rejects.toMatchObject({ fault: 'BUSY' });
  await lost.beforeApplicationShutdown();
});

test('it ends with the process, even while it reads', async () => {
  const other = new ExtractionThread({ DATABASE_URL: url }, new Clock());
  await other.prepare();
  expect(await connections()).toBe(2);
  const slow = other.read(hostile, 'CV');
  slow.catch(() => undefined);
  await other.beforeApplicationShutdown();
  await expect(other.read(honest, 'CV')).rejects.toMatchObject({ fault: 'BUSY' });
  expect(await connections()).toBe(1);
});
