import { type BeforeApplicationShutdown, Inject, Injectable, Logger as Log } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { Logger, parseCronItems, run, runOnce, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { CONFIG, type Config } from '../common/config.js';
import { JobHandlers } from './job-handlers.js';
import type { JobPayload } from './jobs.js';
import { WorkerLives } from './worker-lives.js';

const day = 86_400_000;

/** How often in a row a look may find nothing that can be done before what is due is left: another process may hold its queue. */
const patience = 20;

/** Does the jobs of all rooms, in the worker. Several workers may run: each job is done by one. */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private readonly log = new Log('Jobs');
  private pool: pg.Pool | null = null;
  private runner: Runner | null = null;
  private lives: WorkerLives | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly handlers: JobHandlers,
  ) {}

  async start(): Promise<void> {
    const events = new EventEmitter() as WorkerEvents;
    this.lives = new WorkerLives(this.config.DATABASE_URL!);
    await this.lives.start(events);
    this.runner = await run({ ...this.options(), events, parsedCronItems: this.cronItems(), pollInterval: 2_000 });
    this.runner.promise.catch((error: unknown) => {
      this.log.error('the jobs stopped', error);
    });
  }

  /** Does every job that is due now, and those they add, and comes back. */
  async drain(): Promise<void> {
    for (let left = -1, idle = 0; idle < patience;) {
      await runOnce(this.options());
      const due = await this.due();
      if (due === 0) return;
      idle = due === left ? idle + 1 : 0;
      left = due;
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.runner?.stop().catch(() => undefined);
    await this.lives?.stop();
    await this.pool?.end();
    this.runner = this.pool = this.lives = null;
  }

  /** A worker that finds a queue taken goes home, so that jobs of it are left over. */
  private async due(): Promise<number> {
    const { rows } = await this.connections().query<{ due: number }>(
      `SELECT count(*)::int AS due FROM graphile_worker._private_jobs AS job
         JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id AND task.identifier = ANY ($1)
        WHERE job.is_available AND job.run_at <= now()`,
      [[...this.handlers.handlers.keys()]],
    );
    return rows[0]!.due;
  }

  private options() {
    return {
      pgPool: this.connections(),
      taskList: this.tasks(),
      concurrency: 4,
      noHandleSignals: true,
      logger: new Logger(() => (level: string, message) => {
        if (level === 'error') this.log.error(message);
        else if (level === 'warning') this.log.warn(message);
      }),
    };
  }

  private tasks(): TaskList {
    return Object.fromEntries(
      [...this.handlers.handlers].map(([name, handler]) => [
        name,
        async (payload: unknown, { job }) => {
          await handler(payload as JobPayload, { number: job.attempts, last: job.attempts >= job.max_attempts });
        },
      ]),
    );
  }

  private cronItems() {
    return parseCronItems(
      this.handlers.schedules.map(({ name, cron }) => ({
        task: name,
        match: cron,
        options: { backfillPeriod: day, maxAttempts: 5, queueName: name, jobKey: name },
      })),
    );
  }

  private connections(): pg.Pool {
    if (this.pool) return this.pool;
    const pool = new pg.Pool({
      connectionString: this.config.DATABASE_URL,
      max: 6,
      application_name: 'vte-territoires-jobs',
    });
    // Without a listener a connection that breaks would end the process.
    const listen = (error: Error) => {
      this.log.warn(`a connection of the jobs was lost: ${error.message}`);
    };
    pool.on('error', listen);
    pool.on('connect', (client) => client.on('error', listen));
    return (this.pool = pool);
  }
}
