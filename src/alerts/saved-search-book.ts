import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type OfferDocument } from '../indexing/offer-document.js';
import { Lexicon } from '../skills/lexicon.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { filterFrom, type KeptFilter } from './kept-filter.js';
import { judgedOffer } from './judged-offer.js';
import { Percolator } from './percolator.js';
import { PlainReading } from './plain-reading.js';
import { WordSample } from './word-sample.js';

/** Few at a time, so that a process that has other work is not kept from it. */
const pageSize = 200;

/** Changes go after a quarter of an hour, see `NotesTidy`; whoever did not look for five minutes reads everything anew. */
const longestGap = 300_000;

/** How old what is in memory may become while nothing is asked: what was deleted is forgotten here too. */
const keptUpEvery = 60_000;

interface Row {
  id: string;
  words: string | null;
  literal: boolean;
  filter: KeptFilter;
}

/**
 * Every saved search in memory, filed for offers to find. Read from PostgreSQL when first asked for, then followed by the
 * transactions that changed something; read anew when places or words of the reference data change, on which depends how a
 * search is understood.
 */
@Injectable()
export class SavedSearchBook {
  private readonly logger = new Logger(SavedSearchBook.name);
  private percolator: Percolator;
  /** Of the transactions below this number every change is in memory. */
  private position: string | null = null;
  private editions: readonly object[] = [];
  private readAt = 0;
  private reading: Promise<unknown> = Promise.resolve();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly reader: PlainReading,
    private readonly sample: WordSample,
    private readonly gazetteer: Gazetteer,
    private readonly lexicon: Lexicon,
  ) {
    this.percolator = new Percolator(gazetteer, () => 0);
  }

  get size(): number {
    return this.percolator.size;
  }

  /** Once it is done, nothing older is held than what was committed when it was called; readings take turns. */
  refresh(): Promise<void> {
    const read = this.reading.then(() => this.read());
    this.reading = read.catch(() => undefined);
    return read;
  }

  /** The ids of the searches that an offer with this document answers. */
  answeredBy(document: OfferDocument): string[] {
    return this.percolator.answeredBy(judgedOffer(document, this.gazetteer));
  }

  private async read(): Promise<void> {
    const now = Date.now();
    const editions = [this.gazetteer.edition, this.lexicon.edition];
    const same = editions.every((edition, at) => edition === this.editions[at]);
    const position = await this.finished();
    if (this.position !== null && same && now - this.readAt < longestGap) await this.follow(this.position);
    else await this.readAll();
    [this.position, this.editions, this.readAt] = [position, editions, now];
  }

  /** Follows what changed when nobody asked for a while; does nothing before it was first asked. */
  async keepUp(): Promise<void> {
    if (this.position !== null && Date.now() - this.readAt >= keptUpEvery) await this.refresh();
  }

  /**
   * Transactions below this number have ended, and what they changed is seen by every later query. Numbers are given when a
   * transaction begins to write and not when it ends: following the greatest one seen would pass over late commits.
   */
  private async finished(): Promise<string> {
    const [row] = await this.db.query<[{ position: string }]>(
      'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS position',
    );
    return row.position;
  }

  private async readAll(): Promise<void> {
    const percolator = new Percolator(this.gazetteer, await this.sample.frequency());
    for (let after: string | null = null, rows: Row[] = []; ; after = rows.at(-1)!.id) {
      rows = await this.db.query<Row[]>(
        `SELECT id, words, literal, filter FROM saved_search WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2`,
        [after, pageSize],
      );
      for (const row of rows) this.file(percolator, row);
      if (rows.length < pageSize) break;
    }
    this.percolator = percolator;
  }

  private async follow(position: string): Promise<void> {
    const rows = await this.db.query<Row[]>(
      `SELECT c.saved_search_id AS id, s.words, s.literal, s.filter
       FROM saved_search_change c LEFT JOIN saved_search s ON s.id = c.saved_search_id WHERE c.changed_in >= $1::bigint`,
      [position],
    );
    for (const row of rows) this.file(this.percolator, row);
  }

  /** One that can no longer be read, such as that of a territory that is no more, answers nothing until it can. */
  private file(percolator: Percolator, { id, words, literal, filter }: Row): void {
    percolator.forget(id);
    if (words === null) return;
    try {
      percolator.file(id, this.reader.of({ words, literal, filter: filterFrom(filter) }));
    } catch (error) {
      this.logger.warn(`the saved search ${id} cannot be read: ${String(error)}`);
    }
  }
}
