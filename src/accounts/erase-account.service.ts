import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import { unauthenticated } from '../common/errors.js';
import type { InvalidInput } from '../common/refusal.js';
import { Account } from './account.entity.js';
import type { Erased } from './account.type.js';
import { PersonalData } from './personal-data.js';
import { Reauthentication } from './reauthentication.js';
import { Sessions } from './sessions.js';
import type { Viewer } from './viewer.js';

@Injectable()
export class EraseAccountService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly reauthentication: Reauthentication,
    private readonly personalData: PersonalData,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** All or nothing: what every room holds about the person, the sessions, the account. */
  async erase(context: RequestContext, viewer: Viewer, password?: string | null): Promise<Erased | InvalidInput> {
    const refusal = await this.reauthentication.refusal(context, viewer, password);
    if (refusal) return refusal;
    return this.db.transaction(async (tx) => {
      const { id } = viewer;
      const locked = await tx.findOne(Account, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!locked) throw unauthenticated();
      await this.personalData.erase(tx, id);
      await this.sessions.endAll(tx, id);
      await tx.delete(Account, { id });
      return { at: this.clock.now() };
    });
  }
}
