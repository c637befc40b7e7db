import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Attempts } from '../accounts/attempts.js';
import { emailProblem, normaliseEmail } from '../accounts/email.js';
import { Reauthentication } from '../accounts/reauthentication.js';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import {
  ChangeEmailResult,
  ConfirmEmailChangeResult,
  type EmailChangeAgreed,
  LetterOnItsWay,
} from './credentials.type.js';
import { EmailChanges } from './email-changes.service.js';

@Resolver()
export class EmailChangesResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly attempts: Attempts,
    private readonly reauthentication: Reauthentication,
    private readonly changes: EmailChanges,
  ) {}

  @Asks('account.act')
  @Mutation(() => ChangeEmailResult, {
    description:
      'Asks for another address: letters go to both, and it is taken when both have agreed. The answer is the same when the new one has an account already.',
  })
  async changeEmail(
    @Args('newEmail', { description: 'The address to sign in with from then on.' }) given: string,
    @Args('password', {
      type: () => String,
      nullable: true,
      description: 'Of the account; whoever has none must have signed in within ten minutes.',
    })
    password: string | null | undefined,
    @Context() context: RequestContext,
  ): Promise<LetterOnItsWay | Refusal> {
    const viewer = await this.viewers.required(context);
    const newEmail = normaliseEmail(given);
    const problem = emailProblem(newEmail) ?? (newEmail === viewer.email ? sameAsBefore : null);
    if (problem) return new InvalidInput([new InputProblem(['newEmail'], problem)]);
    const refusal = await this.reauthentication.refusal(context, viewer, password);
    if (refusal) return refusal;
    // Of the account, not of its address: strangers can have letters written to that.
    await this.attempts.letter(viewer.id);
    await this.attempts.letter(newEmail);
    await this.changes.ask(viewer.id, newEmail);
    return new LetterOnItsWay(lettersOnTheirWay);
  }

  @Asks('account.prove')
  @Mutation(() => ConfirmEmailChangeResult, {
    description: 'Agrees to another address, for the one or the other; what both agreed to takes place.',
  })
  async confirmEmailChange(
    @Args('token', { description: 'From either letter.' }) token: string,
    @Context() { address }: RequestContext,
  ): Promise<EmailChangeAgreed | Refusal> {
    await this.attempts.stranger(address);
    return this.changes.agree(token);
  }

  @Asks('account.prove')
  @Mutation(() => Boolean, {
    description: 'Cancels a change of address. False when there is none to cancel with this token.',
  })
  async cancelEmailChange(
    @Args('token', { description: 'From the letter to the old address.' }) token: string,
    @Context() { address }: RequestContext,
  ): Promise<boolean> {
    await this.attempts.stranger(address);
    return this.changes.cancel(token);
  }
}

const sameAsBefore = {
  fr: 'C’est déjà l’adresse de votre compte.',
  en: 'This is the address of your account already.',
};

const lettersOnTheirWay = {
  fr: 'Deux messages viennent d’être envoyés, à votre adresse et à la nouvelle : suivez le lien de chacun dans les 48 heures.',
  en: 'Two messages are on their way, to your address and to the new one: follow the link of each within 48 hours.',
};
