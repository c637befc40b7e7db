import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import { InputProblem, InvalidInput } from '../common/refusal.js';
import { Account } from './account.entity.js';
import { Attempts } from './attempts.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';
import type { Viewer } from './viewer.js';

/** Whoever has no password here is believed for this long after signing in. */
export const freshFor = 10 * 60_000;

/** Makes sure, before what cannot be taken back, that the person is there and not only their browser. */
@Injectable()
export class Reauthentication {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** By the password, each attempt counted; an account without one by having signed in just now. Null when it is the person. */
  async refusal(
    context: RequestContext,
    { id }: Viewer,
    password: string | null | undefined,
    path = 'password',
  ): Promise<InvalidInput | null> {
    await this.attempts.ownPassword(id);
    const account = await this.db.manager.findOneBy(Account, { id });
    if (account && account.passwordHash === null) {
      const session = await this.sessions.current(context);
      const age = session ? this.clock.now().valueOf() - session.createdAt.valueOf() : Infinity;
      return age <= freshFor ? null : problem(path, signInAgain);
    }
    if (!(await this.passwords.matches(password ?? '', account?.passwordHash))) return problem(path, wrongPassword);
    await this.attempts.ownSucceeded(id);
    return null;
  }
}

const problem = (path: string, text: typeof wrongPassword): InvalidInput =>
  new InvalidInput([new InputProblem([path], text)]);

const wrongPassword = {
  fr: 'Le mot de passe ne convient pas ; rien n’a été changé.',
  en: 'The password is not right; nothing was changed.',
};

const signInAgain = {
  fr: 'Votre compte n’a pas de mot de passe : reconnectez-vous, puis recommencez dans les dix minutes.',
  en: 'Your account has no password: sign in again, then retry within ten minutes.',
};
