import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { JobHandlers } from '../jobs/job-handlers.js';

/** Hours for which a counter of attempts is kept when it counts no more. */
export const counterKeptHours = 1;

/** Forgets counters of attempts, whichever room counted: each only begins anew what it counts again. */
@Injectable()
export class SpentCounters implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.schedule({ name: 'forget-attempts', cron: '12 * * * *', work: () => this.forget() });
  }

  private async forget(): Promise<void> {
    const before = this.clock.now().valueOf() - counterKeptHours * 3_600_000;
    await this.db.query('DELETE FROM rate_limit WHERE expire <= $1', [before]);
  }
}
