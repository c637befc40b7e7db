import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '../accounts/account.type.js';
import type { Viewer } from '../accounts/viewer.js';
import type { RequestContext } from '../common/context.js';
import type { Refusal } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import { AdminDoor } from './admin-door.js';
import { type Seeing, SeeingService } from './seeing.service.js';
import { SeeAsResult } from './seeing.type.js';

@Resolver()
export class SeeingResolver {
  constructor(
    private readonly door: AdminDoor,
    private readonly seeing: SeeingService,
  ) {}

  @Asks('account.seeAs')
  @Mutation(() => SeeAsResult, {
    description:
      'Shows an administrator what an account sees, for half an hour and without changing anything; never the account of an ' +
      'administrator. UNAUTHENTICATED to strangers, FORBIDDEN to others.',
  })
  async seeAs(
    @Args('accountId', { type: () => ID, description: 'The account.' }) accountId: string,
    @Args('reason', { description: 'Why, in 10 to 1,000 characters: it is kept in the audit log.' }) reason: string,
    @Context() context: RequestContext,
  ): Promise<Seeing | Refusal> {
    return this.seeing.begin(await this.door.enter(context, 'account.seeAs', 'Account', accountId), accountId, reason);
  }

  @Asks('session.end')
  @Mutation(() => Boolean, {
    description: 'Ends seeing as another account, asked with its token. False for every other session, and for none.',
  })
  stopSeeingAs(@Context() context: RequestContext): Promise<boolean> {
    return this.seeing.end(context);
  }
}

@Resolver(() => ViewerType)
export class ViewerSeenByResolver {
  @Asks('account.act')
  @ResolveField(() => ID, {
    nullable: true,
    description: 'The administrator who sees as this account and can change nothing; null for the account itself.',
  })
  seenBy(@Parent() { seenBy }: Viewer): string | null {
    return seenBy;
  }
}
