import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { addDays, Clock } from '../common/clock.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { Outbox } from '../outbox/outbox.js';
import { AnsweringRepository } from './answering.repository.js';
import { ApplicationLetters } from './application-letters.js';
import { ApplicationParties } from './application-parties.js';
import { CompanyAnswering } from './company-answering.entity.js';
import { pausedForSilence, reopened, warned } from './unanswered-letters.js';
import { companiesToLookAt, daysOfGrace, isTooMany, unansweredOf } from './unanswered-rule.js';

/** A company that leaves too many without an answer is told; a week later its offers pause, until it answered enough. */
@Injectable()
export class UnansweredKeeper {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly answering: AnsweringRepository,
    private readonly parties: ApplicationParties,
    private readonly letters: ApplicationLetters,
    private readonly offers: OffersRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  companies(): Promise<string[]> {
    return companiesToLookAt(this.db.manager, this.clock.today());
  }

  /** Does nothing for a company that was looked at already. Members, company and offers are held, in this order. */
  look(companyId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await this.parties.hold(tx, [], ...(await this.parties.members(tx, companyId)));
      const row = await this.answering.locked(tx, companyId);
      if (!row) return;
      const today = this.clock.today();
      const counted = await unansweredOf(tx, companyId, today);
      if (!isTooMany(counted)) return row.warnedOn === null ? undefined : this.release(tx, row);
      if (row.warnedOn === null) {
        await tx.update(CompanyAnswering, { companyId }, { warnedOn: today });
        return this.letters.toMembers(tx, companyId, warned(counted, addDays(today, daysOfGrace)));
      }
      if (addDays(row.warnedOn, daysOfGrace) > today) return;
      for (const id of await this.offers.idsOfCompany(tx, companyId, 'OPEN')) await this.pause(tx, id);
      if (row.pausedOn !== null) return;
      await tx.update(CompanyAnswering, { companyId }, { pausedOn: today });
      await this.letters.toMembers(tx, companyId, pausedForSilence(counted));
    });
  }

  private async pause(tx: EntityManager, offerId: string): Promise<void> {
    await this.offers.setStatus(tx, offerId, 'PAUSED', { pausedBecause: 'UNANSWERED' });
    await this.outbox.mark(tx, 'offer', offerId);
  }

  /** Offers that lapsed meanwhile stay offline; those for which too many wait are paused for that from now on. */
  private async release(tx: EntityManager, { companyId, pausedOn }: CompanyAnswering): Promise<void> {
    await tx.update(CompanyAnswering, { companyId }, { warnedOn: null, pausedOn: null });
    if (pausedOn === null) return;
    for (const id of await this.offers.idsOfCompany(tx, companyId, 'PAUSED', 'UNANSWERED')) {
      const offer = (await this.offers.byId(id, tx))!;
      const lapsed = offer.expiresOn !== null && offer.expiresOn < this.clock.today();
      if (lapsed) await this.offers.setStatus(tx, id, 'EXPIRED');
      else if (offer.waitingApplications < offer.pauseAtWaiting) await this.offers.setStatus(tx, id, 'OPEN');
      else await this.offers.setStatus(tx, id, 'PAUSED', { pausedBecause: 'TOO_MANY_WAITING' });
      await this.outbox.mark(tx, 'offer', id);
    }
    await this.letters.toMembers(tx, companyId, reopened);
  }
}
