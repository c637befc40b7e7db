import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { MomentAfter } from '../common/moment-page.js';
import { Session } from './session.entity.js';
import { Sessions } from './sessions.js';

/** The sessions of one account, for its owner. Those of administrators who see as it are not the owner's. */
@Injectable()
export class SessionList {
  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    private readonly opened: Sessions,
    private readonly clock: Clock,
  ) {}

  /** The latest first. */
  of(accountId: string, after: MomentAfter | undefined, limit: number): Promise<Session[]> {
    const asked = this.sessions
      .createQueryBuilder('session')
      .where('session.account_id = :accountId AND session.expires_at > :now', { accountId, now: this.clock.now() })
      .andWhere('session.acting_admin_id IS NULL')
      .orderBy("date_trunc('milliseconds', session.created_at)", 'DESC')
      .addOrderBy('session.id', 'DESC')
      .limit(limit);
    if (after) {
      const [moment, id] = after;
      asked.andWhere("(date_trunc('milliseconds', session.created_at), session.id) < (:moment, :id)", { moment, id });
    }
    return asked.getMany();
  }

  endAll(accountId: string, options: { except: string | null }): Promise<number> {
    return this.opened.endAll(this.sessions.manager, accountId, options);
  }

  /** False when the account has none with this id. */
  end(accountId: string, id: string): Promise<boolean> {
    return this.opened.endOf(accountId, id);
  }
}
