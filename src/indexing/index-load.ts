import { setTimeout as pause } from 'node:timers/promises';
import type { OfferDocument } from './offer-document.js';
import { DocumentRefused, type SearchEngine } from './search-engine.js';

/**
 * How many documents may wait in the engine. It writes all that wait in one batch, up to a size of its own, and every batch
 * has a price; ours is only the file they wait in.
 */
const mostWaiting = 100_000;

const lookEvery = 100;

/** How long nothing at all may come of what waits before the engine is given up, in milliseconds. */
const patience = 30 * 60_000;

/**
 * Documents on their way into an index that nobody searches yet: the engine always has the next ones before it is done with
 * the last. Of what it was given only the ids are kept.
 */
export class IndexLoad {
  private readonly waiting = new Map<number, string[]>();
  private lastEnd = Date.now();
  /** How many documents are in the index. */
  written = 0;
  /** Ids whose batch was refused because of some document in it. */
  readonly refused: string[] = [];

  constructor(
    private readonly engine: SearchEngine,
    private readonly index: string,
    private readonly signal: AbortSignal,
  ) {}

  /** Returns as soon as the engine has taken them and there is room for more. */
  async put(documents: readonly OfferDocument[]): Promise<void> {
    if (documents.length === 0) return;
    const lines = documents.map((document) => JSON.stringify(document)).join('\n');
    this.waiting.set(
      await this.engine.enqueue(this.index, lines),
      documents.map(({ id }) => id),
    );
    await this.until(mostWaiting);
  }

  /** Until the engine has nothing left to do. */
  finish(): Promise<void> {
    return this.until(0);
  }

  private async until(most: number): Promise<void> {
    for (;;) {
      this.signal.throwIfAborted();
      const documents = [...this.waiting.values()].reduce((sum, ids) => sum + ids.length, 0);
      if (documents <= most) return;
      if (await this.look()) continue;
      if (Date.now() - this.lastEnd > patience) throw new Error('the search engine takes documents and writes none');
      await pause(lookEvery, undefined, { signal: this.signal });
    }
  }

  /** Whether something came to its end. */
  private async look(): Promise<boolean> {
    const ended = await this.engine.ended([...this.waiting.keys()]);
    for (const { task, error } of ended) {
      if (error && !(error instanceof DocumentRefused)) throw error;
      const ids = this.waiting.get(task) ?? [];
      this.waiting.delete(task);
      if (error) this.refused.push(...ids);
      else this.written += ids.length;
    }
    if (ended.length > 0) this.lastEnd = Date.now();
    return ended.length > 0;
  }
}
