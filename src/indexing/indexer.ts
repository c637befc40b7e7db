import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Outbox } from '../outbox/outbox.js';
import { IndexableOffers } from './indexable-offers.js';
import { type IndexableOffer, type OfferDocument, offerDocument } from './offer-document.js';
import { isOfferIndex } from './offer-index-settings.js';
import { DocumentRefused, SearchEngine } from './search-engine.js';
import { indexLock } from './write-lock.js';

const batchSize = 500;

/** An offer that has no document, and why. */
export interface Unindexable {
  id: string;
  error: unknown;
}

/** Pays the debts of the outbox: reads the rows again, writes or removes their documents, waits, and only then commits. */
@Injectable()
export class Indexer {
  private readonly logger = new Logger(Indexer.name);

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly outbox: Outbox,
    private readonly offers: IndexableOffers,
    private readonly engine: SearchEngine,
  ) {}

  /**
   * One batch of marks; answers how many were paid, 0 when there is none or another process is at it. When anything fails
   * the transaction gives the marks back.
   */
  async once(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const [lock] = await tx.query<[{ mine: boolean }]>('SELECT pg_try_advisory_xact_lock($1) AS mine', [indexLock]);
      if (!lock.mine) return 0;
      const marks = await this.outbox.take(tx, batchSize);
      if (marks.length === 0) return 0;
      await this.offers.refreshReference();
      const ids = marks.filter(({ kind }) => kind === 'offer').map(({ id }) => id);
      const companies = marks.filter(({ kind }) => kind === 'company').map(({ id }) => id);
      ids.push(...(companies.length > 0 ? await this.offers.ofCompanies(tx, companies) : []));
      await this.follow(tx, [...new Set(ids)]);
      return marks.length;
    });
  }

  /** Until nothing is owed. */
  async all(): Promise<void> {
    while ((await this.once()) > 0);
  }

  private async follow(tx: EntityManager, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    if (!isOfferIndex(await this.engine.settings(this.engine.offers))) {
      throw new Error('the index is gone and must be built first');
    }
    await this.outbox.unpark(tx, ids);
    const open = await this.offers.open(tx, ids);
    const live = new Set(open.map(({ offer }) => offer.id));
    await this.engine.write(
      this.engine.offers,
      [],
      ids.filter((id) => !live.has(id)),
    );
    for (const { id, error } of await this.put(this.engine.offers, open)) await this.park(tx, id, error);
  }

  /** Writes the documents of these offers and answers those that have none: the row breaks it, or the engine refuses it. */
  async put(index: string, offers: IndexableOffer[]): Promise<Unindexable[]> {
    const { documents, broken } = documentsOf(offers);
    return [...broken, ...(await this.putDocuments(index, documents))];
  }

  /** When the engine refuses some, halves the batch until the guilty ones stand alone. */
  async putDocuments(index: string, documents: OfferDocument[]): Promise<Unindexable[]> {
    if (documents.length === 0) return [];
    try {
      await this.engine.write(index, documents, []);
      return [];
    } catch (error) {
      if (!(error instanceof DocumentRefused)) throw error;
      if (documents.length === 1) return [{ id: documents[0]!.id, error }];
      const middle = documents.length >> 1;
      return [
        ...(await this.putDocuments(index, documents.slice(0, middle))),
        ...(await this.putDocuments(index, documents.slice(middle))),
      ];
    }
  }

  private async park(tx: EntityManager, id: string, error: unknown): Promise<void> {
    this.logger.error(`offer ${id} cannot be indexed and is set aside: ${String(error)}`);
    await this.engine.write(this.engine.offers, [], [id]);
    await this.outbox.park(tx, { kind: 'offer', id }, String(error));
  }
}

/** The documents of these offers, and those that none can be made of. */
export function documentsOf(offers: readonly IndexableOffer[]): { documents: OfferDocument[]; broken: Unindexable[] } {
  const documents: OfferDocument[] = [];
  const broken: Unindexable[] = [];
  for (const indexable of offers) {
    try {
      documents.push(offerDocument(indexable));
    } catch (error) {
      broken.push({ id: indexable.offer.id, error });
    }
  }
  return { documents, broken };
}
