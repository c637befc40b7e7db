import 'reflect-metadata';
import { createServer as listener } from 'node:net';
import { AppModule } from './app.module.js';
import { ResponsivenessKeeper } from './applications/responsiveness-keeper.js';
import { banner } from './banner.js';
import type { Config } from './common/config.js';
import { configuration, startedByNpm } from './environment.js';
import { migrate } from './database.js';
import { DemoData } from './demo/demo-data.js';
import { acquireInstanceLock, type InstanceLock } from './embedded/instance-lock.js';
import { ownEngines } from './engines.js';
import { ExtractionThread } from './extraction/extraction-thread.js';
import { createServer } from './http/server.js';
import { JobRunner } from './jobs/job-runner.js';
import { ReplyServer } from './mail/reply-server.js';
import { loadReferenceData } from './reference.js';
import { AlertKeeper } from './alerts/alert-keeper.js';
import { MapKeeper } from './maps/map-keeper.js';
import { IndexWorker } from './indexing/index-worker.js';
import { MatchLogKeeper } from './matchlog/match-log-keeper.js';
import { Matcher } from './matcher/matcher.js';
import { QueryLogKeeper } from './searchlog/query-log-keeper.js';
import { StatisticsRefresh } from './statistics/statistics-refresh.js';
import { terminalProgress } from './terminal.js';

/** What to undo, last done first. */
const undo: (() => Promise<void> | void)[] = [];
let stopping: Promise<void> | null = null;
const isStopping = (): boolean => stopping !== null;

function stop(): Promise<void> {
  stopping ??= (async () => {
    for (const step of undo.reverse()) {
      try {
        await step();
      } catch (error) {
        console.error(error);
      }
    }
  })();
  return stopping;
}

function endBy(): void {
  if (isStopping()) return;
  console.log('\nArrêt en cours… (Stopping…)');
  void stop().then(() => process.exit(0));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endBy);

/** npm runs a shell that runs us: told to end, npm ends the shell and nobody tells us. */
if (startedByNpm()) {
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) endBy();
  }, 250).unref();
}

/** The platform whole, from one command: engines, schema, reference data, demo data, API and worker. */
async function start(): Promise<void> {
  const config = configuration();
  await checkPort(config);
  const lock: InstanceLock = await acquireInstanceLock(config.DATA_DIR);
  undo.push(() => {
    lock.release();
  });
  console.log('Démarrage de PostgreSQL et de Meilisearch… (Starting the engines…)');
  const starting = ownEngines(config, (text) => {
    console.log(`  ${text}`);
  });
  undo.push(async () => (await starting.catch(() => undefined))?.stop());
  const engines = await starting;
  await migrate(engines.config.DATABASE_URL);
  const { progress, close } = terminalProgress(process.stdout);
  let named: string[] = [];
  try {
    await loadReferenceData(engines.config.DATABASE_URL, progress);
    const app = await createServer(AppModule.with(engines.config, { graphql: true }), engines.config);
    undo.push(() => app.close());
    await app.init();
    const demo = app.get(DemoData);
    await demo.loadOnce(progress);
    named = await demo.namedAccounts();
    await app.get(StatisticsRefresh).runOnce();
    const worker = app.get(IndexWorker);
    await worker.prepare(progress);
    await worker.start();
    await app.get(JobRunner).start();
    await app.get(ReplyServer).start();
    app.get(QueryLogKeeper).start();
    app.get(ResponsivenessKeeper).start();
    app.get(MatchLogKeeper).start();
    await app.get(Matcher).prepare(progress);
    await app.get(AlertKeeper).start();
    app
      .get(ExtractionThread)
      .prepare()
      .catch(() => undefined);
    await app.listen(config.PORT, config.HOST);
    // Takes a core for a while: last, so that nobody waits for it.
    await app.get(MapKeeper).start();
  } finally {
    close();
  }
  const url = `http://${['0.0.0.0', '::'].includes(config.HOST) ? 'localhost' : config.HOST}:${config.PORT}`;
  lock.note(url);
  if (!isStopping()) console.log(banner(url, config, named));
}

/** Before anything is started, so that a taken port costs no waiting. */
function checkPort({ PORT, HOST }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = listener();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        new Error(
          taken
            ? `Le port ${PORT} est déjà pris : choisissez-en un autre, par exemple PORT=${PORT + 1} npm start\n` +
                `(Port ${PORT} is taken: choose another one, such as PORT=${PORT + 1} npm start)`
            : `Impossible d’écouter sur ${HOST}:${PORT} (${error.code ?? error.message}).`,
        ),
      );
    });
    probe.listen(PORT, HOST, () => {
      probe.close(() => {
        resolve();
      });
    });
  });
}

try {
  await start();
} catch (error) {
  const failed = !isStopping();
  if (failed) console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  await stop();
  process.exit(failed ? 1 : 0);
}
