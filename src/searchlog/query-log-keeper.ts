import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { addDays, Clock } from '../common/clock.js';

/** Days for which it is kept what was searched for. */
export const keptDays = 90;

const lookEvery = 3_600_000;

/** The worker's part: forgets searches when their time is over. */
@Injectable()
export class QueryLogKeeper implements BeforeApplicationShutdown {
  private readonly logger = new Logger(QueryLogKeeper.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Now, and every hour from now on. */
  start(): void {
    this.timer = setInterval(() => {
      this.look();
    }, lookEvery).unref();
    this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Today is the first of the days kept. */
  async forget(): Promise<void> {
    await this.db.query('DELETE FROM search_log WHERE day <= $1::date', [addDays(this.clock.today(), -keptDays)]);
  }

  private look(): void {
    this.running = this.forget().catch((error: unknown) => {
      this.logger.warn(`old searches could not be forgotten, to be tried again in an hour: ${String(error)}`);
    });
  }
}
