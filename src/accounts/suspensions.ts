import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Account } from './account.entity.js';
import { Sessions } from './sessions.js';

/** Shuts accounts out and lets them in again; who decides so, why, and who is told is for later rooms. */
@Injectable()
export class Suspensions {
  constructor(
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** Ends the account's sessions; false when there is no such account, or it was suspended already. */
  async suspend(tx: EntityManager, accountId: string): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(
      'UPDATE account SET suspended_at = $2 WHERE id = $1 AND suspended_at IS NULL',
      [accountId, this.clock.now()],
    );
    await this.sessions.endAll(tx, accountId);
    return changed === 1;
  }

  /** False when there is no such account, or it was not suspended. The person signs in again. */
  async lift(tx: EntityManager, accountId: string): Promise<boolean> {
    const { affected } = await tx.update(Account, { id: accountId, suspendedAt: Not(IsNull()) }, { suspendedAt: null });
    return affected === 1;
  }
}
