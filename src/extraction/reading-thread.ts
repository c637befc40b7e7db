import { parentPort, workerData } from 'node:worker_threads';
import { DataSource } from 'typeorm';
import { Announcements } from '../common/announcements.js';
import { Clock } from '../common/clock.js';
import { Lexicon } from '../skills/lexicon.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { Understood } from '../understanding/understood.js';
import { Extraction } from './extraction.js';
import type { ReadingAsked, ReadingStart, ReadingTold } from './reading-protocol.js';

/** The thread that reads texts; it reads and follows the reference data by itself, and keeps nothing of a text. */
const port = parentPort!;
const tell = (told: ReadingTold): void => {
  port.postMessage(told);
};

/** The day it is for whoever asks: territories of that day are meant. */
class AskedClock extends Clock {
  day: string | null = null;

  override today(): string {
    return this.day ?? super.today();
  }
}

const { databaseUrl } = workerData as ReadingStart;
const db = await new DataSource({
  type: 'postgres',
  url: databaseUrl,
  poolSize: 1,
  connectTimeoutMS: 15_000,
  applicationName: 'vte-territoires-reader',
}).initialize();
const announcements = new Announcements(db);
const clock = new AskedClock();
const lexicon = new Lexicon(db, announcements);
const gazetteer = new Gazetteer(db, announcements);
await Promise.all([lexicon.onModuleInit(), gazetteer.onModuleInit()]);
const extraction = new Extraction(lexicon, new Understood(lexicon, gazetteer, clock));
extraction.prepare();

port.on('message', (message: ReadingAsked | 'stop') => {
  if (message === 'stop') void stop();
  else answer(message);
});
tell({ ready: true });

function answer({ text, kind, today }: ReadingAsked): void {
  try {
    clock.day = today;
    extraction.prepare();
    tell({ begun: true });
    tell({ proposal: extraction.read(text, kind, today) });
  } catch (error) {
    tell({ failedAt: placeOf(error) });
  }
}

/** Where in the code, without the message: that may quote the text. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const places = (error.stack ?? '').split('\n').filter((line) => /^ {4}at \S/.test(line));
  return [error.name, ...places.slice(0, 5).map((line) => line.trim())].join(' ');
}

async function stop(): Promise<void> {
  await announcements.beforeApplicationShutdown();
  await db.destroy();
  port.close();
}
