import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { JobHandlers } from '../jobs/job-handlers.js';
import { type Carried, carryOutPurge, PurgeBook } from './purge-book.js';
import { PurgeDue } from './purge-due.js';
import { PurgeErasing } from './purge-erasing.js';
import { heldFor } from './purge-guards.js';
import { RetentionAsking } from './retention-asking.js';

const lock = 5218803431;

/** Once a day asks whoever is to be asked and erases what is due, or holds all of it for an administrator. */
@Injectable()
export class PurgeRunner implements OnModuleInit {
  private readonly logger = new Logger('Retention');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly due: PurgeDue,
    private readonly erasing: PurgeErasing,
    private readonly asking: RetentionAsking,
    private readonly book: PurgeBook,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.schedule({ name: 'purge', cron: '52 3 * * *', work: () => this.alone(() => this.run()) });
    this.handlers.register(carryOutPurge, ({ id }) => this.alone(() => this.confirmed(String(id))));
  }

  private async run(): Promise<void> {
    const seen = await this.due.look();
    const why = heldFor(seen.at, seen.databaseAt, seen.counts, await this.book.wentToday(seen.at));
    if (why.length > 0) {
      this.logger.warn(`nothing is erased until an administrator confirms it: ${why.join(', ')}`);
      return this.book.hold(seen, why);
    }
    await this.book.lapse();
    await this.carryOut({ ...seen, id: randomUUID() });
  }

  /** As of the moment it was held: a job that is done again finds the rest. */
  private async confirmed(id: string): Promise<void> {
    const purge = await this.book.confirmed(id);
    if (purge) await this.carryOut(purge);
  }

  private async carryOut(purge: Carried): Promise<void> {
    await this.asking.ask(purge.at);
    await this.erasing.guarded(purge);
    await this.erasing.unguarded(purge.at);
    await this.book.done(purge.id);
  }

  /** One at a time, however many workers there are. */
  private alone(work: () => Promise<void>): Promise<void> {
    return this.db.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [lock]);
      await work();
    });
  }
}
