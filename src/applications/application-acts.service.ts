import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { isUuid } from '../common/node.js';
import { Refusal } from '../common/refusal.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { may } from '../permissions/may.js';
import type { Facts } from '../permissions/relation.js';
import type { Act } from '../permissions/rules.js';
import { ApplicationMoves, type MoveOrder } from './application-moves.service.js';
import { ApplicationParties } from './application-parties.js';
import { noSuchApplication } from './application-refusals.js';
import type { Application } from './application.entity.js';

type Order = Omit<MoveOrder, 'by'>;

/** What people do with one application: whether they may is asked here, what follows is done by `ApplicationMoves`. */
@Injectable()
export class ApplicationActs {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly moves: ApplicationMoves,
    private readonly parties: ApplicationParties,
    private readonly companies: CompaniesRepository,
    private readonly audit: Audit,
  ) {}

  withdraw(by: Viewer, id: string, words: string | null): Promise<Application | Refusal> {
    return this.move(by, 'application.withdraw', 'CANDIDATE', { id, to: 'WITHDRAWN', words });
  }

  /** Opening one that is further on changes nothing. A reader’s look is no answer in the making and does not count. */
  see(by: Viewer, id: string): Promise<Application | Refusal> {
    return this.move(by, 'application.see', 'COMPANY', { id, to: 'SEEN' });
  }

  answer(by: Viewer, order: Order): Promise<Application | Refusal> {
    return this.move(by, 'application.answer', 'COMPANY', order);
  }

  private move(by: Viewer, act: Act, side: 'CANDIDATE' | 'COMPANY', order: Order): Promise<Application | Refusal> {
    return this.db.transaction(async (tx) => {
      const between = isUuid(order.id) ? (await this.parties.of(tx, [order.id])).get(order.id) : undefined;
      if (!between) return noSuchApplication();
      const companyRole = await this.companies.memberRole(by.id, between.companyId, tx);
      const facts: Facts = { ownerId: between.candidateAccountId, companyRole };
      if (!may(by, act, facts)) return noSuchApplication();
      if (act === 'application.see') {
        const application = await this.moves.locked(tx, order.id, by.id);
        if (application && application.status !== 'SENT') return application;
      }
      const moved = await this.moves.move(tx, { ...order, by: { side, accountId: by.id } });
      if (moved instanceof Refusal) return moved;
      const noted = { act, objectType: 'Application', objectId: order.id, details: { to: order.to } };
      await this.audit.noteOfAdministrator(tx, by, { ...noted, ownerId: between.candidateAccountId });
      return moved;
    });
  }
}
