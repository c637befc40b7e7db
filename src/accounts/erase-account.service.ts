import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { unauthenticated } from '../common/errors.js';
import { InputProblem, InvalidInput } from '../common/refusal.js';
import { Account } from './account.entity.js';
import type { Erased } from './account.type.js';
import { Attempts } from './attempts.js';
import { Passwords } from './passwords.js';
import { PersonalData } from './personal-data.js';
import { Sessions } from './sessions.js';
import type { Viewer } from './viewer.js';

@Injectable()
export class EraseAccountService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
    private readonly personalData: PersonalData,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** All or nothing: what every room holds about the person, the sessions, the account. */
  async erase({ id, email }: Viewer, password: string): Promise<Erased | InvalidInput> {
    await this.attempts.password(email);
    const account = await this.db.manager.findOneBy(Account, { id });
    if (!(await this.passwords.matches(password, account?.passwordHash))) return wrongPassword();
    await this.attempts.succeeded(email);
    return this.db.transaction(async (tx) => {
      const locked = await tx.findOne(Account, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!locked) throw unauthenticated();
      await this.personalData.erase(tx, id);
      await this.sessions.endAll(tx, id);
      await tx.delete(Account, { id });
      return { at: this.clock.now() };
    });
  }
}

const wrongPassword = (): InvalidInput =>
  new InvalidInput([
    new InputProblem(['password'], {
      fr: 'Le mot de passe ne convient pas ; rien n’a été effacé.',
      en: 'The password is not right; nothing was erased.',
    }),
  ]);
