import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AdminDoor } from '../audit/admin-door.js';
import { PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import { NotAllowed, type Refusal } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import { PurgeBook } from './purge-book.js';
import type { Purge } from './purge.entity.js';
import { RetentionAsking } from './retention-asking.js';
import { delayWords } from './retention-delays.js';
import { retentionRules } from './retention-rules.js';
import {
  AccountKept,
  ConfirmPurgeResult,
  KeepAccountResult,
  PurgeConnection,
  PurgeType,
  RetentionRuleType,
} from './retention.type.js';

/** How long what is kept, what was erased for it, and what waits for an administrator. */
@Resolver(() => PurgeType)
export class RetentionResolver {
  constructor(
    private readonly door: AdminDoor,
    private readonly book: PurgeBook,
    private readonly asking: RetentionAsking,
  ) {}

  @Asks('reference.read')
  @Query(() => [RetentionRuleType], { description: 'How long what is kept about people, for everyone to read.' })
  retentionRules(@Context() { language }: RequestContext): RetentionRuleType[] {
    return retentionRules.map(({ id, what, from, delay, since }) => ({
      id,
      what: what[language],
      from: from[language],
      delay: delayWords(delay)[language],
      since,
    }));
  }

  @Asks('purge.read')
  @Query(() => PurgeConnection, {
    description: 'Erasures by rule that wait or were done, the latest first. For administrators; FORBIDDEN to others.',
  })
  async purges(@Args() page: PageArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    await this.door.enter(context, 'purge.read', 'Purge');
    return momentPage(await this.book.latest(page.first, after), page, ({ at }) => at);
  }

  @Asks('purge.confirm')
  @Mutation(() => ConfirmPurgeResult, {
    description:
      'Lets a purge that waits be carried out, as of the moment it looked: what became due since stays, and so does whoever ' +
      'came back. For administrators; FORBIDDEN to others.',
  })
  async confirmPurge(
    @Args('id', { type: () => ID, description: 'The purge that waits.' }) id: string,
    @Context() context: RequestContext,
  ): Promise<Purge | Refusal> {
    return this.book.confirm(await this.door.enter(context, 'purge.confirm', 'Purge', id), id);
  }

  @Asks('account.keep')
  @Mutation(() => KeepAccountResult, {
    description:
      'Keeps an account whose owner was asked after 23 months without activity, with the token of the letter; it needs no session.',
  })
  async keepAccount(
    @Args('token', { description: 'The token of the letter.' }) token: string,
  ): Promise<AccountKept | Refusal> {
    const at = await this.asking.stay(token);
    return at ? new AccountKept(at) : staleLink();
  }
}

const staleLink = (): NotAllowed =>
  new NotAllowed({
    fr: 'Ce lien n’est pas valable ou ne l’est plus.',
    en: 'This link is not valid, or not any more.',
  });
