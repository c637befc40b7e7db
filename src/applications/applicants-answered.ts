import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { Refusal } from '../common/refusal.js';
import { TooManyUnanswered, TooManyWaiting } from '../offers/offer-refusals.js';
import { type OfferEnd, type OfferWatcher, OfferWatchers } from '../offers/offer-watchers.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { ApplicationMoves, type MoveOrder } from './application-moves.service.js';
import { ApplicationParties } from './application-parties.js';
import { ApplicationsRepository } from './applications.repository.js';
import { CompanyAnswering } from './company-answering.entity.js';
import { isTooMany, unansweredOf } from './unanswered-rule.js';

/** Nobody is left waiting for an offer that ended, and no offer goes online that more people would wait for in vain. */
@Injectable()
export class ApplicantsAnswered implements OfferWatcher, OnModuleInit {
  constructor(
    private readonly watchers: OfferWatchers,
    private readonly applications: ApplicationsRepository,
    private readonly moves: ApplicationMoves,
    private readonly parties: ApplicationParties,
    private readonly offers: OffersRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.watchers.register(this);
  }

  async ending(tx: EntityManager, offerIds: readonly string[]): Promise<void> {
    const between = await this.parties.of(tx, await this.applications.waitingFor(tx, offerIds));
    await this.parties.hold(tx, between.values());
  }

  /** What the company says is its answer; when it says nothing the platform tells them, and they stay unanswered. */
  async ended(tx: EntityManager, { offerId, to, accountId, reason, words }: OfferEnd): Promise<void> {
    const order: Omit<MoveOrder, 'id'> =
      reason === null
        ? { to: 'CLOSED_UNANSWERED', by: { side: 'PLATFORM', accountId: null }, because: to }
        : { to: 'DECLINED', by: { side: 'COMPANY', accountId }, reason, words };
    for (const id of await this.applications.waitingFor(tx, [offerId])) await this.moves.move(tx, { id, ...order });
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
