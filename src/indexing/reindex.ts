import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AidsService } from '../aids/aids.service.js';
import { Clock } from '../common/clock.js';
import type { Progress } from '../common/progress.js';
import { Outbox } from '../outbox/outbox.js';
import { IndexableOffers } from './indexable-offers.js';
import { IndexLoad } from './index-load.js';
import { documentsOf, Indexer, indexLock, type Unindexable } from './indexer.js';
import type { IndexableOffer, OfferDocument } from './offer-document.js';
import { hasOfferSettings, indexFingerprint, offerIndexSettings } from './offer-index-settings.js';
import { SearchEngine } from './search-engine.js';

/** Read at once from the database, and given at once to the engine. */
const pageSize = 2_000;

/** How many documents are made before others have their turn: making a page of them takes longer than a search may wait. */
const madeAtOnce = 50;

/** Builds the whole index afresh beside the one in use and exchanges them. */
@Injectable()
export class Reindex implements OnModuleDestroy {
  private readonly logger = new Logger(Reindex.name);
  private readonly ending = new AbortController();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly engine: SearchEngine,
    private readonly offers: IndexableOffers,
    private readonly indexer: Indexer,
    private readonly outbox: Outbox,
    private readonly aids: AidsService,
    private readonly clock: Clock,
  ) {}

  /** A shutdown ends a building at once: the index in use stays, and the next start begins anew. */
  onModuleDestroy(): void {
    this.ending.abort(new Error('the building of the index was ended by the shutdown'));
  }

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

  /** Whether there is an index made with the settings and documents of this version and of today. */
  async upToDate(): Promise<boolean> {
    const rows = await this.db.query<{ fingerprint: string }[]>(
      'SELECT fingerprint FROM search_index WHERE name = $1',
      [this.engine.offers],
    );
    if (rows[0]?.fingerprint !== (await this.fingerprint())) return false;
    return hasOfferSettings(await this.engine.settings(this.engine.offers));
  }

  /** What documents say also depends on the day: which rules of aids and which list of territories are in force. */
  private async fingerprint(): Promise<string> {
    return `${indexFingerprint} ${await this.aids.periodKey(this.clock.today())}`;
  }

  private async build(progress: Progress): Promise<number> {
    const next = `${this.engine.offers}_next`;
    await this.offers.refreshReference();
    const fingerprint = await this.fingerprint();
    const total = await this.offers.countOpen();
    progress('index', 0, total);
    await this.engine.create(next, offerIndexSettings);
    const written = await this.fill(next, (done) => {
      progress('index', done, Math.max(total, done));
    });
    if (!(await this.engine.settings(this.engine.offers)))
      await this.engine.create(this.engine.offers, offerIndexSettings);
    await this.engine.swap(this.engine.offers, next);
    await this.engine.drop(next);
    await this.db.query(
      `INSERT INTO search_index (name, fingerprint) VALUES ($1, $2)
       ON CONFLICT (name) DO UPDATE SET fingerprint = excluded.fingerprint, built_at = now()`,
      [this.engine.offers, fingerprint],
    );
    return written;
  }

  /** The next page is read and its documents are made while the engine is at those before. */
  private async fill(index: string, wrote: (documents: number) => void): Promise<number> {
    const load = new IndexLoad(this.engine, index, this.ending.signal);
    try {
      for await (const page of this.pages()) {
        await this.outbox.unpark(
          this.db.manager,
          page.map(({ offer }) => offer.id),
        );
        const { documents, broken } = await made(page);
        await this.park(broken);
        await load.put(documents);
        wrote(load.written);
      }
      await load.finish();
    } catch (error) {
      await this.engine.cancel(index).catch(() => undefined);
      throw error;
    }
    const saved = await this.again(index, load.refused);
    wrote(load.written + saved);
    return load.written + saved;
  }

  /** What the engine refused, by page: halved until the guilty ones stand alone. Answers how many were written. */
  private async again(index: string, ids: readonly string[]): Promise<number> {
    let written = 0;
    for (let from = 0; from < ids.length; from += pageSize) {
      this.ending.signal.throwIfAborted();
      const open = await this.offers.open(this.db.manager, ids.slice(from, from + pageSize));
      const unindexable = await this.indexer.put(index, open);
      await this.park(unindexable);
      written += open.length - unindexable.length;
    }
    return written;
  }

  private async *pages(): AsyncGenerator<IndexableOffer[]> {
    let next = this.offers.openAfter(null, pageSize);
    for (;;) {
      this.ending.signal.throwIfAborted();
      const page = await next;
      if (page.length === 0) return;
      next = this.offers.openAfter(page.at(-1)!.offer.id, pageSize);
      // Awaited in its turn; until then a failure is nobody's.
      next.catch(() => undefined);
      yield page;
    }
  }

  private async park(unindexable: readonly Unindexable[]): Promise<void> {
    for (const { id, error } of unindexable) {
      this.logger.error(`offer ${id} cannot be indexed and is set aside: ${String(error)}`);
      await this.outbox.park(this.db.manager, { kind: 'offer', id }, String(error));
    }
  }
}

async function made(page: readonly IndexableOffer[]): Promise<{ documents: OfferDocument[]; broken: Unindexable[] }> {
  const all: { documents: OfferDocument[]; broken: Unindexable[] } = { documents: [], broken: [] };
  for (let from = 0; from < page.length; from += madeAtOnce) {
    const { documents, broken } = documentsOf(page.slice(from, from + madeAtOnce));
    all.documents.push(...documents);
    all.broken.push(...broken);
    await breathe();
  }
  return all;
}
