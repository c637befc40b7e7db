import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { JobHandlers } from './job-handlers.js';

/** Days for which a job that is left failed can be looked at. */
export const failedJobKeptDays = 14;

/** Says every day how many jobs are left failed, and forgets those that are old: what they were about goes with them. */
@Injectable()
export class FailedJobs implements OnModuleInit {
  private readonly logger = new Logger('Jobs');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.schedule({ name: 'forget-failed-jobs', cron: '17 3 * * *', work: () => this.forgetOld() });
  }

  async forgetOld(): Promise<void> {
    const before = new Date(this.clock.now().valueOf() - failedJobKeptDays * 86_400_000);
    await this.db.query(
      `SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs
       WHERE attempts >= max_attempts AND locked_at IS NULL AND updated_at <= $1 HAVING count(*) > 0`,
      [before],
    );
    const left = await this.db.query<{ name: string; count: number }[]>(
      `SELECT task_identifier AS name, count(*)::int AS count FROM graphile_worker.jobs
       WHERE attempts >= max_attempts AND locked_at IS NULL GROUP BY name ORDER BY name`,
    );
    if (left.length === 0) return;
    this.logger.warn(`jobs left failed: ${left.map(({ name, count }) => `${name} (${count})`).join(', ')}`);
  }
}
