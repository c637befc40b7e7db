import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { JobHandlers } from '../jobs/job-handlers.js';
import { carryOutPurge, PurgeBook } from './purge-book.js';
import { PurgeDue } from './purge-due.js';
import { PurgeErasing } from './purge-erasing.js';
import { heldFor, type PurgeCount } from './purge-guards.js';
import { RetentionAsking } from './retention-asking.js';

const lock = 5218803431;

interface Seen {
  at: Date;
  databaseAt: Date;
  counts: PurgeCount[];
}

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
    await this.carryOut(seen, null);
  }

  /** As of the moment it was held: a job that is done again finds the rest. */
  private async confirmed(id: string): Promise<void> {
    const purge = await this.book.confirmed(id);
    if (purge) await this.carryOut(purge, purge.id);
  }

  private async carryOut({ at, databaseAt, counts }: Seen, id: string | null): Promise<void> {
    await this.asking.ask(at);
    const went = await this.erasing.guarded(at, counts);
    await this.erasing.unguarded(at);
    await this.book.done({ at, databaseAt, counts: went }, id);
  }

  /** One at a time, however many workers there are. */
  private alone(work: () => Promise<void>): Promise<void> {
    return this.db.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [lock]);
      await work();
    });
  }
}
