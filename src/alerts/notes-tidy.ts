import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** Together with the eight minutes for which a change is kept at least: never longer than a quarter of an hour. */
const lookEvery = 360_000;

/** Days after which an offer that no worker considered is not news any more. */
export const dueDays = 7;

/**
 * Takes away notes that nobody reads: triggers write them whether or not a worker finds alerts, or a matcher follows. Every
 * process does it, every few minutes, since any of them may be the only one.
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
        this.logger.warn(`old notes could not be taken away, to be tried again in some minutes: ${String(error)}`);
      });
    }, lookEvery).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  async tidy(): Promise<void> {
    await this.db.query('DELETE FROM alert_due WHERE due_at < now() - make_interval(days => $1)', [dueDays]);
    await this.tidyChanges();
  }

  /**
   * Changes name people who may have been erased since. Whoever follows them and did not look for five minutes reads everything
   * anew, so that nobody needs a change that could be seen eight minutes ago. A change bears the time at which its transaction
   * began, which may end hours later: so it goes only when it could be seen at the last look.
   */
  private async tidyChanges(): Promise<void> {
    if (this.snapshot !== null) {
      await this.db.query(
        `DELETE FROM match_change WHERE at < now() - interval '8 minutes' AND pg_visible_in_snapshot(tx, $1::pg_snapshot)`,
        [this.snapshot],
      );
      await this.db.query(
        `DELETE FROM saved_search_change WHERE changed_at < now() - interval '8 minutes'
           AND pg_visible_in_snapshot(changed_in::text::xid8, $1::pg_snapshot)`,
        [this.snapshot],
      );
    }
    const [{ snapshot }] = await this.db.query<[{ snapshot: string }]>(
      'SELECT pg_current_snapshot()::text AS snapshot',
    );
    this.snapshot = snapshot;
  }
}
