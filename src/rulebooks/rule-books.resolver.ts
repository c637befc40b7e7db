import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AdminDoor } from '../audit/admin-door.js';
import type { RequestContext } from '../common/context.js';
import type { Refusal } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import { type Preview, RuleBookEditor, type ShownBook } from './rule-book-editor.js';
import { ChangeRuleBookResult, PreviewRuleBookResult, RuleBookChangeArgs, RuleBookType } from './rule-book.type.js';
import { RuleBooks } from './rule-books.js';

const forAdministrators = 'For administrators: UNAUTHENTICATED to strangers, FORBIDDEN to others.';

@Resolver()
export class RuleBooksResolver {
  constructor(
    private readonly books: RuleBooks,
    private readonly editor: RuleBookEditor,
    private readonly door: AdminDoor,
  ) {}

  @Asks('ruleBook.read')
  @Query(() => [RuleBookType], {
    description: `The tables of dated facts that can be changed without a release. ${forAdministrators}`,
  })
  async ruleBooks(@Context() context: RequestContext): Promise<ShownBook[]> {
    await this.door.enter(context, 'ruleBook.read', 'RuleBook');
    return this.books.names().flatMap((name) => this.shown(name) ?? []);
  }

  @Asks('ruleBook.read')
  @Query(() => RuleBookType, {
    nullable: true,
    description: `One such table; null when none has the name. ${forAdministrators}`,
  })
  async ruleBook(
    @Args('name', { description: 'Its name: "aids".' }) name: string,
    @Context() context: RequestContext,
  ): Promise<ShownBook | null> {
    await this.door.enter(context, 'ruleBook.read', 'RuleBook');
    return this.shown(name);
  }

  @Asks('ruleBook.read')
  @Query(() => PreviewRuleBookResult, {
    complexity: 300,
    description: `What a change of a table would do, without doing it. ${forAdministrators}`,
  })
  async previewRuleBook(
    @Args('name', { description: 'Which table: "aids".' }) name: string,
    @Args('content', { description: 'The whole table, as JSON; 60,000 characters at the most.' }) content: string,
    @Context() context: RequestContext,
  ): Promise<Preview | Refusal> {
    await this.door.enter(context, 'ruleBook.read', 'RuleBook');
    return this.editor.preview(name, content);
  }

  @Asks('ruleBook.change')
  @Mutation(() => ChangeRuleBookResult, {
    description:
      'Gives a table another content. It counts at once, in every process; the search follows within seconds to minutes. ' +
      'Alerts are not written again for offers that a changed rule lets in. ' +
      forAdministrators,
  })
  async changeRuleBook(
    @Args() { name, reason, basedOn }: RuleBookChangeArgs,
    @Args('content', { description: 'The whole table, as JSON; 60,000 characters at the most.' }) content: string,
    @Args('settlesShipped', {
      type: () => Boolean,
      nullable: true,
      description:
        'Whether the table of this release that waits (RuleBook.shipped) was looked at and this content answers it: it then ' +
        'waits no more. A content equal to it answers it in any case.',
    })
    settlesShipped: boolean | null,
    @Context() context: RequestContext,
  ): Promise<ShownBook | Refusal> {
    const by = await this.door.enter(context, 'ruleBook.change', 'RuleBook');
    return this.editor.change(by, { name, reason, basedOn, text: content, settles: settlesShipped ?? false });
  }

  @Asks('ruleBook.change')
  @Mutation(() => ChangeRuleBookResult, {
    description: `Gives a table the content of an earlier version again, as a further version. ${forAdministrators}`,
  })
  async revertRuleBook(
    @Args() { name, reason, basedOn }: RuleBookChangeArgs,
    @Args('number', { type: () => Int, description: 'The version to go back to.' }) number: number,
    @Context() context: RequestContext,
  ): Promise<ShownBook | Refusal> {
    const by = await this.door.enter(context, 'ruleBook.change', 'RuleBook');
    return this.editor.revert(by, { name, reason, basedOn, number });
  }

  private shown(name: string): ShownBook | null {
    const book = this.books.book(name);
    return book ? { book } : null;
  }
}
