import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Attempts } from '../accounts/attempts.js';
import { emailProblem, normaliseEmail } from '../accounts/email.js';
import { longestPassword, shortestPassword } from '../accounts/passwords.js';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import {
  ChangePasswordResult,
  LetterOnItsWay,
  type PasswordChanged,
  RequestPasswordResetResult,
  ResetPasswordResult,
} from './credentials.type.js';
import { PasswordChanges } from './password-changes.service.js';
import { PasswordResets } from './password-resets.js';

const anyPassword = `From ${shortestPassword} to ${longestPassword} characters; the most common ones are refused.`;

/** A new password, for those who know the old one and those who do not. */
@Resolver()
export class PasswordsResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly attempts: Attempts,
    private readonly resets: PasswordResets,
    private readonly changes: PasswordChanges,
  ) {}

  @Asks('account.prove')
  @Mutation(() => RequestPasswordResetResult, {
    description: 'Asks for a letter with a link to a new password; it is written if the address has an account.',
  })
  async requestPasswordReset(
    @Args('email', { description: 'The address of the account.' }) given: string,
    @Context() { address }: RequestContext,
  ): Promise<LetterOnItsWay | Refusal> {
    await this.attempts.stranger(address);
    const email = normaliseEmail(given);
    const problem = emailProblem(email);
    if (problem) return new InvalidInput([new InputProblem(['email'], problem)]);
    // Beyond the cap the same words: the letters before are there, and whoever asked for them need not know of the cap.
    if (await this.attempts.mayWrite(email)) await this.resets.ask(email);
    return new LetterOnItsWay(resetOnItsWay);
  }

  @Asks('account.prove')
  @Mutation(() => ResetPasswordResult, {
    description: 'Gives the account another password, ends all its sessions and tells its owner by letter.',
  })
  async resetPassword(
    @Args('token', { description: 'From the letter; it works for one hour, and once.' }) token: string,
    @Args('password', { description: anyPassword }) password: string,
    @Context() { address }: RequestContext,
  ): Promise<PasswordChanged | Refusal> {
    await this.attempts.stranger(address);
    return this.changes.reset(token, password);
  }

  @Asks('account.act')
  @Mutation(() => ChangePasswordResult, {
    description: 'Gives the viewer another password, ends their other sessions and tells them by letter.',
  })
  async changePassword(
    @Args('oldPassword', { description: 'The one to be replaced; each attempt is counted.' }) old: string,
    @Args('newPassword', { description: anyPassword }) password: string,
    @Context() context: RequestContext,
  ): Promise<PasswordChanged | Refusal> {
    return this.changes.change(context, await this.viewers.required(context), { old, password });
  }
}

/** Its message, in the language of the request. */
@Resolver(() => LetterOnItsWay)
export class LetterOnItsWayResolver {
  @ResolveField(() => String)
  message(@Parent() { text }: LetterOnItsWay, @Context() { language }: RequestContext): string {
    return text[language];
  }
}

const resetOnItsWay = {
  fr: 'Si cette adresse a un compte, un message vient de lui être envoyé : suivez son lien, valable une heure.',
  en: 'If this address has an account, a message is on its way to it: follow its link within one hour.',
};
