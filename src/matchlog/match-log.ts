import { createHash } from 'node:crypto';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Names } from '../scoring/explain.js';
import type { Scored } from '../scoring/score-facts.js';
import type { Audience, MatchLogEntry } from './match-log.entity.js';
import { MatchLogRepository } from './match-log.repository.js';
import { keptMatch } from './shown-match.js';

/** A match at the moment it is answered. */
export interface JustShown {
  accountId: string;
  offerId: string;
  candidateId: string;
  shownTo: Audience;
  scored: Scored;
  /** What its codes are called. */
  names: Names;
  at: Date;
}

interface Waiting {
  entry: MatchLogEntry;
  tries: number;
}

const flushEvery = 2_000;

/** Matches in memory between two writings; those beyond are not kept. */
const mostHeld = 10_000;

/** Rows in one statement. */
const atOnce = 250;

/** After as many the process does its other work first. */
const inOneGo = 20;

const mostTries = 3;

/**
 * Remembers what was shown to whom, so that it can be explained again. Noting costs an answer nothing: the match stays in
 * memory for a moment and is written later, with others. A log that cannot be written fails no answer.
 */
@Injectable()
export class MatchLog implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(MatchLog.name);
  private held: JustShown[] = [];
  private again: Waiting[] = [];
  private lost = 0;
  private writing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private warned = false;

  constructor(private readonly entries: MatchLogRepository) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.flush(), flushEvery).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  note(shown: readonly JustShown[]): void {
    const room = Math.max(0, mostHeld - this.held.length - this.again.length);
    this.held.push(...shown.slice(0, room));
    this.lost += Math.max(0, shown.length - room);
  }

  /** Writes what was noted until now. */
  flush(): Promise<void> {
    this.writing = this.writing
      .then(() => this.write())
      .catch((error: unknown) => {
        this.warn(error);
      });
    return this.writing;
  }

  private async write(): Promise<void> {
    const [held, again] = [this.held, this.again];
    [this.held, this.again] = [[], []];
    if (this.lost > 0) this.logger.warn(`${this.lost} matches were shown faster than they can be logged`);
    this.lost = 0;
    const waiting = new Map(again.map((one) => [one.entry.id, one]));
    for (const [index, shown] of held.entries()) {
      if (index % inOneGo === inOneGo - 1) await new Promise((resolve) => setImmediate(resolve));
      this.add(waiting, shown);
    }
    const all = [...waiting.values()];
    for (let from = 0; from < all.length; from += atOnce) await this.writeSome(all.slice(from, from + atOnce));
  }

  /** A match that cannot be kept costs no other one its place. */
  private add(waiting: Map<string, Waiting>, shown: JustShown): void {
    try {
      const entry = entryOf(shown);
      const same = waiting.get(entry.id);
      waiting.set(entry.id, same ? { entry: together(same.entry, entry), tries: same.tries } : { entry, tries: 0 });
    } catch (error) {
      this.warn(error);
    }
  }

  /** Once until something is written again. */
  private warn(error: unknown): void {
    if (!this.warned) this.logger.warn(`the log of matches could not be written: ${String(error)}`);
    this.warned = true;
  }

  /** What is not written this time is tried again: what it is about may be held by another transaction, or gone. */
  private async writeSome(waiting: Waiting[]): Promise<void> {
    let written = new Set<string>();
    try {
      written = await this.entries.write(waiting.map(({ entry }) => entry));
      this.warned = false;
    } catch (error) {
      this.warn(error);
    }
    this.again.push(
      ...waiting
        .filter(({ entry, tries }) => !written.has(entry.id) && tries + 1 < mostTries)
        .map(({ entry, tries }) => ({ entry, tries: tries + 1 })),
    );
  }
}

function entryOf({ scored, names, at, ...who }: JustShown): MatchLogEntry {
  const content = {
    ...who,
    scoringVersion: scored.scoringVersion,
    tenths: Math.round(scored.score * 10),
    shown: keptMatch(scored, names),
  };
  return { id: idOf(content), ...content, times: 1, firstShownAt: at, lastShownAt: at };
}

/** One row for the same content noted twice. */
function together(one: MatchLogEntry, other: MatchLogEntry): MatchLogEntry {
  const moments = [one.firstShownAt, other.firstShownAt, one.lastShownAt, other.lastShownAt].sort(
    (earlier, later) => earlier.valueOf() - later.valueOf(),
  );
  return Object.assign(one, {
    times: one.times + other.times,
    firstShownAt: moments[0],
    lastShownAt: moments.at(-1),
  });
}

/** Equal for equal content, in every process. */
function idOf(content: Omit<MatchLogEntry, 'id' | 'times' | 'firstShownAt' | 'lastShownAt'>): string {
  const { accountId, offerId, candidateId, shownTo, scoringVersion, tenths, shown } = content;
  const said = JSON.stringify([accountId, offerId, candidateId, shownTo, scoringVersion, tenths, shown]);
  const hex = createHash('sha256').update(said).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
