import { Injectable } from '@nestjs/common';
import type { Viewer } from '../accounts/viewer.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import { IdentityGrounds } from '../candidates/identity-grounds.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import type { Offer } from '../offers/offer.entity.js';
import { isOpen } from '../offers/offer-status.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { may } from '../permissions/may.js';
import { PairAttempts } from './pair-attempts.js';

/**
 * An offer beside a candidate, for members of its company. The candidate must be one that this company may see: what they
 * are to another company of the same member counts for nothing here.
 */
@Injectable()
export class CompanyPairs {
  constructor(
    private readonly offers: OffersRepository,
    private readonly companies: CompaniesRepository,
    private readonly grounds: IdentityGrounds,
    private readonly attempts: PairAttempts,
    private readonly clock: Clock,
  ) {}

  /** Null for one that is not open: a draft is no reason to look at people. Throws RATE_LIMITED. */
  async open(offerId: string, candidate: Candidate, viewer: Viewer): Promise<Offer | null> {
    const offer = await this.any(offerId, candidate, viewer);
    if (!offer || !isOpen(offer, this.clock.today())) return null;
    await this.attempts.count(viewer.id, candidate.id);
    return offer;
  }

  /** Open or not; null when there is no such offer of a company of the caller, and when it may not see the candidate. */
  async any(offerId: string, { id, visibleSince }: Candidate, viewer: Viewer): Promise<Offer | null> {
    const offer = isUuid(offerId) ? await this.offers.byId(offerId) : null;
    if (!offer || !(await this.companies.may(viewer, 'match.readPair', offer.companyId))) return null;
    const [standing] = await this.grounds.standing([id], [offer.companyId]);
    const facts = { isKnown: standing?.known, isWelcome: standing?.welcome && visibleSince !== null };
    return may(viewer, 'match.readCandidate', facts) ? offer : null;
  }
}
