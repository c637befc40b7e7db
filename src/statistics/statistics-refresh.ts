import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, civilDate } from '../common/clock.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { generationOn } from '../territories/generation.js';
import { countAsked, countOffers, placeOffers } from './count-offers.js';
import { countPeople } from './count-people.js';
import { countSchools } from './count-schools.js';
import { countWishes } from './count-wishes.js';
import { nestingOf } from './nesting.js';
import { tellPeople } from './people-told.js';
import { nextMonth } from './sheet.js';
import { writeSheets } from './sheets.js';

/** A month is counted for good so long after its end, when whatever was being written in its last moments is committed. */
const afterTheEnd = 10 * 60_000;
const lockName = 'vte statistics';

/**
 * Counts the figures. Offers as they are now, every quarter of an hour; what people did, once a month is over and never again;
 * what candidates wish for, once a month. Several workers may run: one counts at a time, in one transaction that reads the
 * tables of others and writes only its own, so that nobody waits for it and nobody sees half of it.
 */
@Injectable()
export class StatisticsRefresh implements OnModuleInit {
  private readonly logger = new Logger(StatisticsRefresh.name);

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly gazetteer: Gazetteer,
    private readonly jobs: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'refresh-statistics', cron: '*/15 * * * *', work: () => this.run() });
    this.jobs.schedule({ name: 'refresh-statistics-whole', cron: '52 2 * * *', work: () => this.run({ whole: true }) });
  }

  /** On a first start, so that there are figures from the beginning. */
  async runOnce(): Promise<void> {
    const [first] = await this.db.query<unknown[]>('SELECT FROM stat_refresh');
    if (!first) await this.run();
  }

  /** False when another process is counting at this moment. With `whole`, what may be told of months that are over is worked out again. */
  async run({ whole = false } = {}): Promise<boolean> {
    const began = Date.now();
    const runner = this.db.createQueryRunner();
    try {
      // Of the session and before the transaction, whose snapshot then holds what the last one to count wrote.
      const [lock] = (await runner.query('SELECT pg_try_advisory_lock(hashtext($1)) AS mine', [lockName])) as [
        { mine: boolean },
      ];
      if (!lock.mine) return false;
      try {
        await runner.manager.transaction('REPEATABLE READ', (tx) => this.count(tx, whole));
      } finally {
        await runner.query('SELECT pg_advisory_unlock(hashtext($1))', [lockName]);
      }
    } finally {
      await runner.release();
    }
    this.logger.log(`the figures were counted in ${Date.now() - began} ms`);
    return true;
  }

  private async count(tx: EntityManager, whole: boolean): Promise<void> {
    const now = this.clock.now();
    const today = civilDate(now);
    const running = today.slice(0, 7);
    const closing = civilDate(new Date(now.valueOf() - afterTheEnd)).slice(0, 7);
    const firstOpen = await this.firstOpenMonth(tx, running);
    await placeOffers(tx);
    await countOffers(tx, `${firstOpen}-01`, `${running}-01`, now);
    await countAsked(tx, today);
    await countPeople(tx, `${firstOpen}-01`, `${running}-01`, today);
    const closed = await this.close(tx, firstOpen, closing, now);
    if (closed > 0) await countSchools(tx, closing);
    if (closed > 0 || whole) await tellPeople(tx, this.gazetteer);
    await this.countWishesOnce(tx, running);
    await writeSheets(tx, this.gazetteer, running);
    await tx.query(
      `INSERT INTO stat_refresh (computed_at, wishes_of, demo)
       VALUES ($1, $2, EXISTS (SELECT FROM account WHERE demo) OR EXISTS (SELECT FROM offer WHERE demo))
       ON CONFLICT ON CONSTRAINT stat_refresh_pk
       DO UPDATE SET computed_at = excluded.computed_at, wishes_of = excluded.wishes_of, demo = excluded.demo`,
      [now, `${running}-01`],
    );
  }

  /** The first month that was not counted for good; on a first run the January before last. */
  private async firstOpenMonth(tx: EntityManager, running: string): Promise<string> {
    const [row] = await tx.query<{ last: string | null }[]>(
      `SELECT to_char(max(month), 'YYYY-MM') AS last FROM stat_closed_month`,
    );
    return row?.last ? nextMonth(row.last) : `${Number(running.slice(0, 4)) - 2}-01`;
  }

  private async close(tx: EntityManager, from: string, before: string, now: Date): Promise<number> {
    const rows = await tx.query<unknown[]>(
      `INSERT INTO stat_closed_month (month, counted_at)
       SELECT month, $3 FROM generate_series($1::timestamp, $2::timestamp - interval '1 month', interval '1 month') AS month
       RETURNING month`,
      [`${from}-01`, `${before}-01`, now],
    );
    return rows.length;
  }

  /** Once a month, so that nobody sees by how much the figures change when one person comes or goes. */
  private async countWishesOnce(tx: EntityManager, running: string): Promise<void> {
    const [known] = await tx.query<{ of: string | null }[]>(
      `SELECT to_char(wishes_of, 'YYYY-MM') AS of FROM stat_refresh`,
    );
    if (known?.of === running) return;
    const generation = generationOn(`${running}-01`);
    const territories = generation ? this.gazetteer.territoriesOfGeneration(generation) : [];
    await countWishes(tx, this.gazetteer, nestingOf(this.gazetteer, territories));
  }
}
