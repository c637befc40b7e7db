import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

import { Accounts, type OpenedSession } from '../accounts/accounts.service.js';
import { Attempts } from '../accounts/attempts.js';
import { emailProblem, normaliseEmail } from '../accounts/email.js';
import { Passwords } from '../accounts/passwords.js';
import { Clock } from '../common/clock.js';
import { CONFIG, type Config } from '../common/config.js';
import type { RequestContext } from '../common/context.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import { Jobs } from '../jobs/jobs.js';
import { rolesOpenToAll } from '../permissions/account-role.js';
import { PendingSignUp } from './pending.entity.js';
import { signUpLetter } from './sign-up-letters.js';
import type { SignUpInput } from './sign-in.input.js';
import { EmailAlreadyUsed, EmailToConfirm } from './sign-in-refusals.js';

/** How long an address has time to answer. */
export const confirmationLife = 48 * 3_600_000;

@Injectable()
export class SignUpService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Notes what was asked for without looking whether the address has an account: the worker finds that out when it writes the
   * letter. So neither the words of the answer nor its time can tell.
   */
  async signUp(input: SignUpInput, context: RequestContext): Promise<OpenedSession | Refusal> {
    await this.attempts.signUp(context.address);
    const email = normaliseEmail(input.email);
    const problems = this.problems(email, input);
    if (problems.length > 0) return new InvalidInput(problems);
    if (this.config.EMAIL_CONFIRMATION === 'off') return this.atOnce(email, input, context);
    await this.attempts.letter(email);
    const passwordHash = await this.passwords.hash(input.password);
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.valueOf() + confirmationLife);
    await this.db.transaction(async (tx) => {
      const row = { email, passwordHash, role: input.role, language: context.language, createdAt, expiresAt };
      const { identifiers } = await tx.insert(PendingSignUp, row);
      await this.jobs.add(tx, signUpLetter, { id: String(identifiers[0]!['id']) });
    });
    return new EmailToConfirm();
  }

  private async atOnce(email: string, { password, role }: SignUpInput, context: RequestContext) {
    const passwordHash = await this.passwords.hash(password);
    const row = { email, passwordHash, role, language: context.language, emailConfirmedAt: this.clock.now() };
    return this.db.transaction(async (tx) => {
      const account = await this.accounts.add(tx, row);
      return account ? this.accounts.openFor(context, tx, account) : new EmailAlreadyUsed();
    });
  }

  private problems(email: string, { password, role }: SignUpInput): InputProblem[] {
    const wrongEmail = emailProblem(email);
    const wrong = {
      email: wrongEmail,
      // Beside an address that is none there is nothing to compare it with.
      password: this.passwords.problem(password, wrongEmail ? null : email),
      role: rolesOpenToAll.includes(role) ? null : roleNotOpen,
    };
    return Object.entries(wrong).flatMap(([field, text]) => (text ? [new InputProblem([field], text)] : []));
  }
}

const roleNotOpen = {
  fr: 'On ne s’inscrit que comme candidat (CANDIDATE) ou membre d’une entreprise (COMPANY_MEMBER).',
  en: 'One signs up as CANDIDATE or COMPANY_MEMBER only.',
};
