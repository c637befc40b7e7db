import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Attempts } from '../accounts/attempts.js';
import { ownAccount } from '../accounts/locked-account.js';
import { Sessions } from '../accounts/sessions.js';
import type { Viewer } from '../accounts/viewer.js';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import type { Refusal } from '../common/refusal.js';
import { Mailer } from '../mail/mailer.js';
import {
  SecondFactorAlreadyOn,
  type SecondFactorOff,
  type SecondFactorOn,
  type SecondFactorStarted,
} from './credentials.type.js';
import { securityLetter } from './letter-texts.js';
import { SecondFactors } from './second-factors.service.js';
import { WrongCode } from './sign-in-refusals.js';

@Injectable()
export class OwnSecondFactor {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly factors: SecondFactors,
    private readonly sessions: Sessions,
    private readonly attempts: Attempts,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  start({ id }: Viewer): Promise<SecondFactorStarted | Refusal> {
    return this.db.transaction(async (tx) => {
      const account = await ownAccount(tx, id);
      return (await this.factors.has(tx, id)) ? new SecondFactorAlreadyOn() : this.factors.start(tx, account);
    });
  }

  /** Sessions that were opened without it end; the caller's counts as opened with it. */
  async confirm(context: RequestContext, { id }: Viewer, code: string): Promise<SecondFactorOn | Refusal> {
    await this.attempts.code(id);
    return this.db.transaction(async (tx) => {
      await ownAccount(tx, id);
      const recoveryCodes = await this.factors.confirm(tx, id, code);
      if (!recoveryCodes) return new WrongCode();
      await this.sessions.endAll(tx, id, { except: context.token });
      await this.sessions.raise(tx, id);
      await this.mailer.write(tx, securityLetter({ accountId: id }, 'second-factor-on'));
      return { recoveryCodes };
    });
  }

  async remove({ id, role }: Viewer, code: string): Promise<SecondFactorOff | Refusal> {
    await this.attempts.code(id);
    return this.db.transaction(async (tx) => {
      await ownAccount(tx, id);
      if (!(await this.factors.accepts(tx, id, code))) return new WrongCode();
      await this.factors.remove(tx, id);
      if (role === 'ADMIN') await this.sessions.endAll(tx, id);
      await this.mailer.write(tx, securityLetter({ accountId: id }, 'second-factor-off'));
      return { at: this.clock.now() };
    });
  }
}
