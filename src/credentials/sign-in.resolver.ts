import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Accounts } from '../accounts/accounts.service.js';
import type { RequestContext } from '../common/context.js';
import { Refusal } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import { FederatedSignIn } from './federated-sign-in.service.js';
import { ConfirmEmailService } from './confirm-email.service.js';
import { SignInInput, SignUpInput } from './sign-in.input.js';
import { type SignedIn, SignInService } from './sign-in.service.js';
import {
  ConfirmEmailResult,
  ConfirmIdentityResult,
  SignInResult,
  SignInWithCodeResult,
  SignUpResult,
} from './sign-in.type.js';
import { SignUpService } from './sign-up.service.js';

/** The ways to a session. */
@Resolver()
export class SignInResolver {
  constructor(
    private readonly accounts: Accounts,
    private readonly signsUp: SignUpService,
    private readonly confirms: ConfirmEmailService,
    private readonly signsIn: SignInService,
    private readonly federated: FederatedSignIn,
  ) {}

  @Asks('session.open')
  @Mutation(() => SignUpResult, {
    description:
      'Asks for an account. A letter goes to the address, and confirmEmail makes the account; where addresses are not confirmed, it is made and signed in at once.',
  })
  async signUp(
    @Args('input', { description: 'The new account.' }) input: SignUpInput,
    @Context() context: RequestContext,
  ): Promise<SignedIn | Refusal> {
    return this.handOver(await this.signsUp.signUp(input, context), context);
  }

  @Asks('session.open')
  @Mutation(() => ConfirmEmailResult, {
    description: 'Makes the account that was asked for with signUp, and signs it in.',
  })
  async confirmEmail(
    @Args('token', { description: 'From the letter.' }) token: string,
    @Args('password', {
      description: 'The one chosen at signUp: that the reader of the letter knows it shows that it was them.',
    })
    password: string,
    @Context() context: RequestContext,
  ): Promise<SignedIn | Refusal> {
    return this.handOver(await this.confirms.confirm(token, password, context), context);
  }

  @Asks('session.open')
  @Mutation(() => SignInResult, {
    description: 'Opens a session. Attempts are counted, and refused for a while when many.',
  })
  async signIn(
    @Args('input', { description: 'Address and password.' }) input: SignInInput,
    @Context() context: RequestContext,
  ): Promise<SignedIn | Refusal> {
    return this.handOver(await this.signsIn.signIn(input, context), context);
  }

  @Asks('session.open')
  @Mutation(() => SignInWithCodeResult, {
    description:
      'Opens a session after SecondFactorNeeded or SecondFactorToEnrol. Attempts are counted, and refused for a while when many.',
  })
  async signInWithCode(
    @Args('ticket', { description: 'From the answer before.' }) ticket: string,
    @Args('code', {
      description: 'The six digits that the authenticator application shows, or a recovery code; each works once.',
    })
    code: string,
    @Context() context: RequestContext,
  ): Promise<SignedIn | Refusal> {
    return this.handOver(await this.signsIn.signInWithCode(ticket, code, context), context);
  }

  @Asks('session.open')
  @Mutation(() => ConfirmIdentityResult, {
    description:
      'Links an identity at a provider to the account of its address, or makes one for it. For browsers that the callback of a sign-in sent to the page of this act, since the address was still to be proved; LinkNotValid to all others.',
  })
  async confirmIdentity(
    @Args('token', { description: 'The one of the page.' }) token: string,
    @Args('code', { description: 'From the letter; five wrong ones end it.' }) code: string,
    @Context() context: RequestContext,
  ): Promise<SignedIn | Refusal> {
    return this.handOver(await this.federated.confirm(token, code, context), context);
  }

  private handOver(opened: SignedIn | Refusal, context: RequestContext): SignedIn | Refusal {
    if (!(opened instanceof Refusal)) this.accounts.handOver(context, opened);
    return opened;
  }
}
