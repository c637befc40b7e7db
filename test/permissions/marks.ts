import { may } from '../../src/permissions/may.js';
import type { Act } from '../../src/permissions/rules.js';
import { callerOf, type CallerName, factsOf, type Thing } from './callers.js';

export type Reader = readonly [act: Act, thing: Thing];

/** How a mark reads. */
export const markPattern = /zq\d{4}zq/gi;

/** Words planted in personal columns, each with the acts that let someone read it: who finds another has found a leak. */
export class Marks {
  private readonly readers = new Map<string, { what: string; readers: readonly Reader[] }>();

  /** A word that stands nowhere else; without readers nobody ever reads it. */
  plant(what: string, ...readers: Reader[]): string {
    const mark = `zq${String(1000 + this.readers.size)}zq`;
    this.readers.set(mark, { what, readers });
    return mark;
  }

  /** What is in the answer, by what it was planted as. */
  foundIn(answer: unknown): Set<string> {
    const marks = JSON.stringify(answer).match(markPattern) ?? [];
    return new Set(marks.map((mark) => this.readers.get(mark.toLowerCase())?.what ?? mark));
  }

  readableBy(name: CallerName): Set<string> {
    const found = [...this.readers.values()].filter(({ readers }) =>
      readers.some(([act, thing]) => may(callerOf(name), act, factsOf(name, thing))),
    );
    return new Set(found.map(({ what }) => what));
  }
}
