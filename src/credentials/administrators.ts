import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Accounts } from '../accounts/accounts.service.js';
import { emailProblem, normaliseEmail } from '../accounts/email.js';
import { lockedAccount } from '../accounts/locked-account.js';
import { Sessions } from '../accounts/sessions.js';
import { Audit } from '../audit/audit.js';
import { Mailer } from '../mail/mailer.js';
import { administratorLetter, securityLetter } from './letter-texts.js';
import { PasswordResets } from './password-resets.js';
import { SecondFactors } from './second-factors.service.js';
import { confirmationLife } from './sign-up.service.js';

export interface AdministratorOptions {
  /** For one who lost both the application and the recovery codes: another is set up at the next sign-in. */
  forgetSecondFactor?: boolean;
}

/** How the operator makes administrators: nobody else does. */
@Injectable()
export class Administrators {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly factors: SecondFactors,
    private readonly resets: PasswordResets,
    private readonly mailer: Mailer,
    private readonly audit: Audit,
  ) {}

  /** Whether the account was made for it. Its owner chooses the password by letter; one that exists keeps its own. */
  async make(given: string, { forgetSecondFactor = false }: AdministratorOptions = {}): Promise<boolean> {
    const email = normaliseEmail(given);
    const problem = emailProblem(email);
    if (problem) throw new Error(`${problem.fr} (${problem.en})`);
    return this.db.transaction(async (tx) => {
      const made = await this.accounts.add(tx, { email, role: 'ADMIN', passwordHash: null });
      const { id } = made ?? (await tx.findOneByOrFail(Account, { email }));
      await lockedAccount(tx, id);
      if (forgetSecondFactor) await this.factors.remove(tx, id);
      const note = { actor: null, act: 'account.changeRole', objectType: 'Account', objectId: id };
      await this.audit.note(tx, { ...note, details: { role: 'ADMIN', made: made !== null, forgetSecondFactor } });
      if (made) {
        const token = await this.resets.issue(tx, made, confirmationLife);
        await this.mailer.write(tx, administratorLetter({ accountId: id }, token));
        return true;
      }
      await tx.update(Account, { id }, { role: 'ADMIN' });
      await this.sessions.endAll(tx, id);
      await this.mailer.write(tx, securityLetter({ accountId: id }, 'made-administrator'));
      return false;
    });
  }
}
