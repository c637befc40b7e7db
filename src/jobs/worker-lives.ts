import { Logger } from '@nestjs/common';
import type { WorkerEvents } from 'graphile-worker';
import pg from 'pg';

const lookEvery = 5_000;

/** A worker that begins has jobs some milliseconds before its lock; of one that died nothing is younger after this. */
const startsWithin = '5 seconds';

/**
 * A worker that is killed leaves its jobs locked, and the queue itself would wait four hours for it. So each worker holds an
 * advisory lock named after it, which the database lets go when the connection dies; jobs whose worker holds none are freed.
 */
export class WorkerLives {
  private readonly logger = new Logger('Jobs');
  private readonly mine = new Set<string>();
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<unknown> = Promise.resolve();

  constructor(private readonly databaseUrl: string) {}

  async start(events: WorkerEvents): Promise<void> {
    await this.look();
    // The queue locks jobs in the name of a pool of workers, not of the one that does them.
    events.on('pool:create', ({ workerPool: { id } }) => {
      this.mine.add(id);
      this.looking = this.looking.then(() => this.hold(id)).catch(() => undefined);
    });
    this.timer = setInterval(() => {
      this.looking = this.looking
        .then(() => this.look())
        .catch((error: unknown) => {
          this.logger.warn(`jobs of dead workers were not looked for: ${String(error)}`);
        });
    }, lookEvery).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
    await this.client?.end().catch(() => undefined);
    this.client = null;
  }

  /** Frees the jobs of workers that are no more. */
  async look(): Promise<void> {
    const client = await this.connection();
    const { rows } = await client.query<{ worker: string }>(
      `SELECT locked_by AS worker FROM
         (SELECT locked_by, locked_at FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL
          UNION ALL SELECT locked_by, locked_at FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL) AS held
        GROUP BY locked_by HAVING max(locked_at) < now() - interval '${startsWithin}'`,
    );
    for (const { worker } of rows.filter((row) => !this.mine.has(row.worker))) {
      const tried = await client.query<{ dead: boolean }>(
        `SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS dead`,
        [worker],
      );
      if (!tried.rows[0]!.dead) continue;
      await client.query('SELECT graphile_worker.force_unlock_workers(ARRAY[$1])', [worker]);
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [worker]);
      this.logger.warn(`the jobs of a worker that is gone are taken over`);
    }
  }

  private async hold(worker: string): Promise<void> {
    const client = await this.connection();
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [worker]);
  }

  /** A connection of its own: the locks live as long as it. A new one holds them again. */
  private async connection(): Promise<pg.Client> {
    if (this.client) return this.client;
    const client = new pg.Client({ connectionString: this.databaseUrl, application_name: 'vte-territoires-jobs' });
    client.on('error', () => undefined);
    client.once('end', () => {
      if (this.client === client) this.client = null;
    });
    await client.connect();
    this.client = client;
    for (const worker of this.mine) await this.hold(worker);
    return client;
  }
}
