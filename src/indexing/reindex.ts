import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Progress } from '../common/progress.js';
import { Outbox } from '../outbox/outbox.js';
import { IndexableOffers } from './indexable-offers.js';
import { Indexer, indexLock } from './indexer.js';
import { hasOfferSettings, indexFingerprint, offerIndexSettings } from './offer-index-settings.js';
import { SearchEngine } from './search-engine.js';

const pageSize = 1_000;

/** Builds the whole index afresh beside the one in use and exchanges them. */
@Injectable()
export class Reindex {
  private readonly logger = new Logger(Reindex.name);

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly engine: SearchEngine,
    private readonly offers: IndexableOffers,
    private readonly indexer: Indexer,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Answers how many offers the new index holds. The indexer waits meanwhile; what is marked during the building is
   * written to the new index afterwards, from rows read then.
   */
  run(progress: Progress): Promise<number> {
    return this.alone(() => this.build(progress));
  }

  /** Builds the index unless it is as it should be; two workers that start together build it once. */
  async unlessUpToDate(progress: Progress): Promise<void> {
    if (await this.upToDate()) return;
    await this.alone(async () => {
      if (await this.upToDate()) return;
      this.logger.log('building the search index');
      await this.build(progress);
    });
  }

  private async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const lock = this.db.createQueryRunner();
    await lock.connect();
    try {
      await lock.query('SELECT pg_advisory_lock($1)', [indexLock]);
      return await work();
    } finally {
      await lock.query('SELECT pg_advisory_unlock($1)', [indexLock]).catch(() => undefined);
      await lock.release();
    }
  }

  /** Whether there is an index made with the settings and documents of this version. */
  async upToDate(): Promise<boolean> {
    const rows = await this.db.query<{ fingerprint: string }[]>(
      'SELECT fingerprint FROM search_index WHERE name = $1',
      [this.engine.offers],
    );
    if (rows[0]?.fingerprint !== indexFingerprint) return false;
    return hasOfferSettings(await this.engine.settings(this.engine.offers));
  }

  private async build(progress: Progress): Promise<number> {
    const next = `${this.engine.offers}_next`;
    await this.offers.refreshPlaces();
    const total = await this.offers.countOpen();
    progress('index', 0, total);
    await this.engine.create(next, offerIndexSettings);
    let written = 0;
    let last: string | null = null;
    for (;;) {
      const page = await this.offers.openAfter(last, pageSize);
      if (page.length === 0) break;
      const unindexable = await this.indexer.put(next, page);
      await this.outbox.unpark(
        this.db.manager,
        page.map(({ offer }) => offer.id),
      );
      for (const { id, error } of unindexable) {
        this.logger.error(`offer ${id} cannot be indexed and is set aside: ${String(error)}`);
        await this.outbox.park(this.db.manager, { kind: 'offer', id }, String(error));
      }
      written += page.length - unindexable.length;
      last = page.at(-1)!.offer.id;
      progress('index', written, Math.max(total, written));
    }
    if (!(await this.engine.settings(this.engine.offers)))
      await this.engine.create(this.engine.offers, offerIndexSettings);
    await this.engine.swap(this.engine.offers, next);
    await this.engine.drop(next);
    await this.db.query(
      `INSERT INTO search_index (name, fingerprint) VALUES ($1, $2)
       ON CONFLICT (name) DO UPDATE SET fingerprint = excluded.fingerprint, built_at = now()`,
      [this.engine.offers, indexFingerprint],
    );
    return written;
  }
}
