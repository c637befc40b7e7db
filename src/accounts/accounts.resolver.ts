import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import { Refusal } from '../common/refusal.js';
import { SignInInput, SignUpInput } from './account.input.js';
import { Erased, EraseMyAccountResult, SignInResult, SignUpResult, ViewerType } from './account.type.js';
import { Accounts, type OpenedSession } from './accounts.service.js';
import { EraseAccountService } from './erase-account.service.js';
import { Sessions } from './sessions.js';
import type { Viewer } from './viewer.js';
import { Viewers } from './viewers.js';

@Resolver()
export class AccountsResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly eraser: EraseAccountService,
  ) {}

  @Query(() => ViewerType, { nullable: true, description: 'The account that is calling; null for a stranger.' })
  viewer(@Context() context: RequestContext): Promise<Viewer | null> {
    return this.viewers.of(context);
  }

  @Mutation(() => SignUpResult, { description: 'Makes an account and signs it in.' })
  async signUp(
    @Args('input', { description: 'The new account.' }) input: SignUpInput,
    @Context() context: RequestContext,
  ): Promise<OpenedSession | Refusal> {
    return this.handOver(await this.accounts.signUp(input, context), context);
  }

  @Mutation(() => SignInResult, {
    description: 'Opens a session. Attempts are counted, and refused for a while when many.',
  })
  async signIn(
    @Args('input', { description: 'Address and password.' }) input: SignInInput,
    @Context() context: RequestContext,
  ): Promise<OpenedSession | Refusal> {
    return this.handOver(await this.accounts.signIn(input, context), context);
  }

  @Mutation(() => Boolean, {
    description: 'Ends the session of this client; its token no longer works. False when it had none.',
  })
  async signOut(@Context() context: RequestContext): Promise<boolean> {
    this.leave(context);
    return context.token !== null && (await this.sessions.end(context.token));
  }

  @Mutation(() => EraseMyAccountResult, {
    description: 'Erases the account and everything personal that hangs on it, for good and at once.',
  })
  async eraseMyAccount(
    @Args('password', { description: 'The password of the account, to be sure.' }) password: string,
    @Context() context: RequestContext,
  ): Promise<Erased | Refusal> {
    const erased = await this.eraser.erase(await this.viewers.required(context), password);
    if (!(erased instanceof Refusal)) this.leave(context);
    return erased;
  }

  private handOver(opened: OpenedSession | Refusal, context: RequestContext): OpenedSession | Refusal {
    if (opened instanceof Refusal) return opened;
    this.viewers.remember(context, opened.viewer);
    this.sessions.giveCookie(context, opened.token);
    return opened;
  }

  private leave(context: RequestContext): void {
    this.viewers.forget(context);
    this.sessions.clearCookie(context);
  }
}
