import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import { Refusal } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import { Erased, EraseMyAccountResult, ViewerType } from './account.type.js';
import { Accounts } from './accounts.service.js';
import { EraseAccountService } from './erase-account.service.js';
import type { Viewer } from './viewer.js';
import { Viewers } from './viewers.js';

@Resolver()
export class AccountsResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly accounts: Accounts,
    private readonly eraser: EraseAccountService,
  ) {}

  @Asks('account.readSelf')
  @Query(() => ViewerType, { nullable: true, description: 'The account that is calling; null for a stranger.' })
  viewer(@Context() context: RequestContext): Promise<Viewer | null> {
    return this.viewers.of(context);
  }

  @Asks('account.act')
  @Mutation(() => EraseMyAccountResult, {
    description: 'Erases the account and everything personal that hangs on it, for good and at once.',
  })
  async eraseMyAccount(
    @Args('password', {
      type: () => String,
      nullable: true,
      description:
        'The password of the account, to be sure; whoever signs in elsewhere and has none must have signed in within ten minutes.',
    })
    password: string | null | undefined,
    @Context() context: RequestContext,
  ): Promise<Erased | Refusal> {
    const erased = await this.eraser.erase(context, await this.viewers.required(context), password);
    if (!(erased instanceof Refusal)) this.accounts.leave(context);
    return erased;
  }
}
