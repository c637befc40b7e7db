import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { referenceFile } from '../common/reference-file.js';
import type { RuleBook } from '../rulebooks/rule-book.js';
import { readContent } from '../rulebooks/rule-book-check.js';
import { type Held, RuleBooks } from '../rulebooks/rule-books.js';
import { AidConsequences } from './aid-consequences.js';
import { combinationSentences, combinationTitle, ruleSentences, ruleTitle } from './aid-rule-words.js';
import { AidTable } from './aid-rules.js';
import { tableProblems } from './aid-table-problems.js';

/** Where the rules come from: the table that administrators change, and which came with the product. */
@Injectable()
export class AidRuleBook {
  private readonly held: () => Held<AidTable>;

  constructor(
    private readonly books: RuleBooks,
    consequences: AidConsequences,
  ) {
    this.held = books.register({ ...aidBook, consequences: (now, then) => consequences.of(now, then) });
  }

  /** The table of now; the same object until it changes. */
  current(): AidTable {
    return this.held().content;
  }

  /** Grows with every change; a table that came back as it was has another number. */
  get version(): number {
    return this.held().number;
  }

  /** The table of now, and nothing older than what was committed when it was asked for. */
  async fresh(): Promise<AidTable> {
    await this.books.refresh();
    return this.current();
  }
}

export const aidBook: RuleBook<AidTable> = {
  name: 'aids',
  title: { fr: 'Règles des aides et de leur cumul', en: 'Rules of the aids, and which go together' },
  shipped: () => JSON.parse(readFileSync(referenceFile('aid-rules.json'), 'utf8')) as unknown,
  schema: AidTable,
  problems: tableProblems,
  entries: ({ rules, combinations }) => [
    ...rules.map((rule) => ({
      key: `${rule.aid} ${rule.inForceFrom}`,
      title: ruleTitle(rule),
      value: rule,
      lines: ruleSentences(rule),
    })),
    ...combinations.map((row) => ({
      key: `${[...row.aids].sort().join('+')} ${row.from}`,
      title: combinationTitle(row),
      value: row,
      lines: combinationSentences(row),
    })),
  ],
};

/** The rules that came with the product, for whoever has no database. */
export const readAidTable = (): AidTable => readContent(aidBook, aidBook.shipped());
