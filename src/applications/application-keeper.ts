import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Deadlines } from './deadlines.js';
import { DeadlinesRepository } from './deadlines.repository.js';
import { OfferQuota } from './offer-quota.js';
import { UnansweredKeeper } from './unanswered-keeper.js';

const nowhere = '00000000-0000-0000-0000-000000000000';

/**
 * Keeps the promise that no application stays silent, every hour. What comes last in the life of an application is done
 * first, so that after a standstill each takes at most one step in a run, and nobody is told of an end before the delay.
 */
@Injectable()
export class ApplicationKeeper implements OnModuleInit {
  private readonly logger = new Logger('ApplicationKeeper');

  constructor(
    private readonly jobs: JobHandlers,
    private readonly due: DeadlinesRepository,
    private readonly deadlines: Deadlines,
    private readonly unanswered: UnansweredKeeper,
    private readonly quota: OfferQuota,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'application-deadlines', cron: '7 * * * *', work: () => this.work() });
    // Of its own and often: whoever answered enough is not to wait for the hour.
    this.jobs.schedule({ name: 'reopen-answered-offers', cron: '*/2 * * * *', work: () => this.reopen() });
  }

  async work(): Promise<void> {
    const today = this.clock.today();
    await this.inTurn(
      (after) => this.due.unanswered(today, after),
      (id) => this.deadlines.close(id),
    );
    await this.inTurn(
      (after) => this.due.neverDecided(today, after),
      (id) => this.deadlines.close(id),
    );
    await this.inTurn(
      (after) => this.due.lateUntold(today, after),
      (id) => this.deadlines.tellLate(id),
    );
    await this.inTurn(
      (after) => this.due.toRemind(today, after),
      (id) => this.deadlines.remind(id),
    );
    await this.inTurn(
      (after) => this.due.undecided(today, after),
      (id) => this.deadlines.tellUndecided(id),
    );
    await this.each(await this.unanswered.companies(), (id) => this.unanswered.look(id));
    await this.reopen();
  }

  private async reopen(): Promise<void> {
    await this.each(await this.due.halfAnswered(), (id) => this.quota.reopen(id));
  }

  /** Batch after batch, by id: one that fails is passed and tried again in an hour. */
  private async inTurn(
    read: (after: string) => Promise<string[]>,
    work: (id: string) => Promise<unknown>,
  ): Promise<void> {
    let ids = await read(nowhere);
    while (ids.length > 0) {
      await this.each(ids, work);
      ids = await read(ids.at(-1)!);
    }
  }

  private async each(ids: readonly string[], work: (id: string) => Promise<unknown>): Promise<void> {
    for (const id of ids) {
      try {
        await work(id);
      } catch (error) {
        this.logger.warn(`${id} failed, to be tried again in an hour: ${String(error)}`);
      }
    }
  }
}
