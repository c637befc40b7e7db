import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AidsService } from '../aids/aids.service.js';
import { Clock } from '../common/clock.js';
import type { Progress } from '../common/progress.js';
import { ParkedMark } from '../outbox/outbox.entity.js';
import { Outbox } from '../outbox/outbox.js';
import { reasonOf } from './engine-http.js';
import { IndexableOffers } from './indexable-offers.js';
import { IndexLoad } from './index-load.js';
import { documentsOf, Indexer, type Unindexable } from './indexer.js';
import type { IndexableOffer, OfferDocument } from './offer-document.js';
import { hasOfferSettings, indexFingerprint, isOfferIndex, offerIndexSettings } from './offer-index-settings.js';
import { whileLocked } from './write-lock.js';
import { SearchEngine } from './search-engine.js';

/** Read at once from the database, and given at once to the engine. */
const pageSize = 2_000;

/** How many documents are made before others have their turn: making a page of them takes longer than a search may wait. */
const madeAtOnce = 50;

interface Filled {
  written: number;
  unindexable: Unindexable[];
}

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

  get ended(): boolean {
    return this.ending.signal.aborted;
  }

  /**
   * Answers how many offers the new index holds. The indexer waits meanwhile; what is marked during the building is
   * written to the new index afterwards, from rows read then.
   */
  run(progress: Progress): Promise<number> {
    return whileLocked(this.db, (held) => this.build(progress, held));
  }

  /** Builds the index unless it is as it should be, and answers whether it did; two workers that start together build it once. */
  async unlessUpToDate(progress: Progress): Promise<boolean> {
    if (await this.upToDate()) return false;
    return whileLocked(this.db, async (held) => {
      if (await this.upToDate()) return false;
      this.logger.log('building the search index');
      await this.build(progress, held);
      return true;
    });
  }

  /** Whether the index in use can be followed although it is not as it should be: of an earlier version, or of another day. */
  async canFollow(): Promise<boolean> {
    return isOfferIndex(await this.engine.settings(this.engine.offers));
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
    return `${indexFingerprint()} ${await this.aids.periodKey(this.clock.today())}`;
  }

  /** What is left of the other index goes in any case: a disk that was too small for two is to have room again. */
  private async build(progress: Progress, held: () => Promise<void>): Promise<number> {
    const next = `${this.engine.offers}_next`;
    try {
      await this.offers.refreshReference();
      const fingerprint = await this.fingerprint();
      await this.engine.create(next, offerIndexSettings);
      if (!hasOfferSettings(await this.engine.settings(next)))
        throw new Error('the engine took other settings than ours');
      const { written, unindexable } = await this.fill(next, progress, held);
      if (!(await this.engine.settings(this.engine.offers)))
        await this.engine.create(this.engine.offers, offerIndexSettings);
      await held();
      await this.engine.swap(this.engine.offers, next);
      await this.db.transaction((tx) => this.note(tx, fingerprint, unindexable));
      return written;
    } finally {
      await this.clear(next);
    }
  }

  private async clear(index: string): Promise<void> {
    try {
      await this.engine.cancel(index);
      await this.engine.drop(index);
    } catch (error) {
      this.logger.warn(`${index} is left in the engine until the next building: ${reasonOf(error)}`);
    }
  }

  /** What is true once the new index is the one in use: how it was made, and which offers it lacks. */
  private async note(tx: EntityManager, fingerprint: string, unindexable: readonly Unindexable[]): Promise<void> {
    await tx.query(
      `INSERT INTO search_index (name, fingerprint) VALUES ($1, $2)
       ON CONFLICT (name) DO UPDATE SET fingerprint = excluded.fingerprint, built_at = now()`,
      [this.engine.offers, fingerprint],
    );
    const parked = await tx.find(ParkedMark, { select: { id: true }, where: { kind: 'offer' } });
    await this.outbox.unpark(
      tx,
      parked.map(({ id }) => id),
    );
    for (const { id, error } of unindexable) {
      this.logger.error(`offer ${id} cannot be indexed and is set aside: ${String(error)}`);
      await this.outbox.park(tx, { kind: 'offer', id }, String(error));
    }
  }

  /** The next page is read and its documents are made while the engine is at those before. */
  private async fill(index: string, progress: Progress, held: () => Promise<void>): Promise<Filled> {
    const load = new IndexLoad(this.engine, index, this.ending.signal);
    const unindexable: Unindexable[] = [];
    const total = await this.offers.countOpen();
    progress('index', 0, total);
    for await (const page of this.pages()) {
      await held();
      const { documents, broken } = await made(page);
      unindexable.push(...broken);
      await load.put(documents);
      progress('index', load.written, Math.max(total, load.written));
    }
    await load.finish();
    const again = await this.again(index, load.refused);
    const written = load.written + again.written;
    progress('index', written, Math.max(total, written));
    return { written, unindexable: [...unindexable, ...again.unindexable] };
  }

  /** What the engine refused, by page: halved until the guilty ones stand alone. */
  private async again(index: string, ids: readonly string[]): Promise<Filled> {
    const filled: Filled = { written: 0, unindexable: [] };
    for (let from = 0; from < ids.length; from += pageSize) {
      this.ending.signal.throwIfAborted();
      const open = await this.offers.open(this.db.manager, ids.slice(from, from + pageSize));
      const unindexable = await this.indexer.put(index, open);
      filled.unindexable.push(...unindexable);
      filled.written += open.length - unindexable.length;
    }
    return filled;
  }

  /** Each page is asked for while the one before is worked at; until its turn comes its failure is nobody's. */
  private async *pages(): AsyncGenerator<IndexableOffer[]> {
    let next = this.offers.openAfter(null, pageSize);
    for (;;) {
      this.ending.signal.throwIfAborted();
      const page = await next;
      if (page.length === 0) return;
      next = this.offers.openAfter(page.at(-1)!.offer.id, pageSize);
      next.catch(() => undefined);
      yield page;
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
