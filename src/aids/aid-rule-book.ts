import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { referenceFile } from '../common/reference-file.js';
import { type RuleBook, type RuleProblem } from '../rulebooks/rule-book.js';
import { readContent } from '../rulebooks/rule-book-check.js';
import { type Held, RuleBooks } from '../rulebooks/rule-books.js';
import { aids } from '../offers/aid-names.js';
import { AidConsequences } from './aid-consequences.js';
import { combinationSentences, combinationTitle, ruleSentences, ruleTitle } from './aid-rule-words.js';
import { type AidRule, AidTable } from './aid-rules.js';

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

/** Each aid has rules, in order of time, none overlapping; nothing is said twice of two aids for one day. */
function tableProblems({ rules, combinations }: AidTable): RuleProblem[] {
  const missing = aids
    .filter((aid) => !rules.some((rule) => rule.aid === aid))
    .map((aid) => problem(['rules'], `Il n’y a aucune règle pour ${aid}.`, `There is no rule for ${aid}.`));
  const overlapping = rules.flatMap((rule, position) => {
    const previous = rules.slice(0, position).findLast(({ aid }) => aid === rule.aid);
    return !previous || endsBefore(previous, rule)
      ? []
      : problem(
          ['rules', position, 'inForceFrom'],
          `Les règles de ${rule.aid} se chevauchent ou ne sont pas dans l’ordre au ${rule.inForceFrom}.`,
          `The rules of ${rule.aid} overlap or are out of order at ${rule.inForceFrom}.`,
        );
  });
  const twice = combinations.flatMap((row, position) => {
    const alike = combinations
      .slice(0, position)
      .some((other) => sameAids(other.aids, row.aids) && overlap(other, row));
    return row.aids[0] === row.aids[1] || alike
      ? problem(
          ['combinations', position],
          'Ces deux aides sont les mêmes, ou ont déjà une ligne pour ces jours.',
          'These two aids are the same, or have a line for these days already.',
        )
      : [];
  });
  return [...missing, ...overlapping, ...twice];
}

const problem = (path: (string | number)[], fr: string, en: string): RuleProblem => ({ path, text: { fr, en } });

const endsBefore = ({ inForceUntil }: AidRule, { inForceFrom }: AidRule): boolean =>
  inForceUntil !== null && inForceUntil < inForceFrom;

const sameAids = (one: readonly string[], other: readonly string[]): boolean => one.every((aid) => other.includes(aid));

const overlap = (one: { from: string; knownUntil: string }, other: { from: string; knownUntil: string }): boolean =>
  one.from <= other.knownUntil && other.from <= one.knownUntil;
