import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import { Clock } from '../common/clock.js';
import type { Refusal } from '../common/refusal.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import type { Offer } from '../offers/offer.entity.js';
import { isOpen } from '../offers/offer-status.js';
import { AlreadyApplied, OfferNotOpen } from './application.type.js';
import { ApplicationsRepository } from './applications.repository.js';
import { DailyCapReached, mostADay, NotEligibleForOffer, OwnOffer } from './apply-refusals.js';
import { ruledOut } from './apply-rules.js';

/** Why someone cannot apply to an offer; asked while candidate and offer are held. */
@Injectable()
export class ApplyCheck {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly companies: CompaniesRepository,
    private readonly clock: Clock,
  ) {}

  async refusal(tx: EntityManager, by: Viewer, candidate: Candidate, offer: Offer): Promise<Refusal | null> {
    const before = await this.applications.ofPair(tx, offer.id, candidate.id);
    if (before) return new AlreadyApplied(before);
    const today = this.clock.today();
    if (!isOpen(offer, today)) return new OfferNotOpen();
    if ((await this.companies.memberRole(by.id, offer.companyId, tx)) !== null) return new OwnOffer();
    const failed = ruledOut(offer, candidate, today);
    if (failed.length > 0) return new NotEligibleForOffer(failed);
    const { sent, resetsAt } = await this.applications.sentOn(tx, candidate.id, today);
    return sent >= mostADay ? new DailyCapReached(resetsAt) : null;
  }
}
