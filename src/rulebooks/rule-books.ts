import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Announcements } from '../common/announcements.js';
import { Clock } from '../common/clock.js';
import type { RuleBook } from './rule-book.js';
import { fingerprintOf } from './rule-book.js';
import { checkContent, readContent } from './rule-book-check.js';
import { RuleBookStore } from './rule-book-store.js';

const channel = 'vte_rule_books';

/** In case an announcement was lost. */
const lookEvery = 10_000;

/** A registered table: what it says now, at once and without asking the database. */
export interface Held<Content> {
  /** The same object until the table changes, so that what is worked out from it can be kept with it. */
  readonly content: Content;
  /** 0 until the database was read. */
  readonly number: number;
}

interface Slot {
  book: RuleBook<unknown>;
  held: Held<unknown>;
  /** The newest number that was looked at; `held` is older when this release cannot read that version. */
  lookedAt: number;
}

/** Tables of dated facts in memory, as the database has them: each process follows what any of them changes. */
@Injectable()
export class RuleBooks implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(RuleBooks.name);
  private readonly slots = new Map<string, Slot>();
  private reading: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: RuleBookStore,
    private readonly announcements: Announcements,
    private readonly clock: Clock,
  ) {}

  /**
   * To be called by the constructor of whoever reads the table; the answer tells what it says whenever it is called. A shipped
   * table that is not as it should be throws here, before anything starts.
   */
  register<Content>(book: RuleBook<Content>): () => Held<Content> {
    if (this.slots.has(book.name)) throw new Error(`two rooms register the table “${book.name}”`);
    const held: Held<Content> = { content: readContent(book, book.shipped()), number: 0 };
    const slot = { book: book as unknown as RuleBook<unknown>, held, lookedAt: 0 };
    this.slots.set(book.name, slot);
    return () => slot.held;
  }

  async onModuleInit(): Promise<void> {
    const failed = (error: unknown): void => {
      this.logger.error('the tables of rules could not be read again; the earlier ones stay', error);
    };
    const look = (): void => {
      this.refresh().catch(failed);
    };
    await this.announcements.listen(channel, look);
    for (const { book } of this.slots.values()) await this.install(book);
    await this.refresh();
    this.timer = setInterval(look, lookEvery).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  names(): string[] {
    return [...this.slots.keys()];
  }

  book(name: string): RuleBook<unknown> | undefined {
    return this.slots.get(name)?.book;
  }

  /** What the table says now; throws for a name that no room registered. */
  current(name: string): Held<unknown> {
    const slot = this.slots.get(name);
    if (!slot) throw new Error(`no room registers the table “${name}”`);
    return slot.held;
  }

  /** What the table said at a version; null when there is none, or this release cannot read it. */
  async at(name: string, number: number): Promise<unknown> {
    const [version, book] = [await this.store.at(name, number), this.book(name)];
    return version && book ? checkContent(book, version.content).content : null;
  }

  /** Once it is done, nothing older is answered than what was committed when it was called; one small query if nothing is new. */
  refresh(): Promise<void> {
    const read = this.reading.then(() => this.readNew());
    this.reading = read.catch(() => undefined);
    return read;
  }

  private async readNew(): Promise<void> {
    const newest = await this.store.newest();
    for (const slot of this.slots.values()) {
      const number = newest.get(slot.book.name) ?? 0;
      if (number > slot.lookedAt) await this.read(slot, number);
    }
  }

  /** The newest version that this release can read: beside a newer release, an older one goes on with what it knew. */
  private async read(slot: Slot, newest: number): Promise<void> {
    for (let before = newest + 1; before > slot.held.number;) {
      const [version] = await this.store.before(slot.book.name, before, 1);
      if (!version || version.number <= slot.held.number) break;
      const { content, problems } = checkContent(slot.book, version.content);
      if (!problems) {
        slot.held = { content, number: version.number };
        break;
      }
      this.logger.error(`version ${version.number} of the table “${slot.book.name}” cannot be read by this release`);
      before = version.number;
    }
    slot.lookedAt = newest;
  }

  /**
   * The shipped table becomes a version when there is none, or when it is new and the one in use was shipped too. After an
   * administrator’s change it waits, and is shown to administrators, until one of them settles it (decision 0036).
   */
  private install(book: RuleBook<unknown>): Promise<void> {
    const content = book.shipped();
    const settles = fingerprintOf(content);
    return this.store.change(book.name, async (tx, newest) => {
      if (newest && (newest.origin !== 'SHIPPED' || (await this.store.settled(tx, book.name, settles)))) return;
      await this.store.add(tx, {
        book: book.name,
        number: (newest?.number ?? 0) + 1,
        content,
        origin: 'SHIPPED',
        madeBy: null,
        madeAt: this.clock.now(),
        reason: null,
        settles,
      });
    });
  }
}
