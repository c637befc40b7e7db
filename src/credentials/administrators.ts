import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Accounts } from '../accounts/accounts.service.js';
import { emailProblem, normaliseEmail } from '../accounts/email.js';
import { ownAccount } from '../accounts/locked-account.js';
import { Sessions } from '../accounts/sessions.js';
import { Audit } from '../audit/audit.js';
import { Mailer } from '../mail/mailer.js';
import { administratorLetter, securityLetter } from './letter-texts.js';
import { PasswordResets } from './password-resets.js';
import { SecondFactors } from './second-factors.service.js';
import { confirmationLife } from './sign-up.service.js';

export interface AdministratorOptions {
  /** The account may be one that someone else than an administrator has. */
  existing?: boolean;
  /** For one who lost both the application and the recovery codes: another is set up at the next sign-in. */
  forgetSecondFactor?: boolean;
}

/** A new account; that of someone else; an administrator’s already, as it is or with another second factor to set up. */
export type AdministratorOutcome = 'MADE' | 'CHANGED' | 'KEPT' | 'FACTOR_FORGOTTEN';

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

  /**
   * The owner of a new account chooses the password by letter; one that exists keeps its own, and is changed only when the
   * operator says that it may be: an address that someone else signed up with would open everything to them.
   */
  async make(given: string, options: AdministratorOptions = {}): Promise<AdministratorOutcome> {
    const { existing = false, forgetSecondFactor = false } = options;
    const email = normaliseEmail(given);
    const problem = emailProblem(email);
    if (problem) throw new Error(`${problem.fr} (${problem.en})`);
    return this.db.transaction(async (tx) => {
      const made = await this.accounts.add(tx, { email, role: 'ADMIN', passwordHash: null });
      const { id } = made ?? (await tx.findOneByOrFail(Account, { email }));
      const isAlready = (await ownAccount(tx, id)).role === 'ADMIN' && !made;
      if (!made && !isAlready && !existing) throw new Error(someoneElse);
      if (isAlready && !forgetSecondFactor) return 'KEPT';
      if (forgetSecondFactor) await this.factors.remove(tx, id);
      const note = { actor: null, act: 'account.changeRole', objectType: 'Account', objectId: id };
      await this.audit.note(tx, { ...note, details: { role: 'ADMIN', made: made !== null, forgetSecondFactor } });
      if (made) {
        const token = await this.resets.issue(tx, made, confirmationLife);
        await this.mailer.write(tx, administratorLetter({ accountId: id }, token));
        return 'MADE';
      }
      await tx.update(Account, { id }, { role: 'ADMIN' });
      await this.sessions.endAll(tx, id);
      await this.mailer.write(
        tx,
        securityLetter({ accountId: id }, isAlready ? 'second-factor-off' : 'made-administrator'),
      );
      return isAlready ? 'FACTOR_FORGOTTEN' : 'CHANGED';
    });
  }
}

const someoneElse =
  'Cette adresse a déjà un compte, qui n’est pas d’administration. Rien n’a été changé : assurez-vous de la personne, puis ' +
  'recommencez avec --existing. (This address has an account already; make sure whose, then use --existing.)';
