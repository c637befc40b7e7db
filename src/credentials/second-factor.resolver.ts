import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Accounts } from '../accounts/accounts.service.js';
import { Reauthentication } from '../accounts/reauthentication.js';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { Refusal } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import {
  ConfirmSecondFactorResult,
  RemoveSecondFactorResult,
  type SecondFactorOff,
  type SecondFactorOn,
  type SecondFactorStarted,
  StartSecondFactorResult,
} from './credentials.type.js';
import { OwnSecondFactor } from './own-second-factor.service.js';

const byPassword = 'Of the account; whoever has none must have signed in within ten minutes.';

/** A second factor for those who are signed in; administrators set theirs up while signing in. */
@Resolver()
export class SecondFactorResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly accounts: Accounts,
    private readonly reauthentication: Reauthentication,
    private readonly own: OwnSecondFactor,
  ) {}

  @Asks('account.act')
  @Mutation(() => StartSecondFactorResult, {
    description: 'Begins to set up a second factor; it counts once confirmSecondFactor got a code of it.',
  })
  async startSecondFactor(
    @Args('password', { type: () => String, nullable: true, description: byPassword })
    password: string | null | undefined,
    @Context() context: RequestContext,
  ): Promise<SecondFactorStarted | Refusal> {
    const viewer = await this.viewers.required(context);
    const refusal = await this.reauthentication.refusal(context, viewer, password);
    return refusal ?? this.own.start(viewer);
  }

  @Asks('account.act')
  @Mutation(() => ConfirmSecondFactorResult, {
    description: 'The second factor counts from now on; the other sessions of the viewer end.',
  })
  async confirmSecondFactor(
    @Args('code', { description: 'The six digits that the authenticator application shows.' }) code: string,
    @Context() context: RequestContext,
  ): Promise<SecondFactorOn | Refusal> {
    return this.own.confirm(context, await this.viewers.required(context), code);
  }

  @Asks('account.act')
  @Mutation(() => RemoveSecondFactorResult, {
    description:
      'Removes the second factor. An administrator, who must have one, is signed out everywhere and sets up another while signing in.',
  })
  async removeSecondFactor(
    @Args('password', { type: () => String, nullable: true, description: byPassword })
    password: string | null | undefined,
    @Args('code', { description: 'Of the application, or a recovery code.' }) code: string,
    @Context() context: RequestContext,
  ): Promise<SecondFactorOff | Refusal> {
    const viewer = await this.viewers.required(context);
    const refusal = await this.reauthentication.refusal(context, viewer, password);
    if (refusal) return refusal;
    const removed = await this.own.remove(viewer, code);
    if (!(removed instanceof Refusal) && viewer.role === 'ADMIN') this.accounts.leave(context);
    return removed;
  }
}
