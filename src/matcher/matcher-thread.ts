import { parentPort, workerData } from 'node:worker_threads';
import { DataSource } from 'typeorm';
import { Announcements } from '../common/announcements.js';
import { useDiplomaPeriods } from '../offers/vte-in-use.js';
import { SkillKnowledge } from '../scoring/skill-knowledge.js';
import { weights } from '../scoring/weights.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { Follower, matchChannel } from './follower.js';
import type { Question, Questions, QuestionName, ThreadStart, Told } from './thread-protocol.js';

/** The thread that holds offers and candidates in memory; it reads and follows the database by itself. */
const lookEvery = 1_000;

const port = parentPort!;
const tell = (told: Told): void => {
  port.postMessage(told);
};

const { databaseUrl } = workerData as ThreadStart;
const db = await new DataSource({
  type: 'postgres',
  url: databaseUrl,
  poolSize: 2,
  connectTimeoutMS: 15_000,
  applicationName: 'vte-territoires-matcher',
}).initialize();
const announcements = new Announcements(db);
const gazetteer = new Gazetteer(db, announcements);
const knowledge = new SkillKnowledge(db, announcements);
await Promise.all([gazetteer.onModuleInit(), knowledge.onModuleInit()]);
const follower = new Follower(db, gazetteer, knowledge);

const answers: { [Name in QuestionName]: (asked: Questions[Name]['asked']) => unknown } = {
  offers: ({ version, ...asked }) => follower.memory.bestOffers(asked, weights[version]!),
  candidates: ({ version, ...asked }) => follower.memory.bestCandidates(asked, weights[version]!),
  above: ({ version, ...asked }) => follower.memory.candidatesAbove(asked, weights[version]!),
  catchUp: async () => {
    await Promise.all([gazetteer.refresh(), knowledge.refresh()]);
    await follower.refresh(progress);
    return null;
  },
  size: () => {
    const { offers, candidates } = follower.memory;
    return {
      offers: offers.count,
      candidates: candidates.count,
      offerBytes: offers.bytes,
      candidateBytes: candidates.bytes,
    };
  },
};

function progress(step: string, done: number, total: number): void {
  tell({ progress: [step, done, total] });
}

async function answer({ n, name, asked, diplomaPeriods }: Question): Promise<void> {
  useDiplomaPeriods(diplomaPeriods);
  try {
    const found = await (answers[name] as (asked: Question['asked']) => unknown)(asked);
    tell({ n, answer: found as Questions[QuestionName]['answer'] });
  } catch (error) {
    tell({ n, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

let wake: () => void = () => undefined;
const state = { due: false, stopped: false, troubled: false };
const isIdle = (): boolean => !state.due && !state.stopped;

await announcements.listen(matchChannel, () => {
  state.due = true;
  wake();
});
await follower.refresh(progress);

port.on('message', (message: Question | 'stop') => {
  if (message === 'stop') {
    state.stopped = true;
    wake();
  } else void answer(message);
});
tell({ ready: true });

/** Wakes at each announced change, and looks once a second in case an announcement was lost or another table changed. */
while (!state.stopped) {
  state.due = false;
  try {
    await follower.refresh(progress);
    if (state.troubled) tell({ trouble: null });
    state.troubled = false;
  } catch (error) {
    if (!state.troubled) tell({ trouble: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    state.troubled = true;
  }
  if (isIdle()) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, lookEvery);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
await announcements.beforeApplicationShutdown();
await db.destroy();
port.close();
