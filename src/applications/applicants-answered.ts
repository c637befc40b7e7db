import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { Refusal } from '../common/refusal.js';
import { TooManyUnanswered, TooManyWaiting } from '../offers/offer-refusals.js';
import { type OfferEnd, type OfferWatcher, OfferWatchers } from '../offers/offer-watchers.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { ApplicationEvent } from './application-event.entity.js';
import { ApplicationLetters } from './application-letters.js';
import { liveStatuses, waitingStatuses } from './application-moves.js';
import { ApplicationMoves, type MoveOrder } from './application-moves.service.js';
import { ApplicationParties } from './application-parties.js';
import { ApplicationsRepository } from './applications.repository.js';
import { CompanyAnswering } from './company-answering.entity.js';
import { endedForCandidate, endedForCompany } from './offer-ended-letters.js';
import { isTooMany, unansweredOf } from './unanswered-rule.js';

/** Nobody is left waiting for an offer that ended, and no offer goes online that more people would wait for in vain. */
@Injectable()
export class ApplicantsAnswered implements OfferWatcher, OnModuleInit {
  constructor(
    private readonly watchers: OfferWatchers,
    private readonly applications: ApplicationsRepository,
    private readonly moves: ApplicationMoves,
    private readonly parties: ApplicationParties,
    private readonly letters: ApplicationLetters,
    private readonly offers: OffersRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.watchers.register(this);
  }

  async ending(tx: EntityManager, offerIds: readonly string[]): Promise<void> {
    const between = await this.parties.of(tx, await this.applications.idsTo(tx, offerIds, liveStatuses));
    await this.parties.hold(tx, between.values());
  }

  /** What the company says is its answer; when it says nothing the platform tells them, and they stay unanswered. */
  async ended(tx: EntityManager, end: OfferEnd): Promise<void> {
    const { offerId, to, accountId, reason, words } = end;
    const order: Omit<MoveOrder, 'id'> =
      reason === null
        ? { to: 'CLOSED_UNANSWERED', by: { side: 'PLATFORM', accountId: null }, because: to }
        : { to: 'DECLINED', by: { side: 'COMPANY', accountId }, reason, words };
    for (const id of await this.applications.idsTo(tx, [offerId], waitingStatuses))
      await this.moves.move(tx, { id, ...order });
    await this.endedInInterview(tx, end);
  }

  /** They are told, once, that a decision is still owed to them; when nobody is left who could take it, it is over. */
  private async endedInInterview(tx: EntityManager, { offerId, to, accountId }: OfferEnd): Promise<void> {
    const ids = await this.applications.idsTo(tx, [offerId], ['INTERVIEW']);
    if (accountId === null) {
      const by = { side: 'PLATFORM', accountId } as const;
      for (const id of ids) await this.moves.move(tx, { id, to: 'CLOSED_UNANSWERED', by, because: 'GONE' });
      return;
    }
    const told = await tx.findBy(ApplicationEvent, { applicationId: In(ids), notice: 'OFFER_ENDED' });
    const before = new Set(told.map(({ applicationId }) => applicationId));
    const untold = [...(await this.parties.of(tx, ids)).values()].filter((one) => !before.has(one.applicationId));
    for (const between of untold) {
      await tx.insert(ApplicationEvent, {
        ...{ applicationId: between.applicationId, from: 'INTERVIEW', to: 'INTERVIEW', notice: 'OFFER_ENDED' },
        ...{ at: this.clock.now(), side: 'PLATFORM' },
      });
      await this.letters.toCandidate(tx, between, endedForCandidate(between, to));
    }
    const [any] = untold;
    if (any) await this.letters.toMembers(tx, any.companyId, endedForCompany(any, to, ids.length));
  }

  async keptOffline(tx: EntityManager, companyId: string, offerId: string | null): Promise<Refusal | null> {
    const answering = await tx.findOneBy(CompanyAnswering, { companyId });
    if (answering?.pausedOn) {
      const counted = await unansweredOf(tx, companyId, this.clock.today());
      if (isTooMany(counted)) return new TooManyUnanswered(counted.unanswered, counted.due);
    }
    const offer = offerId === null ? null : await this.offers.byId(offerId, tx);
    return offer && offer.waitingApplications >= offer.pauseAtWaiting
      ? new TooManyWaiting(offer.waitingApplications, offer.pauseAtWaiting)
      : null;
  }
}
