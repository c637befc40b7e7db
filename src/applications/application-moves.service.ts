import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { InvalidInput, type Refusal } from '../common/refusal.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import { ApplicationEvent } from './application-event.entity.js';
import { ApplicationLetters } from './application-letters.js';
import type { ClosedBecause } from './closed-letter.js';
import { type ApplicationSide, mayMove, momentsAfter } from './application-moves.js';
import { ApplicationParties } from './application-parties.js';
import { type Said, saidCleanly, saidProblems, suspendedMay } from './application-reasons.js';
import { IllegalApplicationMove, noSuchApplication } from './application-refusals.js';
import type { ApplicationStatus } from './application-status.js';
import { Application } from './application.entity.js';

/** One move, in the transaction of whoever asked whether the caller may. */
export interface MoveOrder extends Said {
  id: string;
  to: ApplicationStatus;
  by: { side: ApplicationSide; accountId: string | null };
  /** Why the platform closes it; for CLOSED_UNANSWERED. */
  because?: ClosedBecause;
  /** Nothing is written to the other side: the caller writes a letter of its own. */
  withoutLetter?: boolean;
}

/** The one way in which an application changes its state: legal by the table, dated, told to the other side. */
@Injectable()
export class ApplicationMoves {
  constructor(
    private readonly parties: ApplicationParties,
    private readonly companies: CompaniesRepository,
    private readonly letters: ApplicationLetters,
    private readonly clock: Clock,
  ) {}

  /**
   * Moving to the state it is already in changes nothing and is no error: a click may come twice. Holds the people, the
   * offer and the application, in that order, until the transaction ends; `held` is the application that `locked` gave already.
   */
  async move(tx: EntityManager, order: MoveOrder, held?: Application): Promise<Application | Refusal> {
    const said = saidCleanly(order);
    const problems = saidProblems(order.to, said);
    if (problems.length > 0) return new InvalidInput(problems);
    const application = held ?? (await this.locked(tx, order.id, order.by.accountId));
    if (!application) return noSuchApplication();
    const from = application.status;
    if (from === order.to) return application;
    if (order.by.side === 'COMPANY' && !suspendedMay(order.to, said) && (await this.isOfSuspended(tx, application)))
      return new CompanySuspended();
    if (!mayMove(from, order.to, order.by.side)) return new IllegalApplicationMove(from, order.to);

    const changes = { status: order.to, ...momentsAfter(application, order.to, this.clock.now()) };
    await tx.update(Application, { id: application.id }, changes);
    const event = { applicationId: application.id, from, to: order.to, at: changes.movedAt, ...order.by, ...said };
    await tx.insert(ApplicationEvent, event);
    Object.assign(application, changes);
    if (!order.withoutLetter)
      await this.letters.moved(tx, application.id, {
        from,
        to: order.to,
        because: order.because ?? 'LATE',
        ...said,
      });
    return application;
  }

  private async isOfSuspended(tx: EntityManager, { id }: Application): Promise<boolean> {
    const between = (await this.parties.of(tx, [id])).get(id);
    return between !== undefined && this.companies.isSuspended(tx, between.companyId);
  }

  /** The application, held with its offer and its people until the transaction ends; null when there is none. */
  async locked(tx: EntityManager, id: string, actor: string | null = null): Promise<Application | null> {
    const parties = isUuid(id) ? await this.parties.of(tx, [id]) : new Map<string, never>();
    const [between] = parties.values();
    if (!between) return null;
    await this.parties.hold(tx, [between], actor);
    await tx.query('SELECT FROM offer WHERE id = $1 FOR NO KEY UPDATE', [between.offerId]);
    return tx.findOne(Application, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
