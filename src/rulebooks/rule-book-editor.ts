import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import { plainText } from '../common/plain-text.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import type { Text } from '../common/text.js';
import { fingerprintOf, type RuleBook } from './rule-book.js';
import { type Checked, checkContent, checkText } from './rule-book-check.js';
import { changesBetween, type RuleChange } from './rule-book-diff.js';
import { invalidContent, noSuchBook, noSuchVersion, OutdatedVersion, reasonProblem } from './rule-book-refusals.js';
import { RuleBookStore } from './rule-book-store.js';
import type { RuleBookVersion } from './rule-book-version.entity.js';
import { RuleBooks } from './rule-books.js';

export interface Preview {
  changes: RuleChange[];
  consequences: Text[];
}

/** A table as the API shows it. */
export interface ShownBook {
  book: RuleBook<unknown>;
}

interface Change {
  name: string;
  reason: string;
  basedOn: number;
}

/** What administrators do to tables: each change is a version with its reason, and an entry in the audit log. */
@Injectable()
export class RuleBookEditor {
  constructor(
    private readonly books: RuleBooks,
    private readonly store: RuleBookStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async preview(name: string, text: string): Promise<Preview | Refusal> {
    const book = this.books.book(name);
    if (!book) return noSuchBook();
    const { content, problems } = checkText(book, text);
    if (problems) return invalidContent(problems);
    await this.books.refresh();
    const { content: now } = this.books.current(name);
    const consequences = (await book.consequences?.(now, content)) ?? [];
    return { changes: changesBetween(book, now, content), consequences };
  }

  /** The caller was let in by AdminDoor. `settles`: the shipped table that waits was seen, and this content answers it. */
  async change(
    by: Viewer,
    { text, settles, ...change }: Change & { text: string; settles: boolean },
  ): Promise<ShownBook | Refusal> {
    const book = this.books.book(change.name);
    if (!book) return noSuchBook();
    const checked = checkText(book, text);
    const shipped = fingerprintOf(book.shipped());
    const isShipped = checked.problems === null && fingerprintOf(checked.raw) === shipped;
    return this.write(by, book, change, () =>
      Promise.resolve({
        raw: checked.raw,
        checked,
        origin: 'CHANGED',
        settles: settles || isShipped ? shipped : null,
      }),
    );
  }

  async revert(by: Viewer, { number, ...change }: Change & { number: number }): Promise<ShownBook | Refusal> {
    const book = this.books.book(change.name);
    if (!book) return noSuchBook();
    return this.write(by, book, change, async () => {
      const version = await this.store.at(change.name, number);
      if (!version) return noSuchVersion();
      const checked = checkContent(book, version.content);
      return { raw: version.content, checked, origin: 'REVERTED', settles: null, revertedTo: number };
    });
  }

  private async write(
    by: Viewer,
    book: RuleBook<unknown>,
    change: Change,
    making: () => Promise<Made | Refusal>,
  ): Promise<ShownBook | Refusal> {
    const reason = plainText(change.reason);
    const made = await making();
    if (!('checked' in made)) return made;
    const problem = reasonProblem(reason);
    const contentProblems = made.checked.problems ? invalidContent(made.checked.problems).problems : [];
    const problems = [...contentProblems, ...(problem ? [problem] : [])];
    if (problems.length > 0) return new InvalidInput(problems);
    const refused = await this.store.change(book.name, (tx, newest) =>
      this.add(tx, by, book, { ...change, reason }, made, newest),
    );
    await this.books.refresh();
    return refused ?? { book };
  }

  private async add(
    tx: EntityManager,
    by: Viewer,
    book: RuleBook<unknown>,
    { basedOn, reason }: Change,
    { raw, origin, settles, revertedTo }: Made,
    newest: RuleBookVersion | null,
  ): Promise<Refusal | null> {
    const number = newest?.number ?? 0;
    if (number !== basedOn) return new OutdatedVersion(number);
    const unchanged = newest !== null && fingerprintOf(newest.content) === fingerprintOf(raw);
    if (unchanged && !(settles && newest.settles !== settles)) return nothingChanged();
    await this.store.add(tx, {
      book: book.name,
      number: number + 1,
      content: raw,
      origin,
      madeBy: by.id,
      madeAt: this.clock.now(),
      reason,
      settles,
    });
    const details = { from: number, to: number + 1, ...(revertedTo !== undefined && { revertedTo }) };
    const act = 'ruleBook.change';
    await this.audit.note(tx, { actor: by, act, objectType: 'RuleBook', objectId: book.name, reason, details });
    return null;
  }
}

interface Made {
  raw: unknown;
  checked: Checked<unknown>;
  origin: 'CHANGED' | 'REVERTED';
  settles: string | null;
  revertedTo?: number;
}

const nothingChanged = (): InvalidInput =>
  new InvalidInput([
    new InputProblem(['content'], {
      fr: 'Ce contenu est déjà celui de la version en vigueur.',
      en: 'This is already the content of the version in use.',
    }),
  ]);
