import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

const lookEvery = 3_600_000;

/** Days after which an offer that no worker considered is not news any more. */
export const dueDays = 7;

/**
 * Takes away notes that nobody reads: triggers write them whether or not a worker finds alerts, or a matcher follows. Every
 * process does it, once an hour, since any of them may be the only one.
 */
@Injectable()
export class NotesTidy implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(NotesTidy.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  /** What could be seen when it looked last. */
  private snapshot: string | null = null;

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.running = this.tidy().catch((error: unknown) => {
        this.logger.warn(`old notes could not be taken away, to be tried again in an hour: ${String(error)}`);
      });
    }, lookEvery).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  async tidy(): Promise<void> {
    await this.db.query('DELETE FROM alert_due WHERE due_at < now() - make_interval(days => $1)', [dueDays]);
    await this.db.query(`DELETE FROM saved_search_change WHERE changed_at < now() - interval '1 day'`);
    await this.tidyMatchChanges();
  }

  /**
   * A matcher that did not look for five minutes reads everything anew, so it needs no change that could be seen ten minutes
   * ago. A change bears the time at which its transaction began, which may end hours later: so it goes only when it could be
   * seen at the last look.
   */
  private async tidyMatchChanges(): Promise<void> {
    if (this.snapshot !== null) {
      await this.db.query(
        `DELETE FROM match_change WHERE at < now() - interval '10 minutes' AND pg_visible_in_snapshot(tx, $1::pg_snapshot)`,
        [this.snapshot],
      );
    }
    const [{ snapshot }] = await this.db.query<[{ snapshot: string }]>(
      'SELECT pg_current_snapshot()::text AS snapshot',
    );
    this.snapshot = snapshot;
  }
}
