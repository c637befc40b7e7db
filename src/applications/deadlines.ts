import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { AnsweringRepository } from './answering.repository.js';
import { ApplicationEvent, type ApplicationNotice } from './application-event.entity.js';
import { ApplicationLetters } from './application-letters.js';
import { ApplicationMoves } from './application-moves.service.js';
import { ApplicationParties } from './application-parties.js';
import type { Application } from './application.entity.js';
import { CompanyAnswering } from './company-answering.entity.js';
import { digest, late, undecidedForCandidate, undecidedForCompany } from './deadline-letters.js';
import { DeadlinesRepository } from './deadlines.repository.js';

/**
 * One step of one application or company, in a transaction of its own: done by whoever comes first, nothing for all others.
 */
@Injectable()
export class Deadlines {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly due: DeadlinesRepository,
    private readonly answering: AnsweringRepository,
    private readonly moves: ApplicationMoves,
    private readonly parties: ApplicationParties,
    private readonly letters: ApplicationLetters,
    private readonly clock: Clock,
  ) {}

  /** One that was answered at this moment stays as its company answered it. */
  close(id: string): Promise<unknown> {
    const by = { side: 'PLATFORM', accountId: null } as const;
    return this.db.transaction(async (tx) => {
      await this.moves.locked(tx, id);
      const because = await this.due.closing(tx, id, this.clock.today());
      if (because) await this.moves.move(tx, { id, to: 'CLOSED_UNANSWERED', by, because });
    });
  }

  tellLate(id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const application = await this.moves.locked(tx, id);
      if (!application || !(await this.due.noteLate(tx, id, this.clock.today()))) return;
      await this.notice(tx, application, 'ANSWER_LATE');
      const between = (await this.parties.of(tx, [id])).get(id)!;
      await this.letters.toCandidate(tx, between, late(between, application.answerDueOn));
    });
  }

  /** One letter a day to each owner and recruiter of the company, for all that are due. */
  remind(companyId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await this.parties.hold(tx, [], ...(await this.parties.members(tx, companyId)));
      const row = await this.answering.locked(tx, companyId);
      const today = this.clock.today();
      if (!row || (row.digestOn !== null && row.digestOn >= today)) return;
      const reminded = await this.due.remind(tx, companyId, today);
      if (reminded.length === 0) return;
      await tx.update(CompanyAnswering, { companyId }, { digestOn: today });
      await this.noteReminded(
        tx,
        reminded.map(({ id }) => id),
      );
      await this.letters.toMembers(tx, companyId, digest(reminded, today));
    });
  }

  tellUndecided(id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const application = await this.moves.locked(tx, id);
      if (!application || !(await this.due.noteStalled(tx, id, this.clock.today()))) return;
      await this.notice(tx, application, 'DECISION_LATE');
      const between = (await this.parties.of(tx, [id])).get(id)!;
      await this.letters.toCandidate(tx, between, undecidedForCandidate(between));
      await this.letters.toCompany(tx, between, undecidedForCompany(between));
    });
  }

  private async notice(tx: EntityManager, { id, status }: Application, notice: ApplicationNotice): Promise<void> {
    const step = { applicationId: id, from: status, to: status, at: this.clock.now() };
    await tx.insert(ApplicationEvent, { ...step, notice, side: 'PLATFORM' });
  }

  private async noteReminded(tx: EntityManager, ids: string[]): Promise<void> {
    await tx.query(
      `INSERT INTO application_event (application_id, from_status, to_status, notice, at, side)
       SELECT id, status, status, 'COMPANY_REMINDED', $2, 'PLATFORM' FROM application WHERE id = ANY($1)`,
      [ids, this.clock.now()],
    );
  }
}
