import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.js';
import { personalTables } from './personal-columns.js';

const statisticsOfErased = 'statistics-of-erased';

/** Those in which someone may stand, the queue’s included. */
const watched = ['graphile_worker._private_jobs', ...personalTables.map(({ name }) => `public.${name}`)];

/**
 * To plan queries PostgreSQL keeps samples of the values of each column, addresses and ids among them, and keeps them when the
 * rows are gone, until it looks again: after an erasure it is made to. Many erasures at once are one look, or two.
 */
@Injectable()
export class PlannerStatistics implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(statisticsOfErased, () => this.takeAnew());
  }

  async forget(tx: EntityManager): Promise<void> {
    await this.jobs.add(tx, statisticsOfErased, {}, { key: statisticsOfErased, queue: statisticsOfErased });
  }

  /** Of a table without rows nothing is sampled, and the old samples stay: before PostgreSQL 18 until rows come again. */
  private async takeAnew(): Promise<void> {
    const [{ canClear }] = await this.db.query<[{ canClear: boolean }]>(
      `SELECT current_setting('server_version_num')::int >= 180000 AS "canClear"`,
    );
    for (const table of await this.sampled()) {
      await this.db.query(`ANALYZE ${table}`);
      const some = await this.db.query<unknown[]>(`SELECT FROM ${table} LIMIT 1`);
      if (some.length > 0 || !canClear) continue;
      await this.db.query(
        `SELECT pg_clear_attribute_stats(s.schemaname, s.tablename, s.attname, s.inherited) FROM pg_stats AS s
          WHERE s.schemaname = split_part($1, '.', 1) AND s.tablename IN (SELECT split_part($1, '.', 2)
            UNION ALL SELECT i.indexrelid::regclass::text FROM pg_index AS i WHERE i.indrelid = $1::regclass)`,
        [table],
      );
    }
  }

  /** Those that were never looked at have no samples: ever so small tables, and all in most tests. */
  private async sampled(): Promise<string[]> {
    const rows = await this.db.query<{ name: string }[]>(
      `SELECT DISTINCT schemaname || '.' || tablename AS name FROM pg_stats WHERE schemaname || '.' || tablename = ANY ($1)
        ORDER BY name`,
      [watched],
    );
    return rows.map(({ name }) => name);
  }
}
