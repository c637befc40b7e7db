import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Accounts } from '../accounts/accounts.service.js';
import type { RequestContext } from '../common/context.js';
import { InvalidInput, Refusal } from '../common/refusal.js';
import type { Text } from '../common/text.js';
import { type LinkAnswer, type LinkPage, LinkPages } from '../mail/link-pages.js';
import { ConfirmEmailService } from './confirm-email.service.js';
import { linkWords } from './link-words.js';
import { EmailChanges } from './email-changes.service.js';
import { FederatedSignIn } from './federated-sign-in.service.js';
import { PasswordChanges } from './password-changes.service.js';
import {
  LinkNotValid,
  SecondFactorNeeded,
  SecondFactorToEnrol,
  SignInAgain,
  WrongCredentials,
} from './sign-in-refusals.js';
import { type SignedIn, SignInService } from './sign-in.service.js';

/** The pages behind the links of letters, and those that a browser is sent to which comes from a provider. */
@Injectable()
export class CredentialLinks implements OnModuleInit {
  constructor(
    private readonly pages: LinkPages,
    private readonly accounts: Accounts,
    private readonly confirms: ConfirmEmailService,
    private readonly passwords: PasswordChanges,
    private readonly emails: EmailChanges,
    private readonly signsIn: SignInService,
    private readonly federated: FederatedSignIn,
  ) {}

  onModuleInit(): void {
    const { done } = linkWords;
    this.page('confirm-email', {
      check: (token) => this.confirms.works(token),
      act: async (token, { password = '' }, context) => {
        const opened = await this.confirms.confirm(token, password, context);
        // Which of address and password is wrong is no question here: the link says the address.
        return opened instanceof WrongCredentials ? { again: linkWords.wrongPassword } : this.signedIn(context, opened);
      },
    });
    this.page('reset-password', {
      check: (token) => this.passwords.works(token),
      act: async (token, { password = '' }) => this.after(await this.passwords.reset(token, password), done.password),
    });
    for (const kind of ['change-email-old', 'change-email-new'] as const) {
      this.page(kind, {
        check: (token) => this.emails.works(token),
        act: async (token) => {
          const agreed = await this.emails.agree(token);
          if (agreed instanceof Refusal) return agreed instanceof LinkNotValid ? null : agreed.text;
          return agreed.done ? done.email : done.halfOfEmail;
        },
      });
    }
    this.page('change-email-cancel', {
      check: (token) => this.emails.works(token),
      act: async (token) => ((await this.emails.cancel(token)) ? done.cancelled : null),
    });
    this.page('identity', {
      check: (token, context) => this.federated.works(token, context),
      act: async (token, { code = '' }, context) =>
        this.signedIn(context, await this.federated.confirm(token, code, context)),
    });
    this.page('sign-in-code', {
      check: (token) => this.signsIn.works(token),
      act: async (token, { code = '' }, context) =>
        this.signedIn(context, await this.signsIn.signInWithCode(token, code, context)),
    });
  }

  private page(kind: keyof typeof linkWords.pages, work: Required<Pick<LinkPage, 'check' | 'act'>>): void {
    this.pages.register({ kind, ...linkWords.pages[kind], ...work });
  }

  private signedIn(context: RequestContext, opened: SignedIn | Refusal): LinkAnswer {
    if (opened instanceof SecondFactorNeeded || opened instanceof SecondFactorToEnrol) return linkWords.done.codeToo;
    if (opened instanceof Refusal) return this.after(opened, opened.text);
    this.accounts.handOver(context, opened);
    return linkWords.done.signedIn;
  }

  private after(answer: object, said: Text): LinkAnswer {
    if (answer instanceof LinkNotValid || answer instanceof SignInAgain) return null;
    if (answer instanceof InvalidInput) return { again: answer.text };
    return answer instanceof Refusal ? { again: answer.text } : said;
  }
}
