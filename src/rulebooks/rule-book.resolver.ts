import { Args, Context, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import { checkPage, connectionFrom, decodeCursor, encodeCursor, PageArgs } from '../common/connection.js';
import { badInput } from '../common/errors.js';
import { fingerprintOf } from './rule-book.js';
import { checkContent } from './rule-book-check.js';
import { addedRule, changesBetween, type RuleChange } from './rule-book-diff.js';
import type { Preview, ShownBook } from './rule-book-editor.js';
import { RuleBookStore } from './rule-book-store.js';
import type { RuleBookVersion } from './rule-book-version.entity.js';
import {
  RuleBookPreview,
  RuleBookType,
  RuleBookVersionConnection,
  RuleBookVersionType,
  RuleChangeType,
  ShippedTable,
} from './rule-book.type.js';
import { RuleBooks } from './rule-books.js';

const asJson = (content: unknown): string => JSON.stringify(content, null, 2);

@Resolver(() => RuleBookType)
export class RuleBookResolver {
  constructor(
    private readonly books: RuleBooks,
    private readonly store: RuleBookStore,
  ) {}

  @ResolveField(() => ID)
  name(@Parent() { book }: ShownBook): string {
    return book.name;
  }

  @ResolveField(() => String)
  title(@Parent() { book }: ShownBook, @Context() { language }: RequestContext): string {
    return book.title[language];
  }

  @ResolveField(() => RuleBookVersionType, {
    nullable: true,
    description: 'The version in use. Null only while none could be stored.',
  })
  async current(@Parent() { book }: ShownBook): Promise<ShownVersion | null> {
    const rows = await this.store.before(book.name, this.books.current(book.name).number + 1, 2);
    return withEarlier(rows)[0] ?? null;
  }

  @ResolveField(() => RuleBookVersionConnection, { description: 'Every version, latest first.' })
  async versions(@Parent() { book }: ShownBook, @Args() page: PageArgs) {
    checkPage(page);
    const rows = await this.store.before(book.name, numberAfter(page), page.first + 1);
    const connection = connectionFrom(
      withEarlier(rows).map((node) => ({ node, cursor: encodeCursor([node.number]) })),
      page,
    );
    return { ...connection, nodes: connection.edges.map(({ node }) => node) };
  }

  @ResolveField(() => ShippedTable, {
    nullable: true,
    description:
      'The table of this release, where an administrator’s is in use and nobody has looked at it yet; null when none waits.',
  })
  async shipped(@Parent() { book }: ShownBook): Promise<{ content: string; changes: RuleChange[] } | null> {
    const raw = book.shipped();
    if (await this.store.isSettled(book.name, fingerprintOf(raw))) return null;
    const { content } = checkContent(book, raw);
    return { content: asJson(raw), changes: changesBetween(book, this.books.current(book.name).content, content) };
  }
}

/** A version with the one before it, which it is compared with. */
type ShownVersion = RuleBookVersion & { earlier: RuleBookVersion | null };

/** Of rows in falling order, of which there is one more than is shown unless they are the oldest. */
const withEarlier = (rows: RuleBookVersion[]): ShownVersion[] =>
  rows.map((row, position) => Object.assign(row, { earlier: rows[position + 1] ?? null }));

/** The number before which a page begins; null for the first page. */
function numberAfter({ after }: PageArgs): number | null {
  if (!after) return null;
  const [number] = decodeCursor(after);
  if (Number.isSafeInteger(number) && Number(number) < 2 ** 31) return Number(number);
  throw badInput('Ce curseur n’est pas de cette liste. (This cursor is not from this list.)');
}

@Resolver(() => RuleBookVersionType)
export class RuleBookVersionResolver {
  constructor(private readonly books: RuleBooks) {}

  @ResolveField(() => String, { description: 'The whole table, as JSON.' })
  content(@Parent() { content }: RuleBookVersion): string {
    return asJson(content);
  }

  @ResolveField(() => [RuleChangeType], {
    complexity: 10,
    description:
      'What it changed in the version before it, rule by rule; all of it for the first. Empty where this release can no ' +
      'longer read one of the two.',
  })
  diff(@Parent() { book: name, content, earlier }: ShownVersion): RuleChange[] {
    const book = this.books.book(name);
    const then = book && checkContent(book, content).content;
    if (!book || then === null) return [];
    if (!earlier) return book.entries(then).map(addedRule);
    const now = checkContent(book, earlier.content).content;
    return now === null ? [] : changesBetween(book, now, then);
  }
}

@Resolver(() => RuleChangeType)
export class RuleChangeResolver {
  @ResolveField(() => String)
  title(@Parent() { title }: RuleChange, @Context() { language }: RequestContext): string {
    return title[language];
  }

  @ResolveField(() => [String])
  before(@Parent() { before }: RuleChange, @Context() { language }: RequestContext): string[] {
    return before.map((line) => line[language]);
  }

  @ResolveField(() => [String])
  after(@Parent() { after }: RuleChange, @Context() { language }: RequestContext): string[] {
    return after.map((line) => line[language]);
  }
}

@Resolver(() => RuleBookPreview)
export class RuleBookPreviewResolver {
  @ResolveField(() => [String])
  consequences(@Parent() { consequences }: Preview, @Context() { language }: RequestContext): string[] {
    return consequences.map((line) => line[language]);
  }
}
