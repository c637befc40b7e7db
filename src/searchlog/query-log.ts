import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { civilDate, Clock } from '../common/clock.js';
import type { OfferFilter } from '../offers/offer-filter.input.js';
import { Lexicon } from '../skills/lexicon.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { placeLogged, roundedPlace } from './query-log-place.js';
import { impersonalWords, type KnownWords } from './query-log-words.js';
import type { SearchLog } from './search-log.entity.js';

const flushEvery = 5_000;

/** Different searches kept in memory between two writings; the words of those beyond are not kept, only that they were. */
const mostHeld = 2_000;

/** After as many the process does its other work first. */
const atOnce = 50;

export interface NotedSearch {
  /** As the client wrote them. */
  said: string;
  filter: { said: OfferFilter };
  total: number;
  /** The moment it was searched; now when left out. */
  now?: Date;
  literal?: boolean;
}

type Held = Omit<NotedSearch, 'total' | 'now'> & { day: string; searches: number; empty: number };

/**
 * Learns what is searched for without watching anyone: no account, no address, no time of day. Noting costs a search
 * nothing: what was said stays in memory for a few seconds, is reduced to what is nobody's, and only then written.
 */
@Injectable()
export class QueryLog implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(QueryLog.name);
  private readonly known: KnownWords;
  private held = new Map<string, Held>();
  private writing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private warned = false;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly gazetteer: Gazetteer,
    lexicon: Lexicon,
    private readonly clock: Clock,
  ) {
    this.known = { knows: (word) => lexicon.knows(word), commune: (folded) => communeCalled(gazetteer, folded) };
  }

  onModuleInit(): void {
    this.timer = setInterval(() => void this.flush(), flushEvery).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** To be called for the first page of a search. */
  note({ said, filter, total, now = this.clock.now(), literal = false }: NotedSearch): void {
    const day = civilDate(now);
    const key = JSON.stringify([day, said, filter.said.places, literal]);
    const known = this.held.get(key);
    const held = known ?? this.hold(key, { said, filter: { said: filter.said }, literal, day });
    held.searches += 1;
    if (total === 0) held.empty += 1;
  }

  /** Writes what was noted; when the database does not take it, it is lost, for no search is worth a second try. */
  flush(): Promise<void> {
    const held = [...this.held.values()];
    this.held = new Map();
    this.writing = this.writing.then(() => (held.length > 0 ? this.write(held) : undefined));
    return this.writing;
  }

  private hold(key: string, search: Omit<Held, 'searches' | 'empty'>): Held {
    const full = this.held.size >= mostHeld;
    const held = full
      ? { said: '', filter: { said: {} }, literal: false, day: search.day, searches: 0, empty: 0 }
      : { ...search, searches: 0, empty: 0 };
    const place = full ? search.day : key;
    const there = this.held.get(place);
    if (!there) this.held.set(place, held);
    return there ?? held;
  }

  private async write(held: Held[]): Promise<void> {
    try {
      const rows = await this.rows(held);
      await this.db.query(
        `INSERT INTO search_log (day, words, place, literal, searches, empty)
         SELECT * FROM unnest($1::date[], $2::text[], $3::text[], $4::boolean[], $5::int[], $6::int[])
         ON CONFLICT ON CONSTRAINT search_log_pk DO UPDATE
         SET searches = search_log.searches + excluded.searches, empty = search_log.empty + excluded.empty`,
        (['day', 'words', 'place', 'literal', 'searches', 'empty'] as const).map((name) =>
          rows.map((row) => row[name]),
        ),
      );
      this.warned = false;
    } catch (error) {
      if (!this.warned) this.logger.warn(`the log of searches could not be written: ${String(error)}`);
      this.warned = true;
    }
  }

  /** In one order, so that two processes that write at once do not wait for each other. */
  private async rows(held: Held[]): Promise<SearchLog[]> {
    const rows = new Map<string, SearchLog>();
    for (const [index, { said, filter, literal = false, day, searches, empty }] of held.entries()) {
      if (index % atOnce === atOnce - 1) await new Promise((resolve) => setImmediate(resolve));
      const { words, departmentCode } = impersonalWords(said, this.known);
      const place = roundedPlace(this.gazetteer, filter.said.places) || placeLogged('department', departmentCode);
      const key = JSON.stringify([day, words, place, literal]);
      const row = rows.get(key) ?? { day, words, place, literal, searches: 0, empty: 0 };
      row.searches += searches;
      row.empty += empty;
      rows.set(key, row);
    }
    return [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  }
}

const tooCommon = new Set(['saint', 'sainte', 'st', 'ste']);

function communeCalled(gazetteer: Gazetteer, folded: string) {
  if (folded.length < 3 || tooCommon.has(folded)) return undefined;
  const [commune] = gazetteer.communesStartingWith(folded, 1);
  return commune && commune.foldedName === folded.replace(/^st(?=e? )/, 'saint') ? commune : undefined;
}
